"""A quarter of an HR Scorecard plan as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from pipeline.kinds.hr_scorecard.report import ReportFacts
from pipeline.model.indicators import MeasuredBy
from pipeline.model.memo import MemoHead
from pipeline.model.scored_input import ScoredInput
from pipeline.model.people import Unit
from pipeline.model.period import Period
from pipeline.model.plan import Plan, ProjectResult
from pipeline.model.soundness import entries, is_refused


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
        scales = {project.id: project.scale for project in self.plan.projects}
        for n, result in entries(self.results):
            if not is_refused(result.project) and result.project in scales:
                yield MeasuredBy(("results", n), result.project, result, scales[result.project])


RECORD = HrScorecardInput
