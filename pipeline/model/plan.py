"""The HR strategic plan: dimensions, projects, their steps and levels, and a round's results."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pipeline.model.in_templates import in_templates
from pipeline.model.indicators import Measured, Part, SchemeName, Targets, Weight
from pipeline.model.passages import Facts, Prose
from pipeline.model.records import (
    Amount,
    BuddhistYear,
    Count,
    EachRound,
    FilledText,
    Identifier,
    PerLevel,
    Record,
    SchemeId,
    Seldom,
)
from pipeline.model.scales import Scale
from pipeline.model.schemes import Unmeasured
from pipeline.model.shipped_schemes import FIVE_LEVELS

Achievement = Literal["level", "ratio"]
"""How สัดส่วนผลสำเร็จ is reached: level × 20, or the measured ratio itself."""

Levels = Annotated[tuple[FilledText, ...], PerLevel()]


class Issue(Record, title="ประเด็นยุทธศาสตร์"):
    """A strategic issue (ประเด็นยุทธศาสตร์) that a project serves."""

    number: Count = Field(ge=1, description="ประเด็นที่")
    name: FilledText = Field(description="ชื่อประเด็นยุทธศาสตร์")


class Project(Record, title="แผนงาน/โครงการ"):
    """A project of the plan, with the one indicator it is measured by."""

    id: Identifier = Field(title="รหัสแผนงาน/โครงการ", description="รหัสอ้างอิงของแผนงาน/โครงการ")
    name: FilledText = Field(description="ชื่อแผนงาน/โครงการ")
    issues: tuple[Issue, ...] = Field((), description="ประเด็นยุทธศาสตร์ที่สอดคล้อง")
    goal: FilledText = Field("", description="เป้าประสงค์เชิงกลยุทธ์")
    rationale: FilledText = Field("", description="หลักการและเหตุผล")
    indicator: FilledText = Field("", description="ชื่อตัวชี้วัด")
    target: Annotated[FilledText, Seldom()] = Field("", description="เป้าหมาย เช่น จัดอบรม 12 หลักสูตร")
    scale: Scale | None = Field(None, description="เกณฑ์การติดตามผล (เว้นว่างเมื่อมีตัวชี้วัดย่อย)")
    achievement: Achievement = Field(
        "level", description="วิธีคิดสัดส่วนผลสำเร็จ: level = ร้อยละของคะแนนเต็ม, ratio = ร้อยละที่วัดได้"
    )
    steps: tuple[FilledText, ...] = Field((), description="กิจกรรม/ขั้นตอน")
    levels: Levels = Field((), title="คำอธิบายระดับ", description="คำอธิบายของแต่ละระดับ (การติดตามผล)")
    weight: Weight | None = Field(None, description="ค่าน้ำหนัก (ร้อยละ)")
    unit: str = Field(description="รหัสหน่วยงานผู้รับผิดชอบ (ใน units)")
    responsible: FilledText = Field(
        "", description="ผู้รับผิดชอบที่พิมพ์ในรายงาน เช่น กอง กลุ่ม ฝ่าย (เว้นว่าง = ชื่อหน่วยงาน)"
    )
    budget: Annotated[Amount | None, Seldom()] = Field(
        None, title="งบประมาณที่ได้รับ", description="งบประมาณที่ได้รับ (บาท)"
    )
    time: Annotated[FilledText, Seldom()] = Field(
        "", title="ระยะเวลาดำเนินการ", description="ระยะเวลาดำเนินการ เช่น ม.ค. - มี.ค. 2568"
    )
    unmeasured: Unmeasured | None = Field(None, description="วิธีคิดเมื่อไม่มีผล (แทนค่าของทั้งแผน)")
    parts: tuple[Part, ...] = Field((), description="ตัวชี้วัดย่อย (เมื่อคะแนนมาจากส่วนย่อย)")
    targets: Targets = ()
    scheme: SchemeName = ""


class PlanDimension(Record, title="มิติของแผน"):
    """A dimension of the HR Scorecard (มิติ)."""

    number: Count = Field(ge=1, description="มิติที่")
    name: str = Field(description="ชื่อมิติ")
    projects: tuple[Project, ...] = Field(min_length=1, description="แผนงาน/โครงการในมิติ")
    weight: Annotated[Weight | None, Seldom()] = Field(
        None, description="น้ำหนักของมิติ (เว้นว่าง = ผลรวมของแผนงาน/โครงการในมิติ)"
    )
    scheme: SchemeId = Field("", title="แบบคะแนน", description="รหัสแบบคะแนนของมิติ (เว้นว่าง = ตามทั้งแผน)")
    target_score: Annotated[Amount | None, Seldom()] = Field(
        None, title="คะแนนเป้าหมาย", description="คะแนนที่มิติตั้งเป้า พิมพ์เมื่อขอแผนภูมิ"
    )
    last_score: Annotated[Amount | None, Seldom(), EachRound("result")] = Field(
        None, title="คะแนนรอบก่อน", description="คะแนนของมิติในรอบก่อน พิมพ์เมื่อขอแผนภูมิ"
    )


class Plan(Record, title="แผนกลยุทธ์"):
    """The plan as approved. Where its projects are weighed, their weights sum to 100."""

    name: str = Field(description="ชื่อแผน เช่น แผนกลยุทธ์การบริหารทรัพยากรบุคคล")
    short: str = Field(description="ชื่อย่อของแผน เช่น แผนกลยุทธ์ฯ")
    first_year: Annotated[BuddhistYear, EachRound("year")] = Field(description="ปีแรกของแผน พ.ศ.")
    last_year: Annotated[BuddhistYear, EachRound("year")] = Field(description="ปีสุดท้ายของแผน พ.ศ.")
    scheme: SchemeId = Field(FIVE_LEVELS, title="แบบคะแนน", description="รหัสแบบคะแนนของทั้งแผน")
    unmeasured: Unmeasured | None = Field(
        None,
        description="วิธีคิดตัวชี้วัดที่ยังไม่มีผล: excluded ไม่นับ, zero เป็น 0, floor เป็นคะแนนระดับแรก",
    )
    dimensions: tuple[PlanDimension, ...] = Field(min_length=1, description="มิติ")

    @property
    @in_templates
    def projects(self) -> tuple[Project, ...]:
        """All projects in the plan's order."""
        return tuple(project for dimension in self.dimensions for project in dimension.projects)


