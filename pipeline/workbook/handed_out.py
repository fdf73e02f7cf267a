"""The small workbook that one unit fills in: a cover, its own rows in a locked frame, and a hidden note.

The frame is protected without a password: it keeps from slips, and whoever must can lift it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import FormulaRule
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.workbook import appearance
from pipeline.workbook.cell_writing import write
from pipeline.workbook.layout import ProseSheet, Table
from pipeline.workbook.packing import pack_workbook
from pipeline.workbook.rows import FIRST_ROW
from pipeline.workbook.sheet_columns import Column
from pipeline.workbook.validations import validation_of
from pipeline.workbook.writing import HEADER_ROW, open_cell, set_default_font, write_heading

COVER = "อ่านก่อนกรอก"
NOTE = "saraban-hand-out"
"""The hidden sheet that says what was handed out to whom."""

_NOTE_PIECE = 30_000
"""Letters of the note in one cell; Excel takes 32,767."""

_FRAME = "F1F3F4"
"""The background of what is not to be filled in."""

_COVER_WIDTHS = (26.0, 70.0, 24.0)


@dataclass(frozen=True, slots=True)
class HandedColumn:
    """A column of a handed out sheet. A `frame` column is shown and locked; `last` says that it is of the
    last round.
    """

    column: Column
    frame: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class HandedSheet:
    """A sheet with the rows of one unit; below them `spare` rows are open."""

    of: Table | ProseSheet
    columns: tuple[HandedColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first sheet says: a title, lines of a label and a text, how it is filled in, and the rows."""

    title: str
    lines: tuple[tuple[str, str], ...]
    steps: tuple[str, ...]
    listed: tuple[tuple[str, str, str], ...]
    top: str
    """The line on top of every sheet: by when it goes back, and to whom."""


def handed_out_workbook(cover: Cover, sheets: Sequence[HandedSheet], note: str) -> bytes:
    """The workbook, the same bytes for the same content. Raises `InputError` for a text no cell can hold."""
    workbook = Workbook()
    set_default_font(workbook)
    first = workbook.active
    assert isinstance(first, Worksheet)
    _write_cover(first, cover, sheets)
    lists = {each.of.sheet: _keys_of(each) for each in sheets if isinstance(each.of, Table) and each.rows}
    for each in sheets:
        _write_sheet(workbook.create_sheet(each.of.sheet), each, cover, lists)
    _write_note(workbook.create_sheet(NOTE), note)
    workbook.security = WorkbookProtection(lockStructure=True)
    return pack_workbook(workbook)


def _keys_of(sheet: HandedSheet) -> str:
    """The cells that hold the keys of a sheet's rows."""
    last = FIRST_ROW + len(sheet.rows) - 1
    return f"{quote_sheetname(sheet.of.sheet)}!$A${FIRST_ROW}:$A${last}"


def _write_cover(sheet: Worksheet, cover: Cover, sheets: Sequence[HandedSheet]) -> None:
    sheet.title = COVER
    for n, width in enumerate(_COVER_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(n)].width = width
    title = sheet.cell(1, 1, cover.title)
    title.font = appearance.font(appearance.TITLE, bold=True, color=appearance.COLOURS["กรอกทุกรอบ"])
    title.alignment = appearance.WRAPPED
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=3)
    sheet.row_dimensions[1].height = appearance.height_of((cover.title,), (sum(_COVER_WIDTHS) * 0.7,)) * 1.4
    row = 3
    for label, text in cover.lines:
        _write_line(sheet, row, (label, text), bold=True)
        row += 1
    row += 1
    for n, step in enumerate(cover.steps, 1):
        cell = sheet.cell(row, 1, f"{n}. {step}")
        cell.font, cell.alignment = appearance.font(), appearance.WRAPPED
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=3)
        sheet.row_dimensions[row].height = appearance.height_of((f"{n}. {step}",), (sum(_COVER_WIDTHS),))
        row += 1
    row += 1
    for n, heading in enumerate(("รหัส", "สิ่งที่ต้องรายงาน", "แผ่นงาน"), 1):
        cell = sheet.cell(row, n, heading)
        cell.font, cell.border = appearance.font(bold=True, color=appearance.WHITE), appearance.GRID
        cell.fill, cell.alignment = appearance.fill(appearance.COLOURS["กรอกทุกรอบ"]), appearance.MIDDLE
    for key, name, of in cover.listed:
        row += 1
        _write_line(sheet, row, (key, name, of))
        place = next((each for each in sheets if each.of.sheet == of), None)
        if place is not None:
            appearance.link(_cell(sheet, row, 3), of, f"A{FIRST_ROW}")
            sheet.cell(row, 3).font = appearance.font(color=appearance.COLOURS["กรอกครั้งเดียว"])
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = appearance.GUIDE
    appearance.for_paper(sheet)
    _lock(sheet)


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def _write_line(sheet: Worksheet, row: int, texts: Sequence[str], *, bold: bool = False) -> None:
    for n, text in enumerate(texts, 1):
        cell = sheet.cell(row, n, text)
        cell.data_type = "s"
        cell.font, cell.alignment = appearance.font(bold=bold and n > 1), appearance.TOP
        if not bold:
            cell.border = appearance.GRID
    sheet.row_dimensions[row].height = appearance.height_of(texts, _COVER_WIDTHS)


