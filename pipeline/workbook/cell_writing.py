"""One value -> one cell: numbers as numbers with the decimals they were typed with, all else as text."""

from __future__ import annotations

import re

from openpyxl.cell.cell import Cell, MergedCell

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.thai.digits import to_arabic
from pipeline.workbook.sheet_columns import Column

AS_TEXT = "@"
LONGEST = 32_767
"""Letters that a cell can hold."""

_FIGURE = re.compile(r"(-?(?:\d{1,3}(?:,\d{3})+|\d+))(?:\.(\d+))?(%?)")
_MOST_DIGITS = 15
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")


def write(cell: Cell | MergedCell, text: str, column: Column) -> None:
    """Puts `text` into `cell`. Raises `InputError` for a text that no cell can hold."""
    figure = _FIGURE.fullmatch(to_arabic(text).strip()) if column.kind in ("number", "year") else None
    if figure and len(figure[1]) + len(figure[2] or "") <= _MOST_DIGITS:
        _write_figure(cell, figure[1].replace(",", ""), figure[2] or "", percent=bool(figure[3]))
        return
    if len(text) > LONGEST:
        raise InputError([_diagnose_long_text(column, text)])
    assert isinstance(cell, Cell)
    cell.value = _CONTROL.sub("", text)
    cell.data_type = "s"  # also a text that begins with =
    cell.number_format = AS_TEXT


def _write_figure(cell: Cell | MergedCell, whole: str, decimals: str, *, percent: bool) -> None:
    figure = f"{whole}.{decimals}" if decimals else whole
    number = float(figure) if decimals or percent else int(figure)
    cell.value = number / 100 if percent else number
    shown = f"0.{'0' * len(decimals)}" if decimals else "0"
    cell.number_format = f"{shown}%" if percent else shown if decimals else "General"


def _diagnose_long_text(column: Column, text: str) -> Diagnostic:
    return diagnose(
        "too-long", Location(column.title), title=column.title, length=f"{len(text):,}", limit=f"{LONGEST:,}"
    )
