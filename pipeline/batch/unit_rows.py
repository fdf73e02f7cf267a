"""A table with one row for each unit, CSV or a workbook's sheet -> ids and overrides, each with its place.

The header holds `id` and the paths of fields; an empty cell leaves the base's value. The column `remark`
and those without a header are for people and not read, nor are an office's own (`unit_columns`). A list
takes its entries with `;` between.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.book_reader import read_book_apart
from pipeline.intake.csv_text import MAX_BYTES, table_rows
from pipeline.intake.opening import ordinary_bytes
from pipeline.intake.source import Plain
from pipeline.papers.overrides import Override
from pipeline.thai.repair import repair_text

if TYPE_CHECKING:
    from pipeline.intake.sheets import Book, Sheet

ID = "id"
REMARK = "remark"
LIST_SEPARATOR = ";"
SHEETS = ("units", "หน่วยงาน")

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""What no paper can print; a cell pasted from elsewhere may hide some."""

Row = tuple[str, tuple[Override, ...], Location]
"""A unit's id, what it has otherwise, and where it stands."""


class Column(NamedTuple):
    """A column that has a header: its name, which may be the path of a field, and the header's place."""

    name: str
    place: Location


class Units(NamedTuple):
    """A table of units: its rows, its columns besides `id` and `remark`, and what is wrong with rows."""

    rows: list[Row]
    columns: tuple[Column, ...]
    faults: tuple[Diagnostic, ...]


class _Table(NamedTuple):
    """Lines of cells with their numbers, the header first, and the place of a cell by line and column."""

    lines: Iterator[tuple[int, list[str]]]
    place: Callable[[int, int], Location]


def read_units(path: Path) -> Units:
    """The units of a CSV file or a workbook's sheet, in order.

    Of a workbook it is the sheet `units` or `หน่วยงาน`, else the first. Raises `InputError`: the file is
    missing or unreadable, has no column `id`, or a quotation mark that is never closed. Rows without an id or
    with more fields than the header has are told of in `faults`, beside all others.
    """
    table = _of_workbook(path) if path.suffix.lower() == ".xlsx" else _of_csv(path)
    first, header = next(table.lines, (1, []))
    if ID not in header:
        raise InputError([_no_id_column(table.place(first, 1))])
    columns = {n: Column(name, table.place(first, n + 1)) for n, name in enumerate(header) if name}
    own = {n: column for n, column in columns.items() if column.name not in (ID, REMARK)}
    id_column = header.index(ID)
    rows: list[Row] = []
    faults: list[Diagnostic] = []
    for line, typed in table.lines:
        cells = [*typed, *[""] * (len(header) - len(typed))]
        faults += _faults_of(cells, [id_column, *own], len(header), partial(table.place, line))
        overrides = tuple(
            Override(column.name, _value(cells[n]), table.place(line, n + 1), column.place)
            for n, column in own.items()
            if cells[n]
        )
        rows.append((cells[id_column], overrides, table.place(line, id_column + 1)))
    return Units(rows, tuple(own.values()), tuple(faults))


def _faults_of(
    cells: list[str], read: list[int], width: int, place: Callable[[int], Location]
) -> Iterator[Diagnostic]:
    """What is wrong with a row: no id (the first that is read), what cannot be printed, too many fields."""
    if not cells[read[0]]:
        yield _no_id(place(read[0] + 1))
    for n in read:
        if found := _CONTROL.search(cells[n]):
            yield _control(place(n + 1), found.group())
    beyond = next((n for n in range(width, len(cells)) if cells[n]), None)
    if beyond is not None:
        yield _beyond_header(place(beyond + 1), cells[beyond])


def _of_csv(path: Path) -> _Table:
    file = str(path)
    rows = table_rows(_bytes_of(path), file)
    lines = ((line, [repair_text(field).strip() for field in fields]) for line, fields in rows)
    return _Table(
        ((line, cells) for line, cells in lines if any(cells)),
        lambda line, column: Location(file, line, column),
    )


def units_sheet(book: Book) -> Sheet | None:
    """The sheet with one row for each unit: named so, and with a column `id`. An HR Scorecard's own sheet
    `หน่วยงาน`, which lists whom the plan speaks of, has none.
    """
    return next((one for one in book.sheets if one.name.strip() in SHEETS and ID in _header(one)), None)


def _header(sheet: Sheet) -> list[str]:
    first = min(sheet.rows, default=None)
    return [] if first is None else [cell.text for cell in sheet.rows[first].values()]


def holds_units(path: Path) -> bool:
    """Whether a workbook has a sheet of units; a file that cannot be read has none."""
    try:
        return units_sheet(read_book_apart(path)) is not None
    except InputError:
        return False


def _of_workbook(path: Path) -> _Table:
    book = read_book_apart(path)
    if book.faults:
        raise InputError(book.faults)
    sheet = units_sheet(book) or next(
        (sheet for sheet in book.sheets if sheet.name.strip() in SHEETS), book.sheets[0]
    )
    width = max((column for cells in sheet.rows.values() for column in cells), default=0)
    lines = (
        (row, [cells[n].text if n in cells else "" for n in range(1, width + 1)])
        for row, cells in sorted(sheet.rows.items())
    )
    return _Table(lines, lambda row, column: sheet.place(row, max(column, 1)))


def _value(text: str) -> Plain:
    if LIST_SEPARATOR not in text:
        return text
    return [entry.strip() for entry in text.split(LIST_SEPARATOR) if entry.strip()]


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
