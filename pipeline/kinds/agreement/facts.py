"""The facts of an agreement that its prose may print: parties, dimensions, targets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from pipeline.intake import ValuePath
from pipeline.kinds import last_round_facts
from pipeline.kinds.agreement.record import AgreementInput
from pipeline.kinds.agreement.scoring import aims
from pipeline.kinds.last_round_facts import (
    last_facts,
    last_indicator_facts,
    last_indicator_names,
    last_names,
)
from pipeline.kinds.period_facts import PERIOD_NAMES, period_facts, period_names
from pipeline.kinds.score_functions import score_functions
from pipeline.model.agreement import Agreement, IndicatorGroup
from pipeline.model.fact_names import FactName, guide
from pipeline.model.indicators import Indicator, Part, Scored
from pipeline.model.placed import Placed
from pipeline.model.scales import Cells
from pipeline.model.soundness import entries, is_refused
from pipeline.scoring.aims import group_aim
from pipeline.scoring.cards import GroupScore, IndicatorScore, ScoreCard
from pipeline.scoring.rounding import round_half_up

_OWN_NAMES = (
    FactName("maker", ("ผู้ทำคำรับรอง",), "ชื่อผู้ทำคำรับรอง"),
    FactName("receiver", ("ผู้รับคำรับรอง",), "ชื่อผู้รับคำรับรอง"),
    FactName("maker_position", ("ตำแหน่งผู้ทำคำรับรอง",), "ตำแหน่งผู้ทำคำรับรอง"),
    FactName("receiver_position", ("ตำแหน่งผู้รับคำรับรอง",), "ตำแหน่งผู้รับคำรับรอง"),
    FactName("target_", ("เป้าหมาย_",), "ค่าเป้าหมายของตัวชี้วัดที่ 1 (`{target_16_1}` ของตัวชี้วัดที่ 16.1)"),
    FactName("dimension_", ("มิติ_",), "ชื่อของมิติที่ 1 (`{dimension_1_weight}` น้ำหนักของมิติ)"),
    FactName("weight", ("น้ำหนักกลุ่ม",), "น้ำหนักของกลุ่ม (ในหมายเหตุของกลุ่ม)"),
)
_LAST_NAMES = (*last_round_facts.WHOLE_NAMES, *last_round_facts.INDICATOR_NAMES)
NAMES = (*PERIOD_NAMES, *_OWN_NAMES, *_LAST_NAMES)
GUIDE = "\n".join((guide("ในข้อความของคำรับรอง", _OWN_NAMES), guide("เมื่อมีข้อมูลของรอบก่อน", _LAST_NAMES)))

_PARTIES = ("maker", "maker_position", "receiver", "receiver_position")


def facts(office_input: AgreementInput) -> Mapping[str, str]:
    """Those of the year, the parties and the targets."""
    return {**period_facts(office_input.period), **agreement_facts(office_input)}


def names(office_input: AgreementInput) -> Iterator[str]:
    """The names of `facts`, also of those that need what was refused."""
    yield from period_names()
    yield from _PARTIES
    yield from _of_agreement(office_input.agreement)
    yield from _of_last(office_input)


def functions(
    office_input: AgreementInput, _: object, card: ScoreCard | None, common: Mapping[str, str]
) -> Mapping[str, object]:
    """What scores give; `cells_of` an indicator or part: the results that a table prints under each level of
    its scheme; `indicator_of` an id: the indicator or part; `target_of` a score: the score that is aimed at.
    """
    cells = {
        placed.scored.id: placed.scored.scale.cells(placed.rules)
        for placed in office_input.scored
        if placed.scored.scale is not None
    }

    def cells_of(scored: Indicator | Part) -> Cells:
        return cells.get(scored.id, ())

    scored = {placed.scored.id: placed.scored for placed in office_input.scored}

    def indicator_of(id: str) -> Scored:
        return scored[id]

    functions = {**score_functions(office_input, card), "cells_of": cells_of, "indicator_of": indicator_of}
    functions["facts"] = {**common, **facts_at(office_input, card)}
    return functions if card is None else {**functions, "target_of": _target_of(office_input, card)}


def _target_of(
    office_input: AgreementInput, card: ScoreCard
) -> Callable[[GroupScore | IndicatorScore], Decimal]:
    """Gives the score that an indicator, a dimension or the whole aims at, to 2 decimals."""
    aimed = aims(office_input)

    def target_of(scored: GroupScore | IndicatorScore) -> Decimal:
        if isinstance(scored, IndicatorScore):
            return aimed[scored.id]
        return round_half_up(group_aim(scored, aimed, card.rules), Decimal("0.01"))

    return target_of


def names_in(record: type[object]) -> tuple[str, ...]:
    """The weight of the group, in what is said of a group."""
    return ("weight",) if issubclass(record, IndicatorGroup) else ()


def facts_at(office_input: AgreementInput, card: ScoreCard | None, *_: object) -> Mapping[str, str]:
    """Those of scores and of the last round: all texts of an agreement may print the same."""
    return {**last_facts(office_input, card), **last_indicator_facts(office_input, card)}


def names_at(*_: object) -> Iterator[str]:
    """None: all texts of an agreement may print the same."""
    return iter(())


def are_names_known(_: AgreementInput, path: ValuePath) -> bool:
    """They are, wherever the text stands."""
    return bool(path)


def _of_agreement(agreement: Agreement) -> Iterator[str]:
    """Names of dimensions and targets; `target_16_1` is of indicator 16.1."""
    if is_refused(agreement):
        return
    for _, dimension in entries(agreement.dimensions):
        if not is_refused(dimension.number):
            yield from (f"dimension_{dimension.number}", f"dimension_{dimension.number}_weight")
        for _, group in entries(dimension.groups):
            for _, indicator in entries(group.indicators):
                yield from _target_names(indicator)


def _of_last(office_input: AgreementInput) -> Iterator[str]:
    """The names of what the last round had."""
    agreement = office_input.agreement
    if is_refused(agreement):
        return
    dimensions = [each for _, each in entries(agreement.dimensions)]
    yield from last_names(office_input, (each.number for each in dimensions if not is_refused(each.number)))
    indicators = (
        one
        for each in dimensions
        for _, group in entries(each.groups)
        for _, one in entries(group.indicators)
    )
    yield from last_indicator_names(office_input, (id for one in indicators for id in _ids(one)))


def _ids(one: Indicator | Part) -> Iterator[str]:
    """Of an indicator and its parts, to any depth."""
    if not is_refused(one.id):
        yield one.id
    for _, part in entries(one.parts):
        yield from _ids(part)


def _target_names(one: Indicator | Part) -> Iterator[str]:
    """Of what has a scale, to any depth."""
    if not is_refused(one.id) and one.scale is not None:
        yield f"target_{one.id.replace('.', '_')}"
    for _, part in entries(one.parts):
        yield from _target_names(part)


def agreement_facts(office_input: AgreementInput) -> dict[str, str]:
    """`maker_position`, `dimension_1`, `dimension_1_weight`, `target_5`, `target_16_1`, … as texts.

    A point in an indicator's id is written `_`. A target is the result that earns the indicator's
    target level, with the decimals of its threshold.
    """
    agreement = office_input.agreement
    facts = {
        "maker": agreement.maker.person.full_name,
        "maker_position": agreement.maker.post,
        "receiver": agreement.receiver.person.full_name,
        "receiver_position": agreement.receiver.post,
    }
    for dimension in agreement.dimensions:
        facts[f"dimension_{dimension.number}"] = dimension.name
        if dimension.weight is not None:
            facts[f"dimension_{dimension.number}_weight"] = f"{dimension.weight:f}"
    for placed in office_input.scored:
        one, rules = placed.scored, placed.rules
        if one.scale is not None:
            level = _target_level(placed) or len(rules.levels)
            facts[f"target_{one.id.replace('.', '_')}"] = f"{one.scale.target(level, rules):f}"
    return facts


def _target_level(placed: Placed) -> int | None:
    """The level that the indicator aims at, or the indicator that it is a part of; `None` of a part that is
    scored by other levels.
    """
    levels = placed.rules.levels
    while placed.above is not None:
        placed = placed.above
    if placed.rules.levels != levels:
        return None
    return placed.scored.target_level if isinstance(placed.scored, Indicator) else None
