"""Family 3: what is done and what is left make the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from pipeline.audit.counts import CountSaid, counts_in
from pipeline.audit.findings import Match, Rule
from pipeline.audit.text_blocks import Reading, TextBlock
from pipeline.diagnostics import Message

_LEFT = re.compile(r"(?:คงเหลือ|ยังเหลือ|เหลืออีก|เหลือ|กำไรสุทธิ|กำไร|ว่าง|ไม่(?P<of>[ก-๎]{3,12}))[^\d;]{0,30}$")
_FILLED = re.compile(r"ดำรงตำแหน่ง|ครอง|บรรจุ|มีคน")
_STEM = 3
"""So many letters of what is denied (`ไม่บรรลุ`) tell that it was said before (`บรรลุ`)."""

_DONE = re.compile(r"แล้ว|เสร็จ|เบิกจ่าย|ใช้จ่าย|ใช้ไป|จ่ายไป|จำหน่าย|ส่งมอบ|จัดซื้อ|ดำเนินการ|ค่าใช้จ่าย|รายจ่าย|ต้นทุน")


def _wrong_rest(reading: Reading) -> Iterator[Match]:
    """`5 ขั้นตอน ดำเนินการแล้ว 3 ขั้นตอน คงเหลือ 3 ขั้นตอน` in one passage."""
    for passage in reading.passages:
        for whole, done, left in _triples(passage):
            if whole.number - done.number != left.number:
                rest = whole.number - done.number
                yield Match(
                    left.spot,
                    Message(
                        f"{whole.number:,} หัก {done.number:,} เหลือ {rest:,} {left.unit} ไม่ใช่ {left.number:,}",
                        f"{whole.number:,} less {done.number:,} leaves {rest:,}, not {left.number:,}",
                    ),
                    (whole.spot, done.spot),
                )


def _triples(passage: TextBlock) -> Iterator[tuple[CountSaid, CountSaid, CountSaid]]:
    """Whole, done and left, where a passage names just these three of a unit, what is left last."""
    counts = sorted(counts_in(passage), key=lambda said: said.unit)
    for _, members in groupby(counts, key=lambda said: said.unit):
        same = sorted(members, key=lambda said: said.spot.start)
        if len(same) != 3:
            continue
        *two, left = same
        between = passage.plain[same[0].spot.start : left.spot.start]
        whole, done = sorted(two, key=lambda said: -said.number)
        if _divides(passage.plain[: left.spot.start], between) and not _adds(between):
            yield whole, done, left


def _divides(before: str, between: str) -> bool:
    """Whether the last of three counts is what the second leaves of the first."""
    match = _LEFT.search(before)
    if match is None:
        return False
    between = between[: len(between) - len(match[0])]
    if match["of"]:
        return match["of"][:_STEM] in between and "ไม่" + match["of"][:_STEM] not in between
    return bool((_FILLED if match[0].startswith("ว่าง") else _DONE).search(between))


def _adds(between: str) -> bool:
    """Whether something was added to the whole or moved in between; a percentage of it changes nothing."""
    return bool(re.search(r"เพิ่ม|โอน|สมทบ|ขยาย|ยกเลิก", between))


RULES = (
    Rule(
        "A0309",
        "error",
        Message("ที่ทำแล้วกับที่เหลือรวมกันไม่ได้เท่าทั้งหมด", "Done and left that do not make the whole"),
        Message(
            "“n หน่วย … แล้ว a หน่วย … คงเหลือ (ว่าง ไม่บรรลุ ไม่ผ่าน) b หน่วย” "
            "ในย่อหน้าเดียวที่มีจำนวนของหน่วยนั้นเพียงสามแห่ง ไม่เตือนเมื่อมีการเพิ่ม โอน หรือยกเลิก",
            "`n unit … แล้ว a unit … คงเหลือ (ว่าง, ไม่บรรลุ, ไม่ผ่าน) b unit` in one passage "
            "with just these three counts of the unit; "
            "where some are added, moved or cancelled, nothing is said.",
        ),
        Message("แก้จำนวนใดจำนวนหนึ่ง", "mend one of the three"),
        _wrong_rest,
    ),
)
