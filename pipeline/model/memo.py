"""The head and the signers of a บันทึกข้อความ (ระเบียบงานสารบรรณ ข้อ 12)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pipeline.model.in_templates import in_templates
from pipeline.model.marks import (
    MOST_STAMPS,
    Clock,
    CopyMark,
    Preparers,
    ReceivingStamp,
    Secrecy,
    Urgency,
)
from pipeline.model.people import Signer
from pipeline.model.records import Count, EachRound, FilledText, Record, Seldom, ThaiDate

CopiesTitle = Literal["สำเนาส่ง", "สำเนาเรียน"]
SignersStand = Literal["below", "beside"]


class CitedLetter(Record, title="หนังสือที่อ้างถึง"):
    """A letter that the memo answers or follows."""

    text: str = Field(title="หนังสือ", description="หนังสือที่อ้างถึง เช่น หนังสือกรมบัญชีกลาง ด่วนที่สุด")
    number: Annotated[str, EachRound("text")] = Field("", title="ที่", description="ที่ (เลขที่) ของหนังสือที่อ้างถึง")
    date: ThaiDate | None = Field(None, title="ลงวันที่", description="วันที่ของหนังสือที่อ้างถึง")


class Enclosure(Record, title="สิ่งที่ส่งมาด้วย"):
    """What goes with the memo."""

    name: str = Field(title="ชื่อเอกสาร", description="ชื่อของสิ่งที่ส่งมาด้วย")
    count: Count = Field(ge=1, description="จำนวน")
    unit: str = Field("ฉบับ", description="ลักษณนาม เช่น ฉบับ ชุด แผ่น เล่ม")


class Endorsement(Record, title="การเกษียนสั่งการ"):
    """What the addressee writes on the memo: an order and a signature."""

    order: Annotated[str, EachRound("date")] = Field("", description="คำสั่งการ เช่น ทราบ อนุมัติ")
    initials: Annotated[str, EachRound("date")] = Field("", description="ลายมือชื่อย่อกำกับ")
    signer: Signer = Field(description="ผู้สั่งการ")


class MemoHead(Record, title="หัวบันทึกข้อความ"):
    """The head lines. An empty `number` or `date` leaves the dotted line for the pen."""

    agency: str = Field(description="ส่วนราชการเจ้าของเรื่อง")
    phone: str = Field("", description="โทร.")
    fax: str = Field("", description="โทรสาร")
    email: str = Field("", description="ไปรษณีย์อิเล็กทรอนิกส์กลาง")
    number: Annotated[str, EachRound("date")] = Field("", description="ที่ (เลขที่หนังสือ) เช่น อก 0210(2)/1539")
    date: Annotated[ThaiDate | None, EachRound("date")] = Field(None, description="วันที่ของบันทึก")
    to: str = Field(description="เรียน (ตำแหน่งผู้รับ)")
    also_to: tuple[str, ...] = Field((), title="เรียน (ผู้รับอื่น)", description="ผู้รับถัดจากผู้รับคนแรก พิมพ์บรรทัดละราย")
    through: str = Field("", description="ผ่าน (ตำแหน่งผู้กลั่นกรอง)")
    file_note: Annotated[str, EachRound("date")] = Field("", description="เลขแฟ้มหรือบันทึกด้วยลายมือมุมบนขวา")
    salutation: str = Field("เรียน", description="คำขึ้นต้น")
    references: tuple[CitedLetter, ...] = Field((), title="อ้างถึง", description="หนังสือที่อ้างถึง พิมพ์ใต้ เรียน")
    enclosures: tuple[Enclosure, ...] = Field(
        (), title="สิ่งที่ส่งมาด้วย", description="สิ่งที่ส่งมาด้วย พิมพ์ใต้ อ้างถึง หลายรายการมีเลขลำดับ"
    )
    closing: Annotated[str, Seldom()] = Field(
        "", title="คำลงท้าย", description="คำลงท้าย (แบบบันทึกข้อความไม่มีคำลงท้าย) เช่น ขอแสดงความนับถือ"
    )
    proposer: Signer = Field(description="ผู้ลงนามในบันทึก")
    cosigners: tuple[Signer, ...] = Field(
        (), title="ผู้ร่วมลงนาม", description="ผู้ร่วมลงนามถัดจากผู้ลงนามในบันทึก ตามลำดับ"
    )
    cosigners_stand: Annotated[SignersStand, Seldom()] = Field(
        "below",
        title="ที่ของผู้ร่วมลงนาม",
        description="ที่ของผู้ร่วมลงนาม: below ถัดลงมา, beside เคียงข้างกันแถวละสองคน",
    )
    endorsements: tuple[Endorsement, ...] = Field((), description="การเกษียนสั่งการท้ายบันทึก")
    copies_title: Annotated[CopiesTitle, Seldom()] = Field(
        "สำเนาส่ง", title="คำนำรายชื่อสำเนา", description="คำนำรายชื่อผู้ได้รับสำเนา: สำเนาส่ง หรือ สำเนาเรียน"
    )
    copies: tuple[str, ...] = Field((), title="ผู้ได้รับสำเนา", description="ผู้ได้รับสำเนา พิมพ์ท้ายบันทึก บรรทัดละราย")
    urgency: Urgency | None = Field(None, title="ชั้นความเร็ว", description="ชั้นความเร็ว สีแดงระหว่างครุฑกับชื่อบันทึก")
    due_date: Annotated[ThaiDate | None, EachRound("date")] = Field(
        None, title="วันที่ต้องถึงผู้รับ", description="วันที่ต้องถึงผู้รับ เฉพาะชั้นความเร็ว ด่วนภายใน พิมพ์ใต้คำนั้น"
    )
    due_time: Annotated[Clock | None, EachRound("date")] = Field(
        None, title="เวลาที่ต้องถึงผู้รับ", description="เวลาที่ต้องถึงผู้รับ เฉพาะด่วนภายใน เช่น 10.00"
    )
    secrecy: Secrecy | None = Field(
        None,
        title="ชั้นความลับ",
        description="ชั้นความลับ สีแดงกลางบนและล่างทุกหน้า ลับที่สุดห้ามส่งทางระบบสารบรรณอิเล็กทรอนิกส์",
    )
    stamps: Annotated[tuple[ReceivingStamp, ...], EachRound("date")] = Field(
        (), max_length=MOST_STAMPS, description="กรอบตรารับหนังสือ มุมบนขวาของหน้าแรก"
    )
    copy_mark: CopyMark | None = Field(
        None, title="คำว่าสำเนา", description="คำว่าสำเนาหรือสำเนาคู่ฉบับ กลางหน้าเหนือบรรทัดแรก"
    )
    preparers: Preparers | None = Field(
        None, title="ผู้จัดทำสำเนาคู่ฉบับ", description="ผู้ร่าง ผู้พิมพ์ ผู้ตรวจ มุมล่างขวาของสำเนาคู่ฉบับ"
    )
    certifier: Signer | None = Field(
        None,
        title="ผู้รับรองสำเนา",
        description="ผู้รับรองสำเนาถูกต้องท้ายสำเนา วันที่เว้นว่างไว้เขียนด้วยมือได้",
    )

    @property
    @in_templates
    def signers(self) -> tuple[Signer, ...]:
        """The proposer, and those who sign with him."""
        return self.proposer, *self.cosigners


class SubjectMemoHead(MemoHead, title="หัวบันทึกข้อความและเรื่อง"):
    """The head of a memo whose subject the officer writes."""

    subject: Annotated[FilledText, EachRound("text")] = Field(description="เรื่อง")


class ReportMemoHead(MemoHead, title="หัวบันทึกข้อความของรายงาน"):
    """The head of a memo that sends a report; without a subject of the office's own it has a neutral one."""

    subject: FilledText = Field("", description="เรื่อง (เว้นว่าง = ถ้อยคำกลาง)")


__all__ = ["CitedLetter", "Enclosure", "Endorsement", "MemoHead", "ReportMemoHead", "SubjectMemoHead"]
