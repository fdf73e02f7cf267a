"""Marks of a memo that contradict one another (`domain.md` §1.6, §1.10)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.diagnostics import Diagnostic, Location, Message, diagnose
from pipeline.model.checks.calling import name_field
from pipeline.model.marks import BY_A_TIME
from pipeline.model.memo import MemoHead
from pipeline.model.soundness import sound

if TYPE_CHECKING:
    from pipeline.model.checks.places import At


def mark_faults(memo: MemoHead, at: At) -> Iterator[Diagnostic]:
    """All contradictions among the marks of one memo."""
    for check in (_preparers_fault, _certifier_fault, _due_faults):
        yield from sound(check(memo, at))


def _preparers_fault(memo: MemoHead, at: At) -> Iterator[Diagnostic]:
    """Only a file copy (ข้อ 30) bears the names of those who drafted, typed and checked it."""
    if memo.preparers is not None and memo.copy_mark != "สำเนาคู่ฉบับ":
        place, remedy = _mark_or_none("สำเนาคู่ฉบับ", "preparers", at)
        yield diagnose("preparers-without-file-copy", place, remedy=remedy)


def _certifier_fault(memo: MemoHead, at: At) -> Iterator[Diagnostic]:
    """Only a copy (ข้อ 31) is certified."""
    if memo.certifier is not None and memo.copy_mark != "สำเนา":
        place, remedy = _mark_or_none("สำเนา", "certifier", at)
        yield diagnose("certifier-without-copy", place, remedy=remedy)


def _mark_or_none(mark: str, field: str, at: At) -> tuple[Location, Message]:
    """The mark of a copy is lacking, or who made it is too much; in a workbook the mark's cell is told."""
    whole = at(("memo", field))
    place = at(("memo", "copy_mark")) if whole.in_table else whole
    if not place.in_table:
        return place, Message(
            f"ใส่ copy_mark: {mark} หรือลบ {field} ออก", f"give copy_mark: {mark}, or delete {field}"
        )
    named, copy_mark = name_field(place, MemoHead, field), name_field(place, MemoHead, "copy_mark")
    return place, Message(
        f"ใส่ {mark} ในช่อง {copy_mark.th} หรือลบข้อมูลในหัวข้อ {named.th} ออก",
        f"put {mark} into {copy_mark.en}, or delete what is in the section {named.en}",
    )


def _due_faults(memo: MemoHead, at: At) -> Iterator[Diagnostic]:
    """ด่วนภายใน says by when (ข้อ 28); the other urgencies do not."""
    due = [name for name in ("due_date", "due_time") if getattr(memo, name) is not None]
    at_urgency, at_date = at(("memo", "urgency")), at(("memo", "due_date"))
    urgency, date, time = (
        name_field(at_urgency, MemoHead, name) for name in ("urgency", "due_date", "due_time")
    )
    if memo.urgency == BY_A_TIME and memo.due_date is None:
        yield diagnose(
            "urgency-without-date",
            at_date if at_urgency.in_table else at_urgency,
            also=(at_urgency,) if at_urgency.in_table else (),
            date=date,
            time=time,
        )
    elif due and memo.urgency != BY_A_TIME:
        mark = f"{urgency.th} ด่วนภายใน" if at_urgency.in_table else "urgency: ด่วนภายใน"
        yield diagnose("date-without-urgency", at(("memo", due[0])), mark=mark, date=date, time=time)
