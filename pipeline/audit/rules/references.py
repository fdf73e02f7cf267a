"""Family 8: references. What is referred to is there, and is what the words say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.audit.findings import Hit, Rule, Spot
from pipeline.audit.lists import lists_of
from pipeline.audit.near import key, likeness
from pipeline.audit.reading import Passage, Reading, TableRow
from pipeline.faults import Words

_CLAUSE = re.compile(
    r"(?:ตาม|ใน|จาก)(?:ข้อ)?\s*(?P<number>\d{1,2})(?=\s)(?!\s*(?:[-–/.]|ราย|คน|ปี|เดือน|วัน|ครั้ง|ด้าน|มิติ|ขั้นตอน|กิจกรรม|หลักสูตร|กลุ่ม|ประเด็น|ส่วน|ข้อ|แห่ง|ระดับ|จังหวัด|ประการ|เรื่อง|ฉบับ|แผน|โครงการ|หน่วยงาน))"
)


_ITEM = re.compile(r"(?:ตาม|ใน|จาก)ข้อ\s*(?P<number>\d{1,2})(?![\d./])(?!\s*(?:แห่ง|ของ|วรรค|ก\.|ข\.|\())")


_ARTICLE = re.compile(r"\s*ข้อ\s*(\d{1,2})\s")


_INDICATOR = re.compile(r"ตัวชี้วัดที่\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)(?![\d.]|\s*(?:[-–]|ถึง)\s*\d)")


_NAMED_INDICATOR = re.compile(r"ตัวชี้วัดที่\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)\s*\((?P<name>[^()]{8,160})\)")


_CAPTIONED = re.compile(
    r"(?P<kind>ตาราง|แผนภูมิ|แผนภาพ|ภาพ|รูป|ภาคผนวก|เอกสารแนบ|เอกสารหมายเลข|สิ่งที่ส่งมาด้วย)(?P<nth>ที่)?\s*(?P<mark>\d{1,2}|[ก-ฮ])(?![ก-๎\d./])"
)


_ROW_NUMBER = re.compile(r"\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?\s")


_NEAR = 0.8


_FEW_ROWS = 3


def _lost_clause(reading: Reading) -> Iterator[Hit]:
    """`ตาม 3` in a list that has no 3, `ตามข้อ 9` in a paper that has no 9."""
    lists = [found for found in lists_of(reading) if not found.in_table]
    anywhere = {item.number for found in lists for item in found.items}
    anywhere |= {int(match[1]) for passage in reading.flow if (match := _ARTICLE.match(passage.plain))}
    beside: dict[Passage, set[int]] = defaultdict(set)
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
                yield Hit(
                    passage.found(match),
                    Words(
                        f"อ้างถึงข้อ {number} แต่ไม่มีข้อ {number}",
                        f"it refers to {number}, and there is no {number}",
                    ),
                )


def _lost_caption(reading: Reading) -> Iterator[Hit]:
    """`ตามตารางที่ 5` where nothing is captioned ตารางที่ 5."""
    captions: dict[str, set[str]] = defaultdict(set)
    mentions: list[tuple[str, str, Spot]] = []
    for passage in reading.passages:
        for match in _CAPTIONED.finditer(passage.plain):
            if not match["nth"] and match["kind"] in ("ตาราง", "ภาพ", "รูป"):
                continue
            if not passage.plain[: match.start()].strip(" -•(["):
                captions[match["kind"]].add(match["mark"])
            else:
                mentions.append((match["kind"], match["mark"], passage.found(match)))
    if not captions["ตาราง"]:
        captions["ตาราง"] = {str(n) for n in range(1, len(reading.tables) + 1)}
    for kind, mark, spot in mentions:
        if captions[kind] and mark not in captions[kind]:
            yield Hit(
                spot,
                Words(
                    f"อ้างถึง{spot.text} แต่เอกสารมีเพียง{kind} {' '.join(sorted(captions[kind]))}",
                    f"“{spot.text}” is referred to; the paper has {' '.join(sorted(captions[kind]))} only",
                ),
            )


def _numbered_rows(reading: Reading) -> Iterator[tuple[str, str, TableRow, Passage]]:
    """Rows that begin with a number: the table's header, the number, the row, and the cell."""
    for table in reading.tables:
        for row in table.rows[1:]:
            cell = row.cells[0] if row.cells else ()
            match = _ROW_NUMBER.match(cell[0].plain) if cell else None
            if match and len(row.filled) > 1:
                yield table.header, match["number"], row, cell[0]


def _wrong_indicator(reading: Reading) -> Iterator[Hit]:
    rows = {number: cell for header, number, _, cell in _numbered_rows(reading) if "ตัวชี้วัด" in header}
    for passage in reading.passages:
        for match in _NAMED_INDICATOR.finditer(passage.plain):
            cell = rows.get(match["number"])
            if cell is None or cell is passage:
                continue
            name = cell.body.strip()
            if likeness(key(match["name"]), key(name)) < _NEAR:
                yield Hit(
                    passage.found(match),
                    Words(
                        f"ตัวชี้วัดที่ {match['number']} ในตารางคือ “{name[:80]}”",
                        f"indicator {match['number']} of the table is “{name[:80]}”",
                    ),
                    (cell.spot(),),
                )


