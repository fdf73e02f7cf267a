"""The weights of an agreement, from its parts up to the whole, and what each indicator is scored on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Protocol

from pipeline.diagnostics import Diagnostic, Message, diagnose
from pipeline.intake import Source, ValuePath
from pipeline.kinds.agreement.places import agreement_dimensions, groups
from pipeline.kinds.agreement.record import AgreementInput
from pipeline.model.agreement import AgreementDimension
from pipeline.model.checks.places import At
from pipeline.model.checks.weights import WHOLE, Weights, WeightSum, plain_figure, sum_faults
from pipeline.model.placed import rules_of
from pipeline.model.schemes import Rules
from pipeline.model.soundness import Unsound, entries, is_refused, sound

_BETWEEN = 10
"""More than any sum of shares with a slip, less than any of percentages."""


class _Weighed(Protocol):
    @property
    def weight(self) -> Decimal | None: ...


def agreement_weight_faults(office_input: AgreementInput, source: Source) -> Iterator[Diagnostic]:
    """Parts sum to 1 or 100, indicators to their group, groups to their dimension, dimensions to what the
    scheme says; in a group or dimension with a scheme of its own, to what that says.

    A weight that agrees neither with what it is divided into nor with its neighbours is one slip, and is
    told once.
    """
    at, adrift = source.place, source.adrift
    inner = [] if "parts" in adrift else _find_wrong_sums(_parts_sums(office_input))
    lower = [] if "indicators" in adrift else _find_wrong_sums(_group_sums(office_input))
    middle = [] if "groups" in adrift else _find_wrong_sums(_dimension_sums(office_input))
    top = [] if "dimensions" in adrift else _find_wrong_sums(_whole_sum(office_input))
    wrong = [*lower, *middle, *top]
    for whole in list(wrong):
        slips = [part for part in wrong if part.total in dict(whole.of) and part.off == -whole.off]
        if len(slips) == 1 and whole in wrong:
            yield _one_weight(slips[0], whole, at)
            wrong = [each for each in wrong if each not in (slips[0], whole)]
    for each in (*inner, *wrong):
        yield from sum_faults(each, at)
    yield from sound(_lacking(office_input, at))


def _lacking(office_input: AgreementInput, at: At) -> Iterator[Diagnostic]:
    """Dimensions and groups without a weight where members are weighed.

    Groups that only gather may all go without: their weights are those of their indicators.
    """
    for path, dimension in agreement_dimensions(office_input.agreement):
        if dimension.weight is None and _rules_of(office_input).combine == "weighted":
            number = f"มิติที่ {_number(dimension.number)}"
            yield diagnose("weight-lacking", at((*path, "weight")), whose=number)
    for path, group in groups(office_input.agreement):
        dimension = _dimension_of(office_input, path)
        above = _rules_of(office_input, dimension.scheme)
        is_needed = bool(group.scheme) or any(
            each.weight is not None for _, each in entries(dimension.groups)
        )
        if group.weight is None and above.combine == "weighted" and is_needed:
            yield diagnose("weight-lacking/group", at((*path, "weight")), whose=_name(group.name))


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


def _parts_sums(office_input: AgreementInput) -> Iterator[WeightSum]:
    """Of parts without a scheme of their own: shares or percentages."""
    for placed in office_input.scored:
        parts = [(n, part) for n, part in entries(placed.scored.parts) if part.weight is not None]
        of = tuple(((*placed.path, "parts", n, "weight"), _weight(part.weight)) for n, part in parts)
        if of and placed.rules.combine == "weighted":
            whose = Message(
                f"น้ำหนักของตัวชี้วัดย่อยในตัวชี้วัดที่ {_number(placed.scored.id)}",
                f"the weights of the parts of indicator {_number(placed.scored.id)}",
            )
            due = placed.rules.of if placed.scored.scheme else _whole_of(of)
            yield WeightSum(whose, of, due, (*placed.path, "parts"))


def _whole_of(weights: Weights) -> Decimal:
    """What parts sum to: 1 of shares, 100 of percentages, whichever their sum is nearer to."""
    total = sum((weight for _, weight in weights), Decimal(0))
    return WHOLE if total > _BETWEEN else Decimal(1)


def _group_sums(office_input: AgreementInput) -> Iterator[WeightSum]:
    for path, group in groups(office_input.agreement):
        of = _weights(path, "indicators", group.indicators)
        rules = _rules_of(office_input, group.scheme, _dimension_of(office_input, path).scheme)
        due = rules.of if group.scheme else group.weight
        if of and due is not None and rules.combine == "weighted":
            whose = Message(
                f"น้ำหนักของตัวชี้วัดในกลุ่ม{_quote_name(group.name)}",
                f"the indicators' weights in group{_quote_name(group.name)}",
            )
            yield WeightSum(whose, of, due, (*path, "weight"))


def _dimension_sums(office_input: AgreementInput) -> Iterator[WeightSum]:
    for path, dimension in agreement_dimensions(office_input.agreement):
        of = _weights(path, "groups", dimension.groups) or _weights_in_groups(path, dimension)
        rules = _rules_of(office_input, dimension.scheme)
        due = rules.of if dimension.scheme else dimension.weight
        if of and due is not None and rules.combine == "weighted":
            number = _number(dimension.number)
            whose = Message(f"น้ำหนักของกลุ่มตัวชี้วัดในมิติที่ {number}", f"the groups' weights in dimension {number}")
            yield WeightSum(whose, of, due, (*path, "weight"))


def _whole_sum(office_input: AgreementInput) -> Iterator[WeightSum]:
    of = _weights(("agreement",), "dimensions", office_input.agreement.dimensions)
    rules = _rules_of(office_input)
    if of and rules.combine == "weighted":
        whose = Message("น้ำหนักของมิติทั้งหมด", "the dimensions' weights")
        yield WeightSum(whose, of, rules.of, ("agreement", "dimensions"))


def _weights(path: ValuePath, field: str, members: Iterable[_Weighed]) -> Weights:
    """The weights of members; none where one was left out, which is told by itself."""
    listed = [((*path, field, n, "weight"), member.weight) for n, member in entries(members)]
    if any(not is_refused(weight) and weight is None for _, weight in listed):
        return ()
    return tuple((place, _weight(weight)) for place, weight in listed)


def _weights_in_groups(path: ValuePath, dimension: AgreementDimension) -> Weights:
    """The weights of all indicators, where the groups of a dimension name none of their own."""
    if any(group.weight is not None or group.scheme for _, group in entries(dimension.groups)):
        return ()
    listed = [
        _weights((*path, "groups", n), "indicators", each.indicators) for n, each in entries(dimension.groups)
    ]
    return tuple(weight for weights in listed for weight in weights) if all(listed) else ()


def _weight(weight: Decimal | None) -> Decimal:
    """A weight that is known to be there, or was refused."""
    return weight  # type: ignore[return-value]  # `None` was left out before


def _dimension_of(office_input: AgreementInput, path: ValuePath) -> AgreementDimension:
    return office_input.agreement.dimensions[int(path[2])]


def _rules_of(office_input: AgreementInput, *schemes: str) -> Rules:
    """The rules of the first scheme that is named, from the inside out, or of the whole. Raises `Unsound`."""
    named = next((scheme for scheme in schemes if scheme), office_input.agreement.scheme)
    return rules_of(office_input.scheme_book, named, None)


def _number(id: object) -> str:
    """The number or id of what is told of; where it was refused, it goes without."""
    return "-" if is_refused(id) else str(id)


def _name(name: str) -> str:
    return "-" if is_refused(name) else name


def _quote_name(name: str) -> str:
    return "" if is_refused(name) else f" '{name}'"


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
