"""What an office must say to send its letters to another office's system (`docs/exchange.md`)."""

from __future__ import annotations

from pydantic import Field

from pipeline.model.records import Record, ThaiDate

NORMAL = "ปกติ"
"""The key of a letter without a mark, in both lists of codes."""


class SenderCodes(Record):
    """Who sends, by the codes of the exchange."""

    ministry: str = Field("", description="รหัสกระทรวงผู้ส่ง (MinistryOrganization/ID)")
    department: str = Field("", description="รหัสกรมผู้ส่ง (DepartmentOrganization/ID)")


class Receiver(Record):
    """Who receives; an empty `position` is the one that the letter addresses."""

    given: str = Field("", description="ชื่อผู้รับ (เว้นว่างได้)")
    surname: str = Field("", description="นามสกุลผู้รับ (เว้นว่างได้)")
    position: str = Field("", description="ตำแหน่งผู้รับ (ถ้าเว้นว่าง: ช่อง เรียน ของหนังสือ)")
    ministry: str = Field("", description="รหัสกระทรวงผู้รับ")
    department: str = Field("", description="รหัสกรมผู้รับ")


class Referred(Record):
    """A letter that this one refers to (อ้างถึง)."""

    number: str = Field(min_length=1, description="เลขที่หนังสืออ้างถึง")
    date: ThaiDate = Field(description="วันที่ของหนังสืออ้างถึง")
    subject: str = Field(min_length=1, description="เรื่องของหนังสืออ้างถึง")


class ExchangeSettings(Record):
    """The settings file. Codes are of the exchange's own lists, which are not public: none is presumed."""

    secret_codes: dict[str, str | None] = Field({}, description="รหัสชั้นความลับ: ปกติ ลับ ลับมาก")
    speed_codes: dict[str, str | None] = Field({}, description="รหัสชั้นความเร็ว: ปกติ ด่วน ด่วนมาก ด่วนที่สุด ด่วนภายใน")
    sender: SenderCodes = Field(default_factory=SenderCodes, description="หน่วยงานผู้ส่ง")
    receiver: Receiver = Field(default_factory=Receiver, description="หน่วยงานผู้รับ")
    references: tuple[Referred, ...] = Field((), description="หนังสืออ้างถึง (นอกจากที่บันทึกอ้างถึง)")
    attachment: str = Field("", description="ข้อความสิ่งที่ส่งมาด้วย (ถ้าเว้นว่าง: สิ่งที่ส่งมาด้วยของบันทึก หรือชื่อเอกสารที่แนบ)")
    description: str = Field("", description="รายละเอียด")
    send_date: ThaiDate | None = Field(None, description="วันที่ส่ง (ถ้าเว้นว่าง: วันที่ของหนังสือ)")
