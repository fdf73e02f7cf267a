"""Families 2 and 3: what is announced is what follows. Counts of entries, sums of their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.audit.counts import CountSaid, counts_in
from pipeline.audit.findings import Match, Rule
from pipeline.audit.lists import Item, ItemList, lists_of
from pipeline.audit.text_blocks import Reading, Span
from pipeline.diagnostics import Message
from pipeline.thai.units import UNITS

_ANNOUNCED = re.compile(
    r"(?:\(?(?:ดังนี้|ดังต่อไปนี้|ได้แก่|คือ|ประกอบด้วย|ดังรายการต่อไปนี้|ตามลำดับ(?:ดังนี้)?|รายละเอียด(?:ดังนี้|ดังต่อไปนี้)|มีรายละเอียด(?:ดังนี้|ดังต่อไปนี้))\)?\s*[:：]?\s*)+$"
)
_OPEN = re.compile(r"(?:ดังนี้|ดังต่อไปนี้|ดังรายละเอียดต่อไปนี้)\s*[:：]?\s*$")
_CLOSING = re.compile(r"\s*(?:จึง(?:ขอ)?เรียน|จึงเสนอ|ขอแสดงความนับถือ|สรุป|\((?:นาย|นาง|ว่าที่))")
_RUNS_ON = (".", ")", "()", "1.1", "ข้อ", "ระเบียบวาระที่", "วาระที่", "ตอนที่", "บทที่")
"""Markers that count up without a gap wherever they stand."""

_RUNS_ON_CLOSE = ("ขั้นตอนที่", "ขั้นที่", "ระยะที่", "งวดที่")
"""Markers that count up where they stand close together; elsewhere a text may speak of some of them only."""

_NAMES_FOLLOW = re.compile(r"\s*(?:ได้แก่|คือ|ประกอบด้วย)\s*")
_NAMES_END = re.compile(r"\s(?:ซึ่ง|โดย|ทั้งนี้|คิดเป็น|เพื่อ|รวม|ตาม|ในการนี้|ส่วน)|\d")
_NOT_ENTRIES = {"บาท", "ชั่วโมง", "นาที", "ไร่"}


def _find_announced_count(found: ItemList) -> CountSaid | None:
    """The count that introduces a list, right before ดังนี้; or before `ขั้นตอนที่ 1` with the same word."""
    if found.lead is None:
        return None
    lead = found.lead.passage.plain[: found.lead.end].rstrip()
    end = _ANNOUNCED.search(lead)
    before = lead[: end.start()].rstrip() if end else lead.rstrip(" :")
    counts = [said for said in counts_in(found.lead.passage, 0, len(before)) if said.spot.end == len(before)]
    if not counts or not (end or found.style == f"{counts[-1].unit}ที่"):
        return None
    return counts[-1]


def _own_counts(items: list[Item], unit: str) -> list[Decimal]:
    """The count of `unit` that each entry itself names; of those that name just one."""
    known = unit.removesuffix("กำลัง")
    own = []
    for item in items:
        said = [
            one
            for one in counts_in(item.spot.passage, item.spot.start, item.spot.end)
            if one.unit.removesuffix("กำลัง") == known
        ]
        own += [said[0].number] if len(said) == 1 else []
    return own


def _count_of_entries(reading: Reading) -> Iterator[Match]:
    for found in lists_of(reading):
        said = _find_announced_count(found)
        if said is None or said.unit in _NOT_ENTRIES or len(_own_counts(found.items, said.unit)) > 1:
            continue
        many = len(found.items)
        if said.number != many:
            yield Match(
                said.spot,
                Message(
                    f"บอกว่า {said.number} {said.unit} แต่มี {many} ข้อตามมา",
                    f"{said.number} announced, {many} follow",
                ),
                (found.items[-1].spot,),
            )
    yield from _named_entries(reading)


def _named_entries(reading: Reading) -> Iterator[Match]:
    """`3 โครงการ ได้แก่ โครงการ… โครงการ… และโครงการ…` in one sentence."""
    for passage in reading.passages:
        for said in counts_in(passage):
            lead = _NAMES_FOLLOW.match(passage.plain, said.spot.end)
            if lead is None or said.unit in _NOT_ENTRIES:
                continue
            words = passage.plain[lead.end() : _end_of_names(passage.plain, lead.end())].split()
            entries = [word for word in words if word.removeprefix("และ").startswith(said.unit)]
            apart = len(entries) == len(words)
            if len(entries) > max(Decimal(1), said.number) or (apart and 1 < len(entries) < said.number):
                yield Match(
                    said.spot,
                    Message(
                        f"บอกว่า {said.number} {said.unit} แต่ออกชื่อ {len(entries)}",
                        f"{said.number} announced, {len(entries)} named",
                    ),
                )


def _end_of_names(plain: str, start: int) -> int:
    """Where a sentence ends that names one thing after another."""
    match = _NAMES_END.search(plain, start)
    return match.start() if match else len(plain)


def _sum_of_parts(reading: Reading) -> Iterator[Match]:
    """`รวม 6 ตำแหน่ง ดังนี้` and entries of 1 and 5 ตำแหน่ง."""
    for found in lists_of(reading):
        if found.lead is None or not re.search(r"ดังนี้|ได้แก่|ประกอบด้วย|แบ่งเป็น|จำแนก", found.lead.passage.plain):
            continue
        lead = found.lead.passage
        wholes = list(counts_in(lead, 0, found.lead.end))
        for whole in wholes:
            own = _own_counts(found.items, whole.unit)
            same = [one.number for one in wholes if one.unit == whole.unit]
            if len(own) == len(found.items) and len(own) > 1 and len(same) == 1 and sum(own) != whole.number:
                yield Match(
                    whole.spot,
                    Message(
                        f"บอกว่ารวม {whole.number} {whole.unit} แต่รายการรวมกันได้ {sum(own)}",
                        f"{whole.number} in all, but the entries add up to {sum(own)}",
                    ),
                    tuple(item.spot for item in found.items),
                )


def _nothing_follows(reading: Reading) -> Iterator[Match]:
    flow = reading.flow
    for n, passage in enumerate(flow):
        match = _OPEN.search(passage.plain)
        if match is None or (n + 1 < len(flow) and flow[n + 1].number != passage.number + 1):
            continue
        if n + 1 < len(flow) and not _CLOSING.match(flow[n + 1].plain):
            continue
        if n + 1 == len(flow) and passage.number + 1 < len(reading.passages):
            continue
        yield Match(
            passage.span_of(match),
            Message("บอกว่ามีรายการตามมา แต่ไม่มี", "it announces what follows, and nothing does"),
        )


def _numbering(reading: Reading) -> Iterator[Match]:
    for found in lists_of(reading):
        runs_on = found.style in _RUNS_ON or (found.style in _RUNS_ON_CLOSE and found.compact)
        if not runs_on:
            continue
        for item, expected in found.gaps:
            number = item.number
            yield Match(
                Span(item.spot.passage, 0, item.spot.end),
                Message(
                    f"เลขข้อ {number} มาแทนที่ข้อ {expected}",
                    f"number {number} stands where {expected} is expected",
                ),
                (found.items[found.items.index(item) - 1].spot,),
            )


RULES = (
    Rule(
        "A0201",
        "error",
        Message("จำนวนที่บอกไม่เท่ากับรายการที่ตามมา", "A count that its list does not have"),
        Message(
            "“n ขั้นตอน ดังนี้” แล้วตามด้วยรายการ: นับข้อ (หน่วยนับ: " + " ".join(UNITS[:12]) + " ฯลฯ) "
            "ไม่นับเมื่อแต่ละข้อบอกจำนวนของหน่วยเดียวกันเอง (ดู A0301) และ “n โครงการ ได้แก่ โครงการ… โครงการ…” ในประโยค",
            "`n ขั้นตอน ดังนี้` and the list after it: its entries are counted, unless the entries "
            "themselves name counts "
            "of that unit (A0301); and `n โครงการ ได้แก่ โครงการ… โครงการ…` in a sentence.",
        ),
        Message("แก้จำนวน หรือเติมหรือตัดข้อในรายการ", "mend the number, or the list"),
        _count_of_entries,
    ),
    Rule(
        "A0202",
        "warning",
        Message("บอกว่า “ดังนี้” แต่ไม่มีอะไรตามมา", "Announced, and nothing follows"),
        Message(
            "ย่อหน้าที่ลงท้าย “ดังนี้” หรือ “ดังต่อไปนี้” แล้วตามด้วยคำลงท้ายหรือจบเอกสาร",
            "A paragraph that ends in ดังนี้ with the closing words or the end of the paper after it.",
        ),
        Message("เติมรายการ หรือตัดคำว่า “ดังนี้”", "add the list, or leave the words out"),
        _nothing_follows,
    ),
    Rule(
        "A0203",
        "warning",
        Message("เลขข้อข้ามหรือซ้ำ", "A number skipped or repeated"),
        Message(
            "เลขข้อแบบเดียวกัน ระเบียบวาระ ขั้นตอนและงวดที่อยู่ติดกันต้องต่อเนื่อง รายการซ้อนและรายการที่เริ่ม ๑ ใหม่ไม่ถือว่าข้าม",
            "Numbers of one form, of items of an agenda, and of steps close together run on; nested lists "
            "and lists that begin anew are no gaps.",
        ),
        Message("แก้เลขข้อให้ต่อเนื่อง และตรวจการอ้างถึงข้อ", "renumber, and check what refers to the entries"),
        _numbering,
    ),
    Rule(
        "A0301",
        "error",
        Message("รายการรวมกันไม่ได้เท่ากับยอดรวม", "Entries that do not add up to their total"),
        Message(
            "“รวม n หน่วย ดังนี้” และทุกข้อบอกจำนวนของหน่วยเดียวกัน",
            "`รวม n unit ดังนี้`, and each entry with its count of that unit.",
        ),
        Message("แก้ยอดรวมหรือจำนวนของข้อ", "mend the total or an entry"),
        _sum_of_parts,
    ),
)
