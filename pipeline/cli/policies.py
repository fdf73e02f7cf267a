"""The same input under each policy for what was not measured."""

from __future__ import annotations

from typing import get_args

from pipeline import scoring
from pipeline.model.indicators import Unmeasured
from pipeline.model.inputs import AgreementInput, HrScorecardInput, OfficeInput
from pipeline.scoring.cards import ScoreCard

POLICIES: tuple[Unmeasured, ...] = get_args(Unmeasured)


def cards_by_policy(office_input: OfficeInput) -> dict[Unmeasured, ScoreCard]:
    """A score card for each policy; empty for an input that has no scores.

    An indicator with a policy of its own keeps it.
    """
    cards = {policy: scoring.score_input(_under(office_input, policy)) for policy in POLICIES}
    return {policy: card for policy, card in cards.items() if card is not None}


def _under(office_input: OfficeInput, policy: Unmeasured) -> OfficeInput:
    if isinstance(office_input, HrScorecardInput):
        plan = office_input.plan.model_copy(update={"unmeasured": policy})
        return office_input.model_copy(update={"plan": plan})
    if isinstance(office_input, AgreementInput):
        agreement = office_input.agreement.model_copy(update={"unmeasured": policy})
        return office_input.model_copy(update={"agreement": agreement})
    return office_input