def _no_indicator(reading: Reading) -> Iterator[Hit]:
    """`ตัวชี้วัดที่ 9` where the table ends with 8."""
    numbers = {number for header, number, _, _ in _numbered_rows(reading) if "ตัวชี้วัด" in header}
    if len(numbers) < _FEW_ROWS:
        return
    known = numbers | {number.partition(".")[0] for number in numbers}
    for passage in reading.flow:
        for match in _INDICATOR.finditer(passage.plain):
            if match["number"] not in known and match.start() > 0:
                yield Hit(
                    passage.found(match),
                    Words(
                        f"อ้างถึงตัวชี้วัดที่ {match['number']} แต่ตารางไม่มี",
                        f"indicator {match['number']} is referred to, and no table has it",
                    ),
                )


def _lost_parent(reading: Reading) -> Iterator[Hit]:
    """Rows 16.1, 16.2 without a row 16, where the rows around have whole numbers."""
    by_header: dict[str, list[tuple[str, Passage]]] = defaultdict(list)
    for header, number, _, cell in _numbered_rows(reading):
        by_header[header].append((number, cell))
    for rows in by_header.values():
        numbers = {number for number, _ in rows}
        whole = {number for number in numbers if "." not in number}
        told: set[str] = set()
        for number, cell in rows:
            parent = number.rpartition(".")[0]
            if parent and whole and parent not in numbers and parent not in told:
                told.add(parent)
                yield Hit(
                    cell.spot(),
                    Words(f"มีข้อ {number} แต่ไม่มีแถวของข้อ {parent}", f"{number} has no row {parent} above it"),
                )


RULES = (
    Rule(
        "A0801",
        "error",
        Words("อ้างถึงข้อที่ไม่มี", "A reference to a clause that is not there"),
        Words(
            "“ตาม 3” “ตามข้อ 3” ในข้อของรายการที่ไม่มีข้อ 3 (ข้อของกฎหมายอื่น เช่น ข้อ ๕ แห่งระเบียบ ไม่นับ)",
            "`ตาม 3`, `ตามข้อ 3` in an entry of a list without a 3; clauses of laws are let be.",
        ),
        Words("แก้เลขที่อ้าง หรือเติมเลขข้อที่หายไป", "mend the reference, or number the clauses"),
        _lost_clause,
    ),
    Rule(
        "A0802",
        "error",
        Words("อ้างถึงตาราง ภาพ หรือเอกสารแนบที่ไม่มี", "A reference to a table, figure or annex that is not there"),
        Words(
            "“ตารางที่ n” “ภาคผนวก ก” “เอกสารแนบ n”: เทียบกับย่อหน้าที่ขึ้นต้นด้วยคำเดียวกัน เมื่อเอกสารมีอย่างน้อยหนึ่ง",
            "`ตารางที่ n`, `ภาคผนวก ก`, `เอกสารแนบ n` against captions, when the paper has at least one "
            "of that kind.",
        ),
        Words("แก้การอ้างถึง หรือเติมสิ่งที่อ้าง", "mend the reference, or add what is referred to"),
        _lost_caption,
    ),
    Rule(
        "A0803",
        "warning",
        Words("อ้างตัวชี้วัดผิดตัว", "A reference to another indicator than the words say"),
        Words(
            "“ตัวชี้วัดที่ n (ชื่อ)”: ชื่อในวงเล็บเทียบกับแถวที่ n ของตารางตัวชี้วัด",
            "`ตัวชี้วัดที่ n (name)` against row n of the table of indicators.",
        ),
        Words("แก้เลขหรือชื่อตัวชี้วัด", "mend the number or the name"),
        _wrong_indicator,
    ),
    Rule(
        "A0804",
        "warning",
        Words("มีข้อย่อยแต่ไม่มีข้อหลัก", "Sub-numbers without their parent"),
        Words("แถว 16.1 16.2 ในตารางที่ไม่มีแถว 16", "Rows 16.1, 16.2 in tables without a row 16."),
        Words("เติมแถวของข้อหลัก หรือให้เลขใหม่", "add the parent's row, or renumber"),
        _lost_parent,
    ),
    Rule(
        "A0805",
        "warning",
        Words("อ้างตัวชี้วัดที่ไม่มี", "A reference to an indicator that is not there"),
        Words(
            "“ตัวชี้วัดที่ n” กลางข้อความ เมื่อตารางตัวชี้วัดมีเลขตั้งแต่ ๓ แถวและไม่มี n",
            "`ตัวชี้วัดที่ n` in a text, where tables number three indicators or more, and none n.",
        ),
        Words("แก้เลขที่อ้าง", "mend the number"),
        _no_indicator,
    ),
)
