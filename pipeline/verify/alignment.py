"""Sequence alignment of two lists: which items are equal, moved, joined, split or merely alike.

Equal items are anchors; what is equal but out of order has moved; in the gaps between the anchors the
likeliest pairing in order is found by dynamic programming over the likeness of texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

ALIKE = 0.35
"""Likeness from which two items may be one that was edited."""

JOINED = 0.9
"""Likeness from which two items may be one that was split, or one two that were joined."""

MOVED = 8
"""So many characters say enough for an item to be known again at another place."""

MOST_PAIRS = 400_000
"""A gap of more possible pairs is not searched: the lists have nothing to do with one another."""


@dataclass(frozen=True)
class Item:
    """What is aligned: `key` says whether two are equal, `text` how alike they are; only items of one
    `sort` are paired, and only those that are `joinable` are taken together.
    """

    key: str
    text: str
    sort: str = ""
    joinable: bool = False

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Its pairs of neighbouring characters."""
        return frozenset(map("".join, zip(self.text, self.text[1:], strict=False))) or frozenset(self.text)


class Match(NamedTuple):
    """Items of the first list that are items of the second, by index; one side may be empty.

    `moved`: they stand elsewhere in the second list than in the first.
    """

    expected: tuple[int, ...]
    found: tuple[int, ...]
    moved: bool = False


def align(expected: Sequence[Item], found: Sequence[Item]) -> list[Match]:
    """All items of both lists, matched in the order of the second; what it lacks stands where it should."""
    gaps, matches = _anchor_equal_items(expected, found)
    moved = _match_moved_items(gaps, expected, found)
    away = {index for match in moved for index in match.expected}
    come = {index for match in moved for index in match.found}
    for first, second in gaps:
        left = [index for index in first if index not in away]
        right = [index for index in second if index not in come]
        matches += _in_gap(left, right, expected, found)
    matches = _moved_and_edited(matches, expected, found)
    return _in_reading_order([*matches, *moved])


def likeness(one: Item, other: Item) -> float:
    """From 0 to 1 (Dice, over pairs of characters)."""
    if one.sort != other.sort:
        return 0.0
    both = len(one.pairs) + len(other.pairs)
    return 2 * len(one.pairs & other.pairs) / both if both else 1.0


_Gap = tuple[range, range]


def _anchor_equal_items(expected: Sequence[Item], found: Sequence[Item]) -> tuple[list[_Gap], list[Match]]:
    """The equal items in order, and the gaps between them."""
    matcher = SequenceMatcher(None, [item.key for item in expected], [item.key for item in found], False)
    gaps, matches = [], []
    for tag, e1, e2, f1, f2 in matcher.get_opcodes():
        if tag == "equal":
            matches += [Match((e,), (f,)) for e, f in zip(range(e1, e2), range(f1, f2), strict=True)]
        else:
            gaps.append((range(e1, e2), range(f1, f2)))
    return gaps, matches


