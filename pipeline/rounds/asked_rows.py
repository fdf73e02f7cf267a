"""What a round asks of those who are responsible: the rows of each, and the fields to fill in there."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from pipeline.intake.source import Plain
from pipeline.kinds.kind import Kind
from pipeline.kinds.responsible import OwnedRow, Responsible
from pipeline.model.fields import record_at
from pipeline.model.office_input import OfficeInput
from pipeline.model.records import RoundPart
from pipeline.model.round_fields import round_part_at
from pipeline.thai.digits import to_arabic
from pipeline.workbook.layout import Form, Layout, Names, ProseSheet, Table, rows_of, value_at
from pipeline.workbook.sheet_columns import Column

Field = tuple[str | int, ...]
"""A value in a row: the path of a cell, of a passage of prose, or of one named value."""

RowId = tuple[str, Names]
"""A row anywhere: the list that it is of (with stops between names), and its key."""

_OPEN: frozenset[RoundPart] = frozenset({"result", "text", "carried"})
_SCALE = "scale"
_FIGURE = re.compile(r"-?\d{1,18}(?:\.\d{1,10})?")


@dataclass(frozen=True)
class AskedTable:
    """A list of an input whose rows are handed out: its sheet, the columns that are open, and the sheets of
    what belongs to its rows.
    """

    table: Table
    open: tuple[Column, ...]
    below: tuple[Table | ProseSheet, ...]

    @property
    def list_name(self) -> str:
        """The list, as row ids name it."""
        return ".".join(self.table.into)

    @cached_property
    def key_column(self) -> Column:
        """The column that names a row."""
        return next(column for column in self.table.columns if column.path == (self.table.key,))

    @cached_property
    def beside_column(self) -> Column | None:
        """The column that tells rows of one key apart, if there is one."""
        return next(
            (c for c in self.table.columns if self.table.beside and c.path == (self.table.beside,)), None
        )

    @property
    def key_fields(self) -> Names:
        """The fields of a row that name it."""
        return tuple(filter(None, (self.table.key, self.table.beside)))

    @cached_property
    def reduced(self) -> Table:
        """The sheet with its keys and open columns alone, as it is handed out and read."""
        beside = (self.beside_column,) if self.beside_column else ()
        return replace(self.table, columns=(self.key_column, *beside, *self.open), of=(), optional=True)

    def fields(self, row: Mapping[str, Any]) -> dict[Field, Plain]:
        """What stands in the open fields of a row; an empty one is `None`."""
        found: dict[Field, Plain] = {column.path: value_at(row, column.path) for column in self.open}
        for sheet in self.below:
            if isinstance(sheet, ProseSheet):
                found |= {part.into: value_at(row, part.into) or None for part in sheet.parts}
            elif sheet.shape == "named":
                held = value_at(row, sheet.into)
                named = held if isinstance(held, dict) else {}
                found |= {(*sheet.into, name): value for name, value in named.items()}
            else:
                found[sheet.into] = value_at(row, sheet.into) or None
        return found

    def title(self, field: Field) -> str:
        """What a field is called in the sheets."""
        for column in self.open:
            if column.path == field:
                return column.title
        for sheet in self.below:
            if isinstance(sheet, ProseSheet):
                for part in sheet.parts:
                    if part.into == field:
                        return part.title
            elif sheet.into == field[: len(sheet.into)]:
                return " ".join([sheet.sheet, *map(str, field[len(sheet.into) :])])
        return ".".join(map(str, field))

    def sheet_of(self, field: Field) -> str:
        """The sheet that a field stands on."""
        for sheet in self.below:
            parts = [part.into for part in sheet.parts] if isinstance(sheet, ProseSheet) else [sheet.into]
            if any(field[: len(into)] == into for into in parts):
                return sheet.sheet
        return self.table.sheet


@dataclass(frozen=True)
class Asked:
    """Everything that an input asks of others: `rows` by who answers for them, in the order of the data."""

    kind: Kind
    tables: tuple[AskedTable, ...]
    rows: tuple[OwnedRow, ...]

    @cached_property
    def people(self) -> dict[str, Responsible]:
        """Those who are responsible for any row, by their ids."""
        return {row.who.id: row.who for row in self.rows}

    @cached_property
    def by_key(self) -> dict[tuple[str, str], OwnedRow]:
        """Who answers for the row of a list and a key."""
        return {(".".join(row.into), key_text(row.key)): row for row in reversed(self.rows)}

    def of(self, who: str, table: AskedTable) -> tuple[OwnedRow, ...]:
        """The rows of one table that somebody answers for."""
        return tuple(row for row in self.rows if row.who.id == who and row.into == table.table.into)

    def owner(self, list_name: str, key: str) -> Responsible | None:
        """Who answers for a row; `None` for one that nobody does, or that is not there."""
        row = self.by_key.get((list_name, key_text(key)))
        return row.who if row else None

    def table(self, list_name: str) -> AskedTable:
        """The table of a list."""
        return next(each for each in self.tables if each.list_name == list_name)


def asked_of(kind: Kind, office_input: OfficeInput, layout: Layout) -> Asked:
    """What an input, as far as it is sound, asks of others."""
    rows = kind.owned_rows(office_input)
    lists = dict.fromkeys(row.into for row in rows)
    tables = [table for into in lists for table in _tables_at(layout, into)]
    return Asked(kind, tuple(_asked_table(kind, layout, table) for table in tables), rows)


def _tables_at(layout: Layout, into: Names) -> Iterator[Table]:
    for sheet in layout.sheets:
        if isinstance(sheet, Table) and sheet.into == into and not sheet.owners.tables and sheet.key:
            yield sheet


def _asked_table(kind: Kind, layout: Layout, table: Table) -> AskedTable:
    marked = tuple(column for column in table.columns if _is_marked(kind, table, column.path))
    below = [sheet for sheet in layout.sheets if not isinstance(sheet, Form) and _belongs(sheet, table)]
    open_below = [sheet for sheet in below if any(_is_marked(kind, table, into) for into in _fields(sheet))]
    if marked or open_below:
        return AskedTable(table, marked, tuple(open_below))
    keys = {(table.key,), (table.beside,), *_responsible(kind, table)}
    every = tuple(column for column in table.columns if column.path not in keys)
    return AskedTable(table, every, tuple(sheet for sheet in below if _fields(sheet)[0][0] != _SCALE))


def _responsible(kind: Kind, table: Table) -> set[Field]:
    """The columns that say who is responsible, which nobody fills in for himself."""
    return {column.path for column in table.columns if column.path[:1] in kind.responsible_fields(table.into)}


def _belongs(sheet: Table | ProseSheet, table: Table) -> bool:
    return any(each.sheet == table.sheet for each in sheet.owners.tables)


def _fields(sheet: Table | ProseSheet) -> list[Names]:
    return [part.into for part in sheet.parts] if isinstance(sheet, ProseSheet) else [sheet.into]


def _is_marked(kind: Kind, table: Table, path: Field) -> bool:
    return round_part_at(kind.record, (*table.into, 0, *path)) in _OPEN


def key_text(key: str) -> str:
    """A key as keys are compared: `๑๖.๑.` is `16.1`."""
    return " ".join(to_arabic(key).split()).rstrip(".")


def rows_by_id(asked: Asked, values: Mapping[str, Any]) -> dict[RowId, tuple[Field, dict[str, Any]]]:
    """The rows of an input's plain values that can be handed out, each with its path."""
    found: dict[RowId, tuple[Field, dict[str, Any]]] = {}
    for table in asked.tables:
        for held in rows_of(table.table, values):
            if isinstance(held.value, dict):
                key = tuple(map(key_text, held.key))
                found.setdefault((table.list_name, key), (held.path, held.value))
    return found


