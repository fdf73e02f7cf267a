"""What is stamped and marked on a memo: ชั้นความเร็ว ชั้นความลับ ตรารับหนังสือ and the marks of a copy.

ระเบียบงานสารบรรณ ข้อ 28 (urgency), ข้อ 30-31 (copies), แบบที่ 12 (the receiving stamp) and
ระเบียบว่าด้วยการรักษาความลับของทางราชการ พ.ศ. 2544 (secrecy); `domain.md` §1.6, §1.8, §1.10.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from pipeline.model.records import Record, ThaiDate
from pipeline.thai.digits import to_arabic

Urgency = Literal["ด่วน", "ด่วนมาก", "ด่วนที่สุด", "ด่วนภายใน"]
BY_A_TIME = "ด่วนภายใน"
"""The urgency that says by when the memo is to reach its addressee."""
Secrecy = Literal["ลับ", "ลับมาก", "ลับที่สุด"]
CopyMark = Literal["สำเนา", "สำเนาคู่ฉบับ"]

MOST_STAMPS = 3
"""More receiving stamps than this have no room below one another beside the head of a memo."""

_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")


def _clock(typed: Any) -> Any:
    """`๑๓:๕๖ น.` -> `13.56`."""
    if not isinstance(typed, str):
        return typed
    found = _CLOCK.fullmatch(to_arabic(typed).strip().removesuffix("น.").strip())
    if found is None:
        raise PydanticCustomError("clock_time", "not a time of day: {typed}", {"typed": typed})
    return f"{found[1]}.{found[2]}"


Clock = Annotated[str, BeforeValidator(_clock)]
"""A time of day, kept as `13.56`."""


class ReceivingStamp(Record, title="ตรารับหนังสือ"):
    """The stamp of a unit that receives the memo. What is not given is left dotted, for the pen."""

    agency: str = Field(description="ชื่อย่อของหน่วยงานที่รับหนังสือ")
    number: str = Field("", description="รับที่ (เลขทะเบียนรับ)")
    date: ThaiDate | None = Field(None, description="วันที่รับ")
    time: Clock | None = Field(None, description="เวลาที่รับ เช่น 13.56")


class Preparers(Record, title="ผู้จัดทำสำเนาคู่ฉบับ"):
    """Who made a file copy, at its lower right; a name not given is left dotted, for the pen."""

    drafted: str = Field("", description="ผู้ร่าง")
    typed: str = Field("", description="ผู้พิมพ์")
    checked: str = Field("", description="ผู้ตรวจ")


__all__ = [
    "BY_A_TIME",
    "MOST_STAMPS",
    "Clock",
    "CopyMark",
    "Preparers",
    "ReceivingStamp",
    "Secrecy",
    "Urgency",
]
