"""Schemes: how figures become scores, how scores add up and what the total is called, as data (`domain.md`
§2).

A scheme stands in the data (`schemes`), in a file of the office's, or is shipped in `templates/schemes`.
What it leaves out it takes from the one that it is `like`; `model.scheme_rules` lays them over each other
into `Rules`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple

from pydantic import BeforeValidator, Field

from pipeline.model.curves import Between
from pipeline.model.in_templates import in_templates
from pipeline.model.records import EachRound, Identifier, Number, Record, Refers, SchemeId, ThaiDate, TrackId

Combine = Literal["weighted", "mean", "sum"]
"""How members add up: Σ(w × s) / Σw, Σs / n, or Σs of Σ full marks."""

BelowFirst = Literal["first", "zero", "none", "scale"]
"""What a measured figure short of the first level earns: its score, 0, as if there were no result, or what
the type of its scale says (linear: the first level's score; others: no level, and the first score in totals).
"""


def _unmeasured(typed: object) -> object:
    """`first` is another name of `floor`."""
    return "floor" if typed == "first" else typed


Policy = Literal["excluded", "zero", "floor", "failed"]

Unmeasured = Annotated[Policy, BeforeValidator(_unmeasured)]
"""What counts for what has no result: nothing (the rest is renormalised), 0, the first level's score, or that
it was not passed, which is 0.
"""

Places = Annotated[tuple[Annotated[int, Field(ge=0, le=10)], ...], Field(max_length=4)]
"""Decimals rounded to, one after the other; none: not rounded."""


class SchemeLevel(Record, title="ระดับของแบบคะแนน"):
    """A level of a scheme: the score that reaching it earns, and what the office calls it."""

    score: Number = Field(description="คะแนนของระดับ")
    name: str = Field("", title="ชื่อระดับ", description="ชื่อระดับที่พิมพ์เป็นหัวตาราง เช่น ขั้นต้น (เว้นว่าง = พิมพ์คะแนน)")


class SchemePoint(Record, title="จุดคะแนน"):
    """A point of a curve: the score from this figure on."""

    figure: Number = Field(title="ค่า", description="ค่าของผล (หรือผลต่างจากที่คาดหวัง)")
    score: Number = Field(title="คะแนน", description="คะแนนที่ได้")


class Band(Record, title="ระดับผล"):
    """A grade: the totals from here up to the next higher one."""

    name: str = Field(title="ชื่อระดับผล", description="ชื่อระดับผล เช่น ดีเด่น")
    at_least: Number | None = Field(
        None, title="คะแนนรวมตั้งแต่", description="คะแนนรวมต่ำสุดของระดับผล (เว้นว่าง = ต่ำกว่าระดับผลอื่นทั้งหมด)"
    )


class Rounding(Record, title="การปัดเศษ"):
    """Where figures are rounded, half up, and to how many decimals; several are applied one after the
    other.
    """

    ratio: Places | None = Field(None, title="ปัดผลที่เป็นอัตราส่วน", description="ทศนิยมของผลที่คิดจากตัวตั้งหารตัวหาร")
    score: Places | None = Field(None, title="ปัดคะแนน", description="ทศนิยมของคะแนนตัวชี้วัด")
    weighted: Places | None = Field(None, title="ปัดคะแนนถ่วงน้ำหนัก", description="ทศนิยมของคะแนนถ่วงน้ำหนัก")
    group: Places | None = Field(None, title="ปัดคะแนนกลุ่ม", description="ทศนิยมของคะแนนมิติหรือกลุ่ม ก่อนนำไปรวม")
    total: Places | None = Field(None, title="ปัดคะแนนรวม", description="ทศนิยมของคะแนนรวม")


class Scheme(Record, title="แบบคะแนน"):
    """Rules of scoring under a name; what is empty is taken from the scheme that it is `like`."""

    on_paper = False

    id: Identifier = Field(title="รหัสแบบคะแนน", description="รหัสแบบคะแนนที่ช่องอื่นอ้างถึง")
    title: str = Field("", title="ชื่อแบบคะแนน", description="ชื่อแบบคะแนน")
    about: str = Field("", title="คำอธิบาย", description="แบบคะแนนนี้ใช้กับอะไร ที่มาของเกณฑ์")
    like: Annotated[Identifier, Refers("schemes")] = Field(
        "", title="ตามแบบ", description="แบบคะแนนที่ใช้เป็นฐาน (เว้นว่าง = กำหนดเองทั้งหมด)"
    )
    levels: tuple[SchemeLevel, ...] = Field((), title="ระดับคะแนน", description="ระดับ จากต่ำไปสูง")
    points: tuple[SchemePoint, ...] = Field(
        (), title="จุดคะแนน", description="จุดของเกณฑ์แบบจุดคะแนนที่ไม่ได้กำหนดจุดเอง"
    )
    between: Between | None = Field(
        None, title="ระหว่างระดับ", description="interpolate เทียบบัญญัติไตรยางศ์, step ถึงจุดใดได้คะแนนจุดนั้น"
    )
    below: BelowFirst | None = Field(
        None,
        title="ต่ำกว่าระดับแรก",
        description="first ได้คะแนนระดับแรก, zero ได้ 0, none ถือว่าไม่มีผล, scale ตามแบบของเกณฑ์",
    )
    combine: Combine | None = Field(
        None, title="วิธีรวมคะแนน", description="weighted เฉลี่ยถ่วงน้ำหนัก, mean เฉลี่ย, sum รวมคะแนนจากคะแนนเต็ม"
    )
    of: Annotated[Number, Field(gt=0)] | None = Field(
        None, title="น้ำหนักรวม", description="ผลรวมของน้ำหนัก เช่น 100"
    )
    out_of: Annotated[Number, Field(gt=0)] | None = Field(
        None, title="คะแนนรวมเต็ม", description="คะแนนรวมคิดจากคะแนนเต็มเท่าใด (เว้นว่าง = ตามคะแนนของระดับ)"
    )
    unmeasured: Unmeasured | None = Field(
        None,
        title="ตัวชี้วัดที่ไม่มีผล",
        description="excluded ไม่นับ, zero เป็น 0, floor เป็นคะแนนระดับแรก, failed ถือว่าไม่ผ่าน",
    )
    rounding: Rounding = Field(default_factory=Rounding, description="การปัดเศษ")
    bands: tuple[Band, ...] = Field((), title="ระดับผล", description="ระดับผลของคะแนนรวม เช่น ดีเด่น ดีมาก")


class Track(Record, title="ผู้ประเมินหรือรอบ"):
    """One set of results beside others: of a judge (ประเมินตนเอง, คณะกรรมการ) or of a round (6, 9, 12
    เดือน).
    """

    id: Identifier = Field(title="รหัสผู้ประเมินหรือรอบ", description="รหัสที่ผลอ้างถึง เช่น self, r6")
    name: str = Field(title="ชื่อที่พิมพ์", description="ชื่อที่พิมพ์เป็นหัวตาราง เช่น คณะกรรมการ รอบ 6 เดือน")
    start: ThaiDate | None = Field(None, description="วันแรกของรอบ (เว้นว่าง = ตามระยะเวลาของเอกสาร)")
    end: ThaiDate | None = Field(None, description="วันสุดท้ายของรอบ (เว้นว่าง = ตามระยะเวลาของเอกสาร)")
    weight: Annotated[Number, Field(ge=0)] | None = Field(
        None, title="น้ำหนักของรอบ", description="น้ำหนักเมื่อคะแนนทั้งหมดเฉลี่ยถ่วงน้ำหนักจากทุกรอบหรือทุกผู้ประเมิน"
    )
    scheme: SchemeId = Field(
        "", title="แบบคะแนน", description="รหัสแบบคะแนนของรอบ เมื่อระดับผลต่างจากทั้งเอกสาร (เว้นว่าง = ตามทั้งเอกสาร)"
    )


CombineTracks = Literal["one", "weighted", "mean", "least"]
"""Which score is the document's where there are several tracks: that of the one that decides, the mean of
all, by their weights or plain, or the least of all.
"""


class Adjustment(Record, title="การปรับคะแนน"):
    """Points given or taken from outside, with the reason."""

    indicator: Identifier = Field("", title="ปรับที่ตัวชี้วัด", description="เลขที่ตัวชี้วัด (เว้นว่าง = คะแนนรวม)")
    track: TrackId = Field("", title="ผู้ประเมินหรือรอบ", description="รหัสผู้ประเมินหรือรอบ (เว้นว่าง = ที่ใช้ตัดสิน)")
    amount: Number = Field(title="คะแนนที่ปรับ", description="คะแนนที่เพิ่ม หรือลด (ติดลบ)")
    reason: str = Field(title="เหตุผล", description="เหตุผลที่พิมพ์ใต้ตาราง")


class Gate(Record, title="เงื่อนไขของคะแนน"):
    """A condition, and the most that may be scored where it does not hold."""

    indicator: Identifier = Field("", title="เงื่อนไขของตัวชี้วัด", description="เลขที่ตัวชี้วัด (เว้นว่าง = คะแนนรวม)")
    track: TrackId = Field(
        "", title="ผู้ประเมินหรือรอบ", description="รหัสผู้ประเมินหรือรอบ (เว้นว่าง = ทุกผู้ประเมินและทุกรอบ)"
    )
    condition: Annotated[str, Field(min_length=1)] = Field(title="เงื่อนไข", description="เงื่อนไขที่ต้องเป็นไปตาม")
    ceiling: Number | None = Field(None, title="ไม่เกินคะแนน", description="คะแนนสูงสุดเมื่อไม่เป็นไปตามเงื่อนไข")
    grade: str = Field(
        "", title="ไม่เกินระดับผล", description="ระดับผลสูงสุดเมื่อไม่เป็นไปตามเงื่อนไข คะแนนรวมไม่เปลี่ยน (เฉพาะคะแนนรวม)"
    )
    met: Annotated[bool | None, EachRound("result")] = Field(
        None, title="เป็นไปตามเงื่อนไข", description="ใช่ หรือ ไม่ใช่ (เว้นว่าง = ยังไม่ทราบ)"
    )


class LevelHeading(NamedTuple):
    """A level as tables print it: its heading, and its score."""

    heading: str
    score: Decimal


@dataclass(frozen=True, slots=True)
class RoundingRules:
    """The decimals of each figure, in the order in which they are applied; none: not rounded."""

    ratio: tuple[int, ...]
    score: tuple[int, ...]
    weighted: tuple[int, ...]
    group: tuple[int, ...]
    total: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """A scheme with nothing left open. `of` is what weights add up to, `out_of` the full marks of a total
    that is not told in the scores of the levels.
    """

    id: str
    title: str
    levels: tuple[SchemeLevel, ...]
    points: tuple[SchemePoint, ...]
    between: Between
    below: BelowFirst
    combine: Combine
    of: Decimal
    out_of: Decimal | None
    unmeasured: Unmeasured
    rounding: RoundingRules
    bands: tuple[Band, ...]

    @property
    @in_templates
    def full(self) -> Decimal:
        """The highest score that one indicator can earn."""
        scores = [level.score for level in self.levels]
        return max([*scores, *(point.score for point in self.points)])

    @property
    def first(self) -> Decimal:
        """The score of the first level; the least of the points where there are no levels."""
        return self.levels[0].score if self.levels else min(point.score for point in self.points)

    def score_of(self, level: int) -> Decimal:
        """The score of a level, from 1; full marks where there are no levels, or not so many."""
        return self.levels[level - 1].score if 0 < level <= len(self.levels) else self.full

    @property
    @in_templates
    def places(self) -> int:
        """The decimals that scores of indicators are printed with; 4 where they are not rounded."""
        return self.rounding.score[-1] if self.rounding.score else 4

    @property
    @in_templates
    def group_places(self) -> int:
        """The decimals of the scores of dimensions and groups: as rounded, or as those of indicators."""
        return self.rounding.group[-1] if self.rounding.group else self.places

    @property
    @in_templates
    def total_places(self) -> int:
        """The decimals of the scores of groups and the total: as rounded, or as those of indicators."""
        rounded = self.rounding.total or self.rounding.group
        return rounded[-1] if rounded else self.places

    @property
    @in_templates
    def is_numbered(self) -> bool:
        """Whether a level's score is its number, so that a score may be called a level (ระดับ 3.8)."""
        return bool(self.levels) and all(
            level.score == n and not level.name for n, level in enumerate(self.levels, 1)
        )

    @property
    @in_templates
    def headings(self) -> tuple[LevelHeading, ...]:
        """The levels as tables head them: by the office's name, or by their score."""
        return tuple(LevelHeading(each.name or f"{each.score:f}", each.score) for each in self.levels)
