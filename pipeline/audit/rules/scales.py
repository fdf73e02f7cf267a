"""Family 7: thresholds that rise, and units that agree with the indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from pipeline.audit.counts import NUMBER, value
from pipeline.audit.findings import Match, Rule
from pipeline.audit.near import key
from pipeline.audit.table_columns import headers_of
from pipeline.audit.text_blocks import PaperTable, Reading, TableRow, TextBlock
from pipeline.diagnostics import Message

_CELL = re.compile(rf"\s*({NUMBER})\s*%?\s*")
_TOTAL = re.compile(r"\s*(?:คะแนน|ผล|น้ำหนัก)?รวม")
_MOST_PERCENT = Decimal(100)
_SCORE = re.compile(r"คะแนนที่ได้|คะแนนถ่วงน้ำหนัก")
_LEVELS = ("1", "2", "3", "4", "5")


def _scales(
    reading: Reading, *, without_scores: bool = False
) -> Iterator[tuple[TableRow, list[Decimal], TextBlock]]:
    """Rows of tables with the columns 1 2 3 4 5, their five thresholds, and the cell of the first.

    `without_scores` leaves out score sheets, which give results on what was agreed elsewhere.
    """
    for table in reading.tables:
        columns = level_columns(table)
        if without_scores and any(_SCORE.search(header) for header in headers_of(table)):
            continue
        for row in table.rows[1:]:
            texts = [row.text(column) for column in columns]
            numbers = [value(m[1]) for text in texts if (m := _CELL.fullmatch(text))]
            if columns and len(numbers) == 5 and not _TOTAL.match(row.text(0)) and row.text(0):
                yield row, numbers, row.cells[columns[0]][0]


def level_columns(table: PaperTable) -> list[int]:
    """The columns of the levels 1 to 5; empty where a table has none."""
    for row in table.rows[:2]:
        columns = [n for n in row.filled if row.text(n).strip().removeprefix("ระดับ").strip() in _LEVELS]
        if [row.text(n).strip().removeprefix("ระดับ").strip() for n in columns[-5:]] == list(_LEVELS):
            return columns[-5:]
    return []


def _uneven_scale(reading: Reading) -> Iterator[Match]:
    for _, numbers, first in _scales(reading):
        steps = [b - a for a, b in pairwise(numbers)]
        if not (all(step > 0 for step in steps) or all(step < 0 for step in steps)):
            shown = " ".join(str(number) for number in numbers)
            yield Match(
                first.spot(),
                Message(
                    f"เกณฑ์ 5 ระดับไม่เพิ่มขึ้นหรือลดลงตลอด: {shown}",
                    f"the thresholds do not rise or fall throughout: {shown}",
                ),
            )


def _wrong_unit(reading: Reading) -> Iterator[Match]:
    for row, numbers, first in _scales(reading):
        name = row.cells[0][0]
        said = key(name.body)
        percents = said.startswith("ร้อยละ") and not said.startswith("ร้อยละของระดับ")
        if (percents and max(numbers) > _MOST_PERCENT) or (
            said.startswith("ระดับความสำเร็จ") and max(numbers) > 5 and "ร้อยละ" not in said
        ):
            yield Match(
                first.spot(),
                Message(
                    f"หน่วยของเกณฑ์ ({numbers[0]} – {numbers[-1]}) ไม่เข้ากับตัวชี้วัด “{name.body.strip()[:60]}”",
                    f"thresholds {numbers[0]} to {numbers[-1]} do not suit “{name.body.strip()[:60]}”",
                ),
                (name.spot(),),
            )


_COUNTED = re.compile(r"\s*จำนวน")


_CRITERIA = re.compile(r"ระดับ\s*[1-5].{0,80}?ร้อยละ\s*\d")


def _count_by_percent(reading: Reading) -> Iterator[Match]:
    """An indicator `จำนวน…` whose levels are percentages."""
    indicators: dict[str, TextBlock] = {}
    for row in _rows(reading, "ตัวชี้วัด"):
        cell, names = row
        if _COUNTED.match(cell.plain):
            indicators |= dict.fromkeys(names, cell)
    told: set[TextBlock] = set()
    for cell, names in _rows(reading, "ติดตามผล", "เกณฑ์"):
        match = _CRITERIA.search(cell.plain)
        indicator = next((indicators[name] for name in names if name in indicators), None)
        if match and indicator and indicator not in told:
            told.add(indicator)
            yield Match(
                cell.span_of(match),
                Message(
                    f"ตัวชี้วัด “{indicator.plain.strip()}” นับจำนวน แต่เกณฑ์เป็นร้อยละ",
                    f"“{indicator.plain.strip()}” counts, its levels are percentages",
                ),
                (indicator.spot(),),
            )


def _rows(reading: Reading, *headers: str) -> Iterator[tuple[TextBlock, list[str]]]:
    """The cells of the columns under a header, each with the keys of the other short cells of its row."""
    for table in reading.tables:
        if not table.rows:
            continue
        columns = [n for n in table.rows[0].filled if any(h in key(table.rows[0].text(n)) for h in headers)]
        for row in table.rows[1:]:
            names = [key(row.text(n)) for n in row.filled if n not in columns and len(row.text(n)) < 160]
            for column in columns:
                for passage in row.cells[column] if column < len(row.cells) else ():
                    yield passage, names


def _no_definitions(reading: Reading) -> Iterator[Match]:
    """Indicators of levels 1 to 5 where the paper defines no level."""
    named = {
        key(row.text(0)): row.cells[0][0]
        for row, numbers, _ in reversed(list(_scales(reading, without_scores=True)))
        if numbers == [1, 2, 3, 4, 5] and "ระดับความสำเร็จ" in row.text(0)
    }
    explained = _keys_explained(reading)
    bare = [
        cell
        for name, cell in reversed(named.items())
        if not any(_NUMBER.sub("", name) in said for said in explained)
    ]
    defined = any(re.match(r"\s*(?:-\s*)?ระดับ(?:ที่|คะแนน)?\s*[1-5]\s+[ก-๎]", p.plain) for p in reading.passages)
    if bare and not defined:
        yield Match(
            bare[0].spot(),
            Message(
                f"ตัวชี้วัดระดับความสำเร็จ {len(bare)} ตัวไม่มีคำอธิบายว่าแต่ละระดับคืออะไร",
                f"{len(bare)} milestone indicators have no definitions of their levels",
            ),
            tuple(cell.spot() for cell in bare[1:]),
        )


_NUMBER = re.compile(r"^\d+")
_EXPLAINS = re.compile(r"(?:ระดับ|ขั้นตอน|คะแนน).{0,80}(?:ดังนี้|ดังต่อไปนี้)")


def _keys_explained(reading: Reading) -> list[str]:
    """The keys of what a text outside tables explains level by level or step by step."""
    return [key(passage.plain) for passage in reading.flow if _EXPLAINS.search(passage.plain)]


RULES = (
    Rule(
        "A0701",
        "error",
        Message("เกณฑ์ ๕ ระดับไม่เรียง", "Thresholds that do not rise or fall throughout"),
        Message("ตารางที่มีคอลัมน์ 1 2 3 4 5", "Tables with the columns 1 2 3 4 5."),
        Message("แก้ค่าของระดับให้ต่างกันและเรียงทางเดียว", "make the five values differ and run one way"),
        _uneven_scale,
    ),
    Rule(
        "A0702",
        "warning",
        Message("หน่วยของเกณฑ์ไม่เข้ากับตัวชี้วัด", "Thresholds in another unit than the indicator's"),
        Message(
            "ตัวชี้วัด “ร้อยละ…” ที่เกณฑ์เกิน ๑๐๐ และ “ระดับความสำเร็จ…” ที่เกณฑ์เกิน ๕",
            "A ร้อยละ indicator above 100, a ระดับความสำเร็จ indicator above 5.",
        ),
        Message("แก้หน่วยหรือเกณฑ์", "mend the unit or the thresholds"),
        _wrong_unit,
    ),
    Rule(
        "A0703",
        "warning",
        Message("ตัวชี้วัดนับจำนวนแต่เกณฑ์เป็นร้อยละ", "An indicator that counts, with levels in percent"),
        Message(
            "คอลัมน์ตัวชี้วัดขึ้นต้น “จำนวน” และคอลัมน์ติดตามผลหรือเกณฑ์ของแผนงานเดียวกันเป็น “ร้อยละ”",
            "A ตัวชี้วัด that begins with จำนวน, and levels in ร้อยละ for the same project.",
        ),
        Message("แก้ชื่อตัวชี้วัดหรือเกณฑ์ให้เป็นหน่วยเดียวกัน", "bring both to one unit"),
        _count_by_percent,
    ),
    Rule(
        "A0704",
        "note",
        Message("ไม่มีคำอธิบายระดับ", "Levels that the paper does not define"),
        Message(
            "ตัวชี้วัด “ระดับความสำเร็จ…” ที่เกณฑ์เป็น 1 2 3 4 5 โดยเอกสารไม่อธิบายระดับใดเลย",
            "ระดับความสำเร็จ indicators with the scale 1 2 3 4 5 in a paper that defines no level.",
        ),
        Message("แนบรายละเอียดตัวชี้วัด", "attach the indicators' sheets"),
        _no_definitions,
    ),
)
