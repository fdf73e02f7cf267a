"""The scores of an input as a table shows them: each line beside itself by every judge and round, and what
its notes tell of the schemes behind them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from pipeline.model.curves import Below, Between
from pipeline.model.in_templates import in_templates
from pipeline.model.scheme_rules import Schemes
from pipeline.model.schemes import Rules, Track
from pipeline.model.shipped_schemes import FIVE_LEVELS
from pipeline.scoring.cards import GroupScore, IndicatorScore, ScoreCard
from pipeline.scoring.criteria import FIGURE_A_LEVEL, criteria_of

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Column:
    """The results of one judge or round, or the only ones (`track` is `None`); without a `card`: none yet."""

    track: Track | None
    card: ScoreCard | None


@dataclass(frozen=True, slots=True)
class Line:
    """One dimension, group, indicator or part, or the whole. `own` is its score by what decides, `scores`
    those of all columns. `depth` is 0 of an indicator, more of its parts. `levels` is how many levels the
    scales below it tell by a figure each, at the most, and `head` the rules under whose headings most of them
    do so; those of groups that count as one, which have heads of their own, are not among them.
    """

    own: GroupScore | IndicatorScore
    scores: tuple[GroupScore | IndicatorScore | None, ...]
    lines: tuple[Line, ...]
    is_group: bool
    depth: int
    levels: int
    head: Rules | None


@dataclass(frozen=True, slots=True)
class Between_:
    """What lies between two levels earns, of the indicators `ids`."""

    way: Between
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Below_:
    """What lies below the first level earns, of the indicators `ids`; `first` is the score of that level."""

    way: Below
    first: Decimal
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchemeUse:
    """A scheme, what is combined by it (the whole is `is_whole`), and how its indicators are scored.

    `has_unlike_marks`: what it combines has different full marks, and counts by its share of them.
    """

    rules: Rules
    track: Track | None
    is_whole: bool
    has_unlike_marks: bool
    groups: tuple[GroupScore, ...]
    composites: tuple[IndicatorScore, ...]
    leaves: tuple[IndicatorScore, ...]
    between: tuple[Between_, ...]
    below: tuple[Below_, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A score table: its columns, its dimensions, the whole, and the schemes that it was made by.

    `is_usual`: one set of results by the scheme of an input that names none, on scales that leave all to
    it. `is_headed_once`: all levels are headed alike, as those of `headed`. `levels` is how many there are
    at the most and 1 at the least, `level_texts` what stands in their columns, and `figure_texts` in those
    of results, scores and weighted scores. `sums_marks`: all is summed from marks. `is_changed`: a judge
    gave a score, or anything was given, taken or limited. A usual one has no texts.
    """

    columns: tuple[Column, ...]
    dimensions: tuple[Line, ...]
    total: Line
    schemes: tuple[SchemeUse, ...]
    is_usual: bool
    is_headed_once: bool
    headed: Rules | None
    levels: int
    level_texts: tuple[str, ...]
    figure_texts: tuple[tuple[str, ...], ...]
    sums_marks: bool
    is_changed: bool

    @property
    @in_templates
    def has_notes(self) -> bool:
        """Whether there is anything to tell below the table beside what always is."""
        return self.is_changed or not self.is_usual


def side_by_side(card: ScoreCard) -> Sheet:
    """The table of a card and of the cards of its tracks."""
    columns = tuple(Column(each.track, each.card) for each in card.tracks) or (Column(None, card),)
    totals = [column.card.total if column.card else None for column in columns]
    total = _group_line(card.total, totals)
    schemes = tuple(_uses(columns))
    told = [leaf for leaf in _leaves(total) if leaf.head is not None]
    headings = {leaf.head.headings for leaf in told if leaf.head is not None}
    is_usual = not card.tracks and all(map(_is_usual, schemes))
    return Sheet(
        columns,
        tuple(each for each in total.lines if each.is_group),
        total,
        schemes,
        is_usual=is_usual,
        is_headed_once=len(headings) <= 1,
        headed=told[0].head if told else None,
        levels=total.levels or 1,
        level_texts=() if is_usual else tuple(_level_texts(told)),
        figure_texts=() if is_usual else _figure_texts(total),
        is_changed=any(_is_changed(column.card) for column in columns if column.card),
        sums_marks=all(use.rules.combine == "sum" for use in schemes if use.is_whole or use.groups),
    )


