"""The sheets that keep the last round: `รอบก่อน`, its scores, and what was typed in it."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model.last_round import LastDimension, LastRound, LastScore, LastValue
from pipeline.model.period import Period
from pipeline.workbook.layout import ONCE, AnySheet, Form, Section
from pipeline.workbook.shared_sheets import section, table

LAST = "รอบก่อน"
LAST_DIMENSIONS = "มิติรอบก่อน"
LAST_SCORES = "คะแนนรอบก่อน"
LAST_VALUES = "ค่ารอบก่อน"


def last_round_sheets() -> tuple[AnySheet, ...]:
    """What a workbook keeps of the last round; no sheet is written where nothing is kept."""
    sections = (
        section(LastRound, "last_round", title="เอกสารของรอบก่อน"),
        _optional(section(Period, "last_round", "period", title="รอบเวลาของรอบก่อน")),
    )
    about = "รอบก่อนของงานเดียวกัน โปรแกรมกรอกให้เมื่อเริ่มรอบจากรอบก่อน ไม่ต้องแก้"
    form = Form(LAST, about, ONCE, sections, optional=True, seldom=True)
    about = "คะแนนของมิติหรือองค์ประกอบในรอบก่อน ไม่ต้องแก้"
    dimensions = table(LAST_DIMENSIONS, about, LastDimension, ("last_round", "dimensions"), group=ONCE)
    about = "ผล คะแนน น้ำหนัก และเกณฑ์ของรอบก่อน แถวละตัวชี้วัดหรือโครงการ ไม่ต้องแก้"
    scores = table(LAST_SCORES, about, LastScore, ("last_round", "scores"), group=ONCE)
    about = "ค่าและข้อความของรอบก่อน ข้อความเดิมที่ยังถูกต้อง ใส่ ใช่ ในช่อง ยังใช้ได้"
    values = table(LAST_VALUES, about, LastValue, ("last_round", "values"), group=ONCE)
    return (
        form,
        replace(dimensions, optional=True, seldom=True),
        replace(scores, optional=True, seldom=True),
        replace(values, optional=True, seldom=True),
    )


def _optional(of: Section) -> Section:
    return replace(of, columns=tuple(replace(column, required=False) for column in of.columns))
