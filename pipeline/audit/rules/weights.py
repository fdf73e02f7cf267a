"""Families 3 and 7: tables of indicators. Weights that add up, thresholds that rise, units that agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from pipeline.audit.counts import NUMBER, value
from pipeline.audit.findings import Match, Rule
from pipeline.audit.table_columns import is_total
from pipeline.audit.text_blocks import PaperTable, Reading, Span, TableRow, TextBlock
from pipeline.diagnostics import Message

_WEIGHT = re.compile(r"(?<!ถ่วง)น้ำหนัก|Weight", re.IGNORECASE)
_FULL_MARKS = re.compile(r"คะแนนเต็ม")
"""A column of weights that bears full marks too adds up to nothing."""
_CELL = re.compile(rf"\s*({NUMBER})\s*%?(?:\s+\D.*)?\s*")
_MASS = re.compile(r"กก|กิโลกรัม|กรัม|ตัน")
"""The weight of goods, in kilograms: what it comes to follows from their number."""
_TOTAL = re.compile(r"(?!.*ถ่วงน้ำหนัก)\s*(?:คะแนน|ผล|น้ำหนัก)?รวม")
_ROW_NUMBER = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})*)\.?\s")
_PART = re.compile(r"(?:มิติ|มติ|กลุ่ม|ประเด็น|ด้าน|ยุทธศาสตร์)ที่\s*\d")
_FRAME = re.compile(rf"น้ำหนัก[^\d%]{{0,60}}(?:ร้อยละ\s*)?(?P<weight>{NUMBER})")
_WHOLE = Decimal(100)


@dataclass(frozen=True)
class _Total:
    """A row รวม of a table of weights, and the weights of the rows before it, back to the last total."""

    said: Decimal
    spot: Span
    parts: tuple[tuple[Decimal, Span], ...]
    name: str = ""

    @property
    def is_share(self) -> bool:
        """Whether it says with how much a group counts of which the weights make 100 by themselves."""
        return not is_total(self.name) and _sum(self.parts) == _WHOLE and 0 < self.said < _WHOLE


@dataclass(frozen=True)
class _Weights:
    """The weights of one table: its totals, and the rows after the last of them."""

    table: PaperTable
    totals: tuple[_Total, ...]
    rest: tuple[tuple[Decimal, Span], ...]


def _weights(reading: Reading) -> Iterator[_Weights]:
    for table in reading.tables:
        header = table.rows[0]
        columns = [
            n for n in header.filled if _WEIGHT.search(header.text(n)) and not _MASS.search(header.text(n))
        ]
        if len(columns) == 1 and not _FULL_MARKS.search(header.text(columns[0])):
            yield _read(table, columns[0])


def _read(table: PaperTable, column: int) -> _Weights:
    totals: list[_Total] = []
    parts: list[tuple[Decimal, Span]] = []
    numbers = {_number(row) for row in table.rows}
    for row in table.rows[1:]:
        match = _CELL.fullmatch(row.text(column))
        if match is None or len(row.filled) < 2 or not row.text(0):
            continue
        spot = row.cells[column][0].spot()
        if _TOTAL.match(row.text(0)):
            totals.append(_Total(value(match[1]), spot, tuple(parts), row.text(0)))
            parts = []
        elif _number(row).rpartition(".")[0] not in numbers - {""}:
            parts.append((value(match[1]), spot))
    return _Weights(table, tuple(totals), tuple(parts))


def _number(row: TableRow) -> str:
    """`16.1` of a row that begins with it, else `""`. Its weight is inside that of a row 16."""
    match = _ROW_NUMBER.match(row.text(0))
    return match[1] if match else ""


def _sum(parts: Iterable[tuple[Decimal, Span]]) -> Decimal:
    return sum((part for part, _ in parts), Decimal(0))


def _table_total(reading: Reading) -> Iterator[Match]:
    """A total is the sum of the rows since the total before, or of several such groups of rows."""
    groups: dict[str, list[Decimal]] = defaultdict(list)
    open_rows: dict[str, tuple[tuple[Decimal, Span], ...]] = defaultdict(tuple)
    for weights in _weights(reading):
        header = weights.table.header
        before, parted = groups[header], open_rows[header]
        open_rows[header] = weights.rest if weights.totals else (*parted, *weights.rest)
        for total in weights.totals:
            parts, parted = (*parted, *total.parts), ()
            own = _sum(parts)
            if parts:
                before.append(own)
            if not total.is_share and total.said not in {*_last_sums(before), _sum(_without_heads(parts))}:
                yield Match(
                    total.spot,
                    Message(
                        f"รวมพิมพ์ {total.said} แต่น้ำหนักในแถวรวมกันได้ {own}",
                        f"the total says {total.said}, the rows add up to {own}",
                    ),
                    tuple(spot for _, spot in parts),
                )


def _without_heads(parts: tuple[tuple[Decimal, Span], ...]) -> tuple[tuple[Decimal, Span], ...]:
    """The rows without those that bear the weights of the rows below them: 60 above 20 and 40."""
    for end in range(2, len(parts)):
        if parts[0][0] == _sum(parts[1 : end + 1]) > 0:
            return (*parts[1 : end + 1], *_without_heads(parts[end + 1 :]))
    return parts


def _last_sums(groups: list[Decimal]) -> set[Decimal]:
    """What the last one, two, … groups add up to."""
    return set(accumulate(reversed(groups)))


def _whole_plan(reading: Reading) -> Iterator[Match]:
    """Tables without a total whose weights nearly, not wholly, make 100; pieces of one table are one."""
    by_header: dict[str, list[_Weights]] = defaultdict(list)
    for weights in _weights(reading):
        by_header[weights.table.header].append(weights)
    for pieces in by_header.values():
        parts = [part for piece in pieces for part in piece.rest]
        if any(piece.totals for piece in pieces):
            continue
        total = _sum(parts)
        if len(parts) > 2 and total != _WHOLE and abs(total - _WHOLE) <= 15:
            yield Match(
                parts[-1][1],
                Message(f"น้ำหนักทุกแถวรวมกันได้ {total} ไม่ใช่ 100", f"the weights add up to {total}, not 100"),
                tuple(spot for _, spot in parts[:-1]),
            )


def _framed_totals(reading: Reading) -> Iterator[tuple[Decimal, Span, list[_Total]]]:
    """The parts that name their weight (`มิติที่ 1 … น้ำหนัก … ร้อยละ 70`), and the totals below each."""
    framed = [(passage, match) for passage in reading.flow if (match := _match_frame(passage))]
    weights = list(_weights(reading))
    for n, (passage, match) in enumerate(framed):
        end = framed[n + 1][0].number if n + 1 < len(framed) else len(reading.passages)
        totals = [
            total for each in weights if passage.number <= each.table.after < end for total in each.totals
        ]
        yield value(match["weight"]), passage.span_of(match), totals


def _part_total(reading: Reading) -> Iterator[Match]:
    for declared, spot, totals in _framed_totals(reading):
        together = sum((_sum(total.parts) for total in totals), Decimal(0))
        if totals and declared not in {together, *(total.said for total in totals)}:
            yield Match(
                spot,
                Message(
                    f"น้ำหนักที่บอกคือ {declared} แต่ตารางข้างใต้รวมกันได้ {together}",
                    f"the weight is {declared}, the tables below add up to {together}",
                ),
                tuple(total.spot for total in totals),
            )


def _no_grand_total(reading: Reading) -> Iterator[Match]:
    for declared, spot, totals in _framed_totals(reading):
        if len(totals) > 1 and all(total.said != declared for total in totals):
            shown = " + ".join(str(total.said) for total in totals)
            yield Match(
                totals[-1].spot,
                Message(
                    f"มีรวมย่อย {shown} แต่ไม่มีบรรทัด “รวม {declared}” ของส่วนนี้",
                    f"there are subtotals {shown}, and no total of {declared} for the part",
                ),
                (spot, *(total.spot for total in totals[:-1])),
            )


def _match_frame(passage: TextBlock) -> re.Match[str] | None:
    return _FRAME.search(passage.plain) if _PART.match(passage.plain) else None


RULES = (
    Rule(
        "A0304",
        "error",
        Message("รวมน้ำหนักในตารางผิด", "A table's total that its rows do not give"),
        Message("แถว “รวม” ในคอลัมน์น้ำหนัก", "The row รวม in a column of weights."),
        Message("แก้น้ำหนักหรือยอดรวม", "mend a weight or the total"),
        _table_total,
    ),
    Rule(
        "A0305",
        "warning",
        Message("น้ำหนักรวมไม่เป็น ๑๐๐", "Weights that do not make 100"),
        Message(
            "ตารางที่มีคอลัมน์น้ำหนักแต่ไม่มีแถวรวม เมื่อรวมได้ใกล้ ๑๐๐ (ตารางที่พิมพ์หัวซ้ำนับรวมกัน)",
            "Tables with weights and no total, when they come near 100; pieces that repeat a header "
            "count together.",
        ),
        Message("ตรวจน้ำหนักกับแผน", "look the weights up in the plan"),
        _whole_plan,
    ),
    Rule(
        "A0306",
        "error",
        Message("น้ำหนักของมิติไม่ตรงกับตาราง", "A part's weight that its tables do not give"),
        Message(
            "“มิติที่ n … น้ำหนัก … ร้อยละ w” เทียบกับยอดรวมของตารางข้างใต้",
            "`มิติที่ n … น้ำหนัก … ร้อยละ w` against the totals of the tables below it.",
        ),
        Message("แก้น้ำหนักของมิติหรือของตาราง", "mend the part's weight or the tables"),
        _part_total,
    ),
    Rule(
        "A0307",
        "note",
        Message("ไม่มียอดรวมของมิติ", "Subtotals without the part's total"),
        Message(
            "มิติที่มีหลายตาราง แต่ละตารางมียอดรวมย่อย โดยไม่มีบรรทัดรวมทั้งมิติ",
            "A part with several tables, each with a subtotal, and no line for the part.",
        ),
        Message("เติมบรรทัด “รวม” ของมิติ", "add the part's total"),
        _no_grand_total,
    ),
)