def _figure_texts(total: Line) -> tuple[tuple[str, ...], ...]:
    """The results, scores and weighted scores of all lines, these with their decimals."""
    listed = [each for line in _all_below(total) for each in line.scores if each is not None]
    results = [each.result for each in listed if isinstance(each, IndicatorScore) and each.result is not None]
    scores = [
        (each.counted if isinstance(each, IndicatorScore) else each.score, each.places) for each in listed
    ]
    weighted = [each.weighted for each in listed if each.weighted is not None]
    return (
        tuple(f"{figure:f}" for figure in results),
        tuple(f"{figure:.{places}f}" for figure, places in scores if figure is not None),
        tuple(f"{figure:.4f}" for figure in weighted),
    )


def _all_below(line: Line) -> Iterator[Line]:
    yield line
    for below in line.lines:
        yield from _all_below(below)


def _leaves(line: Line) -> Iterator[Line]:
    """What is scored on a scale of its own."""
    if not line.lines and not line.is_group:
        yield line
    for below in line.lines:
        yield from _leaves(below)


def _level_texts(told: Iterable[Line]) -> Iterator[str]:
    """What stands in the columns of levels: their headings, and the figures below them."""
    for line in told:
        if line.head is not None:
            yield from (each.heading for each in line.head.headings)
        for scored in (line.own, *line.scores):
            if isinstance(scored, IndicatorScore) and _count_levels(scored):
                yield from (f"{figure:f}" for figures in scored.cells for figure in figures)


def _is_changed(card: ScoreCard) -> bool:
    """Whether a judge gave a score, or anything was given, taken or limited."""
    origins = [leaf.origin for leaf in card.leaves if leaf.origin is not None]
    said = any(each.given is not None or each.adjustments or each.ceilings for each in origins)
    return said or bool(card.adjustments or card.ceilings)


def _is_usual(use: SchemeUse) -> bool:
    """By the scheme of an input that names none, on scales that leave all to it."""
    scales = [leaf.origin.scale for leaf in use.leaves if leaf.origin is not None]
    said = any(scale.below or scale.per or (scale.counts and scale.takes_parts) for scale in scales)
    usual = all(scale.type in FIGURE_A_LEVEL for scale in scales)
    return use.rules == Schemes().rules(FIVE_LEVELS) and usual and not said


def _group_line(own: GroupScore, scores: list[GroupScore | None]) -> Line:
    lines = []
    for n, member in enumerate(own.members):
        beside = [None if each is None else each.members[n] for each in scores]
        if isinstance(member, GroupScore):
            lines.append(
                _group_line(member, [each for each in beside if not isinstance(each, IndicatorScore)])
            )
        else:
            lines.append(_line(member, [each for each in beside if not isinstance(each, GroupScore)], 0))
    levels = max((line.levels for line in lines), default=0)
    head = _most_used(_heads_below(lines))
    return Line(own, tuple(scores), tuple(lines), is_group=True, depth=0, levels=levels, head=head)


def _heads_below(lines: Iterable[Line]) -> Iterator[Rules]:
    for line in lines:
        if isinstance(line.own, IndicatorScore):
            if line.head is not None:
                yield line.head
        elif not line.own.is_member:
            yield from _heads_below(line.lines)


def _most_used(heads: Iterable[Rules]) -> Rules | None:
    """The rules whose headings occur most; of those alike the first."""
    listed = list(heads)
    used = Counter(each.headings for each in listed)
    return max(listed, key=lambda each: used[each.headings], default=None)


def _line(own: IndicatorScore, scores: list[IndicatorScore | None], depth: int) -> Line:
    parts = [
        _line(part, [None if each is None else each.parts[n] for each in scores], depth + 1)
        for n, part in enumerate(own.parts)
    ]
    told = max((_count_levels(each) for each in (own, *scores) if each is not None), default=0)
    levels = max((part.levels for part in parts), default=told)
    head = _most_used(_heads_below(parts)) if parts else own.rules if levels else None
    return Line(own, tuple(scores), tuple(parts), is_group=False, depth=depth, levels=levels, head=head)


