"""Indicators and their results, the same for a plan's projects and for an agreement."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from pipeline.intake import ValuePath
from pipeline.model.records import BuddhistYear, Count, FilledText, Identifier, Number, Percent, Record
from pipeline.model.scales import Scale

Unmeasured = Literal["excluded", "zero", "floor"]
"""What an indicator without a result counts as: not at all (the rest is renormalised), 0, or 1."""

Status = Literal["measured", "in-progress", "cancelled", "starts-later", "not-reported"]

Weight = Annotated[Percent, Field(gt=0, le=100)]


class Baseline(Record):
    """The result of an earlier year, printed beside the thresholds."""

    year: BuddhistYear = Field(description="ปีงบประมาณ พ.ศ.")
    value: Percent | None = Field(None, description="ผลงานของปีนั้น (เว้นว่าง = พิมพ์ -)")


class Part(Record):
    """A part of a composite indicator; the parts' weights sum to 1 (`domain.md` §2.5 b)."""

    id: Identifier = Field(description="เลขที่ตัวชี้วัดย่อย เช่น 16.1")
    name: str = Field(description="ชื่อตัวชี้วัดย่อย")
    unit: str = Field("", description="หน่วยวัด เช่น ร้อยละ ระดับ จำนวน")
    weight: Annotated[Number, Field(gt=0, le=1)] = Field(description="น้ำหนักภายในตัวชี้วัด รวมกันได้ 1")
    scale: Scale = Field(description="เกณฑ์การให้คะแนน")
    baselines: tuple[Baseline, ...] = Field((), description="ผลงานปีก่อน")


class Indicator(Record):
    """An indicator of an agreement: what is measured, its weight and its scale or parts."""

    id: Identifier = Field(description="เลขที่ตัวชี้วัด เช่น 5 หรือ 16.1 (ใช้อ้างอิงในแฟ้มผล)")
    name: str = Field(description="ชื่อตัวชี้วัด")
    unit: str = Field("", description="หน่วยวัด เช่น ร้อยละ ระดับ จำนวน")
    weight: Weight = Field(description="น้ำหนัก (ร้อยละ)")
    scale: Scale | None = Field(None, description="เกณฑ์การให้คะแนน (เว้นว่างเมื่อมีตัวชี้วัดย่อย)")
    parts: tuple[Part, ...] = Field((), description="ตัวชี้วัดย่อย (เมื่อคะแนนมาจากส่วนย่อย)")
    baselines: tuple[Baseline, ...] = Field((), description="ผลงานปีก่อน")
    target_level: Annotated[Count, Field(ge=1, le=5)] = Field(5, description="ระดับที่เป็นเป้าหมาย")
    unmeasured: Unmeasured | None = Field(None, description="วิธีคิดเมื่อไม่มีผล (แทนค่าของทั้งเอกสาร)")


class Measured(Record):
    """What a result may be: one of a value, a numerator and denominator, or the steps done."""

    value: Percent | None = Field(None, title="ผลที่วัดได้", description="ผลการดำเนินงานเป็นตัวเลข")
    numerator: Number | None = Field(None, description="ตัวตั้ง เช่น จำนวนครั้งที่จัดแล้ว")
    denominator: Annotated[Number, Field(gt=0)] | None = Field(None, description="ตัวหาร เช่น จำนวนครั้งตามแผน")
    steps: Count | None = Field(None, title="ขั้นตอนที่แล้วเสร็จ", description="จำนวนขั้นตอนที่แล้วเสร็จตามลำดับ")
    status: Status = Field("measured", description="สถานะของผล")
    note: FilledText = Field("", description="หมายเหตุที่พิมพ์ใต้ตารางคะแนน")


class Result(Measured):
    """The result of one indicator (or part) in one round."""

    indicator: Identifier = Field(title="เลขที่ตัวชี้วัด", description="เลขที่ตัวชี้วัดที่ผลนี้เป็นของ")


class MeasuredBy(NamedTuple):
    """A result, where it stands in the data, whose it is (an id), and the scale and unit of that."""

    path: ValuePath
    whose: str
    result: Measured
    scale: Scale
    unit: str = ""
