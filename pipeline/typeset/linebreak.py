"""Optimum fit: the line ends of a paragraph that together cost least.

After Knuth and Plass, *Breaking Paragraphs into Lines* (1981), without glue that shrinks: a line is
never wider than its measure. A line's cost grows with the cube of its slack and the square of the
penalty of the place where it ends. The work is linear in the words: a line holds a bounded number.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from math import inf
from typing import NamedTuple

from pipeline.document.lengths import ZERO, Pt
from pipeline.thai.costs import LAST_RESORT, OFFICIAL, RELUCTANT
from pipeline.typeset.words import Word

_WEIGHTS = ((LAST_RESORT, 1_000_000), (RELUCTANT, 1_000), (OFFICIAL, 30), (0, 1))
"""What the square of a cost is multiplied by, from each cost on."""
ROUNDING = Pt(1e-6)
"""Sums of widths may miss the measure by so much, pt."""


class Tolerance(NamedTuple):
    """The share of the measure that a line may be short by before it looks bad."""

    share: float


JUSTIFIED = Tolerance(0.08)
RAGGED = Tolerance(0.25)


def line_ends(words: Sequence[Word], first: Pt, rest: Pt, tolerance: Tolerance) -> list[int]:
    """The index after the last word of each line; the last is `len(words)`.

    `first` and `rest` are the measures in pt of the first line and of the others. Each word must
    fit its line (`words.fitted`); one that does not gets a line of its own. Figures are of one width, so a
    text with other figures is often one of the same measures, and its line ends are known.
    """
    measures = tuple([(word.width, word.space, word.penalty) for word in words])
    return [*_line_ends(measures, first, rest, tolerance)]


@lru_cache(maxsize=1_024)
def _line_ends(
    words: tuple[tuple[Pt, Pt, int], ...], first: Pt, rest: Pt, tolerance: Tolerance
) -> tuple[int, ...]:
    """The line ends of words of these widths, spaces after them, and penalties."""
    count = len(words)
    reach = [ZERO, *accumulate([width + space for width, space, _ in words])]
    best = [0.0] + [inf] * count
    came = [0] * (count + 1)
    for end, (_, space, cost_here) in enumerate(words, 1):
        edge = reach[end] - space
        penalty = 0.0 if end == count else _penalty(cost_here)
        least, measure = inf, rest
        for start in range(end - 1, -1, -1):
            if not start:
                measure = first
            slack = measure - edge + reach[start]
            if slack < -ROUNDING and start < end - 1:
                break
            cost = best[start] + penalty
            if cost < least:
                cost += 1.0 if end == count else _demerits(slack, measure, tolerance.share)
                if cost < least:
                    least, came[end] = cost, start
        best[end] = least
    return tuple(_path(came, count))


def _path(came: list[int], count: int) -> list[int]:
    ends = []
    at = count
    while at > 0:
        ends.append(at)
        at = came[at]
    return ends[::-1]


def _demerits(slack: Pt, measure: Pt, tolerated: float) -> float:
    """What the white of a line costs; the last line of a paragraph may be short for nothing."""
    short = slack / (tolerated * measure)
    badness = 100 * short * short * short if short > 0 else 0.0
    return (1 + badness) ** 2


@lru_cache(maxsize=64)
def _penalty(penalty: int) -> float:
    """What the place costs where a line ends: its square, and more from `OFFICIAL` on.

    A justified line would sooner stand a quarter empty than end inside an official word, half empty than end
    at a reluctant place, and empty but for one word than end at a last resort.
    """
    weight = next(weight for least, weight in _WEIGHTS if penalty >= least)
    return float(penalty * penalty * weight)
