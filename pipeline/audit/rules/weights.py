"""Families 3 and 7: tables of indicators. Weights that add up, thresholds that rise, units that agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

from pipeline.audit.counts import NUMBER, value
from pipeline.audit.findings import Hit, Rule, Spot
from pipeline.audit.near import key
from pipeline.audit.reading import PaperTable, Passage, Reading, TableRow
from pipeline.faults import Words

_WEIGHT = re.compile(r"(?<!ถ่วง)น้ำหนัก|Weight", re.IGNORECASE)
_CELL = re.compile(rf"\s*({NUMBER})\s*%?(?:\s+\D.*)?\s*")
_TOTAL = re.compile(r"\s*(?:คะแนน|ผล|น้ำหนัก)?รวม")
_ROW_NUMBER = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})*)\.?\s")
_PART = re.compile(r"(?:มิติ|มติ|กลุ่ม|ประเด็น|ด้าน|ยุทธศาสตร์)ที่\s*\d")
_FRAME = re.compile(rf"น้ำหนัก[^\d%]{{0,60}}(?:ร้อยละ\s*)?(?P<weight>{NUMBER})")
_LEVELS = ("1", "2", "3", "4", "5")
_WHOLE = Decimal(100)


@dataclass(frozen=True)
class _Total:
    """A row รวม of a table of weights, and the weights of the rows before it, back to the last total."""

    said: Decimal
    spot: Spot
    parts: tuple[tuple[Decimal, Spot], ...]


@dataclass(frozen=True)
class _Weights:
    """The weights of one table: its totals, and the rows after the last of them."""

    table: PaperTable
    totals: tuple[_Total, ...]
    rest: tuple[tuple[Decimal, Spot], ...]


def _weights(reading: Reading) -> Iterator[_Weights]:
    for table in reading.tables:
        header = table.rows[0]
        columns = [n for n in header.filled if _WEIGHT.search(header.text(n))]
        if len(columns) == 1:
            yield _read(table, columns[0])


def _read(table: PaperTable, column: int) -> _Weights:
    totals: list[_Total] = []
    parts: list[tuple[Decimal, Spot]] = []
    numbers = {_number(row) for row in table.rows}
    for row in table.rows[1:]:
        match = _CELL.fullmatch(row.text(column))
        if match is None or len(row.filled) < 2 or not row.text(0):
            continue
        spot = row.cells[column][0].spot()
        if _TOTAL.match(row.text(0)):
            totals.append(_Total(value(match[1]), spot, tuple(parts)))
            parts = []
        elif _number(row).rpartition(".")[0] not in numbers - {""}:
            parts.append((value(match[1]), spot))
    return _Weights(table, tuple(totals), tuple(parts))


def _number(row: TableRow) -> str:
    """`16.1` of a row that begins with it, else `""`. Weights of 16.1 and 16.2 are inside that of a row 16."""
    match = _ROW_NUMBER.match(row.text(0))
    return match[1] if match else ""


def _sum(parts: Iterable[tuple[Decimal, Spot]]) -> Decimal:
    return sum((part for part, _ in parts), Decimal(0))


def _table_total(reading: Reading) -> Iterator[Hit]:
    """A total is the sum of the rows since the total before, or of several such groups, in pieces of one table."""
    groups: dict[str, list[Decimal]] = defaultdict(list)
    for weights in _weights(reading):
        before = groups[weights.table.header]
        for total in weights.totals:
            own = _sum(total.parts)
            if total.parts:
                before.append(own)
            if total.said not in _last_sums(before):
                yield Hit(
                    total.spot,
                    Words(
                        f"รวมพิมพ์ {total.said} แต่น้ำหนักในแถวรวมกันได้ {own}",
                        f"the total says {total.said}, the rows add up to {own}",
                    ),
                    tuple(spot for _, spot in total.parts),
                )


def _last_sums(groups: list[Decimal]) -> set[Decimal]:
    """What the last one, two, … groups add up to."""
    return set(accumulate(reversed(groups)))


def _whole_plan(reading: Reading) -> Iterator[Hit]:
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
            yield Hit(
                parts[-1][1],
                Words(f"น้ำหนักทุกแถวรวมกันได้ {total} ไม่ใช่ 100", f"the weights add up to {total}, not 100"),
                tuple(spot for _, spot in parts[:-1]),
            )


def _framed_totals(reading: Reading) -> Iterator[tuple[Decimal, Spot, list[_Total]]]:
    """The parts that name their weight (`มิติที่ 1 … น้ำหนัก … ร้อยละ 70`), and the totals below each."""
    framed = [(passage, match) for passage in reading.flow if (match := _framed(passage))]
    weights = list(_weights(reading))
    for n, (passage, match) in enumerate(framed):
        end = framed[n + 1][0].number if n + 1 < len(framed) else len(reading.passages)
        totals = [total for each in weights if passage.number <= each.table.after < end for total in each.totals]
        yield value(match["weight"]), passage.found(match), totals


def _part_total(reading: Reading) -> Iterator[Hit]:
    for declared, spot, totals in _framed_totals(reading):
        together = sum((_sum(total.parts) for total in totals), Decimal(0))
        if totals and declared not in {together, *(total.said for total in totals)}:
            yield Hit(
                spot,
                Words(
                    f"น้ำหนักที่บอกคือ {declared} แต่ตารางข้างใต้รวมกันได้ {together}",
                    f"the weight is {declared}, the tables below add up to {together}",
                ),
                tuple(total.spot for total in totals),
            )


def _no_grand_total(reading: Reading) -> Iterator[Hit]:
    for declared, spot, totals in _framed_totals(reading):
        if len(totals) > 1 and all(total.said != declared for total in totals):
            shown = " + ".join(str(total.said) for total in totals)
            yield Hit(
                totals[-1].spot,
                Words(
                    f"มีรวมย่อย {shown} แต่ไม่มีบรรทัด “รวม {declared}” ของส่วนนี้",
                    f"there are subtotals {shown}, and no total of {declared} for the part",
                ),
                (spot, *(total.spot for total in totals[:-1])),
            )


def _framed(passage: Passage) -> re.Match[str] | None:
    return _FRAME.search(passage.plain) if _PART.match(passage.plain) else None


def _scales(reading: Reading) -> Iterator[tuple[TableRow, list[Decimal], Passage]]:
    """Rows of tables with the columns 1 2 3 4 5, their five thresholds, and the cell of the first."""
    for table in reading.tables:
        columns = _level_columns(table)
        for row in table.rows[1:]:
            texts = [row.text(column) for column in columns]
            numbers = [value(m[1]) for text in texts if (m := _CELL.fullmatch(text))]
            if columns and len(numbers) == 5 and not _TOTAL.match(row.text(0)) and row.text(0):
                yield row, numbers, row.cells[columns[0]][0]


def _level_columns(table: PaperTable) -> list[int]:
    for row in table.rows[:2]:
        columns = [n for n in row.filled if row.text(n).strip().removeprefix("ระดับ").strip() in _LEVELS]
        if [row.text(n).strip().removeprefix("ระดับ").strip() for n in columns[-5:]] == list(_LEVELS):
            return columns[-5:]
    return []


def _uneven_scale(reading: Reading) -> Iterator[Hit]:
    for _, numbers, first in _scales(reading):
        steps = [b - a for a, b in pairwise(numbers)]
        if not (all(step > 0 for step in steps) or all(step < 0 for step in steps)):
            shown = " ".join(str(number) for number in numbers)
            yield Hit(
                first.spot(),
                Words(
                    f"เกณฑ์ 5 ระดับไม่เพิ่มขึ้นหรือลดลงตลอด: {shown}",
                    f"the thresholds do not rise or fall throughout: {shown}",
                ),
            )


def _wrong_unit(reading: Reading) -> Iterator[Hit]:
    for row, numbers, first in _scales(reading):
        name = row.cells[0][0]
        said = key(name.body)
        percents = said.startswith("ร้อยละ") and not said.startswith("ร้อยละของระดับ")
        if (percents and max(numbers) > _WHOLE) or (
            said.startswith("ระดับความสำเร็จ") and max(numbers) > 5 and "ร้อยละ" not in said
        ):
            yield Hit(
                first.spot(),
                Words(
                    f"หน่วยของเกณฑ์ ({numbers[0]} – {numbers[-1]}) ไม่เข้ากับตัวชี้วัด “{name.body.strip()[:60]}”",
                    f"thresholds {numbers[0]} to {numbers[-1]} do not suit “{name.body.strip()[:60]}”",
                ),
                (name.spot(),),
            )


_COUNTED = re.compile(r"\s*จำนวน")
_CRITERIA = re.compile(r"ระดับ\s*[1-5].{0,80}?ร้อยละ\s*\d")


def _count_by_percent(reading: Reading) -> Iterator[Hit]:
    """An indicator `จำนวน…` whose levels are percentages."""
    indicators: dict[str, Passage] = {}
    for row in _rows(reading, "ตัวชี้วัด"):
        cell, names = row
        if _COUNTED.match(cell.plain):
            indicators |= dict.fromkeys(names, cell)
    told: set[Passage] = set()
    for cell, names in _rows(reading, "ติดตามผล", "เกณฑ์"):
        match = _CRITERIA.search(cell.plain)
        indicator = next((indicators[name] for name in names if name in indicators), None)
        if match and indicator and indicator not in told:
            told.add(indicator)
            yield Hit(
                cell.found(match),
                Words(
                    f"ตัวชี้วัด “{indicator.plain.strip()}” นับจำนวน แต่เกณฑ์เป็นร้อยละ",
                    f"“{indicator.plain.strip()}” counts, its levels are percentages",
                ),
                (indicator.spot(),),
            )


def _rows(reading: Reading, *headers: str) -> Iterator[tuple[Passage, list[str]]]:
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


def _no_definitions(reading: Reading) -> Iterator[Hit]:
    """Indicators of levels 1 to 5 where the paper defines no level."""
    named = {
        key(row.text(0)): row.cells[0][0]
        for row, numbers, _ in reversed(list(_scales(reading)))
        if numbers == [1, 2, 3, 4, 5] and "ระดับความสำเร็จ" in row.text(0)
    }
    bare = list(reversed(named.values()))
    defined = any(re.match(r"\s*(?:-\s*)?ระดับ(?:ที่|คะแนน)?\s*[1-5]\s+[ก-๎]", p.plain) for p in reading.passages)
    if bare and not defined:
        yield Hit(
            bare[0].spot(),
            Words(
                f"ตัวชี้วัดระดับความสำเร็จ {len(bare)} ตัวไม่มีคำอธิบายว่าแต่ละระดับคืออะไร",
                f"{len(bare)} milestone indicators have no definitions of their levels",
            ),
            tuple(cell.spot() for cell in bare[1:]),
        )


RULES = (
    Rule(
        "A0304",
        "error",
        Words("รวมน้ำหนักในตารางผิด", "A table's total that its rows do not give"),
        Words("แถว “รวม” ในคอลัมน์น้ำหนัก", "The row รวม in a column of weights."),
        Words("แก้น้ำหนักหรือยอดรวม", "mend a weight or the total"),
        _table_total,
    ),
    Rule(
        "A0305",
        "warning",
        Words("น้ำหนักรวมไม่เป็น ๑๐๐", "Weights that do not make 100"),
        Words(
            "ตารางที่มีคอลัมน์น้ำหนักแต่ไม่มีแถวรวม เมื่อรวมได้ใกล้ ๑๐๐ (ตารางที่พิมพ์หัวซ้ำนับรวมกัน)",
            "Tables with weights and no total, when they come near 100; pieces that repeat a header count together.",
        ),
        Words("ตรวจน้ำหนักกับแผน", "look the weights up in the plan"),
        _whole_plan,
    ),
    Rule(
        "A0306",
        "error",
        Words("น้ำหนักของมิติไม่ตรงกับตาราง", "A part's weight that its tables do not give"),
        Words(
            "“มิติที่ n … น้ำหนัก … ร้อยละ w” เทียบกับยอดรวมของตารางข้างใต้",
            "`มิติที่ n … น้ำหนัก … ร้อยละ w` against the totals of the tables below it.",
        ),
        Words("แก้น้ำหนักของมิติหรือของตาราง", "mend the part's weight or the tables"),
        _part_total,
    ),
    Rule(
        "A0307",
        "note",
        Words("ไม่มียอดรวมของมิติ", "Subtotals without the part's total"),
        Words(
            "มิติที่มีหลายตาราง แต่ละตารางมียอดรวมย่อย โดยไม่มีบรรทัดรวมทั้งมิติ",
            "A part with several tables, each with a subtotal, and no line for the part.",
        ),
        Words("เติมบรรทัด “รวม” ของมิติ", "add the part's total"),
        _no_grand_total,
    ),
    Rule(
        "A0701",
        "error",
        Words("เกณฑ์ ๕ ระดับไม่เรียง", "Thresholds that do not rise or fall throughout"),
        Words("ตารางที่มีคอลัมน์ 1 2 3 4 5", "Tables with the columns 1 2 3 4 5."),
        Words("แก้ค่าของระดับให้ต่างกันและเรียงทางเดียว", "make the five values differ and run one way"),
        _uneven_scale,
    ),
    Rule(
        "A0702",
        "warning",
        Words("หน่วยของเกณฑ์ไม่เข้ากับตัวชี้วัด", "Thresholds in another unit than the indicator's"),
        Words(
            "ตัวชี้วัด “ร้อยละ…” ที่เกณฑ์เกิน ๑๐๐ และ “ระดับความสำเร็จ…” ที่เกณฑ์เกิน ๕",
            "A ร้อยละ indicator above 100, a ระดับความสำเร็จ indicator above 5.",
        ),
        Words("แก้หน่วยหรือเกณฑ์", "mend the unit or the thresholds"),
        _wrong_unit,
    ),
    Rule(
        "A0703",
        "warning",
        Words("ตัวชี้วัดนับจำนวนแต่เกณฑ์เป็นร้อยละ", "An indicator that counts, with levels in percent"),
        Words(
            "คอลัมน์ตัวชี้วัดขึ้นต้น “จำนวน” และคอลัมน์ติดตามผลหรือเกณฑ์ของแผนงานเดียวกันเป็น “ร้อยละ”",
            "A ตัวชี้วัด that begins with จำนวน, and levels in ร้อยละ for the same project.",
        ),
        Words("แก้ชื่อตัวชี้วัดหรือเกณฑ์ให้เป็นหน่วยเดียวกัน", "bring both to one unit"),
        _count_by_percent,
    ),
    Rule(
        "A0704",
        "note",
        Words("ไม่มีคำอธิบายระดับ", "Levels that the paper does not define"),
        Words(
            "ตัวชี้วัด “ระดับความสำเร็จ…” ที่เกณฑ์เป็น 1 2 3 4 5 โดยเอกสารไม่อธิบายระดับใดเลย",
            "ระดับความสำเร็จ indicators with the scale 1 2 3 4 5 in a paper that defines no level.",
        ),
        Words("แนบรายละเอียดตัวชี้วัด", "attach the indicators' sheets"),
        _no_definitions,
    ),
)