def _write_sheet(sheet: Worksheet, handed: HandedSheet, cover: Cover, lists: Mapping[str, str]) -> None:
    title = sheet.cell(1, 1, handed.of.sheet)
    title.font = appearance.font(appearance.TITLE, bold=True, color=appearance.COLOURS["กรอกทุกรอบ"])
    top = sheet.cell(2, 1, f"{cover.top} | {handed.of.about}")
    top.font, top.alignment = appearance.font(bold=True), appearance.UNWRAPPED
    sheet.row_dimensions[1].height, sheet.row_dimensions[HEADER_ROW - 1].height = 32, 6
    last = FIRST_ROW + len(handed.rows) + handed.spare - 1
    widths = [_write_column(sheet, n, handed, last, lists) for n in range(len(handed.columns))]
    for row, texts in enumerate(handed.rows, FIRST_ROW):
        sheet.row_dimensions[row].height = appearance.height_of(texts, widths)
    _colour_unfilled(sheet, handed)
    frozen = sum(each.frame and not each.last for each in handed.columns[:2])
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}{FIRST_ROW}"
    sheet.sheet_properties.tabColor = appearance.COLOURS["กรอกทุกรอบ"]
    sheet.sheet_view.showGridLines = False
    appearance.for_paper(sheet)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    _lock(sheet)


def _write_column(
    sheet: Worksheet, n: int, handed: HandedSheet, last: int, lists: Mapping[str, str]
) -> float:
    """Writes a column; its width."""
    of, letter = handed.columns[n], get_column_letter(n + 1)
    texts = [row[n] if n < len(row) else "" for row in handed.rows]
    write_heading(sheet, n + 1, of.column, handed.of)
    if of.frame:
        sheet.cell(HEADER_ROW, n + 1).fill = appearance.fill(appearance.GREY)
    for row in range(FIRST_ROW, last + 1):
        cell, text = sheet.cell(row, n + 1), texts[row - FIRST_ROW] if row - FIRST_ROW < len(texts) else ""
        open_cell(cell, of.column)
        is_spare = row - FIRST_ROW >= len(texts)
        if of.frame and (of.last or not is_spare):
            cell.protection, cell.fill = appearance.CLOSED, appearance.fill(_FRAME)
            cell.font = appearance.font(appearance.SMALL, color=appearance.GREY, italic=of.last)
        if text:
            write(cell, text, of.column)
    width = appearance.width_of(of.column, texts)
    sheet.column_dimensions[letter].width = width
    if (not of.frame or handed.spare) and not of.last:
        validation = validation_of(of.column, lists)
        validation.add(f"{letter}{FIRST_ROW}:{letter}{last}")
        sheet.add_data_validation(validation)
    return width


def _colour_unfilled(sheet: Worksheet, handed: HandedSheet) -> None:
    """Open cells of the rows are yellow until something stands in them."""
    if not isinstance(handed.of, Table) or not handed.rows:
        return
    for n, each in enumerate(handed.columns, 1):
        if each.frame:
            continue
        letter = get_column_letter(n)
        cells = f"{letter}{FIRST_ROW}:{letter}{FIRST_ROW + len(handed.rows) - 1}"
        rule = FormulaRule(formula=[f"ISBLANK({letter}{FIRST_ROW})"], fill=appearance.fill(appearance.MUST))  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add(cells, rule)


def _write_note(sheet: Worksheet, note: str) -> None:
    pieces = [note[at : at + _NOTE_PIECE] for at in range(0, len(note), _NOTE_PIECE)]
    for row, piece in enumerate(pieces, 1):
        cell = sheet.cell(row, 1, piece)
        cell.data_type = "s"
    sheet.sheet_state = "veryHidden"
    _lock(sheet)


def _lock(sheet: Worksheet) -> None:
    """The frame is locked without a password; the open cells, widths and heights are not."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = protection.formatCells = False
