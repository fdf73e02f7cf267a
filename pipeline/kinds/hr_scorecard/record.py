"""A quarter of an HR Scorecard plan as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from pipeline.kinds.hr_scorecard.places import scored_in
from pipeline.kinds.hr_scorecard.report import ReportFacts
from pipeline.model.indicators import MeasuredBy
from pipeline.model.memo import MemoHead
from pipeline.model.people import Unit
from pipeline.model.period import Period
from pipeline.model.placed import Placed
from pipeline.model.plan import Plan, ProjectResult
from pipeline.model.scored_input import ScoredInput, measured_by
from pipeline.model.soundness import entries


class HrScorecardInput(ScoredInput):
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
        results = ((n, result.project, result) for n, result in entries(self.results))
        return measured_by(self.scored, results)

    @property
    def scored(self) -> Iterator[Placed]:
        """Its projects and their parts, with the rules of each."""
        return scored_in(self.plan, self.scheme_book)


RECORD = HrScorecardInput