class ProjectResult(Measured, title="ผลของแผนงาน/โครงการ"):
    """What one project did in the round, measured once and told for the memo and the report."""

    project: Identifier = Field(description="รหัสแผนงาน/โครงการ")
    spent: Annotated[Amount | None, Seldom(), EachRound("result")] = Field(
        None, title="งบประมาณที่ใช้", description="งบประมาณที่ใช้ไปแล้ว (บาท)"
    )
    facts: Annotated[Facts, EachRound("result")] = Field(
        default_factory=dict, description="จำนวนที่อ้างถึงในข้อความด้วย {ชื่อ}"
    )
    phrases: Annotated[dict[str, FilledText], EachRound("text")] = Field(
        default_factory=dict, description="ถ้อยคำที่ใช้ซ้ำ เช่น ชื่อกิจกรรม ช่วงวันที่ อ้างถึงในข้อความด้วย {ชื่อ}"
    )
    memo: Annotated[Prose, EachRound("text")] = Field(
        (), title="ในบันทึกข้อความ", description="ผลการดำเนินการที่พิมพ์ในตารางของบันทึกข้อความ"
    )
    done: Annotated[Prose, EachRound("text")] = Field(
        (), title="ในรายงาน", description="ผลการดำเนินการในรายงาน"
    )
    problems: Annotated[Prose, EachRound("carried")] = Field((), description="ปัญหา/อุปสรรค (เว้นว่าง = ไม่มี)")
    suggestions: Annotated[Prose, EachRound("carried")] = Field((), description="ข้อเสนอแนะ (เว้นว่าง = ไม่มี)")
