"""A table with one row for each unit, CSV or a workbook's sheet -> ids and cells, each with its place.

The header holds `id`, and names of values in words or paths (`unit_columns`); an empty cell leaves the base's
value. The column `remark` and those without a header are for people and not read. Titles above the header,
empty rows and a row of sums below are no units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.batch.unit_header import ID, Column, Heads, find_heads, heads_with_id
from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.book_reader import read_book_apart
from pipeline.intake.csv_text import MAX_BYTES, table_rows
from pipeline.intake.opening import ordinary_bytes
from pipeline.intake.sheets import Cell, Sheet
from pipeline.papers.overrides import Override
from pipeline.thai.repair import repair_text
from pipeline.workbook.rows import is_total

if TYPE_CHECKING:
    from pipeline.intake.sheets import Book

REMARKS = ("remark", "หมายเหตุ")
SHEETS = ("units", "หน่วยงาน")

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""What no paper can print; a cell pasted from elsewhere may hide some."""

_NOTE = re.compile(r"(?:หมายเหตุ|ที่มา|ข้อมูล ณ)|[*※]")
"""How a line below a table begins that is no unit's."""


class Row(NamedTuple):
    """A unit's id, what it has otherwise, where it stands, and why it is no unit, if it is none."""

    id: str
    overrides: tuple[Override, ...]
    place: Location
    faults: tuple[Diagnostic, ...] = ()


class TypedRow(NamedTuple):
    """A row as typed: its id, its cells by their columns, the place of its id, and what is wrong with it."""

    id: str
    cells: Mapping[int, Cell]
    place: Location
    faults: tuple[Diagnostic, ...]


class Units(NamedTuple):
    """A table of units: its rows, its columns but that of ids, what is wrong with cells, and what the user
    should know. `named` is the column of ids where that is headed by another name than `id`.
    """

    rows: list[TypedRow]
    columns: Mapping[int, Column]
    faults: tuple[Diagnostic, ...]
    remarks: tuple[Diagnostic, ...]
    named: Column | None


class _Table(NamedTuple):
    """A sheet, how many fields its lines have (of a CSV file), and what reading it gave."""

    sheet: Sheet
    widths: Mapping[int, int]
    faults: tuple[Diagnostic, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()


def read_units(path: Path) -> Units:
    """The units of a CSV file or a workbook's sheet, in order.

    Of a workbook it is the sheet `units` or `หน่วยงาน`, else the first with such a header. Raises
    `InputError`: the file is missing or unreadable, has no column of ids, or a quotation mark that is never
    closed. A row without an id or with more fields than the header has bears its faults.
    """
    table = _of_workbook(path) if path.suffix.lower() == ".xlsx" else _of_csv(path)
    sheet = table.sheet
    heads = find_heads(sheet)
    if heads is None:
        raise InputError([_no_id_column(sheet.place(min(sheet.rows, default=1), 1))])
    columns = {n: column for n, column in heads.columns.items() if n != heads.id_column}
    rows: list[TypedRow] = []
    remarks = list(table.remarks)
    for number in sorted(number for number in sheet.rows if number > heads.row):
        cells = sheet.rows[number]
        if all(cell.shared for cell in cells.values()):
            continue
        if is_total(cells):
            remarks.append(diagnose("total-row", sheet.place(number, min(cells))))
            continue
        id = cells[heads.id_column].text if heads.id_column in cells else ""
        faults = tuple(_faults_of(cells, heads, sheet, number, table.widths.get(heads.row, 0)))
        rows.append(TypedRow(id, cells, sheet.place(number, heads.id_column), faults))
    named = heads.columns[heads.id_column]
    remarks += _without_header(rows, heads)
    called = None if named.name.casefold() == ID else named
    if called:
        remarks.append(diagnose("id-column", called.place, column=called.name))
    return Units(rows, columns, table.faults, tuple(remarks), called)


def _faults_of(
    cells: Mapping[int, Cell], heads: Heads, sheet: Sheet, row: int, width: int
) -> Iterator[Diagnostic]:
    """What is wrong with a row: no id, a note instead of one, what cannot be printed, too many fields."""
    id = cells.get(heads.id_column)
    if id is None:
        yield _no_id(sheet.place(row, heads.id_column))
    elif _NOTE.match(id.text):
        yield diagnose("no-unit", id.place, text=id.text[:40])
    for column, cell in sorted(cells.items()):
        if column in heads.columns and (found := _CONTROL.search(cell.text)):
            yield _control(sheet.place(row, column), found.group())
    beyond = min((column for column in cells if width and column > width), default=None)
    if beyond is not None:
        yield _beyond_header(sheet.place(row, beyond), cells[beyond].text)


def _without_header(rows: list[TypedRow], heads: Heads) -> Iterator[Diagnostic]:
    """A remark on the first value of each column that has no header."""
    seen: set[int] = set()
    for row in rows:
        for column, cell in row.cells.items():
            if column not in heads.columns and column not in seen and not cell.shared:
                seen.add(column)
                yield diagnose("no-header", cell.place, text=cell.text[:40])


def _of_csv(path: Path) -> _Table:
    file = str(path)
    rows: dict[int, dict[int, Cell]] = {}
    widths: dict[int, int] = {}
    for line, fields in table_rows(_bytes_of(path), file):
        cells = {
            n: Cell(typed, Location(file, line, n), shown=typed)
            for n, field in enumerate(fields, 1)
            if (typed := repair_text(field).strip())
        }
        if cells:
            rows[line], widths[line] = cells, len(fields)
    return _Table(Sheet(path.stem, file, rows, is_csv=True), widths)


def units_sheet(book: Book) -> Sheet | None:
    """The sheet with one row for each unit: named so, and with a column `id`. An HR Scorecard's own sheet
    `หน่วยงาน`, which lists whom the plan speaks of, has none.
    """
    return next((one for one in book.sheets if one.name.strip() in SHEETS and heads_with_id(one)), None)


def holds_units(path: Path) -> bool:
    """Whether a workbook has a sheet of units; a file that cannot be read has none."""
    try:
        return units_sheet(read_book_apart(path)) is not None
    except InputError:
        return False


def _of_workbook(path: Path) -> _Table:
    book = read_book_apart(path)
    sheet = units_sheet(book) or _likely_sheet(book)
    return _Table(
        sheet,
        {},
        tuple(each for each in book.faults if _is_on(each, sheet)),
        tuple(each for each in book.remarks if _is_on(each, sheet)),
    )


def _likely_sheet(book: Book) -> Sheet:
    """The sheet that is named so, else the first that has a column of ids, else the first."""
    named = (sheet for sheet in book.sheets if sheet.name.strip() in SHEETS)
    return next(named, None) or next(filter(find_heads, book.sheets), book.sheets[0])


def _is_on(found: Diagnostic, sheet: Sheet) -> bool:
    return found.location is None or found.location.sheet in ("", sheet.name)


def _bytes_of(path: Path) -> bytes:
    try:
        return ordinary_bytes(path, MAX_BYTES + 1)
    except OSError as error:
        raise InputError(
            [diagnose("unreadable/units", Location(str(path)), reason=error.strerror)]
        ) from error


def _no_id_column(place: Location) -> Diagnostic:
    return diagnose("no-id/column", place)


def _no_id(place: Location) -> Diagnostic:
    return diagnose("no-id", place)


def _beyond_header(place: Location, text: str) -> Diagnostic:
    return diagnose("too-many-fields", place, text=text[:40])


def _control(place: Location, found: str) -> Diagnostic:
    number = f"U+{ord(found):04X}"
    return diagnose("control-character", place, number=number)
