"""Indicators and their results, the same for a plan's projects and for an agreement."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, NamedTuple, Protocol

from pydantic import Field

from pipeline.intake import ValuePath
from pipeline.model.records import (
    BuddhistYear,
    Count,
    EachRound,
    FilledText,
    Identifier,
    Number,
    Percent,
    Record,
    SchemeId,
    Seldom,
    TrackId,
)
from pipeline.model.scales import Scale
from pipeline.model.schemes import Rules, Unmeasured

Status = Literal["measured", "in-progress", "cancelled", "starts-later", "not-reported"]

Weight = Annotated[Percent, Field(ge=0)]
"""A share of what the scheme says that weights add up to. 0: told, but without weight in the total."""


class Baseline(Record, title="ผลงานปีก่อน"):
    """The result of an earlier year, printed beside the thresholds."""

    year: BuddhistYear = Field(description="ปีงบประมาณ พ.ศ.")
    value: Percent | None = Field(None, description="ผลงานของปีนั้น (เว้นว่าง = พิมพ์ -)")


class TrackScale(Record, title="เกณฑ์ตามรอบ"):
    """The scale of one judge or round that is not the indicator's own, such as the target of a quarter."""

    track: TrackId = Field(title="ผู้ประเมินหรือรอบ", description="รหัสผู้ประเมินหรือรอบ")
    scale: Scale = Field(description="เกณฑ์การให้คะแนนของรอบนั้น")


class Scored(Protocol):
    """What is scored: on a scale of its own, or from its parts."""

    @property
    def id(self) -> str:
        """The number or code that results name."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def weight(self) -> Decimal | None:
        """Its weight where it stands."""

    @property
    def scale(self) -> Scale | None:
        """The scale of its own."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """What it is scored from, where it has no scale."""

    @property
    def targets(self) -> tuple[TrackScale, ...]:
        """Scales of single judges or rounds."""

    @property
    def scheme(self) -> str:
        """The id of its own scheme."""

    @property
    def unmeasured(self) -> Unmeasured | None:
        """Its own policy for what has no result."""


Targets = Annotated[
    tuple[TrackScale, ...],
    Field(title="เกณฑ์ตามรอบ", description="เกณฑ์ของรอบหรือผู้ประเมินที่ต่างจากเกณฑ์ของตัวชี้วัด"),
]

SchemeName = Annotated[
    SchemeId,
    Field(title="แบบคะแนน", description="รหัสแบบคะแนน (เว้นว่าง = ตามมิติหรือทั้งเอกสาร)"),
]


class Part(Record, title="ตัวชี้วัดย่อย"):
    """A part of a composite indicator; the parts' weights sum to 1 or to 100 (`domain.md` §2.5 b)."""

    id: Identifier = Field(description="เลขที่ตัวชี้วัดย่อย เช่น 16.1")
    name: str = Field(description="ชื่อตัวชี้วัดย่อย")
    unit: str = Field("", description="หน่วยวัด เช่น ร้อยละ ระดับ จำนวน")
    weight: Weight | None = Field(
        None, title="น้ำหนักภายในตัวชี้วัด", description="น้ำหนักภายในตัวชี้วัด รวมกันได้ 1 หรือ 100"
    )
    scale: Scale | None = Field(None, description="เกณฑ์การให้คะแนน (เว้นว่างเมื่อมีตัวชี้วัดย่อย)")
    parts: tuple[Part, ...] = Field((), description="ตัวชี้วัดย่อยของตัวชี้วัดย่อย")
    baselines: tuple[Baseline, ...] = Field((), description="ผลงานปีก่อน")
    targets: Targets = ()
    scheme: SchemeName = ""
    unmeasured: Annotated[Unmeasured | None, Seldom()] = Field(
        None, description="วิธีคิดเมื่อไม่มีผล (แทนค่าของตัวชี้วัด)"
    )