def _match_moved_items(gaps: list[_Gap], expected: Sequence[Item], found: Sequence[Item]) -> list[Match]:
    """Equal items of different gaps."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for _, second in gaps:
        for index in second:
            waiting[found[index].key].append(index)
    return [
        Match((index,), (waiting[item.key].pop(0),), moved=True)
        for first, _ in gaps
        for index in first
        if (item := expected[index]) and len(item.key) >= MOVED and waiting[item.key]
    ]


def _in_gap(
    left: list[int], right: list[int], expected: Sequence[Item], found: Sequence[Item]
) -> list[Match]:
    """The likeliest pairing of what stands between two anchors."""
    if left and right and "".join(expected[i].key for i in left) == "".join(found[i].key for i in right):
        return [Match(tuple(left), tuple(right))]
    if not left or not right or len(left) * len(right) > MOST_PAIRS:
        return [*(Match((i,), ()) for i in left), *(Match((), (i,)) for i in right)]
    if len(left) == len(right) == 1 and expected[left[0]].sort == found[right[0]].sort:
        return [Match((left[0],), (right[0],))]
    return _likeliest(left, right, expected, found)


def _likeliest(
    left: list[int], right: list[int], expected: Sequence[Item], found: Sequence[Item]
) -> list[Match]:
    """Dynamic programming: the pairing in order with the greatest sum of squared likenesses."""
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    rows: list[list[float]] = [[0.0] * (len(right) + 1)]
    for a in range(1, len(left) + 1):
        row = [0.0]
        for b in range(1, len(right) + 1):
            options = {(1, 0): rows[a - 1][b], (0, 1): row[b - 1]}
            alike = likeness(expected[left[a - 1]], found[right[b - 1]])
            if alike >= ALIKE:
                options[1, 1] = rows[a - 1][b - 1] + alike**2
            if b > 1 and _is_split(expected[left[a - 1]], found[right[b - 2]], found[right[b - 1]]):
                options[1, 2] = rows[a - 1][b - 2] + 1.1
            if a > 1 and _is_split(found[right[b - 1]], expected[left[a - 2]], expected[left[a - 1]]):
                options[2, 1] = rows[a - 2][b - 1] + 1.1
            steps[a, b] = max(options, key=lambda step: options[step])
            row.append(options[steps[a, b]])
        rows.append(row)
    return _trace_matches(left, right, steps)


def _is_split(whole: Item, first: Item, second: Item) -> bool:
    """Whether the two together are the whole, or nearly."""
    if not (whole.joinable and first.joinable and second.joinable):
        return False
    if not 0.8 <= len(whole.text) / max(len(first.text) + len(second.text), 1) <= 1.25:
        return False
    return likeness(whole, Item("", first.text + second.text, whole.sort)) >= JOINED


def _trace_matches(
    left: list[int], right: list[int], steps: dict[tuple[int, int], tuple[int, int]]
) -> list[Match]:
    matches = []
    a, b = len(left), len(right)
    while a or b:
        down, across = steps.get((a, b), (1, 0) if a else (0, 1))
        matches.append(Match(tuple(left[a - down : a]), tuple(right[b - across : b])))
        a, b = a - down, b - across
    return matches[::-1]


def _moved_and_edited(matches: list[Match], expected: Sequence[Item], found: Sequence[Item]) -> list[Match]:
    """What is gone at one place and nearly the same at another has moved."""
    gone = [match.expected[0] for match in matches if not match.found]
    come = [match.found[0] for match in matches if not match.expected]
    if not gone or not come or len(gone) * len(come) > MOST_PAIRS:
        return matches
    pairs = sorted(
        (
            (alike, -e, -f)
            for e in gone
            for f in come
            if min(len(expected[e].key), len(found[f].key)) >= MOVED
            and (alike := likeness(expected[e], found[f])) >= JOINED - 0.1
        ),
        reverse=True,
    )
    moved: dict[int, int] = {}
    for _, e, f in pairs:
        if -e not in moved and -f not in moved.values():
            moved[-e] = -f
    taken = set(moved.values())
    kept = [
        match
        for match in matches
        if (match.found or match.expected[0] not in moved) and (match.expected or match.found[0] not in taken)
    ]
    return kept + [Match((e,), (f,), moved=True) for e, f in moved.items()]


def _in_reading_order(matches: list[Match]) -> list[Match]:
    """In the order of the second list; what it lacks comes after what stands before it in the first."""
    before = -1
    places: dict[int, int] = {}
    for match in sorted((match for match in matches if match.expected), key=lambda match: match.expected):
        if match.found and not match.moved:
            before = match.found[-1]
        places[match.expected[0]] = before
    return sorted(
        matches,
        key=lambda match: (
            (match.found[0], 0, 0) if match.found else (places[match.expected[0]], 1, match.expected[0])
        ),
    )
