"""From a measured figure to its score on a scale (`domain.md` §2.2, §2.3).

A score runs from 1 to 5. `None` means that the figure was measured but the scale's first level was
not reached (step, milestone, count and table scales; a linear scale ends at 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from pipeline.model.indicators import Measured
from pipeline.model.scales import CountScale, LinearScale, MilestoneScale, Scale, StepScale, TableScale
from pipeline.scoring.rounding import as_percent

LOWEST = Decimal(1)
HIGHEST = Decimal(5)


def measured_figure(result: Measured) -> Decimal | None:
    """The figure in the scale's unit, as it is printed: the value or the steps as typed, or the ratio as its
    percentage (ร้อยละ), rounded.
    """
    exact = exact_figure(result)
    return as_percent(exact) if exact is not None and result.numerator is not None else exact


def exact_figure(result: Measured) -> Decimal | None:
    """The same figure, with a ratio as it is before it is rounded."""
    if result.value is not None:
        return result.value
    if result.steps is not None:
        return Decimal(result.steps)
    if result.numerator is not None and result.denominator is not None:
        return result.numerator * 100 / result.denominator
    return None


def score_on(scale: Scale, figure: Decimal) -> Decimal | None:
    """The score of `figure` on `scale`, unrounded; `None` below the first level."""
    match scale:
        case LinearScale():
            return _interpolated(*_more_is_better(scale, figure))
        case StepScale():
            return _steps_reached(*_more_is_better(scale, figure))
        case MilestoneScale() | CountScale():
            return min(figure, HIGHEST) if figure >= LOWEST else None
        case TableScale():
            return _looked_up(scale, figure)


def _more_is_better(scale: LinearScale | StepScale, figure: Decimal) -> tuple[Sequence[Decimal], Decimal]:
    """Thresholds and figure, both mirrored at 0 when lower is better."""
    if scale.ascending:
        return scale.thresholds, figure
    return [-threshold for threshold in scale.thresholds], -figure


def _interpolated(thresholds: Sequence[Decimal], figure: Decimal) -> Decimal:
    """เทียบบัญญัติไตรยางศ์: level + share of the way to the next threshold, within 1 and 5."""
    if figure <= thresholds[0]:
        return LOWEST
    for level, (lower, upper) in enumerate(pairwise(thresholds), 1):
        if figure <= upper:
            return level + (figure - lower) / (upper - lower)
    return HIGHEST


def _steps_reached(thresholds: Sequence[Decimal], figure: Decimal) -> Decimal | None:
    """`ขึ้นไป`: how many thresholds the figure reaches."""
    reached = sum(figure >= threshold for threshold in thresholds)
    return Decimal(reached) if reached else None


def _looked_up(scale: TableScale, figure: Decimal) -> Decimal | None:
    """The row of the figure, or of the nearest smaller value that the table names."""
    rows = [row for row in scale.rows if row.value <= figure]
    return Decimal(max(rows, key=lambda row: row.value).level) if rows else None
