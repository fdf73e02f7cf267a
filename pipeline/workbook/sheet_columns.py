"""A record's fields -> the columns of a sheet: titles, hints and choices come from the model alone."""

from __future__ import annotations

import datetime
import re
import types
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, MinLen
from pydantic.fields import FieldInfo

from pipeline.model.choices import choice_name
from pipeline.model.fields import is_by_level, title_of
from pipeline.model.marks import Clock
from pipeline.model.records import Made, OfMonth, Record, Refers, Seldom
from pipeline.thai.dates import FIRST_BUDDHIST_YEAR

Kind = Literal["text", "number", "year", "date", "month", "clock", "choice", "list"]
"""What is typed in a column. A `list` is several short values in one cell, with commas between."""

MOST_LEVELS = 20
"""Columns for the levels of a scheme, at most; a sheet shows as many as its schemes have."""

NOT_AT_ALL = "ไม่ปัด"
"""What stands in the cell of a list that is empty on purpose: decimals where nothing is rounded."""

_IN_YAML = re.compile(r" \(ใน \w+\)")
"""Where a YAML file holds what a field refers to."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table, or one line of a form.

    `path` leads to the value inside its record (`("scale", "thresholds", 0)`); `refers` names the
    sheet whose first column holds the values to choose from, `entries` the list at the top of the input
    (`schemes`) of which it names one. `names` are what `choices` are called, in their order, where the model
    has no names for them. `level` is that of a list with a value for each level of a scheme, of which the
    list has `least`; `seldom` a column that is shown where the data fill it in; `nothing` the text of a list
    that is empty on purpose.
    """

    path: tuple[str | int, ...]
    title: str
    hint: str
    kind: Kind = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    refers: str = ""
    names: tuple[str, ...] = ()
    entries: str = ""
    level: int = 0
    least: int = 0
    seldom: bool = False
    nothing: str = ""

    def name_of(self, choice: str) -> str:
        """What one of the choices is called; a value that is none of them stands as it is."""
        if not self.names:
            return choice_name(choice)
        return dict(zip(self.choices, self.names, strict=True)).get(choice, choice)


def columns_of(record: type[Record]) -> tuple[Column, ...]:
    """Columns for all single values in the record and in the records inside it.

    Lists of records, prose and named values have sheets of their own and are left out. What few inputs fill
    in comes last.
    """
    return tuple(sorted(_columns(record, (), required=True), key=lambda column: column.seldom))


def own_columns_of(record: type[Record]) -> tuple[Column, ...]:
    """As `columns_of`, but of the records inside only a required person; the others are sections."""
    inner = {name for name, field in record.model_fields.items() if _is_section(field)}
    return tuple(column for column in columns_of(record) if column.path[0] not in inner)


def list_column(field: FieldInfo, path: tuple[str | int, ...]) -> Column:
    """A column for several short values: years, names. Left out, a list may be another than an empty one."""
    nothing = NOT_AT_ALL if not field.is_required() and field.default is None else ""
    hint = f"{field.description} (คั่นด้วยจุลภาค{f' หรือ {nothing}' if nothing else ''})"
    return Column(path, title_of(field), hint, "list", nothing=nothing)


def _is_section(field: FieldInfo) -> bool:
    records = _records(field.annotation)
    return bool(records) and not (field.is_required() and records[0].__name__ == "Person")


def _columns(record: type[Record], path: tuple[str | int, ...], *, required: bool) -> Iterator[Column]:
    for name, field in record.model_fields.items():
        if any(isinstance(mark, Made) for mark in field.metadata):
            continue
        here = (*path, name)
        needed = required and field.is_required()
        records = _records(field.annotation)
        if len(records) > 1:
            yield from _union(records, here, required=needed)
        elif records:
            yield from _columns(records[0], here, required=needed)
        else:
            yield from _single(field, here, required=needed)


def _union(records: list[type[Record]], path: tuple[str | int, ...], *, required: bool) -> Iterator[Column]:
    """The columns of all members; their tag is a choice."""
    tags = tuple(get_args(record.model_fields["type"].annotation)[0] for record in records)
    hints = [f"{record.model_fields['type'].description}" for record in records]
    title = title_of(records[0].model_fields["type"])
    yield Column((*path, "type"), title, " / ".join(hints), "choice", required, tags)
    seen = {"type"}
    for record in records:
        for name, field in record.model_fields.items():
            if name not in seen:
                seen.add(name)
                yield from _single(field, (*path, name), required=False)


