"""How members add up to a group: weighted means, plain means and sums of marks (`domain.md` §2.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple, assert_never

from pipeline.model.schemes import Rules
from pipeline.scoring.rounding import round_to

_HUNDRED = Decimal(100)
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Member:
    """What a group takes of one member: its weight, its score and percentage as counted, and its full
    marks.
    """

    weight: Decimal
    score: Decimal | None
    percent: Decimal | None
    full: Decimal
    weighted: Decimal | None = None


class Combined(NamedTuple):
    """What members come to: the full weight and that which counts, score and full marks, percentage, and the
    sum of weighted scores.
    """

    weight: Decimal
    denominator: Decimal
    score: Decimal | None
    full: Decimal
    percent: Decimal | None
    weighted: Decimal


def weigh(rules: Rules, members: Sequence[Member]) -> list[Member]:
    """The members with the weights that the rules give them, and their weighted scores.

    Unless marks are summed, all count out of the same full marks: those of the total, where the scheme names
    them; else their own, or 100 where these differ.
    """
    fulls = {member.full for member in members}
    common = rules.out_of or (_HUNDRED if len(fulls) > 1 else None)
    return [_weigh_one(rules, member, common) for member in members]


def _weigh_one(rules: Rules, member: Member, full: Decimal | None) -> Member:
    match rules.combine:
        case "sum":
            return replace(member, weight=member.full, weighted=member.score)
        case "mean":
            return replace(_out_of(member, full), weight=Decimal(1))
        case "weighted":
            common = _out_of(member, full)
            if common.score is None:
                return common
            weighted = round_to(common.weight * common.score / rules.of, rules.rounding.weighted)
            return replace(common, weighted=weighted)
        case _:
            assert_never(rules.combine)


def _out_of(member: Member, full: Decimal | None) -> Member:
    """The same share of other full marks."""
    if full is None or full == member.full:
        return member
    score = None if member.score is None else member.score * full / member.full
    return replace(member, score=score, full=full)


def combine(rules: Rules, members: Sequence[Member]) -> Combined:
    """What weighed members come to, unrounded.

    The percentage is the mean of the members'; of a total whose full marks are summed or named, or whose
    weighted scores are rounded, its share.
    """
    counted = [member for member in members if member.score is not None]
    weight, denominator = (sum((each.weight for each in some), _NOTHING) for some in (members, counted))
    weighted = sum((each.weighted for each in counted if each.weighted is not None), _NOTHING)
    percents = [(each.weight, each.percent) for each in counted if each.percent is not None]
    full = max((each.full for each in members), default=rules.full)
    if not denominator:
        score, full = None, (weight if rules.combine == "sum" and weight else full)
    elif rules.combine == "sum":
        score, full = weighted, denominator
    elif rules.combine == "weighted" and rules.rounding.weighted:
        score = weighted * rules.of / denominator
    else:
        score = weighted_mean([(each.weight, each.score) for each in counted if each.score is not None])
    percent = weighted_mean(percents)
    is_own = rules.combine == "sum" or rules.out_of is not None or bool(rules.rounding.weighted)
    if score is not None and is_own:
        percent = score * 100 / full
    return Combined(weight, denominator, score, full, percent, weighted)


def weighted_mean(pairs: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
    """Σ(w × s) / Σw of (weight, score) pairs, unrounded; `None` of none, or if nothing weighs anything."""
    weight = sum((w for w, _ in pairs), _NOTHING)
    if not weight:
        return None
    return sum((w * s for w, s in pairs), _NOTHING) / weight
