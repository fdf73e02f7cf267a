"""Family 5: single dates. Days that do not exist, wrong weekdays, signing on a day off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.audit.dates import DateSaid, dates_in, english_weekday, holiday
from pipeline.audit.findings import Match, Rule
from pipeline.audit.text_blocks import Reading
from pipeline.diagnostics import Message
from pipeline.thai.dates import WEEKDAYS, long_date

_SIGNING = re.compile(
    r"(?:ลงวันที่|ลงนาม[^\d]{0,60}วันที่|ลงชื่อ[^\d]{0,40}วันที่|ประกาศ\s*ณ\s*วันที่|สั่ง\s*ณ\s*วันที่|ให้ไว้\s*ณ\s*วันที่)\s*$"
)
_SHORT = 90
"""A passage of so many characters that ends with a date is a head, a stamp or a signature."""

_BEFORE = re.compile(r"(?:^|(?:^|\s|ลง)วันที่)\s*$")
_AFTER = re.compile(r"\s*(?:เวลา\s*[\d.:]*\s*\S{0,6})?\s*$")


def signing_dates(reading: Reading) -> Iterator[DateSaid]:
    """The dates on which an office acts: of heads, stamps, signatures and orders."""
    for passage in reading.passages:
        for said in dates_in(passage):
            before, after = passage.plain[: said.spot.start], passage.plain[said.spot.end :]
            stands_last = len(before) <= _SHORT and _BEFORE.search(before) and _AFTER.fullmatch(after)
            if _SIGNING.search(before) or (stands_last and not passage.in_table and not passage.marker.style):
                yield said


def _impossible(reading: Reading) -> Iterator[Match]:
    for passage in reading.passages:
        for said in dates_in(passage):
            if said.day is None:
                yield Match(
                    said.spot,
                    Message(f"ปฏิทินไม่มี “{said.spot.text}”", f"the calendar has no “{said.spot.text}”"),
                )


def _wrong_weekday(reading: Reading) -> Iterator[Match]:
    for passage in reading.passages:
        for said in dates_in(passage):
            if said.day and said.weekday:
                right = WEEKDAYS[said.day.weekday()]
                if not right.startswith(said.weekday):
                    yield Match(
                        said.spot,
                        Message(
                            f"{long_date(said.day)} เป็นวัน{right} ไม่ใช่วัน{said.weekday}",
                            f"{said.day} is a {english_weekday(said.day)}, not วัน{said.weekday}",
                        ),
                    )


def _day_off(reading: Reading) -> Iterator[Match]:
    for said in signing_dates(reading):
        if said.day is None:
            continue
        if said.day.weekday() >= 5:
            day = WEEKDAYS[said.day.weekday()]
            yield Match(
                said.spot,
                Message(
                    f"{long_date(said.day)} เป็นวัน{day} หน่วยงานปิดทำการ",
                    f"{said.day} is a {english_weekday(said.day)}; offices are closed",
                ),
            )
        elif name := holiday(said.day):
            yield Match(
                said.spot,
                Message(
                    f"{long_date(said.day)} เป็นวันหยุดราชการ ({name})",
                    f"{said.day} is a public holiday ({name})",
                ),
            )


IMPOSSIBLE_DATE = Rule(
    "A0501",
    "error",
    Message("วันที่ไม่มีในปฏิทิน", "A date that the calendar does not have"),
    Message(
        "ดูทุกวันที่ที่มีวัน เดือน และปีครบ เช่น ๓๑ เมษายน หรือ ๒๙ กุมภาพันธ์ ในปีที่ไม่มี",
        "Every date with day, month and year is looked up: 31 April, or 29 February in a common year.",
    ),
    Message("แก้วัน เดือน หรือปีให้ตรงปฏิทิน", "mend the day, month or year"),
    _impossible,
)
WRONG_WEEKDAY = Rule(
    "A0502",
    "error",
    Message("วันในสัปดาห์ไม่ตรงกับวันที่", "A weekday that does not fit its date"),
    Message(
        "ดูวันที่ที่เขียนวันในสัปดาห์กำกับ เช่น วันจันทร์ที่ ๑ มิถุนายน ๒๕๖๓",
        "Dates with their weekday are looked up in the calendar.",
    ),
    Message("แก้วันในสัปดาห์หรือวันที่ให้ตรงกัน", "mend the weekday or the date"),
    _wrong_weekday,
)
DAY_OFF = Rule(
    "A0503",
    "warning",
    Message("ลงวันที่ในวันหยุด", "Signed, stamped or dated on a day off"),
    Message(
        "ดูวันที่ของหนังสือ ตรารับ คำสั่ง และลายมือชื่อ ที่ตรงกับวันเสาร์ วันอาทิตย์ หรือวันหยุดราชการที่มีวันที่แน่นอน "
        "(ไม่รวมวันหยุดทางจันทรคติและวันหยุดชดเชย)",
        "Dates of heads, stamps, orders and signatures that fall on a Saturday, a Sunday or a public "
        "holiday of "
        "fixed date. Lunar and substitute holidays are not known.",
    ),
    Message("ตรวจกับต้นฉบับว่าวันที่ถูกต้อง", "check the date against the original"),
    _day_off,
)
RULES = (IMPOSSIBLE_DATE, WRONG_WEEKDAY, DAY_OFF)
