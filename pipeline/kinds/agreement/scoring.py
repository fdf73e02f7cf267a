"""How an agreement is scored: by its dimensions, groups and indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pipeline.kinds.agreement.record import AgreementInput
from pipeline.model.agreement import Agreement, AgreementDimension, IndicatorGroup
from pipeline.model.indicators import Indicator
from pipeline.model.schemes import Rules, Unmeasured
from pipeline.scoring.cards import ScoreCard
from pipeline.scoring.leaf import Leaf
from pipeline.scoring.scorecard import Round, branch, leaf_or_composite, root, score_input
from pipeline.scoring.tree import Branch, Composite


def score(office_input: AgreementInput) -> ScoreCard:
    """All scores of a checked agreement."""
    agreement = office_input.agreement
    results = ((result.indicator, result) for result in office_input.results)
    return score_input(
        office_input,
        agreement.scheme,
        results,
        agreement.unmeasured,
        lambda round_: _whole(agreement, round_),
    )


def _whole(agreement: Agreement, round_: Round) -> Branch:
    def dimensions(rules: Rules) -> Iterator[Branch]:
        return (_dimension(each, rules, round_) for each in agreement.dimensions)

    return root(round_, dimensions)


def _dimension(dimension: AgreementDimension, above: Rules, round_: Round) -> Branch:
    def groups(rules: Rules) -> Iterator[Branch]:
        return (_group(group, rules, round_) for group in dimension.groups)

    return branch(dimension, str(dimension.number), above, round_, groups)


def _group(group: IndicatorGroup, above: Rules, round_: Round) -> Branch:
    def indicators(rules: Rules) -> Iterator[Leaf | Composite]:
        return (leaf_or_composite(each, rules, round_) for each in group.indicators)

    return branch(group, "", above, round_, indicators)


def under(office_input: AgreementInput, policy: Unmeasured) -> AgreementInput:
    """The agreement under another policy; an indicator with a policy of its own keeps it."""
    agreement = office_input.agreement.model_copy(update={"unmeasured": policy})
    return office_input.model_copy(update={"agreement": agreement})


def aims(office_input: AgreementInput) -> Mapping[str, Decimal]:
    """The score of each indicator's target level; the highest that it can earn where none is named."""
    return {
        placed.scored.id: _aim(placed.scored, placed.rules)
        for placed in office_input.scored
        if isinstance(placed.scored, Indicator)
    }


def _aim(indicator: Indicator, rules: Rules) -> Decimal:
    if indicator.target_level:
        return rules.score_of(indicator.target_level)
    return indicator.scale.full(rules) if indicator.scale else rules.full
