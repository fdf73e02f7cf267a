"""Family 5: dates in an order. Lists of events, registers, stamps and the paper they are on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from pipeline.audit.dates import dates_in, ranges_in
from pipeline.audit.findings import Match, Rule
from pipeline.audit.lists import Item, lists_of
from pipeline.audit.rules.calendar import signing_dates
from pipeline.audit.text_blocks import Reading, Span, TextBlock
from pipeline.diagnostics import Message
from pipeline.thai.dates import ERA, long_date

_NUMBERED = re.compile(r"(?:ที่|เลขที่)\s*[^\s\d]{0,12}\s?\d{1,5}/(25\d\d)\s*(?:เมื่อ|ลง)วันที่\s*$")


_MEETING = re.compile(r"ครั้งที่\s*\d{1,3}/(25\d\d)\s*(?:เมื่อ|ใน|ลง)?วันที่\s*$")


def _stamp_before_letter(reading: Reading) -> Iterator[Match]:
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
            yield Match(
                said.spot,
                Message(
                    f"{long_date(said.day)} มาก่อนวันที่ของหนังสือ {long_date(head.day)}",
                    f"{said.day} is before the paper's own date {head.day}",
                ),
                (head.spot,),
            )


def _wrong_register_year(reading: Reading) -> Iterator[Match]:
    """`คำสั่ง ที่ 246/2561 ลงวันที่ 15 สิงหาคม 2561`: one year."""
    for passage in reading.passages:
        for said in dates_in(passage):
            before = passage.plain[: said.spot.start]
            match = _NUMBERED.search(before) or _MEETING.search(before)
            if match and said.day and int(match[1]) != said.day.year + ERA:
                yield Match(
                    said.spot,
                    Message(
                        f"เลขที่ลงท้าย /{match[1]} แต่วันที่เป็นปี {said.day.year + ERA}",
                        f"the number ends in /{match[1]}, the date is of {said.day.year + ERA}",
                    ),
                )


def _first_day(item: Item) -> tuple[datetime.date, Span] | None:
    """The one date or range of an item, by its first day."""
    passage: TextBlock = item.spot.passage
    inside = [s for s in ranges_in(passage) if item.spot.start <= s.spot.start < item.spot.end and s.start]
    if inside and inside[0].start:
        return inside[0].start, inside[0].spot
    single = [s for s in dates_in(passage) if item.spot.start <= s.spot.start < item.spot.end and s.day]
    return (single[0].day, single[0].spot) if len(single) == 1 and single[0].day else None


def _out_of_order(reading: Reading) -> Iterator[Match]:
    """Entries of one list whose dates run upward but for one or two."""
    for found in lists_of(reading):
        dated = [first for item in found.items if (first := _first_day(item))]
        if len(dated) >= 3:
            yield from _breaks(dated)


def _breaks(dated: Sequence[tuple[datetime.date, Span]]) -> Iterator[Match]:
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
        yield Match(
            spot,
            Message(
                f"{long_date(day)} ไม่เรียงตามลำดับของรายการ (ข้างเคียงคือ {long_date(beside[0])}) อาจพิมพ์ปีผิด",
                f"{day} is out of the list's order (beside it: {beside[0]}); the year may be wrong",
            ),
            (beside[1],),
        )


RULES = (
    Rule(
        "A0513",
        "error",
        Message("ตรารับหรือการลงนามมาก่อนวันที่ของหนังสือ", "Stamped or endorsed before the paper's own date"),
        Message(
            "วันที่ของตรารับ ลายมือชื่อ และการเกษียน เทียบกับวันที่ในบรรทัด “ที่ … วันที่ …” (ห่างกันไม่เกินครึ่งปี)",
            "Dates of stamps and signatures against that of the head (ที่ … วันที่ …), within half a year.",
        ),
        Message("ตรวจวันที่ทั้งสองกับต้นฉบับ", "check both dates against the original"),
        _stamp_before_letter,
    ),
    Rule(
        "A0516",
        "error",
        Message("ปีในเลขที่ไม่ตรงกับวันที่", "A register number of another year than its date"),
        Message(
            "“คำสั่ง ที่ n/ปี ลงวันที่ …” “ครั้งที่ n/ปี เมื่อวันที่ …”: ทะเบียนเริ่มใหม่ทุกปี",
            "`ที่ n/year ลงวันที่ …`, `ครั้งที่ n/year เมื่อวันที่ …`: registers begin anew each year.",
        ),
        Message("แก้เลขที่หรือวันที่", "mend the number or the date"),
        _wrong_register_year,
    ),
    Rule(
        "A0517",
        "error",
        Message("วันที่ในรายการไม่เรียงลำดับ", "A list of dates that falls back"),
        Message(
            "รายการที่แต่ละข้อมีวันที่และเรียงจากก่อนไปหลัง แต่มีบางข้อย้อนกลับ (ไม่เตือนเมื่อรายการไม่ได้เรียงตามวัน)",
            "Lists whose entries each have a date and run upward but for a few. Lists in another order "
            "are let be.",
        ),
        Message("ตรวจปีและเดือนของข้อนั้น", "check the year and month of that entry"),
        _out_of_order,
    ),
)
