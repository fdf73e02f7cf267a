"""The three kinds of input, as a whole: what a folder of data files may hold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pipeline.model.agreement import Agreement
from pipeline.model.allowing import AuditSettings
from pipeline.model.indicators import Result
from pipeline.model.memo import MemoHead, SubjectMemoHead
from pipeline.model.passages import Prose
from pipeline.model.people import Office, Unit
from pipeline.model.period import Period
from pipeline.model.plan import Plan, ProjectResult
from pipeline.model.records import Record
from pipeline.model.report import ReportFacts
from pipeline.thai.digits import DigitPolicy

EXAMPLE_NOTE = "true เมื่อผลเป็นเพียงตัวอย่าง: พิมพ์คำว่า ตัวอย่าง กำกับ"


class _Input(Record):
    digits: DigitPolicy = Field(
        "mixed", description="ชนิดตัวเลขที่พิมพ์: thai, arabic, mixed (เลขไทย เว้นที่ติดคำอังกฤษ)"
    )
    office: Office = Field(description="ส่วนราชการ")
    audit: AuditSettings = Field(
        default_factory=AuditSettings, description="การตรวจทาน: ข้อค้นพบที่ยอมรับ (saraban audit)"
    )


class HrScorecardInput(_Input):
    """A quarter of an HR Scorecard plan: the memo that reports it and the report behind it."""

    kind: Literal["hr-scorecard"] = Field(description="ชนิดของข้อมูล")
    period: Period = Field(description="รอบที่รายงาน")
    units: tuple[Unit, ...] = Field(description="หน่วยงานที่อ้างถึง")
    reporter: str = Field(description="รหัสหน่วยงานที่รวบรวมและรายงานผล (ใน units)")
    plan: Plan = Field(description="แผนกลยุทธ์")
    results: tuple[ProjectResult, ...] = Field(description="ผลของรอบ")
    memo: MemoHead = Field(description="หัวบันทึกและผู้ลงนาม")
    report: ReportFacts = Field(description="ข้อมูลบทที่ 1 และ 2 ของรายงาน")


class AgreementInput(_Input):
    """A performance agreement of one fiscal year, its annexes and, if known, its results."""

    kind: Literal["agreement"] = Field(description="ชนิดของข้อมูล")
    period: Period = Field(description="ระยะเวลาของคำรับรอง")
    agreement: Agreement = Field(description="คำรับรองและเอกสารประกอบ")
    results: tuple[Result, ...] = Field((), description="ผลการดำเนินงาน")
    results_are_example: bool = Field(False, title="ผลเป็นเพียงตัวอย่าง", description=EXAMPLE_NOTE)


class MemoInput(_Input):
    """A free memo: what an office sends besides its reports."""

    kind: Literal["memo"] = Field(description="ชนิดของข้อมูล")
    memo: SubjectMemoHead = Field(description="หัวบันทึกและผู้ลงนาม")
    body: Prose = Field(min_length=1, description="เนื้อความ: ย่อหน้า รายการ และตาราง")


OfficeInput = Annotated[HrScorecardInput | AgreementInput | MemoInput, Field(discriminator="kind")]
KINDS: dict[str, type[HrScorecardInput | AgreementInput | MemoInput]] = {
    "hr-scorecard": HrScorecardInput,
    "agreement": AgreementInput,
    "memo": MemoInput,
}
