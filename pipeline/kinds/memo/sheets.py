"""The sheets of a free memo."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.kinds.memo.record import MemoInput
from pipeline.model.memo import SubjectMemoHead
from pipeline.workbook.layout import EVERY_ROUND, Layout, ProsePart, ProseSheet
from pipeline.workbook.round_sheets import last_round_sheets
from pipeline.workbook.shared_sheets import allowed_findings, general_form, letter_sheets, memo_sheets

if TYPE_CHECKING:
    from pipeline.kinds.responsible import OwnedRow


@cache
def layout(title: str) -> Layout:
    """The general sheet, the memo's head and marks, and its body."""
    prose = (ProsePart(("body",), "เนื้อความ"),)
    body = ProseSheet("เนื้อความ", "เนื้อความของบันทึก: ย่อหน้า รายการ และตาราง", EVERY_ROUND, prose)
    form, orders, stamps = memo_sheets(SubjectMemoHead)
    lists = letter_sheets(SubjectMemoHead)
    general = general_form(MemoInput, title)
    sheets = (general, form, body, *lists, orders, stamps, *last_round_sheets(), allowed_findings())
    return Layout("memo", title, sheets)


def owned_rows(_: MemoInput) -> tuple[OwnedRow, ...]:
    """Nobody else fills in a free memo."""
    return ()
