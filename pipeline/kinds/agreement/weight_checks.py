"""The weights of an agreement, from its parts up to the whole, and what each indicator is scored on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.diagnostics import Diagnostic, Location, Message, diagnose
from pipeline.intake import Source, ValuePath
from pipeline.kinds.agreement.places import agreement_dimensions, groups, indicators
from pipeline.model.agreement import Agreement
from pipeline.model.checks.calling import name_field
from pipeline.model.checks.places import At
from pipeline.model.checks.weights import WHOLE, WeightSum, plain_figure, sum_faults
from pipeline.model.indicators import Indicator
from pipeline.model.scales import LinearScale
from pipeline.model.soundness import Unsound, entries, is_refused, sound


def agreement_weight_faults(agreement: Agreement, source: Source) -> Iterator[Diagnostic]:
    """Parts sum to 1, indicators to their group, groups to their dimension, dimensions to 100.

    A weight that agrees neither with what it is divided into nor with its neighbours is one slip, and
    is told once.
    """
    at, adrift = source.place, source.adrift
    inner = [] if "parts" in adrift else _find_wrong_sums(_parts_sums(agreement))
    lower = [] if "indicators" in adrift else _find_wrong_sums(_group_sums(agreement))
    middle = [] if "groups" in adrift else _find_wrong_sums(_dimension_sums(agreement))
    top = [] if "dimensions" in adrift else _find_wrong_sums(_whole_sum(agreement))
    wrong = [*lower, *middle, *top]
    for whole in list(wrong):
        slips = [part for part in wrong if part.total in dict(whole.of) and part.off == -whole.off]
        if len(slips) == 1 and whole in wrong:
            yield _one_weight(slips[0], whole, at)
            wrong = [each for each in wrong if each not in (slips[0], whole)]
    for each in (*inner, *wrong):
        yield from sum_faults(each, at)


def _find_wrong_sums(sums: Iterator[WeightSum]) -> list[WeightSum]:
    """Those that do not come out; one with a weight that was refused cannot be told."""
    found = []
    for each in sums:
        try:
            if each.off:
                found.append(each)
        except Unsound:
            continue
    return found


def _parts_sums(agreement: Agreement) -> Iterator[WeightSum]:
    for path, indicator in indicators(agreement):
        of = tuple(((*path, "parts", n, "weight"), part.weight) for n, part in entries(indicator.parts))
        if of:
            whose = Message(
                f"น้ำหนักของตัวชี้วัดย่อยในตัวชี้วัดที่ {_number(indicator.id)}",
                f"the weights of the parts of indicator {_number(indicator.id)}",
            )
            yield WeightSum(whose, of, Decimal(1), (*path, "parts"))


def _group_sums(agreement: Agreement) -> Iterator[WeightSum]:
    for path, group in groups(agreement):
        of = tuple(
            ((*path, "indicators", n, "weight"), indicator.weight)
            for n, indicator in entries(group.indicators)
        )
        if of:
            whose = Message(
                f"น้ำหนักของตัวชี้วัดในกลุ่ม{_quote_name(group.name)}",
                f"the indicators' weights in group{_quote_name(group.name)}",
            )
            yield WeightSum(whose, of, group.weight, (*path, "weight"))


def _dimension_sums(agreement: Agreement) -> Iterator[WeightSum]:
    for path, dimension in agreement_dimensions(agreement):
        of = tuple(((*path, "groups", n, "weight"), group.weight) for n, group in entries(dimension.groups))
        if of:
            number = _number(dimension.number)
            whose = Message(f"น้ำหนักของกลุ่มตัวชี้วัดในมิติที่ {number}", f"the groups' weights in dimension {number}")
            yield WeightSum(whose, of, dimension.weight, (*path, "weight"))


def _whole_sum(agreement: Agreement) -> Iterator[WeightSum]:
    of = tuple(((*path, "weight"), dimension.weight) for path, dimension in agreement_dimensions(agreement))
    if of:
        whose = Message("น้ำหนักของมิติทั้งหมด", "the dimensions' weights")
        yield WeightSum(whose, of, WHOLE, ("agreement", "dimensions"))


def _number(id: object) -> str:
    """The number or id of what is told of; where it was refused, it goes without."""
    return "-" if is_refused(id) else str(id)


def _quote_name(name: str) -> str:
    return "" if is_refused(name) else f" '{name}'"


def scale_or_parts_faults(agreement: Agreement, at: At) -> Iterator[Diagnostic]:
    """An indicator is scored on its own scale or from its parts, never both, never neither."""
    for path, indicator in indicators(agreement):
        yield from sound(_scale_or_parts(path, indicator, at))


def _scale_or_parts(path: ValuePath, indicator: Indicator, at: At) -> Iterator[Diagnostic]:
    if (indicator.scale is not None) != bool(indicator.parts):
        return
    has = Message("มีทั้ง", "has both") if indicator.scale else Message("ไม่มีทั้ง", "has neither")
    joined = Message("และ", "and") if indicator.scale else Message("และ", "nor")
    place = at((*path, "scale", "type")) if at(path).in_table else at(path)
    scale, of_parts = _scale_and_parts(place)
    yield diagnose(
        "scale-or-parts",
        place,
        indicator=indicator.id,
        has=has,
        scale=scale,
        joined=joined,
        of_parts=of_parts,
    )


def _scale_and_parts(place: Location) -> tuple[Message, Message]:
    """What the two are called: columns of a sheet and rows of another, or fields of YAML."""
    if place.in_table:
        named = name_field(place, LinearScale, "type")
        return (
            Message(f"เกณฑ์ ({named.th})", f"a scale ({named.en})"),
            Message("แถวในแผ่นงาน 'ตัวชี้วัดย่อย'", "rows on the sheet 'ตัวชี้วัดย่อย'"),
        )
    return Message("เกณฑ์ (scale)", "a scale"), Message("ตัวชี้วัดย่อย (parts)", "parts")


def _one_weight(slip: WeightSum, whole: WeightSum, at: At) -> Diagnostic:
    """A weight that fits neither below nor above: with what it is divided into, all would come out."""
    is_, below = plain_figure(slip.due), plain_figure(slip.is_)
    return diagnose(
        "weight-sum",
        at(slip.total),
        is_=is_,
        slip=slip.whose,
        below=below,
        whole=whole.whose,
        sum=plain_figure(whole.is_),
        due=plain_figure(whole.due),
    )
