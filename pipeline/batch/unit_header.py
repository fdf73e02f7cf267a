"""The header of a table of units: where it stands below titles, and what its columns are called.

A header may stand in two rows: `ตัวชี้วัดที่ 5` over several columns, and `เป้าหมาย`, `ผล` below it. Both together
are the name of a column.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pipeline.diagnostics import Location
from pipeline.intake.sheets import Cell, Sheet
from pipeline.thai.digits import to_arabic

ID = "id"
CALLED_ID = (
    "รหัสหน่วยงาน",
    "รหัสบุคคล",
    "รหัสพนักงาน",
    "เลขประจำตัว",
    "รหัส",
    "หน่วยงาน",
    "ชื่อหน่วยงาน",
    *("ส่วนราชการ", "สำนักงาน", "จังหวัด", "อำเภอ", "กอง", "คณะ", "โรงเรียน", "โรงพยาบาล"),
    *("ชื่อ-นามสกุล", "ชื่อ - นามสกุล", "ชื่อ-สกุล", "ชื่อ - สกุล", "ชื่อและนามสกุล", "ชื่อ นามสกุล"),
)
"""What an office calls the column of ids, where none is headed `id`; the first that a header has."""

LOOKED_AT = 25
"""The header stands in one of the first rows."""

_FIGURES = frozenset("0123456789.,%- ")


class Column(NamedTuple):
    """A column that has a header: its name, which may be the path of a field, and the header's place."""

    name: str
    place: Location


class Heads(NamedTuple):
    """A header: its last row, the column of ids, and every column that has a name, by its number."""

    row: int
    id_column: int
    columns: Mapping[int, Column]


def find_heads(sheet: Sheet) -> Heads | None:
    """The header of the sheet: the first row with a column `id`, or what an office calls that."""
    return heads_with_id(sheet) or next(
        (
            _heads(sheet, row, column)
            for name in CALLED_ID
            for row, column in _named(sheet, name)
            if len(sheet.rows[row]) > 1
        ),
        None,
    )


def heads_with_id(sheet: Sheet) -> Heads | None:
    """The header with a column `id`."""
    return next((_heads(sheet, row, column) for row, column in _named(sheet, ID)), None)


def one_line(text: str) -> str:
    """A header in one line, without the star of what must be filled in."""
    return " ".join(text.split()).rstrip("* ")


def _named(sheet: Sheet, name: str) -> Iterator[tuple[int, int]]:
    """Where, near the top, a cell says `name`: row and column."""
    for row in sorted(sheet.rows)[:LOOKED_AT]:
        for column, cell in sorted(sheet.rows[row].items()):
            if one_line(cell.text).casefold() == name:
                yield row, column


def _heads(sheet: Sheet, row: int, id_column: int) -> Heads:
    upper, lower = sheet.rows[row], _second_row(sheet, row, id_column)
    if lower is None:
        names = {n: one_line(cell.text) for n, cell in upper.items()}
        last = row
    else:
        names, last = dict(_of_two_rows(upper, sheet.rows[lower])), lower
    columns = {
        n: Column(name, sheet.place(last if n in sheet.rows[last] else row, n))
        for n, name in sorted(names.items())
        if name
    }
    return Heads(last, id_column, columns)


def _second_row(sheet: Sheet, row: int, id_column: int) -> int | None:
    """The row below, if it goes on with the header: the id's cell is merged into it, or it names columns that
    have no name in the row above, has no id, and holds no figure.
    """
    below = sheet.rows.get(row + 1)
    if below is None:
        return None
    id_cell = below.get(id_column)
    if id_cell is not None:
        return row + 1 if id_cell.shared else None
    upper = sheet.rows[row]
    has_figures = any(set(to_arabic(cell.text)) <= _FIGURES for cell in below.values())
    return row + 1 if set(below) - set(upper) and not has_figures else None


def _of_two_rows(upper: Mapping[int, Cell], lower: Mapping[int, Cell]) -> Iterator[tuple[int, str]]:
    """The names of columns: what spans them, and what stands below; what is merged downwards once."""
    spanning = ""
    for n in range(1, max((*upper, *lower)) + 1):
        if n in upper:
            spanning = one_line(upper[n].text)
        own = lower.get(n)
        if own is None:
            yield n, one_line(upper[n].text) if n in upper else ""
        else:
            yield n, one_line(own.text) if own.shared else f"{spanning} {one_line(own.text)}".strip()
