"""The score of a figure on a curve: exact, and rounded by nobody here (`domain.md` §2.2, §2.3)."""

from __future__ import annotations

from decimal import Decimal
from itertools import takewhile
from typing import assert_never

from pipeline.model.curves import Curve, Point


def score_of(curve: Curve, figure: Decimal) -> Decimal | None:
    """The score of `figure`; `None` if it does not reach the first point and the curve gives none below it.

    Beyond the last point its score holds. With a share of the way it may have no end (1/3): reckon in the
    context `rounding.EXACT`.
    """
    last, following = points_around(curve, figure)
    if last is None:
        return _score_below_curve(curve)
    if following is None:
        return last.score
    match curve.between:
        case "step":
            return last.score
        case "interpolate":
            way, whole = figure - last.figure, following.figure - last.figure
            return last.score + way * (following.score - last.score) / whole
        case _:
            assert_never(curve.between)


def points_around(curve: Curve, figure: Decimal) -> tuple[Point | None, Point | None]:
    """The last point that `figure` reaches and the one after it; `None` before the first, and beyond the
    last.
    """
    reached = sum(1 for _ in takewhile(lambda point: _reaches(curve, figure, point.figure), curve.points))
    points = (None, *curve.points, None)
    return points[reached], points[reached + 1]


def _reaches(curve: Curve, figure: Decimal, limit: Decimal) -> bool:
    return figure >= limit if curve.more_is_better else figure <= limit


def _score_below_curve(curve: Curve) -> Decimal | None:
    match curve.below:
        case "first":
            return curve.points[0].score
        case "zero":
            return Decimal(0)
        case "none" | "no-level":
            return None
        case _:
            assert_never(curve.below)
