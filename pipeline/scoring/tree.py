"""A tree of what is scored -> scores: leaves by their scales, branches as their rules combine them.

A branch with a scheme of its own is combined by it and counts as one member. One without only gathers: its
leaves count by themselves where the nearest branch above with a scheme is combined, and its own score is told
from the same weights and weighted scores.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.model.indicators import Measured, Status
from pipeline.model.schemes import Rules, Unmeasured
from pipeline.scoring.cards import GroupScore, IndicatorScore
from pipeline.scoring.grades import grade_of
from pipeline.scoring.leaf import Leaf, score_leaf
from pipeline.scoring.rounding import as_level, as_percent, round_to, settle_figure
from pipeline.scoring.totals import Member, combine, weigh


@dataclass(frozen=True, slots=True)
class Composite:
    """An indicator that is scored from its parts; `is_own` says that it has a scheme of its own."""

    id: str
    name: str
    weight: Decimal | None
    rules: Rules
    policy: Unmeasured
    parts: tuple[Leaf | Composite, ...]
    is_own: bool = False
    reported: Measured | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """A dimension, a group, or the whole; `is_own` says that it is combined by a scheme of its own."""

    number: str
    name: str
    weight: Decimal | None
    rules: Rules
    children: tuple[Branch | Leaf | Composite, ...]
    is_own: bool = False


def score_branch(branch: Branch) -> GroupScore:
    """The scores of a branch and of all below it."""
    scored = [_score(child) for child in branch.children]
    members = list(_members(scored))
    weighed = weigh(branch.rules, [_member(each) for each in members])
    if branch.is_own:  # what only gathers is told by the branch that combines it
        told = iter(zip(members, weighed, strict=True))
        scored = [_renew(each, told)[0] for each in scored]
    return _combined(_gathered(branch, scored), weighed)


def _score(child: Branch | Leaf | Composite) -> IndicatorScore | GroupScore:
    if isinstance(child, Branch):
        return score_branch(child)
    return score_composite(child) if isinstance(child, Composite) else score_leaf(child)


def _members(scored: list[IndicatorScore | GroupScore]) -> Iterator[IndicatorScore | GroupScore]:
    """What counts by itself: indicators, and groups with a scheme of their own; of others what is in them."""
    for each in scored:
        if isinstance(each, IndicatorScore) or each.is_member:
            yield each
        else:
            yield from _members([*each.members])


def _member(scored: IndicatorScore | GroupScore) -> Member:
    if isinstance(scored, IndicatorScore):
        return Member(scored.weight, scored.counted, scored.counted_percent, scored.full)
    return Member(scored.share or Decimal(0), scored.score, scored.percent, scored.full)


def _tell(scored: IndicatorScore | GroupScore, member: Member) -> IndicatorScore | GroupScore:
    """The scored one with the weight and the weighted score that it was combined with."""
    if isinstance(scored, IndicatorScore):
        return replace(scored, weight=member.weight, weighted=member.weighted)
    return replace(scored, share=member.weight, share_weighted=member.weighted)


def _renew(
    scored: IndicatorScore | GroupScore, told: Iterator[tuple[IndicatorScore | GroupScore, Member]]
) -> tuple[IndicatorScore | GroupScore, list[Member]]:
    """The same tree as its members were combined, which are told in their order; and these members."""
    if isinstance(scored, IndicatorScore) or scored.is_member:
        _, member = one = next(told)
        return _tell(*one), [member]
    renewed = [_renew(each, told) for each in scored.members]
    weighed = [member for _, members in renewed for member in members]
    return _combined(replace(scored, members=tuple(each for each, _ in renewed)), weighed), weighed


def _gathered(branch: Branch, members: list[IndicatorScore | GroupScore]) -> GroupScore:
    """A branch with its members, of which nothing has been combined."""
    return GroupScore(
        number=branch.number,
        name=branch.name,
        weight=Decimal(0),
        denominator=Decimal(0),
        score=None,
        percent=None,
        weighted=Decimal(0),
        members=tuple(members),
        full=branch.rules.full,
        places=branch.rules.group_places,
        rules=branch.rules,
        is_member=branch.is_own,
        share=branch.weight,
    )


def _combined(group: GroupScore, weighed: list[Member]) -> GroupScore:
    """The group with its score; full marks of its own are the scheme's that it names."""
    rules, sums = group.rules, combine(group.rules, weighed)
    score, full = sums.score, sums.full
    if group.is_member and rules.out_of is not None:
        score, full = (None if score is None else score * rules.out_of / full), rules.out_of
    if score is not None:
        score = round_to(score, rules.rounding.group)
    return replace(
        group,
        weight=sums.weight,
        denominator=sums.denominator,
        score=score,
        percent=sums.percent,
        weighted=sums.weighted,
        full=full,
        grade="" if score is None else grade_of(round_to(score, rules.rounding.total), rules.bands),
    )


def score_composite(composite: Composite) -> IndicatorScore:
    """An indicator from its parts that count (`domain.md` §2.2, §2.5 b), rounded as any score is."""
    rules = composite.rules if composite.is_own else _of_parts(composite.rules)
    parts = [
        score_composite(part) if isinstance(part, Composite) else score_leaf(part) for part in composite.parts
    ]
    weighed = weigh(rules, [_member(part) for part in parts])
    sums = combine(rules, weighed)
    exact, full = sums.score, sums.full
    if composite.is_own and rules.out_of is not None:
        exact, full = (None if exact is None else exact * rules.out_of / full), rules.out_of
    counted = None if exact is None else round_to(exact, rules.rounding.score)
    percent = None if counted is None else as_percent(counted * 100 / full)
    status = _common_status(parts)
    score = counted if status == "measured" else None
    is_rounded = exact is not None and counted is not None and settle_figure(exact) != settle_figure(counted)
    return IndicatorScore(
        id=composite.id,
        name=composite.name,
        weight=Decimal(0) if composite.weight is None else composite.weight,
        status=status,
        policy="excluded" if counted is None else composite.policy,
        result=None,
        score=score,
        level=None if score is None else as_level(score) or None,
        percent=None if score is None else percent,
        counted=counted,
        counted_percent=percent,
        weighted=None,
        reported=composite.reported,
        rounded=is_rounded or any(part.rounded for part in parts),
        parts=tuple(
            replace(part, weight=member.weight, weighted=member.weighted)
            for part, member in zip(parts, weighed, strict=True)
        ),
        full=full,
        places=rules.places,
        rules=composite.rules,
    )


def _of_parts(rules: Rules) -> Rules:
    """The rules for parts that have no scheme of their own: their weights are shares, of which nothing is
    rounded, and the full marks of a total are not theirs.
    """
    return replace(rules, out_of=None, rounding=replace(rules.rounding, weighted=()))


def _common_status(parts: list[IndicatorScore]) -> Status:
    """`measured` if any part was; else what all parts share, or `not-reported`."""
    statuses = {part.status for part in parts}
    if "measured" in statuses:
        return "measured"
    return parts[0].status if len(statuses) == 1 else "not-reported"
