"""The facts that prose may print by name: those of the office and period, and those of a result.

`docs/input.md` lists the names. All are texts with Arabic digits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pipeline.compose.placeholders import SHORT_OFFICE
from pipeline.model.facts import evaluate_facts
from pipeline.scoring.rounding import figure_text
from pipeline.thai.dates import date_range, long_date

if TYPE_CHECKING:
    from pipeline.compose.papers import AnyInput
    from pipeline.model.inputs import HrScorecardInput
    from pipeline.model.period import Period
    from pipeline.model.plan import Project, ProjectResult
    from pipeline.scoring.cards import IndicatorScore, ScoreCard

PLAN_STEPS = "{plan_steps}"
"""A passage of only this text prints the plan's steps of the project as a numbered list."""


def common_facts(office_input: AnyInput) -> dict[str, str]:
    """What every text of an input may print: office, period, parties."""
    office = office_input.office
    facts = {
        "office": office.name,
        SHORT_OFFICE: office.short or office.name,
        "ministry": office.ministry,
        "office_head": office.head,
        "office_head_short": office.head_short or office.head,
    }
    if office_input.kind != "memo":
        facts |= period_facts(office_input.period)
    if office_input.kind == "agreement":
        from pipeline.compose.agreement_facts import agreement_facts  # noqa: PLC0415

        facts |= agreement_facts(office_input.agreement)
    return facts


def period_facts(period: Period) -> dict[str, str]:
    """The period in words and figures."""
    return {
        "fiscal_year": str(period.fiscal_year),
        "quarter": str(period.quarter),
        "months": str(period.months),
        "period": date_range(period.start, period.end),
        "period_start": long_date(period.start),
        "period_end": long_date(period.end),
    }


def project_facts(
    office_input: HrScorecardInput, project: Project, card: ScoreCard, common: Mapping[str, str]
) -> dict[str, str]:
    """What the prose of one project's result may print: `common` and what is its own, phrases included."""
    facts = {
        **common,
        "project": project.name,
        "step_count": str(len(project.steps)),
        "next_step": project.steps[0],
        **_scored(card.indicator(project.id)),
    }
    result = next((result for result in office_input.results if result.project == project.id), None)
    return facts | (measured_facts(result, project) | _own(result) if result else {})


def _scored(score: IndicatorScore) -> dict[str, str]:
    """Level and percentage, where there are any."""
    facts = {}
    if score.level is not None:
        facts["level"] = figure_text(score.level)
    if score.percent is not None:
        facts["percent"] = figure_text(score.percent)
    return facts


def measured_facts(result: ProjectResult, project: Project) -> dict[str, str]:
    """The figures of a result as they were typed, and what follows from them."""
    facts = {}
    for name in ("value", "numerator", "denominator"):
        figure = getattr(result, name)
        if figure is not None:
            facts[name] = f"{figure:f}"
    if result.numerator is not None and result.denominator is not None:
        facts["remaining"] = f"{result.denominator - result.numerator:f}"
    if result.steps is not None:
        facts |= _steps(result.steps, project)
    return facts


def _steps(done: int, project: Project) -> dict[str, str]:
    facts = {"steps": str(done)}
    if done:
        facts["steps_done"] = "1" if done == 1 else f"1 - {done}"
    if done < len(project.steps):
        facts["next_step"] = project.steps[done]
    return facts


def _own(result: ProjectResult) -> dict[str, str]:
    numbers = {name: figure_text(number) for name, number in evaluate_facts(result.facts).items()}
    return {**numbers, **result.phrases}