def _count_levels(scored: IndicatorScore) -> int:
    """How many levels its scale tells by a figure each."""
    if scored.origin is None:
        return 0
    criteria = criteria_of(scored.origin.scale, scored.origin.rules)
    return len(criteria.cells) if criteria.kind == "levels" else 0


def _uses(columns: Iterable[Column]) -> Iterator[SchemeUse]:
    """Every scheme once, in the order in which the table comes to it."""
    told: list[Rules] = []
    for column in columns:
        if column.card is None:
            continue
        for rules in _rules_of(column.card.total):
            if rules not in told:
                told.append(rules)
                yield _use(rules, column, column.card)


def _rules_of(group: GroupScore) -> Iterator[Rules]:
    yield group.rules
    for member in group.members:
        if isinstance(member, GroupScore):
            yield from _rules_of(member)
        else:
            yield from (each.rules for each in _all_of(member) if each.rules is not None)


def _all_of(scored: IndicatorScore) -> Iterator[IndicatorScore]:
    yield scored
    for part in scored.parts:
        yield from _all_of(part)


def _groups_of(group: GroupScore) -> Iterator[GroupScore]:
    yield group
    for member in group.members:
        if isinstance(member, GroupScore):
            yield from _groups_of(member)


def _use(rules: Rules, column: Column, card: ScoreCard) -> SchemeUse:
    everything = [each for indicator in card.indicators for each in _all_of(indicator) if each.rules == rules]
    leaves = tuple(each for each in everything if each.origin is not None)
    groups = [each for each in _groups_of(card.total) if each.is_member and each.rules == rules]
    between: dict[Between, tuple[str, ...]] = _gathered(leaves, _between)
    below: dict[tuple[Below, Decimal], tuple[str, ...]] = _gathered(leaves, _below)
    return SchemeUse(
        rules,
        column.track,
        card.total.rules == rules,
        any(map(_has_unlike_marks, groups)) or any(map(_has_unlike_marks, everything)),
        tuple(each for each in groups if each is not card.total),
        tuple(each for each in everything if each.parts),
        leaves,
        tuple(Between_(way, ids) for way, ids in between.items()),
        tuple(Below_(way, first, ids) for (way, first), ids in below.items()),
    )


def _has_unlike_marks(scored: GroupScore | IndicatorScore) -> bool:
    """Whether what it is combined from has different full marks, which matters unless marks are summed."""
    if scored.rules is None or scored.rules.combine == "sum":
        return False
    parts = combined_in(scored) if isinstance(scored, GroupScore) else scored.parts
    return len({each.full for each in parts}) > 1


def combined_in(group: GroupScore) -> Iterator[GroupScore | IndicatorScore]:
    """Its members; of a group that only gathers, the members of that."""
    for member in group.members:
        if isinstance(member, GroupScore) and not member.is_member:
            yield from combined_in(member)
        else:
            yield member


def _gathered(
    leaves: Iterable[IndicatorScore], key: Callable[[IndicatorScore], Key | None]
) -> dict[Key, tuple[str, ...]]:
    """The ids of the leaves by what `key` says of them; those of which it says nothing are left out."""
    found: dict[Key, tuple[str, ...]] = {}
    for leaf in leaves:
        said = key(leaf)
        if said is not None:
            found[said] = (*found.get(said, ()), leaf.id)
    return found


def _between(leaf: IndicatorScore) -> Between | None:
    """Nothing of marks, of a lone limit, and of what is counted in whole numbers only."""
    if leaf.origin is None or leaf.origin.scale.type in ("marks", "limit"):
        return None
    scale = leaf.origin.scale
    curve = scale.curve(leaf.origin.rules)
    return None if not scale.takes_parts or len(curve.points) == 1 else curve.between


def _below(leaf: IndicatorScore) -> tuple[Below, Decimal] | None:
    """Nothing of marks, which begin at 0."""
    if leaf.origin is None or leaf.origin.scale.type == "marks":
        return None
    scale, rules = leaf.origin.scale, leaf.origin.rules
    return scale.below_first(rules), scale.curve(rules).points[0].score
