"""What a score table tells of the schemes behind it: each scheme with what is combined and scored by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from pipeline.model.curves import Below, Between
from pipeline.model.schemes import Rules, Track
from pipeline.scoring.cards import GroupScore, IndicatorScore, ScoreCard

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class BetweenLevels:
    """What lies between two levels earns, of the indicators `ids`."""

    way: Between
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BelowLevels:
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
    between: tuple[BetweenLevels, ...]
    below: tuple[BelowLevels, ...]


def scheme_uses(cards: Iterable[tuple[Track | None, ScoreCard]]) -> Iterator[SchemeUse]:
    """Every scheme of the cards of judges and rounds once, in the order in which a table comes to it."""
    told: list[Rules] = []
    for track, card in cards:
        for rules in _rules_of(card.total):
            if rules not in told:
                told.append(rules)
                yield _use(rules, track, card)


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


def _use(rules: Rules, track: Track | None, card: ScoreCard) -> SchemeUse:
    everything = [each for indicator in card.indicators for each in _all_of(indicator) if each.rules == rules]
    leaves = tuple(each for each in everything if each.origin is not None)
    groups = [each for each in _groups_of(card.total) if each.is_member and each.rules == rules]
    between: dict[Between, tuple[str, ...]] = _ids_by(leaves, _between)
    below: dict[tuple[Below, Decimal], tuple[str, ...]] = _ids_by(leaves, _below)
    return SchemeUse(
        rules,
        track,
        card.total.rules == rules,
        any(map(_has_unlike_marks, groups)) or any(map(_has_unlike_marks, everything)),
        tuple(each for each in groups if each is not card.total),
        tuple(each for each in everything if each.parts),
        leaves,
        tuple(BetweenLevels(way, ids) for way, ids in between.items()),
        tuple(BelowLevels(way, first, ids) for (way, first), ids in below.items()),
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


def _ids_by(
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
