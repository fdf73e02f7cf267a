"""Family 4: percentages, worked out again from what they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import permutations

from pipeline.audit.counts import NUMBER, counts_in, percent_of, value
from pipeline.audit.findings import Match, Rule
from pipeline.audit.sections import result_rows
from pipeline.audit.table_columns import is_total, rounds_to
from pipeline.audit.text_blocks import PaperTable, Reading, TableRow, TextBlock
from pipeline.diagnostics import Message

_MILESTONE = re.compile(r"ระดับความสำเร็จ")
_CLAIMED = re.compile(rf"(?:คิดเป็น|หรือเท่ากับ|เท่ากับ)\s*(?:ร้อยละ\s*(?P<said>{NUMBER})|(?P<signed>{NUMBER})\s*%)")


_IN_BRACKETS = re.compile(rf"\(\s*(?:คิดเป็น)?\s*(?:ร้อยละ\s*(?P<said>{NUMBER})|(?P<signed>{NUMBER})\s*%)\s*\)")
_WHOLE = re.compile(r"เป้าหมาย|ทั้งหมด|ทั้งสิ้น|ตามแผน|จาก")
_NEAR = 80
_OF_MONEY = re.compile(r"\s*ของ(?:วงเงิน|เงิน)?งบประมาณ|\s*ของวงเงิน")
"""A percentage of money says nothing of what was counted before it."""
_FIGURE = re.compile(rf"\s*({NUMBER})\s*")
_OF = re.compile(
    rf"({NUMBER})\s*[ก-๎]{{0,12}}\s*จาก\s*(?:ทั้งหมด\s*|จำนวน\s*|ทั้งสิ้น\s*|ที่[ก-๎]{{0,20}}\s*)*({NUMBER})"
)


_WINDOW = 260
_AFTER = 60
_CLEAR = 3
"""With more pairs than these one cannot tell which the percentage is of."""


def _wrong_percent(reading: Reading) -> Iterator[Match]:
    """`20 หลักสูตร … แล้ว 14 หลักสูตร คิดเป็นร้อยละ 75`."""
    for passage in reading.passages:
        start = 0
        for match in _CLAIMED.finditer(passage.plain):
            pairs = _fractions(passage, max(start, match.start() - _WINDOW), match.start())
            pairs += _of_what(passage, match.end(), pairs)
            percent = percent_of(match)
            start = match.end()
            if _OF_MONEY.match(passage.plain, match.end()) and "บาท" not in passage.plain[: match.start()]:
                continue
            if 0 < len(pairs) <= _CLEAR and not any(_gives(*pair, percent) for pair in pairs):
                part, whole = pairs[-1]
                right = _round_percent(part * 100 / whole)
                yield Match(
                    passage.span_of(match),
                    Message(
                        f"{part} จาก {whole} เท่ากับร้อยละ {right} ไม่ใช่ {percent}",
                        f"{part} of {whole} is {right} %, not {percent} %",
                    ),
                )
    yield from _wrong_in_brackets(reading)
    yield from _wrong_row_percent(reading)


def _wrong_in_brackets(reading: Reading) -> Iterator[Match]:
    """`เป้าหมาย 25 แห่ง ปล่อยแล้ว 20 แห่ง (ร้อยละ 85)`: of just one pair, the whole of which is named as such."""
    for passage in reading.passages:
        for match in _IN_BRACKETS.finditer(passage.plain):
            start = max(match.start() - _NEAR, 0)
            pairs = _fractions(passage, start, match.start())
            named = _WHOLE.search(passage.plain, start, match.start())
            if len(pairs) == 1 and named and not _gives(*pairs[0], percent_of(match)):
                part, whole = pairs[0]
                right, said_percent = _round_percent(part * 100 / whole), percent_of(match)
                yield Match(
                    passage.span_of(match),
                    Message(
                        f"{part} จาก {whole} เท่ากับร้อยละ {right} ไม่ใช่ {said_percent}",
                        f"{part} of {whole} is {right} %, not {said_percent} %",
                    ),
                )


def _wrong_row_percent(reading: Reading) -> Iterator[Match]:
    """A row that tells how many of how many, and its percentage."""
    for row in result_rows(reading):
        if row.percent is None or row.spot is None or any(_MILESTONE.match(n.text) for n in row.names):
            continue
        pairs = [
            pair
            for cell in row.row.cells
            for passage in cell
            for pair in _fractions(passage, 0, len(passage.plain))
        ]
        given = (
            *pairs,
            *_cell_pairs(row.row, row.percent),
            *_shares(row.row, row.percent, reading.tables[row.table]),
        )
        if pairs and not any(_gives(part, whole, row.percent) for part, whole in given):
            part, whole = pairs[-1]
            yield Match(
                row.spot,
                Message(
                    f"{part} จาก {whole} เท่ากับร้อยละ {_round_percent(part * 100 / whole)} ไม่ใช่ {row.percent}",
                    f"{part} of {whole} is {_round_percent(part * 100 / whole)} %, not {row.percent} %",
                ),
            )


def _shares(row: TableRow, percent: Decimal, table: PaperTable) -> Iterator[tuple[Decimal, Decimal]]:
    """Figures that stand alone, each of the total of its column."""
    for total in table.rows:
        if is_total(total.text(0)):
            for n in range(min(len(row.cells), len(total.cells))):
                part, whole = _FIGURE.fullmatch(row.text(n)), _FIGURE.fullmatch(total.text(n))
                if part and whole and value(whole[1]) > 0 and value(part[1]) != percent:
                    yield value(part[1]), value(whole[1])


def _cell_pairs(row: TableRow, percent: Decimal) -> Iterator[tuple[Decimal, Decimal]]:
    """Figures that stand alone in cells: what was spent, of what was given."""
    figures = [match for n in range(len(row.cells)) if (match := _FIGURE.fullmatch(row.text(n)))]
    told = [value(match[1]) for match in figures]
    for one, other in permutations([each for each in told if each != percent], 2):
        if one > 0 and other > 0:
            yield one, other


def _of_what(
    passage: TextBlock, start: int, pairs: list[tuple[Decimal, Decimal]]
) -> list[tuple[Decimal, Decimal]]:
    """The parts named before, of the whole that is named after (`คิดเป็นร้อยละ 80 ของผู้เข้าอบรม 50 คน`)."""
    after = list(counts_in(passage, start, min(start + _AFTER, len(passage.plain))))
    before = list(counts_in(passage, max(start - _WINDOW, 0), start))
    return [
        (one.number, whole.number)
        for whole in after[:1]
        for one in before
        if one.unit == whole.unit
        and 0 < one.number <= whole.number
        and (one.number, whole.number) not in pairs
    ]


def _fractions(passage: TextBlock, start: int, end: int) -> list[tuple[Decimal, Decimal]]:
    """The parts and wholes that a stretch names: `14 จาก 20`, or two counts of one unit."""
    said = [(value(m[1]), value(m[2])) for m in _OF.finditer(passage.plain, start, end)]
    if said:
        return [(part, whole) for part, whole in said if whole > 0 and part <= whole]
    counts = list(counts_in(passage, start, end))
    return [
        (min(one.number, other.number), max(one.number, other.number))
        for n, one in enumerate(counts)
        for other in counts[n + 1 :]
        if one.unit == other.unit and max(one.number, other.number) > 0
    ]


def _gives(part: Decimal, whole: Decimal, percent: Decimal) -> bool:
    """Whether the fraction is the percentage, to the decimals that it is said with (half up, or cut off)."""
    return any(rounds_to(exact, percent) for exact in (part * 100 / whole, *_changes(part, whole)))


def _changes(part: Decimal, whole: Decimal) -> list[Decimal]:
    """By how much the greater number exceeds the lesser, of either (ร้อยละที่เพิ่มขึ้นหรือลดลง)."""
    return [(whole - part) * 100 / base for base in (part, whole) if base]


def _round_percent(percent: Decimal) -> Decimal:
    return percent.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize() + 0


RULES = (
    Rule(
        "A0401",
        "error",
        Message("ร้อยละคิดผิด", "A percentage worked out wrong"),
        Message(
            "“ก จาก ข … คิดเป็นร้อยละ p” หรือจำนวนสองจำนวนของหน่วยเดียวกันก่อนร้อยละ และแถวตารางที่ไม่ใช่ "
            "“ระดับความสำเร็จ…”",
            "`a จาก b … คิดเป็นร้อยละ p`, or two counts of one unit before it; and rows of tables, but "
            "for ระดับความสำเร็จ.",
        ),
        Message("คิดร้อยละใหม่จากตัวตั้งและตัวหาร", "work the percentage out again"),
        _wrong_percent,
    ),
)
