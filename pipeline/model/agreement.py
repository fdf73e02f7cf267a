"""The performance agreement (คำรับรองการปฏิบัติราชการ) and its annexes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from pipeline.model.chapters import Chapter
from pipeline.model.in_templates import in_templates
from pipeline.model.indicators import Indicator, Weight
from pipeline.model.passages import Passage
from pipeline.model.people import Person, PostHolder
from pipeline.model.records import (
    Amount,
    BuddhistYear,
    Count,
    EachRound,
    FilledText,
    Record,
    SchemeId,
    Seldom,
    ThaiDate,
)
from pipeline.model.schemes import Unmeasured
from pipeline.model.shipped_schemes import FIVE_LEVELS


class Party(PostHolder, title="คู่สัญญาของคำรับรอง"):
    """Who gives or receives the agreement."""

    person: Person = Field(description="ชื่อผู้ลงนาม")


class IndicatorGroup(Record, title="กลุ่มตัวชี้วัด"):
    """Indicators that share a table; their weights sum to the group's."""

    name: str = Field(description="ชื่อกลุ่มตัวชี้วัด")
    label: str = Field("", title="ชื่อย่อในตาราง", description="ชื่อย่อที่พิมพ์เป็นแถวหัวกลุ่มในตาราง")
    weight: Weight | None = Field(None, description="น้ำหนักของกลุ่ม (ร้อยละ)")
    scheme: SchemeId = Field("", title="แบบคะแนน", description="รหัสแบบคะแนนของกลุ่ม (เว้นว่าง = ตามมิติ)")
    note: FilledText = Field("", title="หมายเหตุ", description="หมายเหตุ * ใต้รายการกลุ่ม")
    indicators: tuple[Indicator, ...] = Field(min_length=1, description="ตัวชี้วัดของกลุ่ม")


class AgreementDimension(Record, title="มิติของคำรับรอง"):
    """A dimension (มิติ) of the agreement; its groups' weights sum to its own."""

    number: Count = Field(ge=1, description="มิติที่")
    name: str = Field(description="ชื่อมิติ")
    weight: Weight | None = Field(None, description="น้ำหนักของมิติ (ร้อยละ)")
    scheme: SchemeId = Field("", title="แบบคะแนน", description="รหัสแบบคะแนนของมิติ (เว้นว่าง = ตามทั้งเอกสาร)")
    last_score: Annotated[Amount | None, Seldom()] = Field(
        None, title="คะแนนรอบก่อน", description="คะแนนของมิติในรอบก่อน พิมพ์เมื่อขอแผนภูมิ"
    )
    groups: tuple[IndicatorGroup, ...] = Field(min_length=1, description="กลุ่มตัวชี้วัด (มีกลุ่มเดียวก็ได้)")

    @property
    @in_templates
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators of the dimension in order."""
        return tuple(indicator for group in self.groups for indicator in group.indicators)


class Agreement(Record, title="คำรับรองการปฏิบัติราชการ"):
    """The agreement: parties, date, and the annexes with the evaluation framework."""

    receiver: Party = Field(description="ผู้รับคำรับรอง")
    maker: Party = Field(description="ผู้ทำคำรับรอง")
    title_unit: str = Field(
        "",
        title="ชื่อที่พิมพ์เป็นหัวเรื่อง",
        description="ชื่อที่พิมพ์เป็นหัวเรื่อง เหนือชื่อกระทรวง (เว้นว่าง = ชื่อเต็มของส่วนราชการ)",
    )
    signed: Annotated[ThaiDate | None, EachRound("date")] = Field(None, description="วันที่ลงนาม")
    strategy: tuple[Chapter, ...] = Field((), description="ยุทธศาสตร์และแนวทางการพัฒนา (หัวข้อและรายการ)")
    guidelines: tuple[Chapter, ...] = Field((), description="แนวทางการพัฒนาการปฏิบัติราชการ")
    baseline_years: tuple[BuddhistYear, ...] = Field(
        (), title="ปีของผลงานเดิมในตาราง", description="ปีงบประมาณของผลงานที่พิมพ์ในตาราง"
    )
    scheme: SchemeId = Field(FIVE_LEVELS, title="แบบคะแนน", description="รหัสแบบคะแนนของทั้งเอกสาร")
    unmeasured: Unmeasured | None = Field(
        None,
        description="วิธีคิดตัวชี้วัดที่ยังไม่มีผล: excluded ไม่นับ, zero เป็น 0, floor เป็นคะแนนระดับแรก",
    )
    dimensions: tuple[AgreementDimension, ...] = Field(min_length=1, description="มิติและตัวชี้วัด")

    @property
    @in_templates
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators in order."""
        return tuple(indicator for dimension in self.dimensions for indicator in dimension.indicators)


__all__ = ["Agreement", "AgreementDimension", "Chapter", "IndicatorGroup", "Party", "Passage"]
