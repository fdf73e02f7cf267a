"""Results as a paper tells them: in the rows of a table, and in a section of text for each."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache

from pipeline.audit.counts import NUMBER, value
from pipeline.audit.near import key
from pipeline.audit.text_blocks import PaperTable, Reading, Span, TableRow, TextBlock

_PERCENT_COLUMN = re.compile(r"ร้อยละ|สัดส่วน|ผลสำเร็จ|%|คิดเป็น")
_NO_RESULT = re.compile(r"น้ำหนัก|เป้าหมาย|เกณฑ์|ค่าเป้า|ถ่วง|เปลี่ยน|เติบโต|ที่ใช้|เบิกจ่าย|งบประมาณ")
_RESULT = re.compile(r"ผล|สำเร็จ|ก้าวหน้า|สัดส่วน")
_LEVEL_COLUMN = re.compile(r"^(?:ผล)?(?:การประเมิน)?ระดับ(?:ที่ได้|ผล|คะแนน|$)|คะแนนที่ได้")
_PERCENT_CELL = re.compile(rf"\s*(?:ร้อยละ\s*)?({NUMBER})\s*%?\s*")
CLAIM = re.compile(
    rf"ระดับ(?:ที่)?\s*(?P<level>\d)(?![\d.])(?P<between>.{{0,90}}?)(?:คิดเป็น|เท่ากับ|หรือ)\s*(?:ร้อยละ\s*(?P<percent>{NUMBER})|(?P<signed>{NUMBER})\s*%)"
)
_CONCLUSION = re.compile(
    rf"\s*(?:สรุป|ผลสำเร็จ|ผลการดำเนิน(?:การ|งาน)|คิดเป็น).{{0,160}}?(?:คิดเป็น|เท่ากับ)\s*(?:ร้อยละ\s*(?P<percent>{NUMBER})|(?P<signed>{NUMBER})\s*%)"
)
ABBREVIATION = re.compile(r"(?<![ก-๎])(?:[ก-ฮ]{1,4}\.){1,3}|(?<![ก-๎])[ก-ฮ]{2,6}\.")
LONGEST_NAME = 160
_PIECE = 4
_SHARED = 0.5
SAME = 0.93
"""A short line that is no heading by its form, but covers so much of a row's name, is one too."""

ALIKE = 0.8
"""A heading that covers so much of a row's name is the heading of that row's section."""


@dataclass(frozen=True)
class ResultRow:
    """A row of a results table: its names, and the percentage in its column."""

    table: int
    row: TableRow
    names: tuple[Span, ...]
    percent: Decimal | None
    spot: Span | None
    level: int | None = None


@dataclass(frozen=True)
class Claim:
    """`ระดับ 3 … คิดเป็นร้อยละ 60` in a text; `level` is `None` in a conclusion that names none."""

    spot: Span
    level: int | None
    percent: Decimal


def claims(reading: Reading) -> tuple[Claim, ...]:
    """What the text outside tables claims of levels and percentages, in order."""
    return tuple(claim for passage in reading.flow for claim in _claims(passage))


def _claims(passage: TextBlock) -> list[Claim]:
    found = [
        Claim(passage.span_of(match), int(match["level"]), value(match["percent"] or match["signed"]))
        for match in CLAIM.finditer(passage.plain)
        if "ระดับ" not in match["between"]
    ]
    match = None if found else _CONCLUSION.match(passage.body)
    if match:
        start = passage.marker.end + match.start()
        spot = passage.spot(start, passage.marker.end + match.end())
        return [Claim(spot, None, value(match["percent"] or match["signed"]))]
    return found


def result_rows(reading: Reading) -> tuple[ResultRow, ...]:
    """The rows of tables with a column of percentages that are no weights."""
    return tuple(row for n, table in enumerate(reading.tables) for row in _result_rows(n, table))


