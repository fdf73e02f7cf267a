"""What the report of an HR plan prints besides the plan and the results, and what things are called in it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from pipeline.model.in_templates import in_templates
from pipeline.model.people import Person, Signer
from pipeline.model.records import BuddhistYear, FilledText, Record, Seldom, ThaiDate


class ActionPlan(Record, title="แผนปฏิบัติราชการของส่วนราชการ"):
    """The office's own multi-year plan that the HR plan serves."""

    name: str = Field("แผนปฏิบัติราชการ", description="ชื่อแผน")
    first_year: BuddhistYear = Field(description="ปีแรก พ.ศ.")
    last_year: BuddhistYear = Field(description="ปีสุดท้าย พ.ศ.")
    vision: str = Field("", description="วิสัยทัศน์")
    missions: tuple[str, ...] = Field((), description="พันธกิจ")
    strategies: tuple[str, ...] = Field((), description="ประเด็นยุทธศาสตร์ ตามลำดับที่ 1, 2, …")

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


class ReportSigner(Signer, title="ผู้ลงนามในรายงาน"):
    """Who signs the report itself, and as what."""

    duty: str = Field(title="ลงนามในฐานะ", description="พิมพ์เหนือลายมือชื่อ เช่น ผู้จัดทำ ผู้ตรวจ ผู้อนุมัติ")


class ReportFacts(Record, title="ข้อมูลที่รายงานอ้างถึง"):
    """What chapters of the report may print besides the plan and the results, and its cover."""

    cover: tuple[FilledText, ...] = Field(
        (), title="ปกรายงาน", description="บรรทัดบนปกรายงาน ตามลำดับ (เว้นว่าง = ถ้อยคำกลาง)"
    )
    title: Annotated[FilledText, Seldom()] = Field(
        "", title="ชื่อในคุณสมบัติของแฟ้ม", description="ชื่อรายงานในคุณสมบัติของแฟ้ม (เว้นว่าง = บรรทัดบนปกต่อกัน)"
    )
    chapter_word: Annotated[FilledText, Seldom()] = Field(
        "", title="คำนำเลขบท", description="คำหน้าเลขของหัวข้อระดับ 1 เช่น บทที่ ส่วนที่ (เว้นว่าง = เลขและจุด)"
    )
    action_plan: ActionPlan | None = Field(None, description="แผนปฏิบัติราชการของส่วนราชการ")
    quality_issues: tuple[QualityIssue, ...] = Field((), description="ประเด็น PMQA หมวด 5")
    reviewed_first_year: BuddhistYear | None = Field(None, description="ปีแรกของแผนเดิมที่ทบทวน พ.ศ.")
    reviewed_last_year: BuddhistYear | None = Field(None, description="ปีสุดท้ายของแผนเดิมที่ทบทวน พ.ศ.")
    working_group: WorkingGroup | None = Field(None, description="คณะทำงานจัดทำแผน")
    approved: ThaiDate | None = Field(None, description="วันที่หัวหน้าส่วนราชการให้ความเห็นชอบแผน")
    signers: tuple[ReportSigner, ...] = Field(
        (), description="ผู้ลงนามท้ายรายงาน ตามลำดับ เช่น ผู้จัดทำ ผู้ตรวจ ผู้อนุมัติ (เว้นว่าง = ไม่มี)"
    )


