"""Family 5: dates that belong together. Periods, orders of events, spans of years."""

from __future__ import annotations

import calendar
import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.audit.dates import RangeSaid, dates_in, ranges_in
from pipeline.audit.findings import Hit, Rule, Spot
from pipeline.audit.lists import Item, lists_of
from pipeline.audit.reading import Passage, Reading
from pipeline.audit.rules.calendar import signing_dates
from pipeline.faults import Words
from pipeline.thai.dates import ERA, long_date

_LONG = 28
"""A range of so many days is a period of report, a shorter one an event."""

_SPAN = re.compile(r"(?<![\d.])(\d{1,2})\s*ปี(?:\s*\(?|[^\d]{1,40}?)(?:พ\.ศ\.\s*)?(25\d\d)\s*[-–—]\s*(?:พ\.ศ\.\s*)?(25\d\d)")
_ROUND = re.compile(r"รอบ(?:ระยะเวลา)?\s*(?:ที่\s*\d\s*)?\(?\s*(\d{1,2})\s*เดือน")
_ONE_YEAR = re.compile(r"ระยะเวลา\s*(\d{1,2})\s*(ปี|เดือน)")
_NUMBERED = re.compile(r"(?:ที่|เลขที่)\s*[^\s\d]{0,12}\s?\d{1,5}/(25\d\d)\s*(?:เมื่อ|ลง)วันที่\s*$")
_MEETING = re.compile(r"ครั้งที่\s*\d{1,3}/(25\d\d)\s*(?:เมื่อ|ใน|ลง)?วันที่\s*$")


def _periods(reading: Reading) -> list[RangeSaid]:
    found = (said for passage in reading.passages for said in ranges_in(passage))
    return [said for said in found if said.start and said.end and (said.end - said.start).days >= _LONG]


def _uneven_end(reading: Reading) -> Iterator[Hit]:
    """Periods that begin alike and end in one month on different days."""
    periods = _periods(reading)
    for said in periods:
        assert said.start is not None and said.end is not None
        others = [
            other
            for other in periods
            if other.start == said.start and other.end != said.end and _same_month(other.end, said.end)
        ]
        ends = Counter(other.end for other in (*others, said) if other.end)
        right = max(ends, key=lambda end: (ends[end], end == _last_of_month(end)))
        if said.end != right:
            yield Hit(
                said.spot,
                Words(
                    f"รอบเดียวกันสิ้นสุด {long_date(said.end)} ที่นี่ แต่สิ้นสุด {long_date(right)} ที่อื่น",
                    f"the same period ends on {said.end:%-d %B} here and on {right:%-d %B} elsewhere",
                ),
                tuple(other.spot for other in others),
            )


def _same_month(one: datetime.date | None, other: datetime.date | None) -> bool:
    return bool(one and other and (one.year, one.month) == (other.year, other.month))


def _last_of_month(day: datetime.date) -> datetime.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _reversed(reading: Reading) -> Iterator[Hit]:
    for passage in reading.passages:
        for said in ranges_in(passage):
            if said.start and said.end and said.end < said.start:
                yield Hit(
                    said.spot,
                    Words(
                        f"สิ้นสุด {long_date(said.end)} ก่อนเริ่ม {long_date(said.start)}",
                        f"it ends on {said.end} before it begins on {said.start}",
                    ),
                )


def _stamp_before_letter(reading: Reading) -> Iterator[Hit]:
    """Receipts and orders that are dated before the paper itself."""
    signed = list(signing_dates(reading))
    heads = [said for said in signed if said.day and re.match(r"\s*ที่\s*\S", said.spot.passage.plain)]
    if not heads:
        return
    head = heads[0]
    for said in signed:
        if said is head or not said.day or not head.day or said.day >= head.day:
            continue
        if re.search(r"ลงวันที่|คำสั่ง|ประกาศ", said.spot.passage.plain[: said.spot.start]):
            continue
        if (head.day - said.day).days < 180:
            yield Hit(
                said.spot,
                Words(
                    f"{long_date(said.day)} มาก่อนวันที่ของหนังสือ {long_date(head.day)}",
                    f"{said.day} is before the paper's own date {head.day}",
                ),
                (head.spot,),
            )


