"""A quarter of an HR Scorecard plan as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from pipeline.kinds.hr_scorecard.places import scored_in
from pipeline.kinds.hr_scorecard.report import Headings, ReportFacts
from pipeline.model.chapters import ChapterProse, NumberedChapter
from pipeline.model.in_templates import in_templates
from pipeline.model.indicators import MeasuredBy
from pipeline.model.memo import ReportMemoHead
from pipeline.model.people import Unit
from pipeline.model.period import Period
from pipeline.model.placed import Placed
from pipeline.model.plan import Plan, Project, ProjectResult
from pipeline.model.scored_input import ScoredInput, measured_by
from pipeline.model.soundness import entries, is_refused


class HrScorecardInput(ScoredInput):
    """A round of an HR plan: the memo that reports it and the report behind it."""

    kind: Literal["hr-scorecard"] = Field(description="ชนิดของข้อมูล")
    period: Period = Field(description="รอบที่รายงาน")
    units: tuple[Unit, ...] = Field(description="หน่วยงานที่อ้างถึง")
    reporter: str = Field(description="รหัสหน่วยงานที่รวบรวมและรายงานผล (ใน units)")
    plan: Plan = Field(description="แผนกลยุทธ์")
    results: tuple[ProjectResult, ...] = Field(description="ผลของรอบ")
    memo: ReportMemoHead = Field(description="หัวบันทึกและผู้ลงนาม")
    body: ChapterProse = Field((), description="เนื้อความของบันทึก (เว้นว่าง = ถ้อยคำกลาง)")
    report: ReportFacts = Field(default_factory=ReportFacts, description="ปก และข้อมูลที่รายงานอ้างถึง")
    headings: Headings = Field(default_factory=Headings, description="คำเรียกและหัวตาราง")
    chapters: tuple[NumberedChapter, ...] = Field(
        (), description="หัวข้อและเนื้อความของรายงาน ตามลำดับ (เว้นว่าง = ถ้อยคำกลาง)"
    )

    @property
    @in_templates
    def is_scored(self) -> bool:
        """Whether its projects are scored: one has a scale, levels, a weight or parts, or rules of scoring
        are named. A report without any of these tells what was done, and has no scores.
        """
        rules = (self.schemes, self.tracks, self.adjustments, self.gates, self.decides)
        named = "scheme" in self.plan.model_fields_set
        return named or any(map(_is_filled, rules)) or any(map(_is_scored, self.plan.projects))

    @property
    @in_templates
    def part_word(self) -> str:
        """What the office calls the groups of its projects."""
        return self.headings.dimension

    @property
    def measured(self) -> Iterator[MeasuredBy]:
        """The results of projects that the plan has."""
        results = ((n, result.project, result) for n, result in entries(self.results))
        return measured_by(self.scored, results)

    @property
    def scored(self) -> Iterator[Placed]:
        """Its projects and their parts, with the rules of each."""
        return scored_in(self.plan, self.scheme_book)


_EMPTY: tuple[object, ...] = ("", ())


def _is_scored(project: Project) -> bool:
    if is_refused(project):
        return True
    of_scoring = (project.scale, project.parts, project.levels, project.targets, project.weight)
    return any(map(_is_filled, of_scoring))


def _is_filled(value: object) -> bool:
    """Whether something was typed, be it refused; a weight of 0 is typed."""
    return is_refused(value) or not (value is None or value in _EMPTY)


RECORD = HrScorecardInput
