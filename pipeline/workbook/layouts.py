"""The sheets of each kind of input: which part of the data stands on which sheet, and in what order."""

from __future__ import annotations

from functools import cache

from pipeline.model.memo import SubjectMemoHead
from pipeline.workbook.agreement_layout import agreement_layout
from pipeline.workbook.hr_scorecard_layout import hr_scorecard_layout
from pipeline.workbook.layout import EVERY_ROUND, Layout, ProsePart, ProseSheet
from pipeline.workbook.shared_sheets import allowed_findings, general_form, memo_sheets


@cache
def layout_of(kind: str) -> Layout:
    """The layout of one kind of input; `KeyError` for an unknown kind."""
    layouts = {"hr-scorecard": hr_scorecard_layout, "agreement": agreement_layout, "memo": memo_layout}
    return layouts[kind]()


def memo_layout() -> Layout:
    """A free memo."""
    prose = (ProsePart(("body",), "เนื้อความ"),)
    body = ProseSheet("เนื้อความ", "เนื้อความของบันทึก: ย่อหน้า รายการ และตาราง", EVERY_ROUND, prose)
    form, orders, stamps = memo_sheets(SubjectMemoHead)
    return Layout("memo", (general_form("memo"), form, body, orders, stamps, allowed_findings()))
