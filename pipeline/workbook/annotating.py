"""A copy of an officer's workbook in which each finding stands at its cell: colour, comment, and a list.

The copy is the officer's workbook with their formulas and looks; only marks are added. Marks that an
earlier copy bears are taken away first, so a mended copy can be checked again.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName

from pipeline.diagnostics import Diagnostic, Lang, Message
from pipeline.workbook import appearance
from pipeline.workbook.marked_copies import MARK
from pipeline.workbook.mending import open_mended
from pipeline.workbook.own_sheets import FINDINGS
from pipeline.workbook.packing import repack_zip

_AUTHOR = "saraban"
_WRONG, _DOUBTFUL, _ACCEPTED = appearance.fill("F8C9C4"), appearance.fill("FCE8B2"), appearance.fill("DDEBD3")
_TITLES = (
    Message("แผ่นงาน", "sheet"),
    Message("ช่อง", "cell"),
    Message("สิ่งที่พบ", "what was found"),
    Message("วิธีแก้", "what to do"),
    Message("รหัส", "code"),
)
_WIDTHS = (24, 10, 70, 70, 22)
_COMMENT_WIDTH, _LINE_HEIGHT, _LETTERS_A_LINE = 420, 22, 52


@dataclass(frozen=True, slots=True)
class Annotated:
    """The copy's bytes, and how many of the findings stand at a cell; the others only in the list."""

    data: bytes
    at_cells: int


def annotate(
    book: bytes,
    faults: Sequence[Diagnostic],
    doubts: Sequence[Diagnostic],
    lang: Lang = "th",
    accepted: Sequence[Diagnostic] = (),
) -> Annotated:
    """A copy of `book` with each finding at its cell, and all of them on a sheet of their own.

    `faults` are marked red; `doubts` (findings of the audit, remarks) amber. `accepted`, what the office
    lets stand, is green, and stands last in the list. Raises `InputError` for a workbook that cannot be
    written again.
    """
    workbook = open_mended(book)
    _remove_marks(workbook)
    at_cells = 0
    by_cell: dict[tuple[str, str], list[Diagnostic]] = {}
    found_all = (*faults, *doubts, *accepted)
    for fault in found_all:
        at = [place for place in fault.locations if place.sheet in workbook.sheetnames and place.cell]
        for place in at:
            by_cell.setdefault((place.sheet, place.cell), []).append(fault)
        at_cells += bool(at)
    graded = ((faults, _WRONG), (doubts, _DOUBTFUL), (accepted, _ACCEPTED))
    for (sheet, cell), found in by_cell.items():
        colour = next(fill for group, fill in graded if any(fault in group for fault in found))
        _mark(workbook[sheet], cell, found, colour, lang)
    _write_list(workbook.create_sheet(FINDINGS, 0), found_all, len(accepted), lang)
    for each in workbook.worksheets:
        each.sheet_view.tabSelected = each.title == FINDINGS
    workbook.active = 0
    workbook.defined_names[MARK] = DefinedName(MARK, attr_text="TRUE", hidden=True)
    written = io.BytesIO()
    workbook.save(written)
    return Annotated(repack_zip(written.getvalue()), at_cells)


def _remove_marks(workbook: Any) -> None:
    """Takes away what an earlier copy was marked with."""
    if FINDINGS in workbook.sheetnames:
        del workbook[FINDINGS]
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is not None and cell.comment.author == _AUTHOR:
                    cell.comment = None
                    cell.fill = PatternFill()


def _mark(sheet: Any, cell: str, faults: Iterable[Diagnostic], colour: PatternFill, lang: Lang) -> None:
    text = "\n".join(f"{fault.message.text(lang)}\n→ {fault.help.text(lang)}" for fault in faults)
    marked = _top_left(sheet, cell)
    note = Comment(text, _AUTHOR, width=_COMMENT_WIDTH)
    note.height = _LINE_HEIGHT * (
        2 + sum(1 + appearance.letters(line) // _LETTERS_A_LINE for line in text.split("\n"))
    )
    marked.comment = note
    marked.fill = colour


def _top_left(sheet: Any, cell: str) -> Any:
    """The cell itself, or of merged cells the one that holds their value."""
    for area in sheet.merged_cells.ranges:
        if cell in area:
            return sheet.cell(area.min_row, area.min_col)
    return sheet[cell]


def _write_list(sheet: Any, faults: Sequence[Diagnostic], accepted: int, lang: Lang) -> None:
    """All findings, each with a link to its cell."""
    open_ones = len(faults) - accepted
    title = Message(f"พบ {open_ones} แห่ง", f"{open_ones} found")
    if accepted:
        title = Message(f"{title.th} ยอมรับแล้ว {accepted} แห่ง", f"{title.en}, {accepted} accepted")
    sheet.cell(1, 1, title.text(lang)).font = appearance.font(appearance.TITLE, bold=True, color="A4262C")
    for n, (heading, width) in enumerate(zip(_TITLES, _WIDTHS, strict=True), 1):
        cell = sheet.cell(3, n, heading.text(lang))
        cell.font, cell.fill = appearance.font(bold=True, color=appearance.WHITE), appearance.fill("A4262C")
        cell.alignment, cell.border = appearance.MIDDLE, appearance.GRID
        sheet.column_dimensions[cell.column_letter].width = width
    for row, fault in enumerate(faults, 4):
        _write_finding(sheet, row, fault, lang)
    sheet.freeze_panes = "A4"
    appearance.for_paper(sheet)
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = "A4262C"


def _write_finding(sheet: Any, row: int, fault: Diagnostic, lang: Lang) -> None:
    place = fault.location
    texts = (
        place.sheet or place.file if place else "",
        place.cell if place else "",
        fault.message.text(lang),
        fault.help.text(lang),
        fault.code,
    )
    for n, text in enumerate(texts, 1):
        cell = sheet.cell(row, n, text)
        cell.data_type = "s"
        cell.font, cell.alignment, cell.border = appearance.font(), appearance.TOP, appearance.GRID
    if place and place.sheet and place.cell:
        appearance.link(sheet.cell(row, 2), place.sheet, place.cell)
        sheet.cell(row, 2).font = appearance.font(color=appearance.COLOURS["กรอกครั้งเดียว"])
    sheet.row_dimensions[row].height = appearance.height_of(texts, _WIDTHS)