class Indicator(Record, title="ตัวชี้วัด"):
    """An indicator of an agreement: what is measured, its weight and its scale or parts."""

    id: Identifier = Field(description="เลขที่ตัวชี้วัด เช่น 5 หรือ 16.1 (ใช้อ้างอิงในแฟ้มผล)")
    name: str = Field(description="ชื่อตัวชี้วัด")
    unit: str = Field("", description="หน่วยวัด เช่น ร้อยละ ระดับ จำนวน")
    weight: Weight | None = Field(None, description="น้ำหนัก (ร้อยละ)")
    scale: Scale | None = Field(None, description="เกณฑ์การให้คะแนน (เว้นว่างเมื่อมีตัวชี้วัดย่อย)")
    parts: tuple[Part, ...] = Field((), description="ตัวชี้วัดย่อย (เมื่อคะแนนมาจากส่วนย่อย)")
    baselines: tuple[Baseline, ...] = Field((), description="ผลงานปีก่อน")
    target_level: Annotated[Count, Field(ge=1)] | None = Field(
        None, description="ระดับที่เป็นเป้าหมาย (เว้นว่าง = ระดับสูงสุด)"
    )
    unmeasured: Unmeasured | None = Field(None, description="วิธีคิดเมื่อไม่มีผล (แทนค่าของทั้งเอกสาร)")
    targets: Targets = ()
    scheme: SchemeName = ""
    responsible: Annotated[str, Seldom()] = Field(
        "", title="ผู้รับผิดชอบ", description="หน่วยงานที่กรอกผลของตัวชี้วัด เช่น กองคลัง (ใช้แจกแบบกรอก ไม่พิมพ์)"
    )


class Measured(Record):
    """What a result may be: a value, a numerator and denominator, steps done, or a score that was given."""

    value: Annotated[Percent | None, EachRound("result")] = Field(
        None, title="ผลที่วัดได้", description="ผลการดำเนินงานเป็นตัวเลข"
    )
    numerator: Annotated[Number | None, EachRound("result")] = Field(
        None, description="ตัวตั้ง เช่น จำนวนครั้งที่จัดแล้ว"
    )
    denominator: Annotated[Annotated[Number, Field(gt=0)] | None, EachRound("result")] = Field(
        None, description="ตัวหาร เช่น จำนวนครั้งตามแผน"
    )
    steps: Annotated[Count | None, EachRound("result")] = Field(
        None, title="ขั้นตอนที่แล้วเสร็จ", description="จำนวนขั้นตอนที่แล้วเสร็จตามลำดับ"
    )
    score: Annotated[Number | None, Seldom(), EachRound("result")] = Field(
        None, title="คะแนนที่ผู้ประเมินให้", description="คะแนนที่ผู้ประเมินให้ แทนคะแนนตามเกณฑ์ (ใส่ผลที่วัดได้ด้วยก็ได้)"
    )
    status: Annotated[Status, EachRound("result")] = Field("measured", description="สถานะของผล")
    note: Annotated[FilledText, EachRound("result")] = Field("", description="หมายเหตุที่พิมพ์ใต้ตารางคะแนน")
    track: Annotated[TrackId, Seldom()] = Field(
        "", title="ผู้ประเมินหรือรอบ", description="รหัสผู้ประเมินหรือรอบของผลนี้ (เว้นว่างเมื่อมีชุดเดียว)"
    )


class Result(Measured, title="ผลของตัวชี้วัด"):
    """The result of one indicator (or part) in one round."""

    indicator: Identifier = Field(title="เลขที่ตัวชี้วัด", description="เลขที่ตัวชี้วัดที่ผลนี้เป็นของ")


class MeasuredBy(NamedTuple):
    """A result, where it stands in the data, whose it is (an id), and the scale, unit and rules of that."""

    path: ValuePath
    whose: str
    result: Measured
    scale: Scale
    rules: Rules
    unit: str = ""
