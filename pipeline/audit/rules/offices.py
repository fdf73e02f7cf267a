"""Family 6: offices and places. One name, spelt one way, wherever it stands in a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.audit.findings import Match, Rule
from pipeline.audit.near import difference, near_pairs
from pipeline.audit.text_blocks import Reading, Span
from pipeline.diagnostics import Message

_KINDS = (
    "กระทรวง", "กรม", "เทศบาล", "องค์การบริหารส่วน", "จังหวัด", "อำเภอ", "ตำบล", "โรงพยาบาล", "โรงเรียน",
    "มหาวิทยาลัย", "วิทยาลัย", "บริษัท", "สหกรณ์",
)  # fmt: skip
_OFFICE = re.compile(rf"({'|'.join(_KINDS)})(?:\s(?=[ก-๎]))?([ก-๎]{{5,40}})(?![ก-๎])")
_ALIKE = 0.9
_MOST = 2
"""Letters in which one name may differ from itself misspelt."""

_BOTH = 2
"""Names that both stand in more places than these are two offices."""


def _spellings(reading: Reading) -> Iterator[Match]:
    """Two names of one kind of office that differ in a letter or two."""
    named: dict[str, list[Span]] = defaultdict(list)
    for passage in reading.passages:
        for match in _OFFICE.finditer(passage.plain):
            named[match[1] + match[2]].append(passage.span_of(match))
    names = list(named)
    told: set[str] = set()
    for low, high in near_pairs(names, _ALIKE):
        rare, common = sorted((names[low], names[high]), key=lambda name: (len(named[name]), -low))
        one, other = difference(rare, common)
        if (
            max(len(one), len(other)) > _MOST
            or rare in told
            or _stand_side_by_side(named[rare], named[common])
        ):
            continue
        told.add(rare)
        yield Match(
            named[rare][0],
            Message(f"“{rare}” คล้าย “{common}”", f"“{rare}” is nearly “{common}”"),
            tuple(named[common]),
        )


def _stand_side_by_side(some: list[Span], others: list[Span]) -> bool:
    """Whether the names are told apart: in one passage or table, or often both."""
    passages = {spot.passage for spot in some} & {spot.passage for spot in others}
    tables = {spot.passage.table for spot in some if spot.passage.in_table}
    together = tables & {spot.passage.table for spot in others if spot.passage.in_table}
    return bool(together or passages) or min(len(some), len(others)) > _BOTH


RULES = (
    Rule(
        "A0625",
        "warning",
        Message("ชื่อหน่วยงานหรือสถานที่สะกดต่างกัน", "An office or place in two spellings"),
        Message(
            "ชื่อที่ขึ้นต้นด้วยคำเช่น " + " ".join(_KINDS[:6]) + " ที่ต่างกันเพียงหนึ่งหรือสองอักษร "
            "ชื่อที่อยู่ในย่อหน้าหรือตารางเดียวกัน หรือใช้ซ้ำทั้งสองแบบเกินสองแห่ง ไม่ถือว่าผิด",
            "Names after a word for an office or place that differ in a letter or two; those of one "
            "paragraph or table, and those that both stand in more than two places, are let be.",
        ),
        Message("ตรวจชื่อ แล้วใช้ตัวสะกดเดียว", "look the name up, and spell it one way"),
        _spellings,
    ),
)
