"""Families 3 and 4: figures of tables. Columns that add up to their total, weighted scores that follow."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.audit.counts import NUMBER, value
from pipeline.audit.findings import Match, Rule
from pipeline.audit.table_columns import body_rows, headers_of, is_total, rounds_to
from pipeline.audit.text_blocks import PaperTable, Reading, Span, TableRow
from pipeline.diagnostics import Message
from pipeline.thai.units import UNITS

_FIGURE = re.compile(rf"\s*({NUMBER})\s*")
_ABSENT = re.compile(r"\s*[-–]?\s*")
_NOT_SUMMED = re.compile(
    r"ร้อยละ|%|เฉลี่ย|คะแนน|ระดับ|ลำดับ|ที่$|ปี|น้ำหนัก|เกณฑ์|เป้าหมาย|ผลงาน|สัดส่วน|^[1-5]$|^25\d\d$|วันที่|เลขที่|รหัส|ราคาต่อ|ต่อหน่วย|อัตรา|[หค]น(?:่วย)?ละ|วันละ|ชั่วโมงละ|ต่อ(?:คน|วัน|ชั่วโมง|ครั้ง|เดือน|ราย|ชิ้น|กล่อง)|/(?:หน่วย|คน|วัน|ชั่วโมง|ครั้ง|เดือน)|สะสม"
)
_SUBTOTAL = re.compile(r"\s*(?:รวม|ผลรวม|ยอดรวม)(?!(?:ทั้งสิ้น|ทั้งหมด|เป็นเงิน|เงิน)?\s*$)|\s*หัก")
"""A sum of some of the rows (`รวมกองกลาง`), or what is taken off: a total beside it is no sum of all rows."""
_PART_ROW = re.compile(r"\s*\d{1,3}\.\d")
"""A row inside another (1.1 in 1)."""

_COUNTED = re.compile(rf"^(?:ค่า)?(?:เป้าหมาย|ผลงาน|ผลการดำเนินงาน|แผน|ผล)\((?:{'|'.join(UNITS)})\)$")
"""Targets and results that are told in one unit are added up."""

_WEIGHT = re.compile(r"^น้ำหนัก|^ค่าน้ำหนัก")
_SCORE = re.compile(r"^(?:ค่า)?คะแนน(?:ที่ได้)?$|^คะแนน\(ก\)$|^ค่าคะแนน")
_WEIGHTED = re.compile(r"ถ่วงน้ำหนัก|คะแนนรวม\(")
_LEAST_ROWS = 2
_LEAST_ALIKE = 3


def _column_totals(reading: Reading) -> Iterator[Match]:
    """A total is the sum of the rows above it, and of the pieces of the table before it."""
    before: list[TableRow] = []
    header = ""
    for table in reading.tables:
        before = before if table.header == header else []
        header = table.header
        body = body_rows(table)
        totals = [n for n, row in enumerate(body) if is_total(_label(row))]
        filled = [row for row in body if len(row.filled) > 1]
        if not totals:
            before = [*before, *filled]
            continue
        has_parts = any(_SUBTOTAL.match(_label(row)) or _PART_ROW.match(row.text(0)) for row in body)
        if len(totals) == 1 and not has_parts:
            own = [row for row in body[: totals[0]] if len(row.filled) > 1]
            for column, name in enumerate(headers_of(table)):
                if column and name and (_COUNTED.search(name) or not _NOT_SUMMED.search(name)):
                    yield from _wrong_total(own, before, body[totals[0]], column, name)
        before = []


def _label(row: TableRow) -> str:
    """What a row is called: its first words that are no figure."""
    return next((row.text(n) for n in row.filled if not _FIGURE.fullmatch(row.text(n))), "")


def _wrong_total(
    own: list[TableRow], before: list[TableRow], total: TableRow, column: int, header: str
) -> Iterator[Match]:
    """The total against the rows of its own piece, or of all pieces."""
    said = _FIGURE.fullmatch(total.text(column))
    sums = [] if said is None else [_summed(rows, column) for rows in (own, [*before, *own])]
    told = [each for each in sums if each is not None]
    if said is None or not told or value(said[1]) in told:
        return
    yield Match(
        total.cells[column][0].spot(),
        Message(
            f"แถวรวมของ “{header}” พิมพ์ {said[1]} แต่แถวรวมกันได้ {told[-1]:,}",
            f"the total of “{header}” says {said[1]}, the rows add up to {told[-1]:,}",
        ),
        tuple(row.cells[column][0].spot() for row in (*before, *own) if row.cells[column]),
    )


def _summed(rows: list[TableRow], column: int) -> Decimal | None:
    """What a column adds up to; `None` where it is not all figures, or of too few rows."""
    found = [_FIGURE.fullmatch(row.text(column)) for row in rows]
    blanks = all(match or _ABSENT.fullmatch(row.text(column)) for match, row in zip(found, rows, strict=True))
    parts = [value(match[1]) for match in found if match]
    return sum(parts, Decimal(0)) if blanks and len(parts) >= _LEAST_ROWS else None


@dataclass(frozen=True)
class _Weighted:
    """A row with its weight, score and weighted score, and where they stand, in that order."""

    weight: Decimal
    score: Decimal
    said: Decimal
    spots: tuple[Span, Span, Span]

    @property
    def is_usual(self) -> bool:
        """Whether weight × score is divided by 100, or not at all (weights of 1)."""
        product = self.weight * self.score
        return any(rounds_to(exact, self.said) for exact in (product / 100, product))

    @property
    def divisors(self) -> tuple[Decimal, Decimal] | None:
        """From where to where the divisor lies that makes weight × score what is said; of 0 there is none."""
        half = Decimal(5).scaleb(int(self.said.as_tuple().exponent) - 1)
        product = self.weight * self.score
        if product <= 0 or self.said <= half:
            return None
        return product / (self.said + half), product / (self.said - half)


def _weighted_scores(reading: Reading) -> Iterator[Match]:
    """คะแนนถ่วงน้ำหนัก = น้ำหนัก × คะแนน / 100 (weights of 1: without the division); where full marks are brought
    to another figure, divided by what most rows agree on.
    """
    by_header: dict[str, list[_Weighted]] = defaultdict(list)
    for table in reading.tables:
        by_header[table.header].extend(_weighted_rows(table))
    for rows in by_header.values():
        wrong = [row for row in rows if not row.is_usual]
        own = _common_divisor(wrong, len(rows)) if wrong else None
        for row in wrong:
            if own is None or not _overlap(row.divisors, own):
                yield _wrong_weighted(row)


def _weighted_rows(table: PaperTable) -> Iterator[_Weighted]:
    headers = headers_of(table)
    columns = [_only(headers, form) for form in (_WEIGHT, _SCORE, _WEIGHTED)]
    if None in columns:
        return
    for row in body_rows(table):
        cells = [column for column in columns if column is not None]
        figures = [match for n in cells if (match := _FIGURE.fullmatch(row.text(n)))]
        if len(figures) == len(cells) and "รวม" not in row.text(0):
            weight, score, said = (value(match[1]) for match in figures)
            first, second, third = (row.cells[n][0].spot() for n in cells)
            yield _Weighted(weight, score, said, (first, second, third))


def _common_divisor(wrong: list[_Weighted], count: int) -> tuple[Decimal, Decimal] | None:
    """The divisor that three rows or more, and most of `count`, have in common."""
    found = [row.divisors for row in wrong if row.divisors]
    for each in found:
        alike = [other for other in found if _overlap(each, other)]
        low, high = max(low for low, _ in alike), min(high for _, high in alike)
        if len(alike) >= _LEAST_ALIKE and len(alike) * 2 > count and low <= high:
            return low, high
    return None


def _overlap(one: tuple[Decimal, Decimal] | None, other: tuple[Decimal, Decimal]) -> bool:
    return one is not None and one[0] <= other[1] and other[0] <= one[1]


def _wrong_weighted(row: _Weighted) -> Match:
    w, s, said = row.weight, row.score, row.said
    return Match(
        row.spots[2],
        Message(
            f"น้ำหนัก {w} × คะแนน {s} ได้ {w * s / 100:f} ไม่ใช่ {said}",
            f"weight {w} × score {s} is {w * s / 100:f}, not {said}",
        ),
        row.spots[:2],
    )


def _only(headers: list[str], form: re.Pattern[str]) -> int | None:
    found = [n for n, header in enumerate(headers) if form.search(header)]
    if form is _SCORE:
        found = [n for n in found if not _WEIGHTED.search(headers[n])]
    return found[0] if len(found) == 1 else None


RULES = (
    Rule(
        "A0308",
        "error",
        Message("แถวรวมของตารางผิด", "A total of a table that its rows do not give"),
        Message(
            "ตารางที่มีแถว “รวม” แถวเดียว: ทุกคอลัมน์ที่เป็นจำนวน เว้นร้อยละ คะแนน ระดับ ค่าเฉลี่ย ปี และอัตรา",
            "Tables with one row รวม: each column of figures, but for percentages, scores, levels, "
            "means, years and rates.",
        ),
        Message("แก้ยอดรวมหรือจำนวนในแถว", "mend the total or a row"),
        _column_totals,
    ),
    Rule(
        "A0402",
        "error",
        Message("คะแนนถ่วงน้ำหนักคิดผิด", "A weighted score worked out wrong"),
        Message(
            "แถวที่มีน้ำหนัก คะแนน และคะแนนถ่วงน้ำหนัก: น้ำหนัก × คะแนน ÷ ๑๐๐ ตามทศนิยมที่พิมพ์ "
            "(น้ำหนักที่รวมกันได้ ๑ ไม่ต้องหาร คะแนนที่เทียบเป็นคะแนนเต็มอื่นหารด้วยตัวเดียวกันทุกแถว)",
            "Rows with weight, score and weighted score: weight × score / 100, to the decimals printed, or "
            "divided by what most rows have in common where full marks are brought to another figure.",
        ),
        Message("คิดคะแนนใหม่", "work it out again"),
        _weighted_scores,
    ),
)
