"""Which rows of a sheet's table are data: none that only merged cells reach into, no total that was added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.intake.sheets import Cell, Sheet
from pipeline.workbook.headers import Header

FIRST_ROW = 5
"""Where data begin: below the title, what it is about, the hints and the header."""

LAST_ROW = 1_004

_TOTALS = ("รวม", "รวมทั้งหมด", "รวมทั้งสิ้น", "ผลรวม")
"""What stands first in a row that an officer has added below a table."""


def rows_below(sheet: Sheet, header: Header) -> Iterator[int]:
    """The rows below the header that hold anything of their own."""
    for row in sorted(number for number in sheet.rows if number > header.row):
        if not all(cell.shared for cell in sheet.rows[row].values()):
            yield row


def is_total(cells: Mapping[int, Cell]) -> bool:
    """Whether a row adds up those above it."""
    return cells[min(cells)].text in _TOTALS
