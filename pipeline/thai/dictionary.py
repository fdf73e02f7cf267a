"""Which neighbouring words are one word together: a plain list of Thai words, `dictionary.txt`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import dropwhile
from pathlib import Path

_THAI = re.compile(r"[ก-๎]+")
MOST_PARTS = 7
"""A word of the dictionary is looked for in at most so many neighbouring stretches."""


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """The lines after the remarks at the list's head."""
    lines = Path(__file__).with_name("dictionary.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(dropwhile(lambda line: line.startswith("#"), lines))


def compounds(text: str, bounds: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Start and end of each word of the dictionary that is made of two or more stretches of `bounds`."""
    for stretch in _THAI.finditer(text):
        at = stretch.start()
        ends = bounds[bisect_left(bounds, at) : bisect_right(bounds, stretch.end())]
        parts = _join_boundaries(stretch.group(), tuple(end - at for end in ends))
        yield from ((at + start, at + end) for start, end in parts)


@lru_cache(maxsize=16_384)
def _join_boundaries(stretch: str, ends: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """The same in one stretch of Thai letters, its boundaries counted from its start."""
    words = _words()
    return tuple(
        (start, end)
        for first, start in enumerate(ends)
        for end in ends[first + 2 : first + MOST_PARTS + 1]
        if stretch[start:end] in words
    )


def is_word(word: str) -> bool:
    """Whether the dictionary has the word."""
    return word in _words()


def ambiguous(text: str, bounds: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Boundaries, each with the one of another reading: พัฒนาการ|ปฏิบัติ may be พัฒนา|การปฏิบัติ.

    A word of the dictionary stands across such a boundary, and what it leaves of its neighbour is a word too.
    """
    for before, at, after in zip(bounds, bounds[1:], bounds[2:], strict=False):
        for cut in _cuts(text[before:after]):
            if before + cut != at:
                yield at, before + cut


@lru_cache(maxsize=16_384)
def _cuts(letters: str) -> tuple[int, ...]:
    """Where the letters of two neighbouring words can be cut into two words of the dictionary."""
    words = _words()
    places = range(2, len(letters) - 1)
    return tuple(cut for cut in places if letters[:cut] in words and letters[cut:] in words)
