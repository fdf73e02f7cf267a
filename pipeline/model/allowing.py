"""What the office lets stand of what the audit finds, each with its reason."""

from __future__ import annotations

from pydantic import Field

from pipeline.model.records import Record


class Allowed(Record):
    """One exception. It accepts the findings of `code` whose place or words hold `where`."""

    code: str = Field(description="รหัสข้อค้นพบ เช่น A0101 (ดู docs/audit.md)")
    where: str = Field("", description="ส่วนหนึ่งของข้อความหรือตำแหน่งที่ยอมรับ (เว้นว่าง = ทุกแห่งของรหัสนี้)")
    reason: str = Field("", description="เหตุผลที่ยอมรับ (ถ้าเว้นว่าง จะไม่มีผลและถูกรายงาน)")


class AuditSettings(Record):
    """How the audit treats this input."""

    on_paper = False

    allow: tuple[Allowed, ...] = Field((), description="ข้อค้นพบที่ยอมรับ พร้อมเหตุผล")
