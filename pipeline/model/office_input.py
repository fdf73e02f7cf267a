"""What every kind of input says. The kinds themselves stand in `kinds`, each in its folder."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pydantic import Field

from pipeline.model.people import Office
from pipeline.model.records import Record
from pipeline.model.suppressions import AuditSettings
from pipeline.thai.digits import DigitPolicy

if TYPE_CHECKING:
    from pipeline.model.indicators import MeasuredBy


class OfficeInput(Record):
    """An input of any kind, as far as all kinds say the same."""

    kind: str = Field(description="ชนิดของข้อมูล")
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
