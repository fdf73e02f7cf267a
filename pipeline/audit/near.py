"""Fuzzy matching of names: how alike two are, and which of many are worth comparing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from pipeline.thai.alike import key

__all__ = ["difference", "key", "likeness", "near_pairs"]

_SHINGLE = 5
_SHARED = 0.3
"""Names that are alike share this much of the pieces of the shorter one."""

_COMMON = 60
"""A piece that so many names share tells none of them apart."""


@lru_cache(maxsize=50_000)
def likeness(one: str, other: str) -> float:
    """How much of two keys is the same, 0 to 1."""
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return 0.0 if matcher.real_quick_ratio() < 0.5 or matcher.quick_ratio() < 0.5 else matcher.ratio()


def near_pairs(keys: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """The pairs of indexes whose keys differ but are alike by `least` or more, the first index lower.

    Only keys that share a piece of five letters are compared, so the work does not grow with the square.
    """
    buckets: dict[str, list[int]] = defaultdict(list)
    pieces = [{text[n : n + _SHINGLE] for n in range(max(len(text) - _SHINGLE + 1, 1))} for text in keys]
    for index, own in enumerate(pieces):
        for piece in own:
            buckets[piece].append(index)
    shared = Counter(
        (low, high)
        for bucket in buckets.values()
        if len(bucket) <= _COMMON
        for n, low in enumerate(bucket)
        for high in bucket[n + 1 :]
    )
    for (low, high), many in sorted(shared.items()):
        few, more = sorted((len(keys[low]), len(keys[high])))
        if many < _SHARED * min(len(pieces[low]), len(pieces[high])) or 2 * few < least * (few + more):
            continue
        if keys[low] != keys[high] and likeness(keys[low], keys[high]) >= least:
            yield low, high


def difference(one: str, other: str) -> tuple[str, str]:
    """The part in which each differs, from the first to the last unlike letter."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]
