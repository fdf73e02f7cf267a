"""The facts of an agreement that its prose may print: parties, dimensions, targets."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.agreement import Agreement
from pipeline.model.indicators import Indicator, Part
from pipeline.model.scales import Scale


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
