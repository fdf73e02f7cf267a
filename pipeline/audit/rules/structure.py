"""Families 8, 9 and 10: how a paper is built. Levels of numbers, references, what stands twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.audit.counts import LEVEL
from pipeline.audit.findings import Match, Rule
from pipeline.audit.lists import Item, ItemList, lists_of
from pipeline.audit.near import key
from pipeline.audit.text_blocks import Reading, Span
from pipeline.diagnostics import Message

_RANK = {"1.1": 1, ".": 0, ")": 2, "()": 3}
_FORM = {"1.1": "1.1", ".": "1.", ")": "1)", "()": "(1)"}
_LEADS_IN = re.compile(r"(?:ดังนี้|ดังต่อไปนี้|ได้แก่|ประกอบด้วย|คือ)\s*:?\s*$")
_FOLLOW_UP = re.compile(
    r"(?:และ)?จะ(?:ได้)?(?:ดำเนินการ)?(?:รายงาน|ติดตาม|แจ้งผล|เร่งรัด)[^.]{0,40}(?:ระยะ|รอบ|ไตรมาส|ครั้ง|โอกาส|เดือน)(?:ต่อไป|ถัดไป|หน้า)"
)
_LEAST_ENTRY = 10
_FULL = re.compile(r"(?:ร้อยละ\s*100(?![\d.])|(?<!\d)100\s*%|ระดับ(?:ที่)?\s*5(?![\d.]))")


def _find_inverted_numbering(reading: Reading) -> Iterator[Match]:
    """`4) … ได้แก่` and then `1. …`: a higher form of number under a lower one."""
    for found in lists_of(reading):
        if found.lead is None or found.in_table or found.style not in _RANK:
            continue
        lead = found.lead.passage
        above = lead.marker.style
        if lead is found.items[0].spot.passage or above not in _RANK or not _LEADS_IN.search(lead.plain):
            continue
        if _RANK[found.style] < _RANK[above]:
            first = found.items[0].spot
            yield Match(
                Span(first.passage, 0, first.end),
                Message(
                    f"เลขแบบ “{_FORM[found.style]}” ซ้อนอยู่ใต้แบบ “{_FORM[above]}” ซึ่งเป็นระดับที่ต่ำกว่า",
                    f"numbers like “{_FORM[found.style]}” stand under “{_FORM[above]}”, a lower level",
                ),
                (lead.spot(0, lead.marker.end),),
            )


def _header_spaces(reading: Reading) -> Iterator[Match]:
    """One header written with a space that the others do not have."""
    forms: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for table in reading.tables:
        for cell in table.rows[0].cells if table.rows else ():
            if cell:
                text = " ".join(cell[0].plain.split())
                forms[key(text)][text].append(cell[0].spot())
    for spellings in forms.values():
        ranked = sorted(spellings.items(), key=lambda each: len(each[1]))
        if len(ranked) > 1 and len(ranked[0][1]) < len(ranked[-1][1]) and " " in ranked[0][0]:
            if ranked[0][0].count(" ") <= ranked[-1][0].count(" "):
                continue
            spots = ranked[0][1]
            yield Match(
                spots[0],
                Message(
                    f"หัวตาราง “{ranked[0][0]}” ที่อื่นเขียน “{ranked[-1][0]}”",
                    f"the header “{ranked[0][0]}” is “{ranked[-1][0]}” elsewhere",
                ),
                (*spots[1:], ranked[-1][1][0]),
            )


def _list_twice(reading: Reading) -> Iterator[Match]:
    """A list under another heading that is the same, entry by entry."""
    seen: dict[tuple[str, ...], ItemList] = {}
    for found in lists_of(reading):
        if not found.compact or found.in_table or len(found.items) < 3 or found.style.endswith("ที่"):
            continue
        entries = tuple(key(item.text) for item in found.items)
        before = seen.setdefault(entries, found)
        if before is not found and _leads_differ(before, found):
            yield Match(
                found.items[0].spot,
                Message(
                    f"รายการ {len(entries)} ข้อนี้ซ้ำกับรายการก่อนหน้าทุกข้อ ทั้งที่อยู่คนละหัวข้อ",
                    f"these {len(entries)} entries are those of an earlier list, under another heading",
                ),
                (before.items[0].spot, *(item.spot for item in found.items[1:])),
            )


def _entry_twice(reading: Reading) -> Iterator[Match]:
    """Two entries of one list that say the same."""
    for found in lists_of(reading):
        if found.in_table or not found.compact or found.style.endswith("ที่"):
            continue
        seen: dict[str, Item] = {}
        for item in found.items:
            said = key(item.text)
            first = seen.setdefault(said, item)
            if first is not item and len(said) >= _LEAST_ENTRY:
                yield Match(
                    item.spot,
                    Message(
                        f"ข้อ {item.number} เหมือนกับข้อ {first.number} ในรายการเดียวกัน",
                        f"entry {item.number} says what entry {first.number} of the list says",
                    ),
                    (first.spot,),
                )


def _leads_differ(one: ItemList, other: ItemList) -> bool:
    leads = [key(found.lead.text) if found.lead else "" for found in (one, other)]
    return leads[0] != leads[1]


def _promise_when_done(reading: Reading) -> Iterator[Match]:
    for passage in reading.passages:
        for match in _FOLLOW_UP.finditer(passage.plain):
            before = passage.plain[: match.start()]
            levels = [int(found["level"]) for found in LEVEL.finditer(before)]
            if (_FULL.search(before[-120:])) and (not levels or levels[-1] == 5):
                yield Match(
                    passage.span_of(match),
                    Message(
                        "ผลครบระดับ 5 หรือร้อยละ 100 แล้ว แต่ยังบอกว่าจะรายงานในระยะต่อไป",
                        "the result is complete (level 5, 100 %), yet a later report is promised",
                    ),
                )


RULES = (
    Rule(
        "A0911",
        "warning",
        Message("ระดับเลขข้อกลับกัน", "Levels of numbers turned round"),
        Message(
            "๑. อยู่สูงกว่า ๑.๑ ซึ่งอยู่สูงกว่า ๑) และ (๑): รายการที่ “๔) … ได้แก่” นำหน้าต้องไม่ใช้ ๑.",
            "1. stands above 1.1, that above 1) and (1): what `4) … ได้แก่` introduces is not numbered 1.",
        ),
        Message("ใช้เลขระดับที่ต่ำกว่า เช่น ๔.๑ หรือ (๑)", "use a lower form"),
        _find_inverted_numbering,
    ),
    Rule(
        "A0912",
        "note",
        Message("หัวตารางมีช่องว่างเกิน", "A stray space in a header"),
        Message("หัวตารางเดียวกันที่ส่วนใหญ่เขียนโดยไม่เว้นวรรค", "A header that most tables write without the space."),
        Message("ลบช่องว่าง", "take the space out"),
        _header_spaces,
    ),
    Rule(
        "A1001",
        "warning",
        Message("เสร็จแล้วแต่ยังสัญญาว่าจะรายงาน", "Finished, yet a later report is promised"),
        Message(
            "“ระดับ ๕ … ร้อยละ ๑๐๐ และจะรายงานผลในระยะต่อไป”", "`ระดับ 5 … ร้อยละ 100 และจะรายงานผลในระยะต่อไป`."
        ),
        Message("ตัดถ้อยคำที่ว่าจะรายงานต่อ", "leave the promise out"),
        _promise_when_done,
    ),
    Rule(
        "A1002",
        "warning",
        Message("รายการเดียวกันอยู่ใต้สองหัวข้อ", "One list under two headings"),
        Message(
            "รายการนอกตารางตั้งแต่ ๓ ข้อที่เหมือนกันทุกข้อ",
            "Lists outside tables of three entries or more, all the same.",
        ),
        Message("ตรวจว่าคัดลอกผิดที่หรือไม่", "see whether it was copied by mistake"),
        _list_twice,
    ),
    Rule(
        "A1003",
        "warning",
        Message("ข้อซ้ำในรายการเดียวกัน", "One entry twice in a list"),
        Message(
            "ข้อของรายการนอกตารางที่เหมือนกันทั้งข้อ (ตั้งแต่ ๑๐ ตัวอักษร)",
            "Entries of one list outside tables that are the same, of ten letters or more.",
        ),
        Message("ตัดข้อที่ซ้ำ หรือแก้ให้ตรงกับต้นฉบับ", "leave one out, or mend it"),
        _entry_twice,
    ),
)
