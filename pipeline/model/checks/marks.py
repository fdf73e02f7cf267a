"""Marks of a memo that contradict one another (`domain.md` §1.10)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.faults import Fault, Words
from pipeline.model.checks.places import At
from pipeline.model.memo import MemoHead


def mark_faults(memo: MemoHead, at: At) -> Iterator[Fault]:
    """Only a file copy (ข้อ 30) bears the names of those who drafted, typed and checked it."""
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
