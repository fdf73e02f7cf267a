"""What prose may print of the last round of a scored input: `{คะแนนรวมรอบก่อน}`, `{เพิ่มลดคะแนนรวม}`, …

There are such names where the data hold a last round. A change is told in words: `เพิ่มขึ้น 0.2`, `ลดลง 0.2`,
`คงเดิม`; `ใหม่` of what the last round did not have, `เทียบไม่ได้` where it was scored otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pipeline.model.fact_names import FactName, guide
from pipeline.model.scored_input import ScoredInput
from pipeline.model.soundness import is_refused
from pipeline.scoring.against_last import AgainstLast, LastLine, against_last

if TYPE_CHECKING:
    from pipeline.model.office_input import OfficeInput
    from pipeline.scoring.cards import IndicatorScore, ScoreCard

WHOLE_NAMES = (
    FactName("last_total", ("คะแนนรวมรอบก่อน",), "คะแนนรวมของรอบก่อน"),
    FactName("total_change", ("เพิ่มลดคะแนนรวม",), "ผลต่างของคะแนนรวมจากรอบก่อน เช่น เพิ่มขึ้น 0.2000"),
    FactName("last_total_percent", ("ร้อยละรวมรอบก่อน",), "ร้อยละของคะแนนเต็มของรอบก่อน"),
    FactName("total_percent_change", ("เพิ่มลดร้อยละรวม",), "ผลต่างของร้อยละนั้นจากรอบก่อน"),
    FactName(
        "last_dimension_",
        ("คะแนนรอบก่อนมิติ_", "คะแนนรอบก่อนองค์ประกอบ_"),
        "คะแนนรอบก่อนของมิติหรือองค์ประกอบที่ 1",
    ),
    FactName(
        "dimension_change_", ("เพิ่มลดมิติ_", "เพิ่มลดองค์ประกอบ_"), "ผลต่างของคะแนนมิติหรือองค์ประกอบที่ 1 จากรอบก่อน"
    ),
)
"""Of the whole and of its dimensions, in every text."""

ROW_NAMES = (
    FactName("last_score", ("คะแนนรอบก่อน",), "คะแนนของแผนงาน/โครงการในรอบก่อน"),
    FactName("score_change", ("เพิ่มลด",), "ผลต่างของคะแนนจากรอบก่อน เช่น เพิ่มขึ้น 0.5"),
    FactName("last_percent", ("ร้อยละรอบก่อน",), "สัดส่วนผลสำเร็จ (ร้อยละ) ของรอบก่อน"),
    FactName("percent_change", ("เพิ่มลดร้อยละ",), "ผลต่างของสัดส่วนผลสำเร็จจากรอบก่อน"),
)
"""Of one project, in the texts of its result."""

INDICATOR_NAMES = (
    FactName("last_score_", ("คะแนนรอบก่อน_",), "คะแนนรอบก่อนของตัวชี้วัดที่ 1 (`{last_score_16_1}` ของตัวชี้วัดที่ 16.1)"),
    FactName("score_change_", ("เพิ่มลด_",), "ผลต่างของคะแนนตัวชี้วัดที่ 1 จากรอบก่อน"),
)
"""Of one indicator, in every text of an agreement."""

GUIDE = guide("เมื่อมีข้อมูลของรอบก่อน", WHOLE_NAMES)
_WHOLE = tuple(name.id for name in WHOLE_NAMES if not name.id.endswith("_"))
_ROW = tuple(name.id for name in ROW_NAMES)


def last_facts(office_input: OfficeInput, card: ScoreCard | None) -> dict[str, str]:
    """Those of the whole and of its dimensions."""
    against = _against(office_input, card)
    if against is None or card is None:
        return {}
    total = against.line(card.total)
    facts = {
        "last_total": total.score.last_in_full,
        "total_change": total.score.words_in_full,
        "last_total_percent": total.percent.last_text,
        "total_percent_change": total.percent.words,
    }
    for dimension in card.dimensions:
        if dimension.number:
            line = against.line(dimension)
            facts[f"last_dimension_{dimension.number}"] = line.score.last_in_full
            facts[f"dimension_change_{dimension.number}"] = line.score.words_in_full
    return facts


def last_row_facts(office_input: OfficeInput, card: ScoreCard | None, id: str) -> dict[str, str]:
    """Those of one project."""
    against = _against(office_input, card)
    if against is None or card is None:
        return {}
    return dict(zip(_ROW, _of_row(against.line(card.indicator(id))), strict=True))


def last_indicator_facts(office_input: OfficeInput, card: ScoreCard | None) -> dict[str, str]:
    """Those of every indicator and part."""
    against = _against(office_input, card)
    if against is None or card is None:
        return {}
    facts: dict[str, str] = {}
    for own in _with_parts(card.indicators):
        line = against.line(own)
        id = own.id.replace(".", "_")
        facts |= {f"last_score_{id}": line.score.last_text, f"score_change_{id}": line.score.words}
    return facts


def last_names(office_input: OfficeInput, numbers: Iterable[object]) -> Iterator[str]:
    """The names of `last_facts`, also where there are no scores yet; `numbers` are those of dimensions."""
    if _has_last(office_input):
        yield from _WHOLE
        for number in numbers:
            yield from (f"last_dimension_{number}", f"dimension_change_{number}")


def last_row_names(office_input: OfficeInput) -> Iterator[str]:
    """The names of `last_row_facts`."""
    yield from _ROW if _has_last(office_input) else ()


def last_indicator_names(office_input: OfficeInput, ids: Iterable[str]) -> Iterator[str]:
    """The names of `last_indicator_facts`, of the indicators and parts with these ids."""
    if _has_last(office_input):
        for id in ids:
            yield from (f"{name.id}{id.replace('.', '_')}" for name in INDICATOR_NAMES)


def _has_last(office_input: OfficeInput) -> bool:
    last = office_input.last_round
    return is_refused(last) or (last is not None and (last.total is not None or bool(last.scores)))


def _against(office_input: OfficeInput, card: ScoreCard | None) -> AgainstLast | None:
    return against_last(office_input, card) if isinstance(office_input, ScoredInput) else None


def _of_row(line: LastLine) -> tuple[str, ...]:
    return line.score.last_text, line.score.words, line.percent.last_text, line.percent.words


def _with_parts(indicators: Iterable[IndicatorScore]) -> Iterator[IndicatorScore]:
    for each in indicators:
        yield each
        yield from _with_parts(each.parts)


__all__ = [
    "GUIDE",
    "INDICATOR_NAMES",
    "ROW_NAMES",
    "WHOLE_NAMES",
    "last_facts",
    "last_indicator_facts",
    "last_indicator_names",
    "last_names",
    "last_row_facts",
    "last_row_names",
]
