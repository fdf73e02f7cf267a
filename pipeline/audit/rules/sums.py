"""Families 3 and 4: figures of tables. Columns that add up to their total, weighted scores that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.audit.counts import NUMBER, value
from pipeline.audit.findings import Match, Rule
from pipeline.audit.table_columns import body_rows, headers_of, is_total, rounds_to
from pipeline.audit.text_blocks import Reading, TableRow
from pipeline.diagnostics import Message
from pipeline.thai.units import UNITS

_FIGURE = re.compile(rf"\s*({NUMBER})\s*")
_ABSENT = re.compile(r"\s*[-–]?\s*")
_NOT_SUMMED = re.compile(
    r"ร้อยละ|%|เฉลี่ย|คะแนน|ระดับ|ลำดับ|ที่$|ปี|น้ำหนัก|เกณฑ์|เป้าหมาย|ผลงาน|สัดส่วน|^[1-5]$|^25\d\d$|วันที่|เลขที่|รหัส|ราคาต่อ|ต่อหน่วย|อัตรา"
)
_COUNTED = re.compile(rf"^(?:ค่า)?(?:เป้าหมาย|ผลงาน|ผลการดำเนินงาน|แผน|ผล)\((?:{'|'.join(UNITS)})\)$")
"""Targets and results that are told in one unit are added up."""

_WEIGHT = re.compile(r"^น้ำหนัก|^ค่าน้ำหนัก")
_SCORE = re.compile(r"^(?:ค่า)?คะแนน(?:ที่ได้)?$|^คะแนน\(ก\)$|^ค่าคะแนน")
_WEIGHTED = re.compile(r"ถ่วงน้ำหนัก|คะแนนรวม\(")
_LEAST_ROWS = 2


def _column_totals(reading: Reading) -> Iterator[Match]:
    for table in reading.tables:
        headers = headers_of(table)
        body = body_rows(table)
        totals = [n for n, row in enumerate(body) if is_total(_label(row))]
        if len(totals) != 1 or totals[0] < _LEAST_ROWS:
            continue
        total, rows = body[totals[0]], [row for row in body[: totals[0]] if len(row.filled) > 1]
        for column, header in enumerate(headers):
            if column and header and (_COUNTED.search(header) or not _NOT_SUMMED.search(header)):
                yield from _wrong_total(rows, total, column, header)


def _label(row: TableRow) -> str:
    """What a row is called: its first words that are no figure."""
    return next((row.text(n) for n in row.filled if not _FIGURE.fullmatch(row.text(n))), "")


def _wrong_total(rows: list[TableRow], total: TableRow, column: int, header: str) -> Iterator[Match]:
    said = _FIGURE.fullmatch(total.text(column))
    found = [_FIGURE.fullmatch(row.text(column)) for row in rows]
    blanks = all(match or _ABSENT.fullmatch(row.text(column)) for match, row in zip(found, rows, strict=True))
    parts = [value(match[1]) for match in found if match]
    if said is None or not blanks or len(parts) < _LEAST_ROWS:
        return
    summed = sum(parts, Decimal(0))
    if summed != value(said[1]):
        yield Match(
            total.cells[column][0].spot(),
            Message(
                f"แถวรวมของ “{header}” พิมพ์ {said[1]} แต่แถวรวมกันได้ {summed:,}",
                f"the total of “{header}” says {said[1]}, the rows add up to {summed:,}",
            ),
            tuple(row.cells[column][0].spot() for row in rows if row.cells[column]),
        )


def _weighted_scores(reading: Reading) -> Iterator[Match]:
    """คะแนนถ่วงน้ำหนัก = น้ำหนัก × คะแนน / 100 (weights of 1: without the division)."""
    for table in reading.tables:
        headers = headers_of(table)
        columns = [_only(headers, form) for form in (_WEIGHT, _SCORE, _WEIGHTED)]
        if None in columns:
            continue
        weight, score, weighted = (column for column in columns if column is not None)
        for row in body_rows(table):
            figures = [_FIGURE.fullmatch(row.text(n)) for n in (weight, score, weighted)]
            if None in figures or "รวม" in row.text(0):
                continue
            w, s, said = (value(match[1]) for match in figures if match)
            if not any(rounds_to(exact, said) for exact in (w * s / 100, w * s)):
                yield Match(
                    row.cells[weighted][0].spot(),
                    Message(
                        f"น้ำหนัก {w} × คะแนน {s} ได้ {w * s / 100:f} ไม่ใช่ {said}",
                        f"weight {w} × score {s} is {w * s / 100:f}, not {said}",
                    ),
                    (row.cells[weight][0].spot(), row.cells[score][0].spot()),
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
            "แถวที่มีน้ำหนัก คะแนน และคะแนนถ่วงน้ำหนัก: น้ำหนัก × คะแนน ÷ ๑๐๐ ตามทศนิยมที่พิมพ์ (น้ำหนักที่รวมกันได้ ๑ ไม่ต้องหาร)",
            "Rows with weight, score and weighted score: weight × score / 100, to the decimals printed.",
        ),
        Message("คิดคะแนนใหม่", "work it out again"),
        _weighted_scores,
    ),
)
