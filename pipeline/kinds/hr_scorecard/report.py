"""What the HR Scorecard report tells besides the plan and the results: chapters 1 and 2."""

from __future__ import annotations

from pydantic import Field

from pipeline.model.in_templates import in_templates
from pipeline.model.people import Person
from pipeline.model.records import BuddhistYear, Record, ThaiDate


class ActionPlan(Record, title="แผนปฏิบัติราชการของส่วนราชการ"):
    """The office's own multi-year plan that the HR plan serves."""

    name: str = Field("แผนปฏิบัติราชการ", description="ชื่อแผน")
    first_year: BuddhistYear = Field(description="ปีแรก พ.ศ.")
    last_year: BuddhistYear = Field(description="ปีสุดท้าย พ.ศ.")
    vision: str = Field(description="วิสัยทัศน์")
    missions: tuple[str, ...] = Field(description="พันธกิจ")
    strategies: tuple[str, ...] = Field(description="ประเด็นยุทธศาสตร์ ตามลำดับที่ 1, 2, …")

    @property
    @in_templates
    def years(self) -> int:
        """How many years the plan spans."""
        return self.last_year - self.first_year + 1


class QualityIssue(Record, title="ประเด็น PMQA หมวด 5"):
    """One development issue of PMQA category 5 and its assessment frame."""

    issue: str = Field(description="ประเด็นการพัฒนา")
    frame: str = Field(description="กรอบการประเมิน")


class WorkingGroup(Record, title="คณะทำงานจัดทำแผน"):
    """The order that appointed the plan's working group."""

    order_number: str = Field(description="เลขที่คำสั่ง เช่น 246/2561")
    order_date: ThaiDate = Field(description="วันที่ของคำสั่ง")
    chair: str = Field(description="ประธานคณะทำงาน")
    members: str = Field(description="คณะทำงาน")
    secretary: str = Field(description="คณะทำงานและเลขานุการ")
    assistant_post: str = Field("", title="ผู้ช่วยเลขานุการ (โดยตำแหน่ง)", description="ผู้ช่วยเลขานุการ (โดยตำแหน่ง)")
    assistant: Person | None = Field(None, title="ผู้ช่วยเลขานุการ (โดยชื่อ)", description="ผู้ช่วยเลขานุการ (โดยชื่อ)")
    assistant_position: str = Field("", description="ตำแหน่งของผู้ช่วยเลขานุการ")


class ReportFacts(Record, title="ข้อมูลบทที่ 1 และ 2 ของรายงาน"):
    """Chapters 1 and 2 of the report. The sentences stand in the template."""

    action_plan: ActionPlan = Field(description="แผนปฏิบัติราชการของส่วนราชการ")
    quality_issues: tuple[QualityIssue, ...] = Field(description="ประเด็น PMQA หมวด 5")
    reviewed_first_year: BuddhistYear = Field(description="ปีแรกของแผนเดิมที่ทบทวน พ.ศ.")
    reviewed_last_year: BuddhistYear = Field(description="ปีสุดท้ายของแผนเดิมที่ทบทวน พ.ศ.")
    working_group: WorkingGroup = Field(description="คณะทำงานจัดทำแผน")
    approved: ThaiDate = Field(description="วันที่หัวหน้าส่วนราชการให้ความเห็นชอบแผน")
