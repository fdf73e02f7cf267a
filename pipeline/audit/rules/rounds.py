"""Family 5: rounds that follow one another, and papers that one number names."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.audit.dates import RangeSaid, dates_in, ranges_in
from pipeline.audit.findings import Match, Rule
from pipeline.audit.near import key
from pipeline.audit.text_blocks import Reading, Span
from pipeline.diagnostics import Message
from pipeline.thai.dates import long_date

_YEAR = 12
_NUMBERED = re.compile(
    r"(?P<kind>คำสั่ง|หนังสือ|ประกาศ|สัญญา)(?P<by>[ก-๎\s.]{0,60}?)(?:ที่|เลขที่)\s*"
    r"(?P<number>(?:[ก-ฮ]{1,4}\.?\s?)?[\d.()]+\s?/\s?(?:ว\s?)?\d{1,5})\s*(?:ลง|เมื่อ)วันที่\s*$"
)


def _uneven_rounds(reading: Reading) -> Iterator[Match]:
    """`1 ตุลาคม 2566 – 31 มีนาคม 2567` and `1 เมษายน 2567 – 30 กันยายน 2568`: a year too long."""
    rounds = [said for passage in reading.passages for said in ranges_in(passage)]
    by_start: dict[datetime.date, list[RangeSaid]] = defaultdict(list)
    for said in rounds:
        if said.start:
            by_start[said.start].append(said)
    told: set[Span] = set()
    for first in rounds:
        months = _months(first)
        follows = by_start[first.end + datetime.timedelta(days=1)] if first.end and months else ()
        for second in follows:
            longer = _months(second) - months
            if months <= _YEAR and longer > 0 and longer % _YEAR == 0 and second.spot not in told:
                told.add(second.spot)
                yield Match(
                    second.spot,
                    Message(
                        f"รอบก่อนหน้ายาว {months} เดือน รอบนี้ยาว {months + longer} เดือน น่าจะผิดปี",
                        f"the round before is of {months} months, this of {months + longer}",
                    ),
                    (first.spot,),
                )


def _months(said: RangeSaid) -> int:
    """The length of a range of whole months; 0 for another."""
    if not said.start or not said.end or said.start.day != 1 or said.end < said.start:
        return 0
    after = said.end + datetime.timedelta(days=1)
    return (after.year - said.start.year) * 12 + after.month - said.start.month if after.day == 1 else 0


def _one_number_two_dates(reading: Reading) -> Iterator[Match]:
    """`คำสั่งที่ 89/2567 ลงวันที่ 20 กุมภาพันธ์ 2567`, and the same number of another day."""
    seen: dict[tuple[str, ...], tuple[datetime.date, Span]] = {}
    for passage in reading.passages:
        for said in dates_in(passage):
            match = _NUMBERED.search(passage.plain, 0, said.spot.start)
            if match is None or said.day is None:
                continue
            named = (match["kind"], key(match["by"]), "".join(match["number"].split()))
            day, spot = seen.setdefault(named, (said.day, said.spot))
            if day != said.day:
                yield Match(
                    said.spot,
                    Message(
                        f"{match['kind']}ที่ {match['number']} ลงวันที่ {long_date(said.day)} ที่นี่ "
                        f"แต่ลงวันที่ {long_date(day)} ที่อื่น",
                        f"{match['number']} is of {said.day} here and of {day} elsewhere",
                    ),
                    (spot,),
                )


RULES = (
    Rule(
        "A0520",
        "warning",
        Message("รอบที่ต่อกันยาวเกินไปเต็มปี", "A round longer by whole years than the one before"),
        Message(
            "ช่วงเต็มเดือนที่เริ่มถัดจากวันสิ้นสุดของอีกช่วง และยาวกว่าพอดี ๑๒ ๒๔ … เดือน",
            "Ranges of whole months that begin the day after another ends, and are longer by just 12, "
            "24, … months.",
        ),
        Message("ตรวจปีของวันสิ้นสุด", "check the year of its end"),
        _uneven_rounds,
    ),
    Rule(
        "A0524",
        "error",
        Message("เลขที่เดียวกันลงสองวันที่", "One number with two dates"),
        Message(
            "คำสั่ง หนังสือ ประกาศ และสัญญา ของผู้ออกเดียวกันที่มีเลขที่เดียวกัน",
            "Orders, letters, announcements and contracts of one issuer and number.",
        ),
        Message("ตรวจเลขที่และวันที่กับต้นฉบับ", "look number and date up in the original"),
        _one_number_two_dates,
    ),
)