def _wrong_span(reading: Reading) -> Iterator[Hit]:
    for passage in reading.passages:
        for match in _SPAN.finditer(passage.plain):
            said, first, last = (int(group) for group in match.groups())
            if last - first + 1 != said:
                years = last - first + 1
                yield Hit(
                    passage.found(match),
                    Words(
                        f"บอกว่า {said} ปี แต่ พ.ศ. {first} ถึง {last} รวม {years} ปี",
                        f"it says {said} years, but {first} to {last} are {years}",
                    ),
                )


def _wrong_round(reading: Reading) -> Iterator[Hit]:
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
                yield Hit(
                    said.spot,
                    Words(
                        f"{match[0].strip()} นับจาก {long_date(said.start)} สิ้นสุด {long_date(right)}",
                        f"“{match[0].strip()}” from {said.start} ends on {right}",
                    ),
                )


def _after_months(start: datetime.date, months: int) -> datetime.date:
    """The last day of so many months from `start`."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(start.day, last)) - datetime.timedelta(days=1)


def _wrong_register_year(reading: Reading) -> Iterator[Hit]:
    """`คำสั่ง ที่ 246/2561 ลงวันที่ 15 สิงหาคม 2561`: one year."""
    for passage in reading.passages:
        for said in dates_in(passage):
            before = passage.plain[: said.spot.start]
            match = _NUMBERED.search(before) or _MEETING.search(before)
            if match and said.day and int(match[1]) != said.day.year + ERA:
                yield Hit(
                    said.spot,
                    Words(
                        f"เลขที่ลงท้าย /{match[1]} แต่วันที่เป็นปี {said.day.year + ERA}",
                        f"the number ends in /{match[1]}, the date is of {said.day.year + ERA}",
                    ),
                )


def _first_day(item: Item) -> tuple[datetime.date, Spot] | None:
    """The one date or range of an item, by its first day."""
    passage: Passage = item.spot.passage
    inside = [s for s in ranges_in(passage) if item.spot.start <= s.spot.start < item.spot.end and s.start]
    if inside and inside[0].start:
        return inside[0].start, inside[0].spot
    single = [s for s in dates_in(passage) if item.spot.start <= s.spot.start < item.spot.end and s.day]
    return (single[0].day, single[0].spot) if len(single) == 1 and single[0].day else None


def _out_of_order(reading: Reading) -> Iterator[Hit]:
    """Entries of one list whose dates run upward but for one or two."""
    for found in lists_of(reading):
        dated = [first for item in found.items if (first := _first_day(item))]
        if len(dated) >= 3:
            yield from _breaks(dated)


def _breaks(dated: Sequence[tuple[datetime.date, Spot]]) -> Iterator[Hit]:
    days = [day for day, _ in dated]
    falls = [n for n in range(1, len(days)) if days[n] < days[n - 1]]
    if not falls or len(falls) * 3 > len(days):
        return
    for n in falls:
        # The one that breaks the order: this entry, or the one before it that stands too late.
        late = n + 1 < len(days) and days[n + 1] < days[n - 1] and (n < 2 or days[n] >= days[n - 2])
        at = n - 1 if late else n
        beside = dated[n] if late else dated[n - 1]
        day, spot = dated[at]
        yield Hit(
            spot,
            Words(
                f"{long_date(day)} ไม่เรียงตามลำดับของรายการ (ข้างเคียงคือ {long_date(beside[0])}) อาจพิมพ์ปีผิด",
                f"{day} is out of the list's order (beside it: {beside[0]}); the year may be wrong",
            ),
            (beside[1],),
        )


def _rule(code: str, severity: str, th: str, en: str, about: Words, remedy: Words, check: object) -> Rule:
    return Rule(code, severity, Words(th, en), about, remedy, check)  # type: ignore[arg-type]


RULES = (
    _rule(
        "A0511",
        "error",
        "รอบเดียวกันสิ้นสุดคนละวัน",
        "One period with two ends",
        Words(
            "ช่วงวันที่ยาวตั้งแต่ ๒๘ วัน ที่เริ่มวันเดียวกันและสิ้นสุดเดือนเดียวกัน ต้องสิ้นสุดวันเดียวกัน",
            "Ranges of 28 days or more that begin on one day and end in one month must end on one day.",
        ),
        Words("ใช้วันสิ้นรอบเดียวกันทุกแห่ง", "use one last day everywhere"),
        _uneven_end,
    ),
    _rule(
        "A0512",
        "error",
        "ช่วงวันที่กลับด้าน",
        "A range that ends before it begins",
        Words("วันสิ้นสุดของช่วงต้องไม่มาก่อนวันเริ่ม", "The end of a range is not before its start."),
        Words("แก้วัน เดือน หรือปีของปลายด้านใดด้านหนึ่ง", "mend one end of the range"),
        _reversed,
    ),
    _rule(
        "A0513",
        "error",
        "ตรารับหรือการลงนามมาก่อนวันที่ของหนังสือ",
        "Stamped or endorsed before the paper's own date",
        Words(
            "วันที่ของตรารับ ลายมือชื่อ และการเกษียน เทียบกับวันที่ในบรรทัด “ที่ … วันที่ …” (ห่างกันไม่เกินครึ่งปี)",
            "Dates of stamps and signatures against that of the head (ที่ … วันที่ …), within half a year.",
        ),
        Words("ตรวจวันที่ทั้งสองกับต้นฉบับ", "check both dates against the original"),
        _stamp_before_letter,
    ),
    _rule(
        "A0514",
        "error",
        "จำนวนปีไม่ตรงกับช่วงปี",
        "A number of years that the years do not give",
        Words("“แผน n ปี พ.ศ. ก - ข”: นับปีแรกและปีสุดท้ายรวมด้วย", "`n ปี พ.ศ. a - b`: both years count."),
        Words("แก้จำนวนปีหรือช่วงปี", "mend the number or the years"),
        _wrong_span,
    ),
    _rule(
        "A0515",
        "error",
        "ระยะเวลาไม่ตรงกับช่วงวันที่",
        "A length of time that the dates do not give",
        Words(
            "“รอบ n เดือน (วันที่ – วันที่)” และ “ระยะเวลา n ปี เริ่มตั้งแต่วันที่ … ถึงวันที่ …”",
            "`รอบ n เดือน (from – to)` and `ระยะเวลา n ปี … from … to`.",
        ),
        Words("แก้ระยะเวลาหรือช่วงวันที่", "mend the length or the dates"),
        _wrong_round,
    ),
    _rule(
        "A0516",
        "error",
        "ปีในเลขที่ไม่ตรงกับวันที่",
        "A register number of another year than its date",
        Words(
            "“คำสั่ง ที่ n/ปี ลงวันที่ …” “ครั้งที่ n/ปี เมื่อวันที่ …”: ทะเบียนเริ่มใหม่ทุกปี",
            "`ที่ n/year ลงวันที่ …`, `ครั้งที่ n/year เมื่อวันที่ …`: registers begin anew each year.",
        ),
        Words("แก้เลขที่หรือวันที่", "mend the number or the date"),
        _wrong_register_year,
    ),
    _rule(
        "A0517",
        "error",
        "วันที่ในรายการไม่เรียงลำดับ",
        "A list of dates that falls back",
        Words(
            "รายการที่แต่ละข้อมีวันที่และเรียงจากก่อนไปหลัง แต่มีบางข้อย้อนกลับ (ไม่เตือนเมื่อรายการไม่ได้เรียงตามวัน)",
            "Lists whose entries each have a date and run upward but for a few. Lists in another order are let be.",
        ),
        Words("ตรวจปีและเดือนของข้อนั้น", "check the year and month of that entry"),
        _out_of_order,
    ),
)
