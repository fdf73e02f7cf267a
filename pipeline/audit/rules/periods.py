"""Family 5: dates that belong together. Periods, orders of events, spans of years."""

from __future__ import annotations

import calendar
import datetime
import re
from collections import Counter
from collections.abc import Iterator

from pipeline.audit.dates import RangeSaid, ranges_in
from pipeline.audit.findings import Match, Rule
from pipeline.audit.text_blocks import Reading
from pipeline.diagnostics import Message
from pipeline.thai.dates import long_date

_LONG = 28
"""A range of so many days is a period of report, a shorter one an event."""

_SPAN = re.compile(
    r"(?<![\d.])(\d{1,2})\s*ปี(?:\s*\(?|[^\d]{1,40}?)(?:พ\.ศ\.\s*)?(25\d\d)\s*[-–—]\s*(?:พ\.ศ\.\s*)?(25\d\d)"
)
_ROUND = re.compile(r"รอบ(?:ระยะเวลา)?\s*(?:ที่\s*\d\s*)?\(?\s*(\d{1,2})\s*เดือน")
_ONE_YEAR = re.compile(r"ระยะเวลา\s*(\d{1,2})\s*(ปี|เดือน)")


def _periods(reading: Reading) -> list[RangeSaid]:
    found = (said for passage in reading.passages for said in ranges_in(passage))
    return [said for said in found if said.start and said.end and (said.end - said.start).days >= _LONG]


def _uneven_end(reading: Reading) -> Iterator[Match]:
    """Periods that begin alike and end in one month on different days."""
    periods = _periods(reading)
    for said in periods:
        if said.end is None:
            continue
        others = [
            other
            for other in periods
            if other.start == said.start and other.end != said.end and _same_month(other.end, said.end)
        ]
        ends = Counter(other.end for other in (*others, said) if other.end)
        right = max(ends, key=lambda end: (ends[end], end == _last_of_month(end)))
        if said.end != right:
            yield Match(
                said.spot,
                Message(
                    f"รอบเดียวกันสิ้นสุด {long_date(said.end)} ที่นี่ แต่สิ้นสุด {long_date(right)} ที่อื่น",
                    f"the same period ends on {said.end} here and on {right} elsewhere",
                ),
                tuple(other.spot for other in others),
            )


def _same_month(one: datetime.date | None, other: datetime.date | None) -> bool:
    return bool(one and other and (one.year, one.month) == (other.year, other.month))


def _last_of_month(day: datetime.date) -> datetime.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _find_reversed_periods(reading: Reading) -> Iterator[Match]:
    for passage in reading.passages:
        for said in ranges_in(passage):
            if said.start and said.end and said.end < said.start:
                yield Match(
                    said.spot,
                    Message(
                        f"สิ้นสุด {long_date(said.end)} ก่อนเริ่ม {long_date(said.start)}",
                        f"it ends on {said.end} before it begins on {said.start}",
                    ),
                )


def _wrong_span(reading: Reading) -> Iterator[Match]:
    for passage in reading.passages:
        for match in _SPAN.finditer(passage.plain):
            said, first, last = (int(group) for group in match.groups())
            if last - first + 1 != said:
                years = last - first + 1
                yield Match(
                    passage.span_of(match),
                    Message(
                        f"บอกว่า {said} ปี แต่ พ.ศ. {first} ถึง {last} รวม {years} ปี",
                        f"it says {said} years, but {first} to {last} are {years}",
                    ),
                )


def _wrong_round(reading: Reading) -> Iterator[Match]:
    """`รอบ 6 เดือน (1 ตุลาคม … - 31 มีนาคม …)` and `ระยะเวลา 1 ปี เริ่มตั้งแต่วันที่ … ถึง …`."""
    for passage in reading.passages:
        for said in ranges_in(passage):
            before = passage.plain[max(said.spot.start - 60, 0) : said.spot.start]
            found = [*_ROUND.finditer(before), *_ONE_YEAR.finditer(before)]
            if not found or not said.start or not said.end or said.end < said.start:
                continue
            match = found[-1]
            months = int(match[1]) * (12 if match.re is _ONE_YEAR and match[2] == "ปี" else 1)
            right = _after_months(said.start, months)
            if said.end != right:
                yield Match(
                    said.spot,
                    Message(
                        f"{match[0].strip()} นับจาก {long_date(said.start)} สิ้นสุด {long_date(right)}",
                        f"“{match[0].strip()}” from {said.start} ends on {right}",
                    ),
                )


