"""Data -> what stands in each row of each sheet, as text; how it looks is `writing`'s matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from pipeline.diagnostics import InputError, diagnose
from pipeline.workbook.last_columns import last_cells, last_values_of
from pipeline.workbook.layout import (
    AnySheet,
    Form,
    Layout,
    ProseSheet,
    Section,
    Table,
    held_by,
    rows_of,
    value_at,
)
from pipeline.workbook.prose import chapter_pieces, pieces_of
from pipeline.workbook.scheme_names import SCHEMES, scheme_title
from pipeline.workbook.sheet_columns import MOST_LEVELS, Column

Row = tuple[str, ...]
LastCells = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a form; a section's heading has no column."""

    label: str
    column: Column | None = None
    value: str = ""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form and its lines."""

    form: Form
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A table or a prose sheet, and its rows below the header; short rows end in empty cells."""

    sheet: Table | ProseSheet
    rows: tuple[Row, ...]
    last: tuple[LastCells, ...] = ()
    """Of each row, what its cells held last round, by the number of the column."""


Filled = FilledForm | FilledTable


def fill(layout: Layout, values: Mapping[str, Any]) -> tuple[Filled, ...]:
    """Every sheet of the layout with the data of `values` in it; a seldom one only if it holds any.

    Raises `InputError` for a list with more levels than a sheet has columns.
    """
    lasts = last_values_of(values)
    filled = [_fill_sheet(sheet, values, lasts) for sheet in layout.sheets]
    return tuple(each for each in filled if not _is_left_out(each))


def _is_left_out(filled: Filled) -> bool:
    if isinstance(filled, FilledForm):
        return filled.form.seldom and not any(line.value for line in filled.lines)
    return isinstance(filled.sheet, Table) and filled.sheet.seldom and not filled.rows


def _fill_sheet(sheet: AnySheet, values: Mapping[str, Any], lasts: Mapping[str, str]) -> Filled:
    if isinstance(sheet, Form):
        return FilledForm(sheet, tuple(line for part in sheet.sections for line in _lines(part, values)))
    if isinstance(sheet, ProseSheet):
        return FilledTable(sheet, tuple(_prose_rows(sheet, values)))
    return FilledTable(sheet, tuple(_table_rows(sheet, values)), tuple(_last_cells(sheet, values, lasts)))


def _lines(section: Section, values: Mapping[str, Any]) -> Iterator[Line]:
    record = value_at(values, section.at)
    yield Line(section.title)
    for column in section.columns:
        yield Line(column.title, column, cell_text(column, value_at(record, column.path)))


def _table_rows(table: Table, values: Mapping[str, Any]) -> Iterator[Row]:
    for row in rows_of(table, values):
        number = (str(int(row.path[-1]) + 1),) if table.numbered else ()
        yield (*table.owners.cells_of(row.owner), *number, *_cells(table, row.value))


def _last_cells(table: Table, values: Mapping[str, Any], lasts: Mapping[str, str]) -> Iterator[LastCells]:
    """What the cells of each row held last round, by the number of the column of the whole sheet."""
    for row in rows_of(table, values) if lasts else ():
        before = len(table.owners.cells_of(row.owner)) + bool(table.numbered)
        found = last_cells(table, row, values, lasts)
        yield {before + n: text for n, text in found.items()}


def _cells(table: Table, entry: Any) -> Iterator[str]:
    if table.shape == "named":
        name, entry = entry
        yield name
        columns = table.columns[1:]
        if not isinstance(entry, dict):
            entry = {str(columns[0].path[0]): entry}
    else:
        columns = table.columns
    for column in columns:
        if column.level == MOST_LEVELS and len(value_at(entry, column.path[:-1]) or ()) > MOST_LEVELS:
            raise InputError([diagnose("too-wide/levels", limit=MOST_LEVELS, sheet=table.sheet)])
        yield cell_text(column, value_at(entry, column.path))


def cell_text(column: Column, value: Any) -> str:
    """What the cell says: choices by their names, several values with commas between."""
    if value is None:
        return ""
    match column.kind:
        case "list":
            return (", ".join(value) or column.nothing) if isinstance(value, list) else str(value)
        case "choice":
            return column.name_of(value.strip())
        case "text":
            return scheme_title(str(value)) if column.entries == SCHEMES else str(value)
        case "number" | "year" | "date" | "month" | "clock":
            return str(value)
        case _:
            assert_never(column.kind)


def _prose_rows(sheet: ProseSheet, values: Mapping[str, Any]) -> Iterator[Row]:
    for owner in held_by(sheet.owners, values):
        for part in sheet.parts:
            named = (part.title,) if len(sheet.parts) > 1 else ()
            prose = value_at(owner.value, part.into) or []
            for piece in chapter_pieces(prose) if sheet.chapters else pieces_of(prose):
                depth = "" if piece.depth is None else str(piece.depth)
                yield (*sheet.owners.cells_of(owner.key), *named, piece.type, depth, *piece.cells)