class Headings(Record, title="คำเรียกและหัวตาราง"):
    """What the office calls the parts of its plan, in headings of tables and results."""

    dimension: FilledText = Field(
        "ด้าน", title="กลุ่มของโครงการ", description="คำเรียกกลุ่มของโครงการ เช่น ด้าน มิติ ยุทธศาสตร์"
    )
    project: FilledText = Field("แผนงาน/โครงการ", title="โครงการ", description="หัวตารางของโครงการ")
    issue: FilledText = Field("ประเด็น", title="ประเด็น", description="คำเรียกประเด็นที่โครงการสอดคล้อง")
    issues: FilledText = Field(
        "ประเด็นที่สอดคล้อง", title="ประเด็นที่สอดคล้อง", description="หัวตารางของประเด็นที่สอดคล้อง"
    )
    goal: FilledText = Field("เป้าประสงค์", title="เป้าประสงค์", description="หัวตารางของเป้าประสงค์")
    goal_of_result: FilledText = Field(
        "เป้าประสงค์", title="เป้าประสงค์ในผล", description="ป้ายของเป้าประสงค์ในผลรายโครงการ"
    )
    rationale: FilledText = Field(
        "หลักการและเหตุผล", title="หลักการและเหตุผล", description="หัวตารางของหลักการและเหตุผล"
    )
    indicator: FilledText = Field("ตัวชี้วัด", title="ตัวชี้วัด", description="หัวตารางของตัวชี้วัด")
    target: FilledText = Field("เป้าหมาย", title="เป้าหมาย", description="หัวตารางของเป้าหมาย")
    steps: FilledText = Field("กิจกรรม/ขั้นตอน", title="กิจกรรม/ขั้นตอน", description="หัวตารางของกิจกรรมหรือขั้นตอน")
    levels: FilledText = Field("การติดตามผล", title="การติดตามผล", description="หัวตารางของคำอธิบายระดับ")
    weight: FilledText = Field(
        "ค่าน้ำหนัก/ผู้รับผิดชอบ", title="ค่าน้ำหนักและผู้รับผิดชอบ", description="หัวตารางของค่าน้ำหนักและผู้รับผิดชอบ"
    )
    responsible: FilledText = Field("ผู้รับผิดชอบ", title="ผู้รับผิดชอบ", description="ป้ายและหัวตารางของผู้รับผิดชอบ")
    result: FilledText = Field(
        "ผลการดำเนินการ", title="ผลการดำเนินการ", description="ป้ายของผลการดำเนินการในรายงาน"
    )
    result_of_round: FilledText = Field(
        "ผลการดำเนินการ", title="ผลการดำเนินการในตาราง", description="หัวตารางของผลการดำเนินการ"
    )
    share: FilledText = Field("สัดส่วนผลสำเร็จ", title="สัดส่วนผลสำเร็จ", description="หัวตารางของสัดส่วนผลสำเร็จ")
    budget: FilledText = Field(
        "งบประมาณที่ได้รับ (บาท)", title="งบประมาณที่ได้รับ", description="หัวตารางของงบประมาณที่ได้รับ"
    )
    spent: FilledText = Field("งบประมาณที่ใช้ (บาท)", title="งบประมาณที่ใช้", description="หัวตารางของงบประมาณที่ใช้")
    spent_percent: FilledText = Field(
        "ร้อยละที่ใช้", title="ร้อยละของงบประมาณ", description="หัวตารางของร้อยละของงบประมาณที่ใช้"
    )
    time: FilledText = Field("ระยะเวลา", title="ระยะเวลา", description="หัวตารางของระยะเวลาดำเนินการ")
    conclusion: FilledText = Field("สรุป", title="สรุป", description="ป้ายของสรุปผล")
    problems: FilledText = Field("ปัญหา/อุปสรรค", title="ปัญหา/อุปสรรค", description="ป้ายของปัญหาและอุปสรรค")
    suggestions: FilledText = Field("ข้อเสนอแนะ", title="ข้อเสนอแนะ", description="ป้ายของข้อเสนอแนะ")
    followed_by: FilledText = Field(
        "", title="ที่มาของระดับ", description="ถ้อยคำหลังระดับที่ได้ในสรุป เช่น ตามการติดตามผลของแผนปฏิบัติการ"
    )
    later: FilledText = Field(
        "และจะรายงานผลให้ทราบในระยะต่อไป", title="เมื่อยังไม่ครบ", description="ถ้อยคำท้ายสรุปของโครงการที่ยังไม่เต็ม"
    )
