"""Read-only views of records for templates: fields and documented properties, nothing else.

A record has many methods (pydantic's `parse_raw` unpickles what it is given). A view is made from its class:
one slot for each field and for each property that is marked `in_templates`, filled when it is first read.
Figures, dates and yes or no pass as they are, texts with their line ends kept (`thai.line_ends`), tuples and
mappings with what they hold.
"""

from __future__ import annotations

import datetime
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from pipeline.model.in_templates import derived_names
from pipeline.model.masks import Mask
from pipeline.model.records import Record
from pipeline.thai.line_ends import normalize_line_ends

PLAIN = frozenset({str, Markup, Mask, int, float, bool, type(None), Decimal, datetime.date})
"""Types whose values a template gets as they are."""

_put = object.__setattr__


class View:
    """A record as templates see it. `reach` names what can be read of it."""

    __slots__ = ("_record",)
    reach: frozenset[str] = frozenset()
    _record: Any

    def __init__(self, record: object) -> None:
        _put(self, "_record", record)

    def __getattr__(self, name: str) -> Any:
        """Fills a slot that is still empty."""
        if name not in type(self).reach:
            raise AttributeError(name)
        value = view_of(getattr(self._record, name))
        _put(self, name, value)
        return value

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(name)

    def __delattr__(self, name: str) -> None:
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, View) and bool(self._record == other._record)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return type(self).__name__


def view_of(value: Any) -> Any:
    """A value as templates see it. Raises `TypeError` for a kind that they are not to have."""
    kind: type = type(value)
    if kind is str:
        return normalize_line_ends(value)
    if kind in PLAIN or issubclass(kind, View):
        return value
    if kind is tuple or kind is list:
        return kind([view_of(each) for each in value])
    if isinstance(value, Mapping):
        return {name: each if type(each) is str else view_of(each) for name, each in value.items()}
    if isinstance(value, types.FunctionType | types.MethodType):
        return callable_view(value)
    return view_type(kind)(value)  # type: ignore[arg-type]  # a class is hashable; mypy reads its instances' method


def callable_view(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function of ours that templates may call: it is given records, and what it gives is seen, too."""

    def call(*given: Any) -> Any:
        return view_of(function(*map(record_of, given)))

    return call


@lru_cache(maxsize=1024)
def view_type(kind: type) -> type[View]:
    """The class of the views of one class of records. Raises `TypeError` for anything else."""
    names = frozenset({*field_names(kind), *derived_names(kind)})
    members = {"__slots__": tuple(sorted(names)), "__module__": __name__, "reach": names}
    return type(kind.__name__, (View,), members)


def field_names(kind: type) -> tuple[str, ...]:
    """The fields of a class of records: of an input, of scores, or a named tuple; without raw bytes, of
    which a template has no use.
    """
    if issubclass(kind, Record):
        return tuple(name for name, field in kind.model_fields.items() if field.annotation != bytes | None)
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind))
    if issubclass(kind, tuple):
        return tuple(getattr(kind, "_fields", ()))
    raise TypeError(f"templates are given no {kind.__name__}")


def record_of(view: Any) -> Any:
    """The record behind a view; anything else as it is."""
    return view._record if isinstance(view, View) else view
