"""Weights that must sum (`domain.md` §2.2, §3.5 check 3): a fault stands at the weights themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.diagnostics import Diagnostic, Location, Message, diagnose
from pipeline.intake import Source, ValuePath
from pipeline.model.agreement import Agreement
from pipeline.model.checks.calling import called
from pipeline.model.checks.places import At, agreement_dimensions, groups, indicators, projects
from pipeline.model.indicators import Indicator
from pipeline.model.plan import Plan
from pipeline.model.scales import LinearScale
from pipeline.model.soundness import Unsound, entries, is_refused, sound

_HUNDRED = Decimal(100)
_MOST_ADDENDS = 12
_Weights = tuple[tuple[ValuePath, Decimal], ...]


@dataclass(frozen=True, slots=True)
class _Sum:
    """Weights that must sum to `due`; `total` is where the weight stands that they divide, or their list."""

    whose: Message
    of: _Weights
    due: Decimal
    total: ValuePath

    @property
    def is_(self) -> Decimal:
        """What they sum to."""
        return sum((weight for _, weight in self.of), Decimal(0))

    @property
    def off(self) -> Decimal:
        """What is lacking; less than nothing if it is too much. Raises `Unsound`."""
        return self.due - self.is_


def plan_weight_faults(plan: Plan, source: Source) -> Iterator[Diagnostic]:
    """The projects' weights sum to 100."""
    if "projects" in source.adrift:
        return
    whose = Message("น้ำหนักของแผนงาน/โครงการทั้งแผน", "the projects' weights")
    of = tuple(((*path, "weight"), project.weight) for path, project in projects(plan))
    known = sum(len(dimension.projects) for dimension in plan.dimensions)
    if known == len(of):
        yield from _told(_Sum(whose, of, _HUNDRED, ("plan", "dimensions")), source.place)


def agreement_weight_faults(agreement: Agreement, source: Source) -> Iterator[Diagnostic]:
    """Parts sum to 1, indicators to their group, groups to their dimension, dimensions to 100.

    A weight that agrees neither with what it is divided into nor with its neighbours is one slip, and
    is told once.
    """
    at, adrift = source.place, source.adrift
    inner = [] if "parts" in adrift else _wrong(_parts_sums(agreement))
    lower = [] if "indicators" in adrift else _wrong(_group_sums(agreement))
    middle = [] if "groups" in adrift else _wrong(_dimension_sums(agreement))
    top = [] if "dimensions" in adrift else _wrong(_whole_sum(agreement))
    wrong = [*lower, *middle, *top]
    for whole in list(wrong):
        slips = [part for part in wrong if part.total in dict(whole.of) and part.off == -whole.off]
        if len(slips) == 1 and whole in wrong:
            yield _one_weight(slips[0], whole, at)
            wrong = [each for each in wrong if each not in (slips[0], whole)]
    for each in (*inner, *wrong):
        yield from _told(each, at)


def _wrong(sums: Iterator[_Sum]) -> list[_Sum]:
    """Those that do not come out; one with a weight that was refused cannot be told."""
    found = []
    for each in sums:
        try:
            if each.off:
                found.append(each)
        except Unsound:
            continue
    return found


def _parts_sums(agreement: Agreement) -> Iterator[_Sum]:
    for path, indicator in indicators(agreement):
        of = tuple(((*path, "parts", n, "weight"), part.weight) for n, part in entries(indicator.parts))
        if of:
            whose = Message(
                f"น้ำหนักของตัวชี้วัดย่อยในตัวชี้วัดที่ {_number(indicator.id)}",
                f"the weights of the parts of indicator {_number(indicator.id)}",
            )
            yield _Sum(whose, of, Decimal(1), (*path, "parts"))


def _group_sums(agreement: Agreement) -> Iterator[_Sum]:
    for path, group in groups(agreement):
        of = tuple(
            ((*path, "indicators", n, "weight"), indicator.weight)
            for n, indicator in entries(group.indicators)
        )
        if of:
            whose = Message(
                f"น้ำหนักของตัวชี้วัดในกลุ่ม{_named(group.name)}",
                f"the indicators' weights in group{_named(group.name)}",
            )
            yield _Sum(whose, of, group.weight, (*path, "weight"))


def _dimension_sums(agreement: Agreement) -> Iterator[_Sum]:
    for path, dimension in agreement_dimensions(agreement):
        of = tuple(((*path, "groups", n, "weight"), group.weight) for n, group in entries(dimension.groups))
        if of:
            number = _number(dimension.number)
            whose = Message(f"น้ำหนักของกลุ่มตัวชี้วัดในมิติที่ {number}", f"the groups' weights in dimension {number}")
            yield _Sum(whose, of, dimension.weight, (*path, "weight"))


def _whole_sum(agreement: Agreement) -> Iterator[_Sum]:
    of = tuple(((*path, "weight"), dimension.weight) for path, dimension in agreement_dimensions(agreement))
    if of:
        whose = Message("น้ำหนักของมิติทั้งหมด", "the dimensions' weights")
        yield _Sum(whose, of, _HUNDRED, ("agreement", "dimensions"))


def _number(id: object) -> str:
    """The number or id of what is told of; where it was refused, it goes without."""
    return "-" if is_refused(id) else str(id)


def _named(name: str) -> str:
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
        named = called(place, LinearScale, "type")
        return (
            Message(f"เกณฑ์ ({named.th})", f"a scale ({named.en})"),
            Message("แถวในแผ่นงาน 'ตัวชี้วัดย่อย'", "rows on the sheet 'ตัวชี้วัดย่อย'"),
        )
    return Message("เกณฑ์ (scale)", "a scale"), Message("ตัวชี้วัดย่อย (parts)", "parts")


def _one_weight(slip: _Sum, whole: _Sum, at: At) -> Diagnostic:
    """A weight that fits neither below nor above: with what it is divided into, all would come out."""
    is_, below = _plain(slip.due), _plain(slip.is_)
    return diagnose(
        "weight-sum",
        at(slip.total),
        is_=is_,
        slip=slip.whose,
        below=below,
        whole=whole.whose,
        sum=_plain(whole.is_),
        due=_plain(whole.due),
    )


def _told(one: _Sum, at: At) -> Iterator[Diagnostic]:
    if not one.off:
        return
    off = _plain(abs(one.off))
    away = Message(f"ขาด {off}", f"{off} short") if one.off > 0 else Message(f"เกิน {off}", f"{off} too much")
    addends = ""
    if 1 < len(one.of) <= _MOST_ADDENDS:
        addends = f" ({' + '.join(_plain(weight) for _, weight in one.of)})"
    whole, places = at(one.total), [at(path) for path, _ in one.of]
    if not whole.in_table and not any(place.in_table for place in places):
        places = [whole]
    first, *also = dict.fromkeys(places)
    if one.is_ * 100 == one.due:  # typed as fractions
        yield diagnose(
            "weight-sum/fractions",
            first,
            also=also,
            whose=one.whose,
            sum=_plain(one.is_),
            due=_plain(one.due),
            away=away,
            addends=addends,
        )
    else:
        yield diagnose(
            "weight-sum/off",
            first,
            also=also,
            whose=one.whose,
            sum=_plain(one.is_),
            due=_plain(one.due),
            away=away,
            addends=addends,
        )


def _plain(number: Decimal) -> str:
    """`95`, `17.5`: no zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
