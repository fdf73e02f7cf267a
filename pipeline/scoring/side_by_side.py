"""The scores of an input as a table shows them: each line beside itself by every judge and round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.model.in_templates import in_templates
from pipeline.model.scheme_rules import Schemes
from pipeline.model.schemes import Rules, Track
from pipeline.model.shipped_schemes import FIVE_LEVELS
from pipeline.scoring.cards import GroupScore, IndicatorScore, ScoreCard
from pipeline.scoring.criteria import FIGURE_A_LEVEL, count_levels
from pipeline.scoring.scheme_uses import SchemeUse, scheme_uses


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
    schemes = tuple(scheme_uses((each.track, each.card) for each in columns if each.card))
    told = [leaf for leaf in _leaves(total) if leaf.head is not None]
    heads = {id(leaf.head): leaf.head for leaf in told if leaf.head is not None}
    headings = {head.headings for head in heads.values()}
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
    if all(each is listed[0] for each in listed):
        return next(iter(listed), None)
    used = Counter(each.headings for each in listed)
    return max(listed, key=lambda each: used[each.headings])


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
    return 0 if scored.origin is None else count_levels(scored.origin.scale, scored.origin.rules)
