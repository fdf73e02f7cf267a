"""The sheets of a list of people."""

from __future__ import annotations

from functools import cache

from pipeline.kinds.name_list.record import Member, NameListInput
from pipeline.model.memo import SubjectMemoHead
from pipeline.workbook.layout import Layout
from pipeline.workbook.shared_sheets import allowed_findings, general_form, memo_sheets, table


@cache
def layout(title: str) -> Layout:
    """The general sheet, the memo's head and marks, and the list."""
    form, orders, stamps = memo_sheets(SubjectMemoHead)
    people = table("รายชื่อ", "ผู้มีรายชื่อ แถวละหนึ่งคน", Member, ("members",))
    general = general_form(NameListInput, title)
    return Layout("name-list", title, (general, form, people, orders, stamps, allowed_findings()))


def owned_rows(_: NameListInput) -> tuple[()]:
    """Nobody else fills it in."""
    return ()
