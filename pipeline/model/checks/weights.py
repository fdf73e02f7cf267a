"""Weights that must sum (`domain.md` §2.2, §3.5 check 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from pipeline.faults import Fault, Place, Words
from pipeline.model.agreement import Agreement
from pipeline.model.checks.places import At, agreement_dimensions, groups, indicators
from pipeline.model.plan import Plan


def plan_weight_faults(plan: Plan, at: At) -> Iterator[Fault]:
    """The projects' weights sum to 100."""
    whose = Words("น้ำหนักของแผนงาน/โครงการทั้งแผน", "the projects' weights")
    yield from _sum_fault(whose, (p.weight for p in plan.projects), Decimal(100), at(("plan", "dimensions")))


def agreement_weight_faults(agreement: Agreement, at: At) -> Iterator[Fault]:
    """Parts sum to 1, indicators to their group, groups to their dimension, dimensions to 100."""
    for path, indicator in indicators(agreement):
        if indicator.parts:
            whose = Words(
                f"น้ำหนักของตัวชี้วัดย่อยในตัวชี้วัดที่ {indicator.id}",
                f"the weights of the parts of indicator {indicator.id}",
            )
            weights = (part.weight for part in indicator.parts)
            yield from _sum_fault(whose, weights, Decimal(1), at((*path, "parts")))
    for path, group in groups(agreement):
        whose = Words(
            f"น้ำหนักของตัวชี้วัดในกลุ่ม '{group.name}'", f"the indicators' weights in group '{group.name}'"
        )
        weights = (indicator.weight for indicator in group.indicators)
        yield from _sum_fault(whose, weights, group.weight, at((*path, "weight")))
    for path, dimension in agreement_dimensions(agreement):
        whose = Words(
            f"น้ำหนักของกลุ่มตัวชี้วัดในมิติที่ {dimension.number}",
            f"the groups' weights in dimension {dimension.number}",
        )
        weights = (group.weight for group in dimension.groups)
        yield from _sum_fault(whose, weights, dimension.weight, at((*path, "weight")))
    whose = Words("น้ำหนักของมิติทั้งหมด", "the dimensions' weights")
    weights = (dimension.weight for dimension in agreement.dimensions)
    yield from _sum_fault(whose, weights, Decimal(100), at(("agreement", "dimensions")))


def scale_or_parts_faults(agreement: Agreement, at: At) -> Iterator[Fault]:
    """An indicator is scored on its own scale or from its parts, never both, never neither."""
    for path, indicator in indicators(agreement):
        if bool(indicator.scale) == bool(indicator.parts):
            has = Words("มีทั้ง", "has both") if indicator.scale else Words("ไม่มีทั้ง", "has neither")
            joined = "and" if indicator.scale else "nor"
            yield Fault(
                "scale-or-parts",
                Words(
                    f"ตัวชี้วัดที่ {indicator.id} {has.th}เกณฑ์ (scale) และตัวชี้วัดย่อย (parts)",
                    f"indicator {indicator.id} {has.en} a scale {joined} parts",
                ),
                Words("ให้มี scale หรือ parts อย่างใดอย่างหนึ่ง", "give it either a scale or parts"),
                at(path),
            )


def _sum_fault(whose: Words, weights: Iterable[Decimal], due: Decimal, place: Place) -> Iterator[Fault]:
    total = sum(weights, Decimal(0))
    if total == due:
        return
    off = _plain(abs(due - total))
    away = Words(f"ขาด {off}", f"{off} short") if total < due else Words(f"เกิน {off}", f"{off} too much")
    yield Fault(
        "weight-sum",
        Words(
            f"{whose.th}รวม {_plain(total)} ไม่ใช่ {_plain(due)} {away.th}",
            f"{whose.en} sum to {_plain(total)}, not {_plain(due)}: {away.en}",
        ),
        _as_fractions(due) if total * 100 == due else _mend(due),
        place,
    )


def _mend(due: Decimal) -> Words:
    return Words(f"แก้น้ำหนักให้รวมกันได้ {_plain(due)}", f"make the weights sum to {_plain(due)}")


def _as_fractions(due: Decimal) -> Words:
    """The remedy for weights that sum to a hundredth of what is due."""
    return Words(
        f"น้ำหนักเป็นสัดส่วน: พิมพ์ 17.5 หรือ 17.5% แทน 0.175 ให้รวมกันได้ {_plain(due)}",
        f"they are fractions: type 17.5 or 17.5% for 0.175, so that they sum to {_plain(due)}",
    )


def _plain(number: Decimal) -> str:
    """`95`, `17.5`: no zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
