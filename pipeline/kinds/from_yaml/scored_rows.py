"""Rows of indicators: what each is scored on, and its own result, where the row holds it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter, ValidationError

from pipeline.kinds.from_yaml.records import IndicatorRow
from pipeline.kinds.from_yaml.scored_columns import FIGURES, MEASURED
from pipeline.model.indicators import Measured
from pipeline.model.scales import Scale
from pipeline.model.schemes import Rules
from pipeline.model.soundness import Unsound, is_refused

_SCALE: TypeAdapter[Scale] = TypeAdapter(Scale)


def value_of(row: IndicatorRow, name: str, empty: Any = None) -> Any:
    """A column of the row; `empty` where its kind has no such column."""
    return getattr(row, name) if name in type(row).model_fields else empty


def result_of(row: IndicatorRow) -> Measured | None:
    """The result that a row holds; `None` where it holds none. A column that was refused stays so."""
    held = {name: value_of(row, name) for name in MEASURED if name in type(row).model_fields}
    has_figure = any(held.get(name) is not None for name in FIGURES)
    if not has_figure and held.get("status", "measured") in (None, "measured"):
        return None
    given = {name: value for name, value in held.items() if value is not None}
    return Measured.model_construct(**{**_UNTYPED, **given})


_UNTYPED = {name: field.get_default() for name, field in Measured.model_fields.items()}


def make_scale(row: IndicatorRow, rules: Rules) -> Scale | None:
    """The scale of a row under the rules of its scheme, as its kind says; `None` where what it is made of is
    not filled in, or makes none. Raises `Unsound` where that was refused.
    """
    maker = next((each for each in row.scale_makers if _fits(each.get("when", ""), rules)), None)
    if maker is None:
        return None
    figures = {name: _figure(row, typed) for name, typed in maker.items() if name not in ("type", "when")}
    if any(map(is_refused, figures.values())):
        raise Unsound
    if any(figure is None for figure in figures.values()):
        return None
    try:
        return _SCALE.validate_python({"type": maker["type"], **figures})
    except ValidationError:
        return None


def _fits(when: str, rules: Rules) -> bool:
    """Whether a scheme has what a way of making scales is for."""
    return {
        "": True,
        "points": bool(rules.points),
        "levels": bool(rules.levels),
        "sum": rules.combine == "sum",
        "mean": rules.combine == "mean",
        "weighted": rules.combine == "weighted",
    }[when]


def _figure(row: IndicatorRow, typed: Any) -> Any:
    """A figure of a scale: as the kind says it, or the value of the column that it names."""
    if isinstance(typed, list):
        found = [_figure(row, each) for each in typed]
        return None if None in found else found
    if isinstance(typed, dict):
        inner = {name: _figure(row, each) for name, each in typed.items()}
        return None if None in inner.values() else inner
    if typed not in type(row).model_fields:
        return typed
    value = getattr(row, typed)
    if is_refused(value):
        return value
    return str(value) if isinstance(value, int | Decimal) else value
