"""The figure of a result, and its score on a scale (`domain.md` §2.2, §2.3)."""

from __future__ import annotations

from decimal import Decimal

from pipeline.model.indicators import Measured
from pipeline.model.scales import AnyScale
from pipeline.model.schemes import Rules
from pipeline.scoring.curve import score_of
from pipeline.scoring.rounding import round_to

_PERCENT = Decimal(100)


def measured_figure(result: Measured, scale: AnyScale, rules: Rules) -> Decimal | None:
    """The figure in the scale's unit, as it is printed: the value or the steps as typed, or the ratio as its
    percentage (ร้อยละ), or as many of the number that the scale names, rounded.
    """
    exact = exact_figure(result, scale)
    if exact is None or result.numerator is None:
        return exact
    return round_to(exact, rules.rounding.ratio)


def exact_figure(result: Measured, scale: AnyScale) -> Decimal | None:
    """The same figure, with a ratio as it is before it is rounded."""
    if result.value is not None:
        return result.value
    if result.steps is not None:
        return Decimal(result.steps)
    if result.numerator is not None and result.denominator is not None:
        return result.numerator * (scale.per or _PERCENT) / result.denominator
    return None


def score_on(scale: AnyScale, figure: Decimal, rules: Rules) -> Decimal | None:
    """The score of `figure` on `scale`, unrounded; `None` below the first level where that gives none."""
    return score_of(scale.curve(rules), scale.compared(figure))
