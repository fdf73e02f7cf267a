"""Optimum fit: the line ends of a paragraph that together cost least.

After Knuth and Plass, *Breaking Paragraphs into Lines* (1981), without glue that shrinks: a line is
never wider than its measure. A line's cost grows with the cube of its slack and the square of the
penalty of the place where it ends. The work is linear in the words: a line holds a bounded number.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.typeset.words import Word

GLUE = 700
"""Penalties from here on are glue: such a place is taken only where nothing else fits."""


class Tolerance(NamedTuple):
    """The share of the measure that a line may be short by before it looks bad."""

    share: float


JUSTIFIED = Tolerance(0.08)
RAGGED = Tolerance(0.25)


def line_ends(words: Sequence[Word], first: float, rest: float, tolerance: Tolerance) -> list[int]:
    """The index after the last word of each line; the last is `len(words)`.

    `first` and `rest` are the measures in pt of the first line and of the others. Each word must
    fit its line (`words.fitted`); one that does not gets a line of its own.
    """
    count = len(words)
    best: list[float] = [0.0] + [float("inf")] * count
    came: list[int] = [0] * (count + 1)
    for end in range(1, count + 1):
        width = 0.0
        for start in range(end - 1, -1, -1):
            width += words[start].width + (words[start].space if start < end - 1 else 0.0)
            measure = rest if start else first
            if width > measure and start < end - 1:
                break
            cost = best[start] + _cost(measure - width, measure, words[end - 1], end == count, tolerance)
            if cost < best[end]:
                best[end], came[end] = cost, start
    return _path(came, count)


def _path(came: list[int], count: int) -> list[int]:
    ends = []
    at = count
    while at > 0:
        ends.append(at)
        at = came[at]
    return ends[::-1]


def _cost(slack: float, measure: float, last: Word, ends_paragraph: bool, tolerance: Tolerance) -> float:
    """What a line costs that ends after `last`. The last line of a paragraph may be short."""
    if ends_paragraph:
        return 1.0
    badness = 100 * (max(slack, 0.0) / (tolerance.share * measure)) ** 3
    penalty = float(last.penalty) ** 2
    return (1 + badness) ** 2 + (penalty * 1_000 if last.penalty >= GLUE else penalty)