def _single(field: FieldInfo, path: tuple[str | int, ...], *, required: bool) -> Iterator[Column]:
    seldom = any(isinstance(mark, Seldom) for mark in field.metadata)
    entries = next((mark.entries for mark in field.metadata if isinstance(mark, Refers)), "")
    for column in _plain(field, path, required=required):
        yield replace(column, seldom=seldom, entries=entries)


def _plain(field: FieldInfo, path: tuple[str | int, ...], *, required: bool) -> Iterator[Column]:
    title, hint = title_of(field), _IN_YAML.sub("", field.description or "")
    inner = _without_none(field.annotation)
    if get_origin(inner) is tuple:
        item = _bare(get_args(inner)[0])
        if is_by_level(field):
            kind, least = _kind(item, []), _least(field)
            yield from (
                Column(
                    (*path, n - 1), f"{title} {n}", f"{hint} (ระดับ {n})", kind, required, level=n, least=least
                )
                for n in range(1, MOST_LEVELS + 1)
            )
        elif item is int:
            yield list_column(field, path)
    elif choices := _choices(inner):
        yield Column(path, title, _told_by_name(title, hint, choices), "choice", required, choices)
    elif _is_clock(field.annotation):
        yield Column(path, title, hint, "clock", required)
    elif _is_month(field):
        yield Column(path, title, hint, "month", required)
    elif (bare := _bare(inner)) in (str, int, Decimal, datetime.date):
        yield Column(path, title, hint, _kind(bare, field.metadata), required)


def _least(field: FieldInfo) -> int:
    return max((limit.min_length for limit in field.metadata if isinstance(limit, MinLen)), default=0)


def _told_by_name(title: str, hint: str, choices: tuple[str, ...]) -> str:
    """The hint; where it explains the values of YAML, the names of the choices instead."""
    names_values = ":" in hint or any(choice in hint for choice in choices)
    return f"{title}: {', '.join(map(choice_name, choices))}" if names_values else hint


def _kind(bare: Any, metadata: list[Any]) -> Kind:
    if bare is datetime.date:
        return "date"
    if any(isinstance(limit, Ge) and limit.ge == FIRST_BUDDHIST_YEAR for limit in metadata):
        return "year"
    return "text" if bare is str else "number"


def _is_clock(annotation: Any) -> bool:
    return annotation == Clock or Clock in get_args(annotation)


def _is_month(field: FieldInfo) -> bool:
    """Whether the field is a month, which may be left out."""
    inner = (mark for each in get_args(field.annotation) for mark in getattr(each, "__metadata__", ()))
    return any(isinstance(mark, OfMonth) for mark in (*field.metadata, *inner))


def _choices(inner: Any) -> tuple[str, ...]:
    if inner is bool:
        return ("true", "false")
    return tuple(get_args(inner)) if get_origin(inner) is Literal else ()


def _bare(annotation: Any) -> Any:
    """`Decimal` of `Annotated[Decimal, …]`."""
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _without_none(annotation: Any) -> Any:
    """`int` of `int | None`, without what is annotated."""
    bare = _bare(annotation)
    if get_origin(bare) in {Union, types.UnionType}:
        members = [_bare(each) for each in get_args(bare) if each is not types.NoneType]
        return members[0] if len(members) == 1 else bare
    return bare


def _records(annotation: Any) -> list[type[Record]]:
    """The records that a field may hold directly; empty for lists, names and single values."""
    bare = _without_none(annotation)
    members = get_args(bare) if get_origin(bare) in {Union, types.UnionType} else (bare,)
    flat = [inner for member in members for inner in _members(member)]
    return [member for member in flat if isinstance(member, type) and issubclass(member, Record)]


def _members(annotation: Any) -> tuple[Any, ...]:
    bare = _bare(annotation)
    return get_args(bare) if get_origin(bare) in {Union, types.UnionType} else (bare,)
