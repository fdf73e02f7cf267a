"""The columns that rows of indicators have ready: a `kind.yaml` names them, and may call them otherwise.

`fields: {name: {}, weight: {}, scale: {}, value: {title: ผลงานจริง}}`: of a column of this table the type is
known, and its title and hint, where the kind says none of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, get_args

from pipeline.model.indicators import Measured

INDICATORS = "indicators"
"""The type of a field that is a list of indicators."""

MEASURED: tuple[str, ...] = (
    "value",
    "numerator",
    "denominator",
    "steps",
    "score",
    "status",
    "note",
    "track",
)
"""What a row may say of its own result, as a result in a list of results does."""

FIGURES = ("value", "numerator", "denominator", "steps", "score")
"""Those of them that are a figure: a row in which none is filled in has no result."""

Measure = Literal["points", "sum", "mean", "weighted", "levels"]
"""What a scheme has, by which the scale of a row may be chosen: its own points, how it combines, levels."""

MEASURES: tuple[str, ...] = get_args(Measure)


_STRUCTURE = ("id", "unit", "weight", "scale", "status", "track")


def columns_of_criteria(columns: Iterable[str], makers: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Which of the columns say by what rows are scored, those that their scales are made of too: what tables
    are laid out and reckoned by, and no value of anybody.
    """
    return frozenset(columns) & {*_STRUCTURE, *_texts_in(list(makers))}


def _texts_in(held: Any) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping | list):
        for each in held.values() if isinstance(held, Mapping) else held:
            yield from _texts_in(each)


def _column(type_name: str, title: str, hint: str = "", **more: Any) -> dict[str, Any]:
    return {"type": type_name, "title": title, "hint": hint or title, **more}


def _measured(name: str) -> dict[str, Any]:
    field = Measured.model_fields[name]
    title = field.title or (field.description or "").partition(" เช่น ")[0]
    return _column("measured", title, field.description or "")


STANDARD: Mapping[str, Mapping[str, Any]] = {
    "id": _column("id", "เลขที่", "เลขที่ตัวชี้วัด เช่น 1.1", required=True),
    "name": _column("text", "ชื่อตัวชี้วัด", required=True),
    "unit": _column("text", "หน่วยวัด", "หน่วยวัด เช่น ร้อยละ ระดับ จำนวน"),
    "weight": _column("weight", "น้ำหนัก (ร้อยละ)", "น้ำหนักของตัวชี้วัด"),
    "scale": _column("scale", "เกณฑ์", "เกณฑ์การให้คะแนน"),
    "levels": _column("levels", "คำอธิบายระดับ", "คำอธิบายของแต่ละระดับ"),
    **{name: _measured(name) for name in MEASURED},
}
"""The columns by their names, each as a field of a `kind.yaml` says it."""

assert set(MEASURED) == set(Measured.model_fields)


def with_standard_columns(typed: Any) -> Any:
    """A field of the type `indicators` as typed, with what is known of its standard columns filled in."""
    if (
        not isinstance(typed, dict)
        or typed.get("type") != INDICATORS
        or not isinstance(typed.get("fields"), dict)
    ):
        return typed
    fields = {name: _filled_in(name, inner) for name, inner in typed["fields"].items()}
    return {**typed, "fields": fields}


def _filled_in(name: str, typed: Any) -> Any:
    known = STANDARD.get(name)
    if known is None:
        return typed
    if typed is None:
        return dict(known)
    if not isinstance(typed, dict):
        return typed
    hint = {"hint": typed["title"]} if "title" in typed and "hint" not in typed else {}
    return {**known, **hint, **typed}