class Comparing:
    """Whether two values of a field say the same, however they are typed."""

    def __init__(self, kind: Kind) -> None:
        self._record = kind.record
        self._adapters: dict[tuple[Names, Field], TypeAdapter[Any] | None] = {}

    def same(self, into: Names, field: Field, one: Plain, other: Plain) -> bool:
        """Whether two values are alike: `๗๖,๕๐๐.๐๐` is `76500`, a text with other spaces the same text."""
        return self.normal(into, field, one) == self.normal(into, field, other)

    def normal(self, into: Names, field: Field, value: Plain) -> str:
        """A value as it is compared; empty for nothing."""
        if value is None or value in ("", [], {}):
            return ""
        figure = self._figure(into, field, value)
        if isinstance(figure, Decimal | int) and not isinstance(figure, bool):
            return f"{Decimal(figure).normalize():f}"
        if isinstance(figure, datetime.date):
            return figure.isoformat()
        if isinstance(value, str):
            typed = "" if self._adapter(into, field) else to_arabic(value).replace(",", "").strip()
            return f"{Decimal(typed).normalize():f}" if _FIGURE.fullmatch(typed) else _spaced(value)
        return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)

    def as_kept(self, into: Names, field: Field, value: Plain) -> Plain:
        """A value as it is put into the data: a figure in plain digits, with the decimals as typed."""
        figure = self._figure(into, field, value)
        if isinstance(figure, Decimal | int) and not isinstance(figure, bool):
            return f"{figure:f}" if isinstance(figure, Decimal) else str(figure)
        return value

    def _figure(self, into: Names, field: Field, value: Plain) -> Any:
        adapter = self._adapter(into, field)
        if adapter is None or not isinstance(value, str):
            return None
        try:
            return adapter.validate_python(value)
        except ValidationError:
            return None

    def _adapter(self, into: Names, field: Field) -> TypeAdapter[Any] | None:
        if (into, field) not in self._adapters:
            record = record_at(self._record, (*into, 0, *field[:-1]))
            told = record.model_fields.get(str(field[-1])) if record else None
            self._adapters[into, field] = _adapter_of(told) if told is not None else None
        return self._adapters[into, field]


def _adapter_of(field: FieldInfo) -> TypeAdapter[Any]:
    """What takes a value of the field, with its limits."""
    annotation: Any = Annotated[field.annotation, *field.metadata]
    return TypeAdapter(annotation)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _plain(value: Plain) -> Any:
    """A value without what is empty, and with single spaces."""
    if isinstance(value, str):
        return _spaced(value)
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items() if inner not in (None, "", [], {})}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value


def put_field(row: dict[str, Any], field: Field, value: Plain) -> None:
    """Sets a field of a row of plain values; nothing takes it away."""
    here: Any = row
    for step in field[:-1]:
        inner = here.get(str(step))
        if not isinstance(inner, dict):
            inner = here[str(step)] = {}
        here = inner
    if value is None or value in ("", [], {}):
        here.pop(str(field[-1]), None)
    else:
        here[str(field[-1])] = value


def is_filled(table: AskedTable, row: Mapping[str, Any]) -> bool:
    """Whether a row has any figure, status or text of its round."""
    return any(value not in (None, "", [], {}) for value in table.fields(row).values())


def named_rows(rows: Sequence[OwnedRow]) -> str:
    """The rows as a list of names, for people."""
    return ", ".join(row.name or row.key for row in rows)
