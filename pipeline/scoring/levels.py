"""From a measured figure to its score on a scale (`domain.md` §2.2, §2.3).

A score runs from 1 to 5. `None` means that the figure was measured but the scale's first level was
not reached, on a scale that gives no score below it.
"""

from __future__ import annotations

from decimal import Decimal

from pipeline.model.indicators import Measured
from pipeline.model.scales import AnyScale
from pipeline.scoring.curve import score_of
from pipeline.scoring.rounding import as_percent

LOWEST = Decimal(1)


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


def score_on(scale: AnyScale, figure: Decimal) -> Decimal | None:
    """The score of `figure` on `scale`, unrounded; `None` below the first level."""
    return score_of(scale.curve, figure)
