"""The scores that dimensions and the whole aim at, from those that their indicators aim at."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pipeline.model.schemes import Rules
from pipeline.scoring.cards import GroupScore, IndicatorScore
from pipeline.scoring.scheme_uses import combined_in

_NOTHING = Decimal(0)


def middle(rules: Rules) -> Decimal:
    """The score of the middle level, the lower of two; half the full marks where there are no levels."""
    if not rules.levels:
        return rules.full / 2
    return rules.levels[(len(rules.levels) - 1) // 2].score


def group_aim(group: GroupScore, aims: Mapping[str, Decimal], rules: Rules) -> Decimal:
    """The score that a group aims at: the shares of full marks that its members aim at, weighted.

    `aims` are the scores that indicators aim at, by their ids; the middle of its levels is that of one that
    is missing (`domain.md` §2.3), by `rules` where it has none of its own.
    """
    aimed = [_aim(member, aims, rules) for member in combined_in(group)]
    whole = sum((weight for weight, _ in aimed), _NOTHING)
    if not whole:
        return middle(group.rules)
    return sum((weight * share for weight, share in aimed), _NOTHING) / whole * group.full


def _aim(
    member: GroupScore | IndicatorScore, aims: Mapping[str, Decimal], rules: Rules
) -> tuple[Decimal, Decimal]:
    """The weight of a member, and the share of its full marks that it aims at."""
    if isinstance(member, GroupScore):
        return member.share or _NOTHING, group_aim(member, aims, rules) / member.full
    if member.id in aims:
        return member.weight, aims[member.id] / member.full
    own = member.rules or rules
    return member.weight, middle(own) / own.full
