"""What every input with scores says beside its indicators: schemes of its own, who judged, and what was
changed.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import Field

from pipeline.model.in_templates import in_templates
from pipeline.model.indicators import Measured, MeasuredBy
from pipeline.model.office_input import OfficeInput
from pipeline.model.placed import Placed, scale_for
from pipeline.model.records import EachRound, Seldom, TrackId
from pipeline.model.scheme_rules import Schemes
from pipeline.model.schemes import Adjustment, CombineTracks, Gate, Scheme, Track
from pipeline.model.soundness import Unsound, entries, is_refused

MOST_TRACKS = 20
"""So many judges and rounds stand side by side on a paper at the most."""


class ScoredInput(OfficeInput):
    """An input of any kind that is scored."""

    schemes: tuple[Scheme, ...] = Field((), description="แบบคะแนนของส่วนราชการเอง")
    tracks: Annotated[tuple[Track, ...], Field(max_length=MOST_TRACKS)] = Field(
        (), title="ผู้ประเมินและรอบ", description="ผู้ประเมินหรือรอบที่มีผลของตน เรียงตามลำดับที่พิมพ์"
    )
    decides: Annotated[TrackId, Seldom()] = Field(
        "",
        title="ผู้ประเมินหรือรอบที่ใช้ตัดสิน",
        description="รหัสผู้ประเมินหรือรอบที่ใช้เป็นคะแนนของเอกสาร (เว้นว่าง = รายการสุดท้ายที่มีผล)",
    )
    combine_tracks: Annotated[CombineTracks, Seldom()] = Field(
        "one",
        title="คะแนนของเอกสารเมื่อมีหลายรอบ",
        description="one ตามที่ใช้ตัดสิน, weighted เฉลี่ยถ่วงน้ำหนัก, mean เฉลี่ย, least ต่ำสุด (คิดจากคะแนนรวมที่ยังไม่ปัดเศษ)",
    )
    charts: bool = Field(
        False,
        title="พิมพ์แผนภูมิ",
        description="true = พิมพ์แผนภูมิแท่งของคะแนนท้ายตารางคะแนน เทียบกับเป้าหมายและรอบก่อนเมื่อมี",
    )
    against_last: bool = Field(
        False,
        title="พิมพ์เทียบรอบก่อน",
        description="true = พิมพ์คะแนนรอบก่อนและผลต่างในตาราง เมื่อมีข้อมูลของรอบก่อน (last_round)",
    )
    adjustments: Annotated[tuple[Adjustment, ...], EachRound("result")] = Field(
        (), title="ปรับคะแนน", description="คะแนนที่เพิ่มหรือลด พร้อมเหตุผล"
    )
    gates: tuple[Gate, ...] = Field((), title="เงื่อนไข", description="เงื่อนไขที่จำกัดคะแนนเมื่อไม่เป็นไปตาม")

    @property
    @in_templates
    def part_word(self) -> str:
        """What the parts of the whole are called that are scored and numbered: `มิติ`, `องค์ประกอบ`."""
        return "มิติ"

    @property
    def scheme_book(self) -> Schemes:
        """The schemes that it knows. Raises `Unsound` where its own were refused."""
        return Schemes(scheme for _, scheme in entries(self.schemes) if not is_refused(scheme.id))

    @property
    @abstractmethod
    def scored(self) -> Iterator[Placed]:
        """What is scored, to any depth, with the rules of each."""


def measured_by(
    scored: Iterable[Placed], results: Iterable[tuple[int, str, Measured]]
) -> Iterator[MeasuredBy]:
    """The results, each as its number, the id it is of and itself, of what has a scale."""
    try:
        by_id = {each.scored.id: each for each in scored if not is_refused(each.scored.id)}
    except Unsound:
        return
    for n, whose, result in results:
        if is_refused(whose) or whose not in by_id:
            continue
        placed = by_id[whose]
        scale = scale_for(placed.scored, result.track)
        if scale is not None:
            yield MeasuredBy(("results", n), whose, result, scale, placed.rules, placed.unit)