def _result_rows(number: int, table: PaperTable) -> Iterator[ResultRow]:
    if len(table.rows) < 2:
        return
    header = table.rows[0]
    column = _result_column(header)
    if column is None:
        return
    levels = [n for n in header.filled if _LEVEL_COLUMN.search("".join(header.text(n).split()))]
    for row in table.rows[1:]:
        cell = row.cells[column] if column < len(row.cells) else ()
        if len(row.filled) > 1:
            match = _PERCENT_CELL.fullmatch(cell[0].plain) if cell else None
            percent = value(match[1]) if match else None
            level = row.text(levels[0]).strip() if len(levels) == 1 else ""
            known = int(level) if level in ("1", "2", "3", "4", "5") else None
            yield ResultRow(
                number, row, _names(row, column), percent, cell[0].spot() if cell else None, known
            )


def _result_column(header: TableRow) -> int | None:
    """The one column of percentages that are results."""
    columns = [
        n
        for n in header.filled
        if _PERCENT_COLUMN.search(header.text(n)) and not _NO_RESULT.search(header.text(n))
    ]
    results = [n for n in columns if _RESULT.search(header.text(n))]
    chosen = results if len(columns) > 1 else columns
    return chosen[0] if len(chosen) == 1 else None


def _names(row: TableRow, beside: int) -> tuple[Span, ...]:
    """The short cells of a row, which name it."""
    return tuple(
        row.cells[n][0].spot()
        for n in row.filled
        if n != beside and len(row.text(n)) <= LONGEST_NAME and len(key(row.text(n))) >= 8
    )


def is_heading(passage: TextBlock) -> bool:
    """Whether a passage looks like the heading of a section."""
    numbered = passage.marker.style in (".", "1.1", "") and bool(passage.marker.number)
    return bool(passage.level) or passage.bold or (numbered and len(passage.text) <= LONGEST_NAME)


class Sections:
    """Which row of a results table a section of the text is about, by the row's name in its heading."""

    def __init__(self, reading: Reading, rows: Sequence[ResultRow]) -> None:
        self.reading = reading
        self.names = [(name, row) for row in rows for name in _keys(row)]
        self.buckets: dict[str, list[int]] = defaultdict(list)
        for index, (name, _) in enumerate(self.names):
            for piece in _pieces(name):
                self.buckets[piece].append(index)

    def row_of(self, claim: Claim) -> ResultRow | None:
        """The row that the nearest heading before a claim names; a claim in between ends the search."""
        for number in range(claim.spot.passage.number - 1, -1, -1):
            passage = self.reading.passages[number]
            if passage.in_table:
                continue
            if _claims(passage):
                return None
            if len(passage.text) > LONGEST_NAME:
                continue
            alike, row = self._best(key(passage.body))
            if alike >= (ALIKE if is_heading(passage) else SAME):
                return row
        return None

    def _best(self, heading: str) -> tuple[float, ResultRow | None]:
        """The row whose name the heading covers most, of those that share most of their pieces with it."""
        shared = Counter(index for piece in _pieces(heading) for index in self.buckets.get(piece, ()))
        best: tuple[float, ResultRow | None] = (0.0, None)
        for index, many in sorted(shared.items()):
            name, row = self.names[index]
            if many >= _SHARED * len(_pieces(name)) and coverage_of_name(heading, name) > best[0]:
                best = (coverage_of_name(heading, name), row)
        return best


def _pieces(text: str) -> set[str]:
    return {text[n : n + _PIECE] for n in range(len(text) - _PIECE + 1)}


def _keys(row: ResultRow) -> list[str]:
    return [key(ABBREVIATION.sub("", name.passage.plain)) for name in row.names]


@lru_cache(maxsize=20_000)
def coverage_of_name(heading: str, name: str) -> float:
    """How much of `name` stands in `heading`, in order, in pieces of four letters or more."""
    if len(name) < 8 or len(heading) < 8:
        return 0.0
    blocks = SequenceMatcher(None, heading, name, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks if block.size >= 4)
    return same / len(name) - 0.1 * abs(len(heading) - len(name)) / max(len(heading), len(name))
