"""Family 8: references to indicators. The number is there, and its name is what the words say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.audit.findings import Match, Rule
from pipeline.audit.near import key, likeness
from pipeline.audit.text_blocks import Reading, TableRow, TextBlock
from pipeline.diagnostics import Message

_INDICATOR = re.compile(r"ตัวชี้วัดที่\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)(?![\d.]|\s*(?:[-–]|ถึง)\s*\d)")


_NAMED_INDICATOR = re.compile(r"ตัวชี้วัดที่\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)\s*\((?P<name>[^()]{8,160})\)")


_SAYS = re.compile(r"\s*(?:ไม่|ได้|มี|ยัง|อยู่|เป็น|ถูก|ควร|ต้อง)")
"""What follows the subject of a sentence; after the number of a heading its name follows."""


_HEADED_INDICATOR = re.compile(
    r"\s*ตัวชี้วัดที่\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)\s*[:.]?\s+(?P<name>(?!(?:ไม่|ได้|มี|ยัง|อยู่|เป็น|ถูก|ควร|ต้อง|และ|ถึง))[ก-๎].{7,})"
)


_LONGEST_HEADING = 140
_ALIKE = 0.6
"""A heading so like the row's name is meant to be that name."""


_ROW_NUMBER = re.compile(r"\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?\s")


_NEAR = 0.8


_FEW_ROWS = 3


def _numbered_rows(reading: Reading) -> Iterator[tuple[str, str, TableRow, TextBlock]]:
    """Rows that begin with a number: the table's header, the number, the row, and the cell."""
    for table in reading.tables:
        for row in table.rows[1:]:
            cell = row.cells[0] if row.cells else ()
            match = _ROW_NUMBER.match(cell[0].plain) if cell else None
            if match and len(row.filled) > 1:
                yield table.header, match["number"], row, cell[0]


def _wrong_indicator(reading: Reading) -> Iterator[Match]:
    rows = {number: cell for header, number, _, cell in _numbered_rows(reading) if "ตัวชี้วัด" in header}
    for passage in reading.passages:
        for match in _NAMED_INDICATOR.finditer(passage.plain):
            cell = rows.get(match["number"])
            if cell is None or cell is passage:
                continue
            name = cell.body.strip()
            if likeness(key(match["name"]), key(name)) < _NEAR:
                yield Match(
                    passage.span_of(match),
                    Message(
                        f"ตัวชี้วัดที่ {match['number']} ในตารางคือ “{name[:80]}”",
                        f"indicator {match['number']} of the table is “{name[:80]}”",
                    ),
                    (cell.spot(),),
                )
    yield from _renamed_indicator(reading)


def _renamed_indicator(reading: Reading) -> Iterator[Match]:
    """A heading `ตัวชี้วัดที่ 3 …` that names it otherwise than row 3 does; a shortened name is let be."""
    rows = _indicator_rows(reading)
    for passage in reading.flow:
        first = passage.text.partition("\n")[0]
        match = _HEADED_INDICATOR.fullmatch(passage.plain, 0, len(first))
        cell = rows.get(match["number"]) if match else None
        if match is None or cell is None or len(first) > _LONGEST_HEADING:
            continue
        here, there = key(match["name"]), key(cell.body)
        shortened = here in there or there in here
        if not shortened and likeness(here, there) >= _ALIKE:
            yield Match(
                passage.span_of(match),
                Message(
                    f"ตัวชี้วัดที่ {match['number']} ในตารางคือ “{cell.body.strip()[:80]}”",
                    f"indicator {match['number']} of the table is “{cell.body.strip()[:80]}”",
                ),
                (cell.spot(),),
            )


def _indicator_rows(reading: Reading) -> dict[str, TextBlock]:
    """The numbered rows of tables of indicators; numbers that name two indicators are left out."""
    rows: dict[str, list[TextBlock]] = defaultdict(list)
    for header, number, _, cell in _numbered_rows(reading):
        if "ตัวชี้วัด" in header:
            rows[number].append(cell)
    return {
        number: cells[0] for number, cells in rows.items() if len({key(cell.body) for cell in cells}) == 1
    }


def _no_indicator(reading: Reading) -> Iterator[Match]:
    """`ตัวชี้วัดที่ 9` where the table ends with 8."""
    numbers = {number for header, number, _, _ in _numbered_rows(reading) if "ตัวชี้วัด" in header}
    if len(numbers) < _FEW_ROWS:
        return
    known = numbers | {number.partition(".")[0] for number in numbers}
    for passage in reading.flow:
        for match in _INDICATOR.finditer(passage.plain):
            if match["number"] not in known and (match.start() or _SAYS.match(passage.plain, match.end())):
                yield Match(
                    passage.span_of(match),
                    Message(
                        f"อ้างถึงตัวชี้วัดที่ {match['number']} แต่ตารางไม่มี",
                        f"indicator {match['number']} is referred to, and no table has it",
                    ),
                )


def _lost_parent(reading: Reading) -> Iterator[Match]:
    """Rows 16.1, 16.2 without a row 16, where the rows around have whole numbers."""
    by_header: dict[str, list[tuple[str, TextBlock]]] = defaultdict(list)
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
                yield Match(
                    cell.spot(),
                    Message(f"มีข้อ {number} แต่ไม่มีแถวของข้อ {parent}", f"{number} has no row {parent} above it"),
                )


RULES = (
    Rule(
        "A0803",
        "warning",
        Message("อ้างตัวชี้วัดผิดตัว", "A reference to another indicator than the words say"),
        Message(
            "“ตัวชี้วัดที่ n (ชื่อ)” และหัวข้อ “ตัวชี้วัดที่ n ชื่อ”: เทียบกับแถวที่ n ของตารางตัวชี้วัด ชื่อที่ย่อท้ายไม่ถือว่าผิด",
            "`ตัวชี้วัดที่ n (name)`, and headings of an indicator, against row n of the table of indicators; "
            "shortened names are let be.",
        ),
        Message("แก้เลขหรือชื่อตัวชี้วัด", "mend the number or the name"),
        _wrong_indicator,
    ),
    Rule(
        "A0804",
        "warning",
        Message("มีข้อย่อยแต่ไม่มีข้อหลัก", "Sub-numbers without their parent"),
        Message("แถว 16.1 16.2 ในตารางที่ไม่มีแถว 16", "Rows 16.1, 16.2 in tables without a row 16."),
        Message("เติมแถวของข้อหลัก หรือให้เลขใหม่", "add the parent's row, or renumber"),
        _lost_parent,
    ),
    Rule(
        "A0805",
        "warning",
        Message("อ้างตัวชี้วัดที่ไม่มี", "A reference to an indicator that is not there"),
        Message(
            "“ตัวชี้วัดที่ n” กลางข้อความ เมื่อตารางตัวชี้วัดมีเลขตั้งแต่ ๓ แถวและไม่มี n",
            "`ตัวชี้วัดที่ n` in a text, where tables number three indicators or more, and none n.",
        ),
        Message("แก้เลขที่อ้าง", "mend the number"),
        _no_indicator,
    ),
)
