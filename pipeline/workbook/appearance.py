"""How the workbook looks: font, colours, widths. Sizes in pt, widths in characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.workbook.layout import EVERY_ROUND, ONCE, Group
from pipeline.workbook.sheet_columns import Column

FONT = "TH SarabunPSK"
BODY, SMALL, HEADING, TITLE = 16, 14, 16, 22
"""Sizes; TH Sarabun is small for its size."""

INK, GREY, WHITE = "1F2933", "5F6B76", "FFFFFF"
COLOURS: dict[Group, str] = {EVERY_ROUND: "2B6E4F", ONCE: "2F5D8C"}
"""Headers and tabs: green is filled in every round, blue once."""

PALE: dict[Group, str] = {EVERY_ROUND: "E8F3EC", ONCE: "E8EFF7"}
MUST = "FFF6DC"
"""Cells that must be filled in."""

OF_LAST = "F1F3F5"
"""Cells that tell of the last round."""

GUIDE = "8A6D1F"

_KEPT = 32
"""So many fonts and fills are kept; a workbook has fewer."""
LINE = 24.0
"""The height of a row of one line."""

NARROWEST, WIDEST = 9.0, 62.0
_WIDTH_OF_A_LETTER = 0.92
_HEADER_LINES = 2
_EDGES = 4.0
"""What indents and the ends of wrapped lines leave empty, in letters."""
_HIGHEST = 400.0

OPEN, CLOSED = Protection(locked=False), Protection(locked=True)
_SIDE = Side(style="thin", color="C9D1D9")
GRID = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
TOP = Alignment(vertical="top", horizontal="left", wrap_text=True, indent=1)
WRAPPED = Alignment(vertical="top", wrap_text=True)
UNWRAPPED = Alignment(vertical="top")
NUMBERS = Alignment(vertical="top", horizontal="right", indent=1)
MIDDLE = Alignment(vertical="center", horizontal="center", wrap_text=True)
LEFT_MIDDLE = Alignment(vertical="center", wrap_text=True)


@lru_cache(maxsize=_KEPT)
def font(size: int = BODY, *, bold: bool = False, italic: bool = False, color: str = INK) -> Font:
    """The workbook's font."""
    return Font(name=FONT, size=size, bold=bold, italic=italic, color=color)


@lru_cache(maxsize=_KEPT)
def fill(color: str) -> PatternFill:
    """A plain background."""
    return PatternFill("solid", start_color=color, end_color=color)


def for_paper(sheet: Worksheet) -> None:
    """On A4 across, as wide as the page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.page_margins.left = sheet.page_margins.right = 0.4


def link(cell: Cell, sheet: str, place: str = "A1") -> None:
    """Makes a click on `cell` lead to another cell of the workbook."""
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{quote_sheetname(sheet)}!{place}")


def width_of(column: Column, texts: list[str]) -> float:
    """Wide enough for the column's title on two lines, and for its texts as far as `WIDEST`."""
    title = letters(column.title) / _HEADER_LINES + 4
    texts = [*texts, *(column.name_of(choice) for choice in column.choices)]
    longest = max((letters(line) for text in texts for line in text.split("\n")), default=0)
    return max(NARROWEST, min(WIDEST, max(title, longest * _WIDTH_OF_A_LETTER + 5)))


def height_of(texts: Sequence[str], widths: Sequence[float]) -> float:
    """High enough for the longest of the texts in columns of these widths, as far as can be guessed."""
    lines = [
        sum(ceil(max(letters(line), 1) * _WIDTH_OF_A_LETTER / (width - _EDGES)) for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=False)
    ]
    return min(_HIGHEST, LINE * max(lines, default=1))


def letters(text: str) -> int:
    """How many letters stand beside one another; vowels and tones above and below take no room."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)
