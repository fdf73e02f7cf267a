"""Family 4: a column of percentages, worked out again from the two columns that most of its rows are of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from itertools import permutations

from pipeline.audit.findings import Match, Rule
from pipeline.audit.table_columns import body_rows, figure, headers_of, rounds_to
from pipeline.audit.text_blocks import PaperTable, Reading, TableRow
from pipeline.diagnostics import Message

_PERCENTS = re.compile(r"ร้อยละ|%|สัดส่วน|คิดเป็น")
_NOT_RESULTS = re.compile(r"น้ำหนัก|เกณฑ์|เป้าหมาย(?!.*ผล)")
_RISES = re.compile(r"เลื่อน")
"""Rises of salaries: the percentage of the base is rounded up to whole ten baht (กฎ ก.พ. ว่าด้วยการเลื่อนเงินเดือน
พ.ศ. 2552), so that the amount gives a little more than the percentage."""
_TEN = Decimal(10)
_LEAST = 2
"""Rows that must bear a relation out before another row is held against it."""

_WIDEST = 12


@dataclass(frozen=True)
class _Relation:
    """`part` of `whole`, or by how much `part` exceeds `whole`."""

    part: int
    whole: int
    growth: bool

    def is_rounded_up(self, row: TableRow, said: Decimal) -> bool:
        """Whether the part is that percentage of the whole, rounded up to whole ten baht."""
        part, whole = figure(row, self.part), figure(row, self.whole)
        if part is None or whole is None or self.growth:
            return False
        return part == (whole * said / 100 / _TEN).to_integral_value(ROUND_CEILING) * _TEN

    def percent(self, row: TableRow) -> Decimal | None:
        """The percentage that the row's figures give; `None` where it lacks one of them."""
        part, whole = figure(row, self.part), figure(row, self.whole)
        if part is None or not whole:
            return None
        return (part - whole if self.growth else part) * 100 / whole


def _wrong_percents(reading: Reading) -> Iterator[Match]:
    """Rows whose percentage is not that of the columns which give it in most of the other rows."""
    pieces: dict[str, list[PaperTable]] = defaultdict(list)
    for table in reading.tables:
        pieces[table.header].append(table)
    for tables in pieces.values():
        headers = headers_of(tables[0])
        rows = [row for table in tables for row in body_rows(table)]
        for column, header in enumerate(headers[:_WIDEST]):
            if _PERCENTS.search(header) and not _NOT_RESULTS.search(header):
                yield from _column(rows, column, headers)


def _column(rows: list[TableRow], column: int, headers: list[str]) -> Iterator[Match]:
    figures = [
        n for n, header in enumerate(headers[:_WIDEST]) if n != column and not _PERCENTS.search(header)
    ]
    relations = [_Relation(*pair, growth) for pair in permutations(figures, 2) for growth in (False, True)]
    rises = bool(_RISES.search(headers[column]))
    found = [(relation, *_borne_out(rows, column, relation, rises=rises)) for relation in relations]
    relation, bearing, breaking = max(found, key=lambda each: each[1], default=(None, 0, []))
    if relation is None or bearing < _LEAST or bearing <= len(breaking):
        return
    part, whole = headers[relation.part], headers[relation.whole]
    for row in breaking:
        said, exact = figure(row, column), relation.percent(row)
        if said is not None and exact is not None:
            right = exact.quantize(Decimal("0.01")).normalize() + 0
            yield Match(
                row.cells[column][0].spot(),
                Message(
                    f"จาก “{part}” และ “{whole}” ได้ร้อยละ {right:f} ไม่ใช่ {said}",
                    f"“{part}” and “{whole}” give {right:f} %, not {said} %",
                ),
                (row.cells[relation.part][0].spot(), row.cells[relation.whole][0].spot()),
            )


def _borne_out(
    rows: list[TableRow], column: int, relation: _Relation, *, rises: bool
) -> tuple[int, list[TableRow]]:
    """How many rows bear a relation out (all of 100 or 0 % show nothing), and those that break it."""
    bearing, breaking = 0, []
    for row in rows:
        said, exact = figure(row, column), relation.percent(row)
        if said is None or exact is None:
            continue
        if not rounds_to(exact, said) and not (rises and relation.is_rounded_up(row, said)):
            breaking.append(row)
        elif exact not in (0, 100):
            bearing += 1
    return bearing, breaking


RULES = (
    Rule(
        "A0404",
        "error",
        Message("ร้อยละในแถวไม่ตรงกับช่องอื่นของแถว", "A row's percentage that its figures do not give"),
        Message(
            "คอลัมน์ร้อยละที่แถวส่วนใหญ่ (ตั้งแต่ ๒ แถว) คิดได้จากสองคอลัมน์เดียวกัน เช่น เบิกจ่าย ÷ ได้รับจัดสรร "
            "แถวที่คิดแล้วไม่ได้เท่านั้นถือว่าผิด",
            "A column of percentages that most rows, two or more, give from the same two columns; the rows "
            "that do not are told.",
        ),
        Message("คิดร้อยละใหม่ หรือแก้ตัวตั้งหรือตัวหาร", "work it out again, or mend a figure"),
        _wrong_percents,
    ),
)
