"""From an input to its score card: indicators, dimensions and the total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import localcontext

from pipeline.model.agreement import Agreement
from pipeline.model.indicators import Result
from pipeline.model.plan import Plan, ProjectResult
from pipeline.scoring.cards import GroupScore, ScoreCard
from pipeline.scoring.indicators import score_indicator, score_project
from pipeline.scoring.rounding import EXACT
from pipeline.scoring.totals import group_score


def plan_card(plan: Plan, results: Iterable[ProjectResult]) -> ScoreCard:
    """All scores of a checked plan."""
    of_projects = {result.project: result for result in results}
    with localcontext(EXACT):
        return _plan_card(plan, of_projects)


def _plan_card(plan: Plan, results: Mapping[str, ProjectResult]) -> ScoreCard:
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


def agreement_card(agreement: Agreement, results: Iterable[Result]) -> ScoreCard:
    """All scores of a checked agreement."""
    of_indicators = {result.indicator: result for result in results}
    with localcontext(EXACT):
        return _agreement_card(agreement, of_indicators)


def _agreement_card(agreement: Agreement, results: Mapping[str, Result]) -> ScoreCard:
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
