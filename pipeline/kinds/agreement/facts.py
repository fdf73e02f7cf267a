"""The facts of an agreement that its prose may print: parties, dimensions, targets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.intake import ValuePath
from pipeline.kinds.agreement.record import AgreementInput
from pipeline.kinds.period_facts import period_facts, period_names
from pipeline.model.agreement import Agreement, IndicatorGroup
from pipeline.model.indicators import Indicator, Part
from pipeline.model.scales import Scale
from pipeline.model.soundness import entries, is_refused

GUIDE = """\
| ในข้อความของคำรับรอง | พิมพ์เป็น |
|---|---|
| `{maker}` `{receiver}` | ชื่อผู้ทำและผู้รับคำรับรอง |
| `{maker_position}` `{receiver_position}` | ตำแหน่งผู้ทำและผู้รับคำรับรอง |
| `{target_1}` `{target_16_1}` | ค่าเป้าหมายของตัวชี้วัดที่ 1 และที่ 16.1 |
| `{dimension_1}` `{dimension_1_weight}` | ชื่อและน้ำหนักของมิติที่ 1 |
| `{weight}` | น้ำหนักของกลุ่ม (ในหมายเหตุของกลุ่ม) |
"""

_PARTIES = ("maker", "maker_position", "receiver", "receiver_position")


def facts(office_input: AgreementInput) -> Mapping[str, str]:
    """Those of the year, the parties and the targets."""
    return {**period_facts(office_input.period), **agreement_facts(office_input.agreement)}


def names(office_input: AgreementInput) -> Iterator[str]:
    """The names of `facts`, also of those that need what was refused."""
    yield from period_names()
    yield from _PARTIES
    yield from _of_agreement(office_input.agreement)


def functions(*_: object) -> Mapping[str, object]:
    """None: the fields of an agreement and its score card say all."""
    return {}


def names_in(record: type[object]) -> tuple[str, ...]:
    """The weight of the group, in what is said of a group."""
    return ("weight",) if issubclass(record, IndicatorGroup) else ()


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
                scored: list[Indicator | Part] = [indicator, *(part for _, part in entries(indicator.parts))]
                for one in scored:
                    if not is_refused(one.id) and one.scale is not None:
                        yield f"target_{one.id.replace('.', '_')}"


def agreement_facts(agreement: Agreement) -> dict[str, str]:
    """`maker_position`, `dimension_1`, `dimension_1_weight`, `target_5`, `target_16_1`, … as texts.

    A point in an indicator's id is written `_`. A target is the result that earns the indicator's
    target level, with the decimals of its threshold.
    """
    facts = {
        "maker": agreement.maker.person.full_name,
        "maker_position": agreement.maker.position,
        "receiver": agreement.receiver.person.full_name,
        "receiver_position": agreement.receiver.position,
    }
    for dimension in agreement.dimensions:
        facts[f"dimension_{dimension.number}"] = dimension.name
        facts[f"dimension_{dimension.number}_weight"] = f"{dimension.weight:f}"
    for id, scale, level in _scales(agreement):
        facts[f"target_{id.replace('.', '_')}"] = f"{scale.target(level):f}"
    return facts


def _scales(agreement: Agreement) -> Iterator[tuple[str, Scale, int]]:
    """Each indicator or part with its scale and target level."""
    for indicator in agreement.indicators:
        scored: tuple[Indicator | Part, ...] = (indicator, *indicator.parts)
        for one in scored:
            if one.scale is not None:
                yield one.id, one.scale, indicator.target_level
