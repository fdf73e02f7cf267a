"""The last round, as the input of this one keeps it: its period and date, its scores, and what was typed.

It is filled in when a round is begun from the last (`saraban new --from`), or laid over an input for one run
(`--against`). Papers print last round's figures from it, and the doubts about stale rounds are asked from it,
so that neither needs the last round's file.
"""

from __future__ import annotations

from pydantic import Field

from pipeline.model.period import Period
from pipeline.model.records import Identifier, Number, Record, ThaiDate

CARRIED = "ค้างจากรอบก่อน:"
"""What stands before a problem or a suggestion that was carried from the last round."""

OUTCOME = "ผลในรอบนี้:"
"""What stands before its outcome, which is to be told."""


class LastScore(Record, title="คะแนนรอบก่อน"):
    """What one indicator or project had last round: its result and score, and what it was measured by."""

    on_paper = False

    id: Identifier = Field(title="เลขที่หรือรหัส", description="เลขที่ตัวชี้วัด หรือรหัสแผนงาน/โครงการ")
    name: str = Field("", title="ชื่อ", description="ชื่อตัวชี้วัดหรือแผนงาน/โครงการในรอบก่อน")
    result: str = Field("", title="ผลที่พิมพ์", description="ผลของรอบก่อนอย่างที่พิมพ์ในเอกสาร")
    level: str = Field("", title="ระดับที่ได้", description="ระดับที่ได้ในรอบก่อน อย่างที่พิมพ์")
    percent: Number | None = Field(None, title="สัดส่วนผลสำเร็จ", description="สัดส่วนผลสำเร็จของรอบก่อน (ร้อยละ)")
    score: Number | None = Field(None, title="คะแนนที่ได้", description="คะแนนของรอบก่อน")
    full: Number | None = Field(
        None, title="คะแนนเต็ม", description="คะแนนเต็มของรอบก่อน (เว้นว่าง = เท่ารอบนี้) ถ้าต่างกันไม่หาผลต่าง"
    )
    scheme: str = Field("", title="แบบคะแนนรอบก่อน", description="รหัสแบบคะแนนของรอบก่อน ถ้าต่างกันไม่หาผลต่าง")
    of: str = Field("", title="ส่วนของ", description="เลขที่หรือรหัสของตัวชี้วัดที่เป็นตัวชี้วัดย่อยของ")
    weight: Number | None = Field(None, title="น้ำหนักรอบก่อน", description="น้ำหนักของรอบก่อน")
    criteria: str = Field(
        "", title="เกณฑ์รอบก่อน", description="เกณฑ์และเป้าหมายของรอบก่อนเป็นข้อความเดียว ใช้เทียบว่าเปลี่ยน"
    )


class LastDimension(Record, title="คะแนนมิติรอบก่อน"):
    """What one dimension, or one scored part of another kind, had last round."""

    on_paper = False

    number: Identifier = Field(title="เลขที่มิติ", description="เลขที่ของมิติหรือองค์ประกอบในรอบก่อน")
    name: str = Field("", title="ชื่อมิติ", description="ชื่อของมิติหรือองค์ประกอบในรอบก่อน")
    score: Number | None = Field(None, title="คะแนนของมิติ", description="คะแนนของมิติในรอบก่อน")
    percent: Number | None = Field(
        None, title="ร้อยละของคะแนนเต็ม", description="ร้อยละของคะแนนเต็มของมิติในรอบก่อน"
    )
    full: Number | None = Field(
        None,
        title="คะแนนเต็มของมิติ",
        description="คะแนนเต็มของมิติในรอบก่อน (เว้นว่าง = เท่ารอบนี้) ถ้าต่างกันไม่หาผลต่าง",
    )
    scheme: str = Field("", title="แบบคะแนนของมิติ", description="รหัสแบบคะแนนของมิติในรอบก่อน ถ้าต่างกันไม่หาผลต่าง")


class LastValue(Record, title="ค่ารอบก่อน"):
    """One value of the last round as it was typed, and whether a text of it still holds."""

    on_paper = False

    place: str = Field("", title="ช่อง", description="แผ่นงานและช่องที่ค่าอยู่")
    path: str = Field(title="ตำแหน่งในข้อมูล", description="ตำแหน่งของค่า เช่น results[5].value")
    value: str = Field("", title="ค่าในรอบก่อน", description="ค่าในรอบก่อนอย่างที่พิมพ์ไว้ในข้อมูล")
    still: bool = Field(False, title="ยังใช้ได้", description="ใช่ เมื่อข้อความเดิมยังถูกต้องในรอบนี้")


class LastRound(Record, title="รอบก่อน"):
    """The last round of the same work. Whatever is not known of it is left out."""

    on_paper = False

    period: Period | None = Field(None, description="รอบเวลาของรอบก่อน")
    date: ThaiDate | None = Field(None, title="วันที่ของเอกสารรอบก่อน", description="วันที่ของเอกสารในรอบก่อน")
    number: str = Field("", title="เลขที่ของเอกสารรอบก่อน", description="เลขที่ของเอกสารในรอบก่อน")
    total: Number | None = Field(None, title="คะแนนรวมรอบก่อน", description="คะแนนรวมของรอบก่อน")
    grade: str = Field("", title="ระดับผลรอบก่อน", description="ระดับผลของคะแนนรวมในรอบก่อน")
    percent: Number | None = Field(
        None, title="ร้อยละรวมรอบก่อน", description="ร้อยละของคะแนนเต็มของทั้งหมดในรอบก่อน"
    )
    full: Number | None = Field(
        None,
        title="คะแนนเต็มรอบก่อน",
        description="คะแนนเต็มของทั้งหมดในรอบก่อน (เว้นว่าง = เท่ารอบนี้) ถ้าต่างกันไม่หาผลต่าง",
    )
    scheme: str = Field("", title="แบบคะแนนรวมรอบก่อน", description="รหัสแบบคะแนนของรอบก่อน ถ้าต่างกันไม่หาผลต่าง")
    dimensions: tuple[LastDimension, ...] = Field((), description="คะแนนรายมิติหรือองค์ประกอบของรอบก่อน")
    scores: tuple[LastScore, ...] = Field((), description="ผลและคะแนนรายตัวของรอบก่อน")
    values: tuple[LastValue, ...] = Field((), description="ค่าและข้อความของรอบก่อนที่ต้องกรอกใหม่หรือทบทวน")


__all__ = ["CARRIED", "OUTCOME", "LastDimension", "LastRound", "LastScore", "LastValue"]
