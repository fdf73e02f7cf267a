"""How a plan is scored: by its dimensions and projects."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.model.indicators import Unmeasured
from pipeline.scoring.cards import ScoreCard
from pipeline.scoring.scorecard import plan_card


def score(office_input: HrScorecardInput) -> ScoreCard:
    """All scores of a checked plan."""
    return plan_card(office_input.plan, office_input.results)


def under(office_input: HrScorecardInput, policy: Unmeasured) -> HrScorecardInput:
    """The plan under another policy; a project with a policy of its own keeps it."""
    plan = office_input.plan.model_copy(update={"unmeasured": policy})
    return office_input.model_copy(update={"plan": plan})


def aims(_: HrScorecardInput) -> Mapping[str, Decimal]:
    """None: a plan's projects name no target."""
    return {}
