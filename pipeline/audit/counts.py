"""Counted things, percentages and levels that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.audit.near import key
from pipeline.audit.text_blocks import Span, TextBlock
from pipeline.thai.units import UNITS

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_WORDS = dict(
    zip(("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"), range(1, 11), strict=True)
)
COUNT = re.compile(
    rf"(?<![\d/.,:(])(?<!ที่)(?<!ที่\s)(?:(?P<number>{NUMBER})\s*(?:\([ก-๎]+\)\s*)?|(?P<word>{'|'.join(_WORDS)}))(?P<unit>{_UNIT})(?!ที่)"
)
"""`5 ขั้นตอน`, `5 (ห้า) ขั้นตอน`, `ห้าขั้นตอน`; what stands after ที่ is no count (`วาระที่ 2 เรื่อง…`)."""

PERCENT = re.compile(rf"(?:ร้อยละ\s*(?P<said>{NUMBER})|(?P<signed>{NUMBER})\s*(?:%|เปอร์เซ็นต์))(?!\d)")
LEVEL = re.compile(r"ระดับ(?:ที่)?\s*(?P<level>[1-5])(?![\d.]|\s*[-–]\s*\d)")

_GENERIC = re.compile(
    r"ดำเนินการ|ดำเนินงาน|เรียบร้อย|แล้วเสร็จ|เสร็จ|แล้ว|ปัจจุบัน|ได้|ซึ่ง|โดย|จำนวน|รวมทั้งหมด|รวมทั้งสิ้น|ทั้งหมด|ทั้งสิ้น|รวม|"
    r"ประกอบไปด้วย|ประกอบด้วย|ประกอบ|มีการ|มี|การ|จึง|และ|ตาม|กำหนด|เป็น|ไว้|ใน|ของ|ให้|จัดทำ|ขั้นตอน|กิจกรรม|ดังกล่าว|คือ"
)
_EDGE = re.compile(r"(?:^|\s)\d{1,2}[.)]\s|โดย|ซึ่ง|[;:]|\s-\s")
_LONGEST = 70


@dataclass(frozen=True)
class CountSaid:
    """A counted thing: `number` × `unit`, and the words before it that say of what."""

    spot: Span
    number: Decimal
    unit: str
    subject: str

    @property
    def specific(self) -> str:
        """The subject's key without the words that any subject may have."""
        return key(_GENERIC.sub("", self.subject))


def value(typed: str) -> Decimal:
    """`1,234.5` -> 1234.5."""
    return Decimal(typed.replace(",", ""))


def counts_in(passage: TextBlock, start: int = 0, end: int | None = None) -> Iterator[CountSaid]:
    """The counted things of a passage, or of a stretch of it."""
    edge = start
    for match in COUNT.finditer(passage.plain, start, len(passage.plain) if end is None else end):
        before = passage.plain[max(edge, match.start() - 200) : match.start()]
        cut = max((found.end() for found in _EDGE.finditer(before)), default=0)
        yield CountSaid(
            passage.span_of(match), number_of(match), match["unit"], before[cut:][-_LONGEST:].strip()
        )
        edge = match.end()


def number_of(match: re.Match[str]) -> Decimal:
    """The number that a match of `COUNT` names."""
    return Decimal(_WORDS[match["word"]]) if match["word"] else value(match["number"])


def percent_of(match: re.Match[str]) -> Decimal:
    """The percentage that a match of `PERCENT` names."""
    return value(match["said"] or match["signed"])
