"""The three kinds of input, as a whole: what a folder of data files may hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from pipeline.model.agreement import Agreement
from pipeline.model.free_memo import AnyKind, MemoInput
from pipeline.model.indicators import MeasuredBy, Result
from pipeline.model.memo import MemoHead
from pipeline.model.people import Unit
from pipeline.model.period import Period
from pipeline.model.plan import Plan, ProjectResult
from pipeline.model.report import ReportFacts
from pipeline.model.soundness import entries, is_refused

EXAMPLE_NOTE = "true เมื่อผลเป็นเพียงตัวอย่าง: พิมพ์คำว่า ตัวอย่าง กำกับ"


class HrScorecardInput(AnyKind):
    """A quarter of an HR Scorecard plan: the memo that reports it and the report behind it."""

    kind: Literal["hr-scorecard"] = Field(description="ชนิดของข้อมูล")
    period: Period = Field(description="รอบที่รายงาน")
    units: tuple[Unit, ...] = Field(description="หน่วยงานที่อ้างถึง")
    reporter: str = Field(description="รหัสหน่วยงานที่รวบรวมและรายงานผล (ใน units)")
    plan: Plan = Field(description="แผนกลยุทธ์")
    results: tuple[ProjectResult, ...] = Field(description="ผลของรอบ")
    memo: MemoHead = Field(description="หัวบันทึกและผู้ลงนาม")
    report: ReportFacts = Field(description="ข้อมูลบทที่ 1 และ 2 ของรายงาน")

    @property
    def measured(self) -> Iterator[MeasuredBy]:
        """The results of projects that the plan has."""
        scales = {project.id: project.scale for project in self.plan.projects}
        for n, result in entries(self.results):
            if not is_refused(result.project) and result.project in scales:
                yield MeasuredBy(("results", n), result.project, result, scales[result.project])


class AgreementInput(AnyKind):
    """A performance agreement of one fiscal year, its annexes and, if known, its results."""

    kind: Literal["agreement"] = Field(description="ชนิดของข้อมูล")
    period: Period = Field(description="ระยะเวลาของคำรับรอง")
    agreement: Agreement = Field(description="คำรับรองและเอกสารประกอบ")
    results: tuple[Result, ...] = Field((), description="ผลการดำเนินงาน")
    results_are_example: bool = Field(False, title="ผลเป็นเพียงตัวอย่าง", description=EXAMPLE_NOTE)

    @property
    def measured(self) -> Iterator[MeasuredBy]:
        """The results of indicators and parts that the agreement has."""
        indicators = self.agreement.indicators
        scored = {each.id: (each.scale, each.unit) for each in indicators if each.scale}
        scored |= {part.id: (part.scale, part.unit) for each in indicators for part in each.parts}
        for n, result in entries(self.results):
            if is_refused(result.indicator):
                continue
            scale, unit = scored.get(result.indicator, (None, ""))
            if scale:
                yield MeasuredBy(("results", n), result.indicator, result, scale, unit)


OfficeInput = Annotated[HrScorecardInput | AgreementInput | MemoInput, Field(discriminator="kind")]
KINDS: dict[str, type[HrScorecardInput | AgreementInput | MemoInput]] = {
    "hr-scorecard": HrScorecardInput,
    "agreement": AgreementInput,
    "memo": MemoInput,
}

__all__ = ["KINDS", "AgreementInput", "HrScorecardInput", "MemoInput", "OfficeInput"]
