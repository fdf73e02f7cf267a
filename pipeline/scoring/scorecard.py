"""From an input to its score card: indicators, dimensions and the total."""

from __future__ import annotations

from dataclasses import replace
from decimal import localcontext

from pipeline.model.inputs import AgreementInput, HrScorecardInput
from pipeline.scoring.cards import GroupScore, ScoreCard
from pipeline.scoring.indicators import score_indicator, score_project
from pipeline.scoring.rounding import EXACT
from pipeline.scoring.totals import group_score


def score_card(office_input: HrScorecardInput | AgreementInput) -> ScoreCard:
    """All scores of a checked plan or agreement."""
    with localcontext(EXACT):
        match office_input:
            case HrScorecardInput():
                return _plan_card(office_input)
            case AgreementInput():
                return _agreement_card(office_input)


def _plan_card(office_input: HrScorecardInput) -> ScoreCard:
    plan = office_input.plan
    results = {result.project: result for result in office_input.results}
    dimensions = tuple(
        group_score(
            str(dimension.number),
            dimension.name,
            [
                score_project(project, results.get(project.id), plan.unmeasured)
                for project in dimension.projects
            ],
        )
        for dimension in plan.dimensions
    )
    return ScoreCard(dimensions, _total(dimensions), plan.unmeasured)


def _agreement_card(office_input: AgreementInput) -> ScoreCard:
    agreement = office_input.agreement
    results = {result.indicator: result for result in office_input.results}
    dimensions = tuple(
        group_score(
            str(dimension.number),
            dimension.name,
            [score_indicator(indicator, results, agreement.unmeasured) for indicator in dimension.indicators],
        )
        for dimension in agreement.dimensions
    )
    return ScoreCard(dimensions, _total(dimensions), agreement.unmeasured)


def _total(dimensions: tuple[GroupScore, ...]) -> GroupScore:
    """The whole, from the indicators themselves and not from the dimensions' scores."""
    everything = [indicator for dimension in dimensions for indicator in dimension.indicators]
    whole = group_score("", "", everything)
    return replace(whole, indicators=())
