"""Family 8: references. What is referred to is there, and is what the words say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.audit.findings import Match, Rule
from pipeline.audit.lists import lists_of
from pipeline.audit.text_blocks import Reading, Span, TextBlock
from pipeline.diagnostics import Message

_CLAUSE = re.compile(
    r"(?:ตาม|ใน|จาก)(?:ข้อ)?\s*(?P<number>\d{1,2})(?=\s)(?!\s*(?:[-–/.]|ราย|คน|ปี|เดือน|วัน|ครั้ง|ด้าน|มิติ|ขั้นตอน|กิจกรรม|หลักสูตร|กลุ่ม|ประเด็น|ส่วน|ข้อ|แห่ง|ระดับ|จังหวัด|ประการ|เรื่อง|ฉบับ|แผน|โครงการ|หน่วยงาน))"
)


_ITEM = re.compile(
    r"(?:ตาม|ใน|จาก)ข้อ\s*(?P<number>\d{1,2})(?![\d./])(?!\s*(?:แห่ง|ของ|วรรค|ระเบียบ|ประกาศ|คำสั่ง|กฎ|ข้อบังคับ|หนังสือ|หลักเกณฑ์|ก\.|ข\.|\())"
)


_SUB_ITEM = re.compile(
    r"(?:ตาม|ใน|จาก)ข้อ\s*(?P<number>\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?![\d./])(?!\s*(?:แห่ง|ของ|วรรค))"
)


_ARTICLE = re.compile(r"\s*ข้อ\s*(\d{1,2})\s")


_CAPTIONED = re.compile(
    r"(?P<kind>ตาราง|แผนภูมิ|แผนภาพ|ภาพ|รูป|ภาคผนวก|เอกสารแนบ|เอกสารหมายเลข|สิ่งที่ส่งมาด้วย)(?P<nth>ที่)?\s*(?P<mark>\d{1,2}(?:\.\d{1,2})?|[ก-ฮ])(?![ก-๎\d/]|\.\d)"
)


_ENCLOSED = "สิ่งที่ส่งมาด้วย"
_ENTRY = re.compile(r"\s*(\d{1,2})\.\s")
"""A further entry of a letter's enclosures, whose label stands beside the first alone."""


def _lost_clause(reading: Reading) -> Iterator[Match]:
    """`ตาม 3` in a list that has no 3, `ตามข้อ 9` in a paper that has no 9."""
    lists = [found for found in lists_of(reading) if not found.in_table]
    anywhere = {item.number for found in lists for item in found.items}
    anywhere |= {int(match[1]) for passage in reading.flow if (match := _ARTICLE.match(passage.plain))}
    beside: dict[TextBlock, set[int]] = defaultdict(set)
    for found in lists:
        numbers = {item.number for item in found.items}
        for item in found.items:
            beside[item.spot.passage] |= numbers
    for passage in reading.flow:
        numbers = beside.get(passage, set())
        named = [*_ITEM.finditer(passage.plain)]
        for match in named or _CLAUSE.finditer(passage.plain):
            number = int(match["number"])
            missing = number not in numbers and number <= max(numbers, default=0)
            if missing or (named and lists and number not in anywhere):
                yield Match(
                    passage.span_of(match),
                    Message(
                        f"อ้างถึงข้อ {number} แต่ไม่มีข้อ {number}",
                        f"it refers to {number}, and there is no {number}",
                    ),
                )
    yield from _lost_sub_clause(reading)


def _lost_sub_clause(reading: Reading) -> Iterator[Match]:
    """`ในข้อ 2.5` in a paper that numbers 2.1 to 2.4."""
    markers = [passage.marker for passage in reading.flow if passage.marker.style == "1.1"]
    known = {f"{marker.parent}.{marker.number}" for marker in markers}
    parents = {marker.parent for marker in markers}
    for passage in reading.flow:
        for match in _SUB_ITEM.finditer(passage.plain):
            number = match["number"]
            if number not in known and number.rpartition(".")[0] in parents:
                yield Match(
                    passage.span_of(match),
                    Message(
                        f"อ้างถึงข้อ {number} แต่ไม่มีข้อ {number}",
                        f"it refers to {number}, and there is no {number}",
                    ),
                )


def _lost_caption(reading: Reading) -> Iterator[Match]:
    """`ตามตารางที่ 5` where nothing is captioned ตารางที่ 5."""
    captions: dict[str, set[str]] = defaultdict(set)
    mentions: list[tuple[str, str, Span]] = []
    enclosed = 0
    for passage in reading.passages:
        entry = _ENTRY.match(passage.plain)
        enclosed = enclosed + 1 if entry and enclosed and int(entry[1]) == enclosed + 1 else 0
        if enclosed:
            captions[_ENCLOSED].add(str(enclosed))
        for match in _CAPTIONED.finditer(passage.plain):
            if not match["nth"] and match["kind"] in ("ตาราง", "ภาพ", "รูป"):
                continue
            if not passage.plain[: match.start()].strip(" -•(["):
                captions[match["kind"]].add(match["mark"])
                is_list = match["kind"] == _ENCLOSED and passage.plain[match.end() :].startswith(".")
                enclosed = int(match["mark"]) if is_list else enclosed
            else:
                mentions.append((match["kind"], match["mark"], passage.span_of(match)))
    if not captions["ตาราง"]:
        captions["ตาราง"] = {str(n) for n in range(1, len(reading.tables) + 1)}
    for kind, mark, spot in mentions:
        if captions[kind] and mark not in captions[kind]:
            yield Match(
                spot,
                Message(
                    f"อ้างถึง{spot.text} แต่เอกสารมีเพียง{kind} {' '.join(sorted(captions[kind]))}",
                    f"“{spot.text}” is referred to; the paper has {' '.join(sorted(captions[kind]))} only",
                ),
            )


RULES = (
    Rule(
        "A0801",
        "error",
        Message("อ้างถึงข้อที่ไม่มี", "A reference to a clause that is not there"),
        Message(
            "“ตาม 3” “ตามข้อ 3” ในข้อของรายการที่ไม่มีข้อ 3 (ข้อของกฎหมายอื่น เช่น ข้อ ๕ แห่งระเบียบ ไม่นับ)",
            "`ตาม 3`, `ตามข้อ 3` in an entry of a list without a 3; clauses of laws are let be.",
        ),
        Message("แก้เลขที่อ้าง หรือเติมเลขข้อที่หายไป", "mend the reference, or number the clauses"),
        _lost_clause,
    ),
    Rule(
        "A0802",
        "error",
        Message(
            "อ้างถึงตาราง ภาพ หรือเอกสารแนบที่ไม่มี", "A reference to a table, figure or annex that is not there"
        ),
        Message(
            "“ตารางที่ n” “ภาคผนวก ก” “เอกสารแนบ n”: เทียบกับย่อหน้าที่ขึ้นต้นด้วยคำเดียวกัน เมื่อเอกสารมีอย่างน้อยหนึ่ง",
            "`ตารางที่ n`, `ภาคผนวก ก`, `เอกสารแนบ n` against captions, when the paper has at least one "
            "of that kind.",
        ),
        Message("แก้การอ้างถึง หรือเติมสิ่งที่อ้าง", "mend the reference, or add what is referred to"),
        _lost_caption,
    ),
)
