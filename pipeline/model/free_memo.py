"""A free memo as a whole, and what it shares with the other kinds of input.

It stands apart from them (`inputs`), so that a memo is read without the records of plans and agreements.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from pipeline.model.memo import SubjectMemoHead
from pipeline.model.passages import Prose
from pipeline.model.people import Office
from pipeline.model.records import Record
from pipeline.model.suppressions import AuditSettings
from pipeline.thai.digits import DigitPolicy

if TYPE_CHECKING:
    from pipeline.model.indicators import MeasuredBy


class AnyKind(Record):
    """What every kind of input says."""

    digits: DigitPolicy = Field(
        "mixed", description="ชนิดตัวเลขที่พิมพ์: thai, arabic, mixed (เลขไทย เว้นที่ติดคำอังกฤษ)"
    )
    office: Office = Field(description="ส่วนราชการ")
    audit: AuditSettings = Field(
        default_factory=AuditSettings, description="การตรวจทาน: ข้อค้นพบที่ยอมรับ (saraban audit)"
    )

    @property
    def measured(self) -> Iterable[MeasuredBy]:
        """Its results, each with the scale that it is measured on; a kind without any has none."""
        return ()


class MemoInput(AnyKind):
    """A free memo: what an office sends besides its reports."""

    kind: Literal["memo"] = Field(description="ชนิดของข้อมูล")
    memo: SubjectMemoHead = Field(description="หัวบันทึกและผู้ลงนาม")
    body: Prose = Field(min_length=1, description="เนื้อความ: ย่อหน้า รายการ และตาราง")
