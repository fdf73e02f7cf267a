"""Family 3: a whole and its parts in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from pipeline.audit.counts import CountSaid, counts_in
from pipeline.audit.findings import Match, Rule
from pipeline.audit.text_blocks import Reading, TextBlock
from pipeline.diagnostics import Message

_DIVIDED = re.compile(
    r"แยกเป็น|แบ่งเป็น|แบ่งออกเป็น|จำแนกเป็น|ประกอบด้วย|\(?(?:เป็น)?(?:เพศ)?(?=ชาย\s*(?:จำนวน\s*)?\d)"
)


_SENTENCE_ENDS = re.compile(r"รวม|ทั้งนี้|ซึ่ง|โดย|คิดเป็น|ดังนี้")


_SUMMED = re.compile(r"(?<![ก-๎])รวม(?:เป็น|จำนวน|ทั้งสิ้น|ทั้งหมด)*\s*(?=\d)")
_COMPARES = re.compile(r"จาก|เดิม|เพิ่ม|ลด|เหลือ|ไม่|เป้าหมาย|แผน|ซึ่ง|ทั้งหมด|ในจำนวน|แบ่งเป็น|แยกเป็น|%|ร้อยละ")
_LEAST_PARTS = 3
_LONGEST_BETWEEN = 60
_BRACKETED = re.compile(r"\([^()]*\)")


def _breakdown(reading: Reading) -> Iterator[Match]:
    """`รวม 12 คน แยกเป็นชาย 5 คน หญิง 8 คน` in one sentence."""
    for passage in reading.passages:
        for match in _DIVIDED.finditer(passage.plain):
            before = list(counts_in(passage, max(match.start() - 80, 0), match.start()))
            if not before or passage.plain[before[-1].spot.end : match.start()].strip():
                continue
            whole = before[-1]
            parts = _parts(passage, match, whole.unit)
            if any(passage.plain[: part.spot.start].rstrip().endswith("ละ") for part in parts):
                continue
            total = sum((part.number for part in parts), Decimal(0))
            if len(parts) > 1 and total != whole.number:
                yield Match(
                    whole.spot,
                    Message(
                        f"รวม {whole.number} {whole.unit} แต่ส่วนย่อยรวมกันได้ {total}",
                        f"{whole.number} in all, but the parts add up to {total}",
                    ),
                    tuple(part.spot for part in parts),
                )
    yield from _summed_after(reading)


def _summed_after(reading: Reading) -> Iterator[Match]:
    """`พนักงาน 30 คน ลูกจ้าง 4 คน และพนักงานจ้าง 18 คน รวม 54 คน`: the parts stand before their total."""
    for passage in reading.passages:
        for match in _SUMMED.finditer(passage.plain):
            total = next(iter(counts_in(passage, match.end())), None)
            parts = _parts_before(passage, match.start(), total.unit) if total else []
            if (
                total is None
                or passage.plain[match.end() : total.spot.start].strip()
                or len(parts) < _LEAST_PARTS
            ):
                continue
            sums = set(accumulate(part.number for part in reversed(parts)))
            if total.number not in sums:
                summed = sum((part.number for part in parts), Decimal(0))
                yield Match(
                    total.spot,
                    Message(
                        f"รวม {total.number} {total.unit} แต่ส่วนย่อยรวมกันได้ {summed}",
                        f"{total.number} in all, but the parts add up to {summed}",
                    ),
                    tuple(part.spot for part in parts),
                )


def _parts_before(passage: TextBlock, end: int, unit: str) -> list[CountSaid]:
    """The counts of a unit right before `end`, with nothing between that compares or takes away."""
    parts: list[CountSaid] = []
    edge = end
    for one in reversed(list(counts_in(passage, 0, end))):
        between = passage.plain[one.spot.end : edge]
        if one.unit != unit or len(between) > _LONGEST_BETWEEN or _COMPARES.search(between):
            break
        if passage.plain[: one.spot.start].rstrip().endswith("ละ"):
            return []
        parts.insert(0, one)
        edge = one.spot.start
    return parts


def _parts(passage: TextBlock, divided: re.Match[str], unit: str) -> list[CountSaid]:
    """The counts of a sentence that divide a whole; what stands in brackets divides them again."""
    brackets = [match.span() for match in _BRACKETED.finditer(passage.plain)]
    around = [right for left, right in brackets if left <= divided.start() < right]
    stop = _SENTENCE_ENDS.search(passage.plain, divided.end())
    end = min([*around, stop.start() if stop else len(passage.plain)])
    deeper = [(left, right) for left, right in brackets if left > divided.start()]
    return [
        one
        for one in counts_in(passage, divided.end(), end)
        if one.unit == unit and not any(left < one.spot.start < right for left, right in deeper)
    ]


RULES = (
    Rule(
        "A0303",
        "error",
        Message("ส่วนย่อยรวมกันไม่ได้เท่ากับทั้งหมด", "Parts of a sentence that do not add up"),
        Message(
            "“n คน แบ่งเป็น … a คน … b คน” และ “a คน … b คน … c คน รวม n คน” ในประโยคเดียว",
            "`n คน แบ่งเป็น … a คน … b คน`, and `a คน … b คน … c คน รวม n คน`, in one sentence.",
        ),
        Message("แก้ยอดรวมหรือส่วนย่อย", "mend the whole or a part"),
        _breakdown,
    ),
)
