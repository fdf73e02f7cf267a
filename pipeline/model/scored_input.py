"""What every input with scores says beside its indicators: schemes of its own, who judged, and what was changed."""

from __future__ import annotations

from pydantic import Field

from pipeline.model.office_input import OfficeInput
from pipeline.model.records import Identifier
from pipeline.model.schemes import Adjustment, CombineTracks, Gate, Scheme, Track


class ScoredInput(OfficeInput):
    """An input of any kind that is scored."""

    schemes: tuple[Scheme, ...] = Field((), description="แบบคะแนนของส่วนราชการเอง")
    tracks: tuple[Track, ...] = Field(
        (), title="ผู้ประเมินและรอบ", description="ผู้ประเมินหรือรอบที่มีผลของตน เรียงตามลำดับที่พิมพ์"
    )
    decides: Identifier = Field(
        "",
        title="ผู้ประเมินหรือรอบที่ใช้ตัดสิน",
        description="รหัสผู้ประเมินหรือรอบที่ใช้เป็นคะแนนของเอกสาร (เว้นว่าง = รายการสุดท้ายที่มีผล)",
    )
    combine_tracks: CombineTracks = Field(
        "one",
        title="คะแนนของเอกสารเมื่อมีหลายรอบ",
        description="one ตามที่ใช้ตัดสิน, weighted เฉลี่ยถ่วงน้ำหนัก, mean เฉลี่ย, least ต่ำสุด",
    )
    adjustments: tuple[Adjustment, ...] = Field((), title="ปรับคะแนน", description="คะแนนที่เพิ่มหรือลด พร้อมเหตุผล")
    gates: tuple[Gate, ...] = Field((), title="เงื่อนไข", description="เงื่อนไขที่จำกัดคะแนนเมื่อไม่เป็นไปตาม")
