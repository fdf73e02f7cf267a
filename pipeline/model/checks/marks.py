"""Marks of a memo that contradict one another (`domain.md` §1.6, §1.10)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.faults import Fault, Words
from pipeline.model.marks import BY_A_TIME
from pipeline.model.memo import MemoHead

if TYPE_CHECKING:
    from pipeline.model.checks.places import At


def mark_faults(memo: MemoHead, at: At) -> Iterator[Fault]:
    """All contradictions among the marks of one memo."""
    yield from _copy_faults(memo, at)
    yield from _due_faults(memo, at)


def _copy_faults(memo: MemoHead, at: At) -> Iterator[Fault]:
    """Only a file copy (ข้อ 30) bears the names of those who drafted, typed and checked it; only a copy
    (ข้อ 31) is certified.
    """
    if memo.preparers is not None and memo.copy_mark != "สำเนาคู่ฉบับ":
        yield Fault(
            "preparers-without-file-copy",
            Words(
                "มีผู้ร่าง ผู้พิมพ์ ผู้ตรวจ แต่บันทึกนี้ไม่ใช่สำเนาคู่ฉบับ",
                "those who drafted, typed and checked are named, but the memo is no file copy",
            ),
            Words(
                "ใส่ copy_mark: สำเนาคู่ฉบับ หรือลบ preparers ออก",
                "give copy_mark: สำเนาคู่ฉบับ, or delete preparers",
            ),
            at(("memo", "preparers")),
        )
    if memo.certifier is not None and memo.copy_mark != "สำเนา":
        yield Fault(
            "certifier-without-copy",
            Words(
                "มีผู้รับรองสำเนา แต่บันทึกนี้ไม่ใช่สำเนา",
                "somebody certifies a copy, but the memo is no copy",
            ),
            Words("ใส่ copy_mark: สำเนา หรือลบ certifier ออก", "give copy_mark: สำเนา, or delete certifier"),
            at(("memo", "certifier")),
        )


def _due_faults(memo: MemoHead, at: At) -> Iterator[Fault]:
    """ด่วนภายใน says by when (ข้อ 28); the other urgencies do not."""
    due = memo.due_date is not None or memo.due_time is not None
    if memo.urgency == BY_A_TIME and memo.due_date is None:
        yield Fault(
            "urgency-without-date",
            Words("ด่วนภายใน ต้องบอกวันที่ต้องถึงผู้รับ", "ด่วนภายใน must say by which day"),
            Words("ใส่ due_date (และ due_time ถ้ามี)", "give due_date, and due_time if there is one"),
            at(("memo", "urgency")),
        )
    elif due and memo.urgency != BY_A_TIME:
        yield Fault(
            "date-without-urgency",
            Words(
                "มีวันหรือเวลาที่ต้องถึงผู้รับ แต่ชั้นความเร็วไม่ใช่ ด่วนภายใน",
                "a day or time to reach the addressee is given, but the urgency is not ด่วนภายใน",
            ),
            Words(
                "ใส่ urgency: ด่วนภายใน หรือลบ due_date และ due_time ออก",
                "give urgency: ด่วนภายใน, or delete due_date and due_time",
            ),
            at(("memo", "due_date" if memo.due_date is not None else "due_time")),
        )
