"""How an agreement is scored: by its dimensions, groups and indicators."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pipeline.kinds.agreement.record import AgreementInput
from pipeline.model.indicators import Unmeasured
from pipeline.scoring.cards import ScoreCard
from pipeline.scoring.scorecard import agreement_card


def score(office_input: AgreementInput) -> ScoreCard:
    """All scores of a checked agreement."""
    return agreement_card(office_input.agreement, office_input.results)


def under(office_input: AgreementInput, policy: Unmeasured) -> AgreementInput:
    """The agreement under another policy; an indicator with a policy of its own keeps it."""
    agreement = office_input.agreement.model_copy(update={"unmeasured": policy})
    return office_input.model_copy(update={"agreement": agreement})


def aims(office_input: AgreementInput) -> Mapping[str, Decimal]:
    """The target level of each indicator."""
    return {one.id: Decimal(one.target_level) for one in office_input.agreement.indicators}
