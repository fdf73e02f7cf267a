"""Family 4: a score, worked out again from the result and the five thresholds of its row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from pipeline.audit.findings import Match, Rule
from pipeline.audit.rules.scales import level_columns
from pipeline.audit.table_columns import body_rows, figure, headers_of, rounds_to
from pipeline.audit.text_blocks import PaperTable, Reading
from pipeline.diagnostics import Message

_RESULT = re.compile(r"^ผล(?:การดำเนิน(?:งาน|การ)|งาน|การปฏิบัติ(?:งาน|ราชการ)|ที่ได้|ลัพธ์)?(?:จริง|ที่ได้|ที่ทำได้)?$")
_SCORE = re.compile(r"^(?:ค่า|ระดับ|ผล)?คะแนน(?:ที่ได้|ประเมิน|การประเมิน)?$")


def _wrong_scores(reading: Reading) -> Iterator[Match]:
    """A score that neither interpolation nor the level reached gives."""
    for table in reading.tables:
        levels = level_columns(table)
        result, score = _column(table, _RESULT, levels), _column(table, _SCORE, levels)
        if not levels or result is None or score is None:
            continue
        for row in body_rows(table):
            reached, said = figure(row, result), figure(row, score)
            thresholds = [number for n in levels if (number := figure(row, n)) is not None]
            if reached is None or said is None or len(thresholds) != 5 or not _one_way(thresholds):
                continue
            exact, level = interpolate_score(thresholds, reached), Decimal(_level(thresholds, reached))
            if not rounds_to(exact, said) and said not in (level, max(level, Decimal(1))):
                right = exact.quantize(Decimal("0.0001")).normalize() + 0
                yield Match(
                    row.cells[score][0].spot(),
                    Message(
                        f"ผล {reached} ตามเกณฑ์ได้คะแนน {right:f} ไม่ใช่ {said}",
                        f"a result of {reached} scores {right:f}, not {said}",
                    ),
                    (row.cells[result][0].spot(),),
                )


def _column(table: PaperTable, form: re.Pattern[str], levels: list[int]) -> int | None:
    found = [n for n, header in enumerate(headers_of(table)) if n not in levels and form.search(header)]
    return found[0] if len(found) == 1 else None


def _one_way(thresholds: list[Decimal]) -> bool:
    steps = [after - before for before, after in pairwise(thresholds)]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)


def interpolate_score(thresholds: list[Decimal], reached: Decimal) -> Decimal:
    """The score of 1 to 5 in a straight line between thresholds (`domain.md` §2.2), rising or falling."""
    sign = 1 if thresholds[0] < thresholds[-1] else -1
    for level, (low, high) in enumerate(pairwise(thresholds), 1):
        if sign * reached < sign * high:
            return max(Decimal(1), level + (reached - low) / (high - low))
    return Decimal(5)


def _level(thresholds: list[Decimal], reached: Decimal) -> int:
    """How many thresholds are reached."""
    sign = 1 if thresholds[0] < thresholds[-1] else -1
    return sum(sign * reached >= sign * threshold for threshold in thresholds)


RULES = (
    Rule(
        "A0403",
        "error",
        Message("คะแนนไม่ตรงกับผลตามเกณฑ์", "A score that the result does not give"),
        Message(
            "แถวที่มีเกณฑ์ 1 2 3 4 5 ผลการดำเนินงาน และคะแนน: คะแนนต้องได้จากการเทียบบัญญัติไตรยางศ์หรือจากระดับที่ถึง",
            "Rows with thresholds 1 2 3 4 5, a result and a score: the score is that of a straight line "
            "between the thresholds, or the level reached.",
        ),
        Message("คิดคะแนนใหม่ หรือตรวจผลและเกณฑ์", "work the score out again, or look up result and thresholds"),
        _wrong_scores,
    ),
)