_QUARTER = re.compile(r"ไตรมาส(?:ที่)?\s*(?P<quarter>[1-4])(?!\d)")
_QUARTER_MONTHS = re.compile(r"ไตรมาส(?:ที่)?\s*([1-4])\s*(?:\(?รอบ)\s*(\d{1,2})\s*เดือน")
_QUARTER_ENDS = {1: 12, 2: 3, 3: 6, 4: 9}
"""The last month of each quarter of the fiscal year."""


def _wrong_quarter(reading: Reading) -> Iterator[Match]:
    """`ไตรมาส 2 รอบ 9 เดือน`, `ไตรมาส 2 (… - 30 มิถุนายน …)`."""
    for passage in reading.passages:
        for match in _QUARTER_MONTHS.finditer(passage.plain):
            quarter, months = int(match[1]), int(match[2])
            if months not in {3, quarter * 3}:
                yield Match(
                    passage.span_of(match),
                    Message(
                        f"ไตรมาส {quarter} คือรอบ {quarter * 3} เดือน ไม่ใช่ {months} เดือน",
                        f"quarter {quarter} is month {quarter * 3} of the fiscal year, not {months}",
                    ),
                )
        for said in ranges_in(passage):
            before = list(_QUARTER.finditer(passage.plain, max(said.spot.start - 50, 0), said.spot.start))
            if before and said.end and said.end.month != _QUARTER_ENDS[int(before[-1]["quarter"])]:
                number = before[-1]["quarter"]
                yield Match(
                    said.spot,
                    Message(
                        f"ไตรมาส {number} ของปีงบประมาณไม่สิ้นสุดในเดือนนี้",
                        f"quarter {number} of the fiscal year does not end in that month",
                    ),
                )


def _after_months(start: datetime.date, months: int) -> datetime.date:
    """The last day of so many months from `start`."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(start.day, last)) - datetime.timedelta(days=1)


RULES = (
    Rule(
        "A0511",
        "error",
        Message("รอบเดียวกันสิ้นสุดคนละวัน", "One period with two ends"),
        Message(
            "ช่วงวันที่ยาวตั้งแต่ ๒๘ วัน ที่เริ่มวันเดียวกันและสิ้นสุดเดือนเดียวกัน ต้องสิ้นสุดวันเดียวกัน",
            "Ranges of 28 days or more that begin on one day and end in one month must end on one day.",
        ),
        Message("ใช้วันสิ้นรอบเดียวกันทุกแห่ง", "use one last day everywhere"),
        _uneven_end,
    ),
    Rule(
        "A0512",
        "error",
        Message("ช่วงวันที่กลับด้าน", "A range that ends before it begins"),
        Message("วันสิ้นสุดของช่วงต้องไม่มาก่อนวันเริ่ม", "The end of a range is not before its start."),
        Message("แก้วัน เดือน หรือปีของปลายด้านใดด้านหนึ่ง", "mend one end of the range"),
        _find_reversed_periods,
    ),
    Rule(
        "A0514",
        "error",
        Message("จำนวนปีไม่ตรงกับช่วงปี", "A number of years that the years do not give"),
        Message("“แผน n ปี พ.ศ. ก - ข”: นับปีแรกและปีสุดท้ายรวมด้วย", "`n ปี พ.ศ. a - b`: both years count."),
        Message("แก้จำนวนปีหรือช่วงปี", "mend the number or the years"),
        _wrong_span,
    ),
    Rule(
        "A0515",
        "error",
        Message("ระยะเวลาไม่ตรงกับช่วงวันที่", "A length of time that the dates do not give"),
        Message(
            "“รอบ n เดือน (วันที่ – วันที่)” และ “ระยะเวลา n ปี เริ่มตั้งแต่วันที่ … ถึงวันที่ …”",
            "`รอบ n เดือน (from – to)` and `ระยะเวลา n ปี … from … to`.",
        ),
        Message("แก้ระยะเวลาหรือช่วงวันที่", "mend the length or the dates"),
        _wrong_round,
    ),
    Rule(
        "A0518",
        "error",
        Message("ไตรมาสไม่ตรงกับรอบหรือช่วงวันที่", "A quarter that its months contradict"),
        Message(
            "ไตรมาส ๑–๔ ของปีงบประมาณสิ้นสุดธันวาคม มีนาคม มิถุนายน และกันยายน “ไตรมาส ๒ รอบ ๖ เดือน”",
            "Quarters of the fiscal year end in December, March, June and September; `ไตรมาส 2 รอบ 6 เดือน`.",
        ),
        Message("แก้ไตรมาสหรือรอบเดือน", "mend the quarter or the months"),
        _wrong_quarter,
    ),
)
