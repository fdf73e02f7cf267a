"""Figures as they are typed, for rules that compare them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from pipeline.thai.digits import to_arabic


def figure_of(typed: object) -> Decimal | None:
    """`๑,๒๓๔.๕๐`, `80%` or a number as a figure, exactly; `None` for whatever else."""
    if isinstance(typed, bool):
        return None
    try:
        figure = Decimal(to_arabic(str(typed)).replace(",", "").strip().rstrip("%"))
    except InvalidOperation:
        return None
    return figure if figure.is_finite() else None


__all__ = ["figure_of"]
