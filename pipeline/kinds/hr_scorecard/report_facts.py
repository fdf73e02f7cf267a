"""What all prose of an HR plan's papers may print of the plan, its scores and the report's own data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from pipeline.kinds.hr_scorecard.fact_names import BLOCKS
from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.kinds.hr_scorecard.report import ActionPlan, WorkingGroup
from pipeline.model.people import Unit
from pipeline.model.period import Period
from pipeline.model.quiet_reading import reads_quietly
from pipeline.scoring.cards import ScoreCard
from pipeline.scoring.rounding import percent_text, score_text, whole_text
from pipeline.scoring.side_by_side import side_by_side
from pipeline.thai.dates import long_date

_CENT = Decimal("0.01")


@reads_quietly
def plan_facts(office_input: HrScorecardInput) -> dict[str, str]:
    """Of the plan and what the report refers to; only what is filled in has a name."""
    plan, period, units = office_input.plan, office_input.period, office_input.units
    reporter = next(unit for unit in units if unit.id == office_input.reporter)
    facts = {
        "plan": plan.name,
        "plan_short": plan.short or plan.name,
        "plan_years": _years(period, plan.first_year, plan.last_year),
        "reporter": reporter.name,
        "reporter_short": _short(reporter),
        "dimension_count": str(len(plan.dimensions)),
        "project_count": str(len(plan.projects)),
        "measured_count": str(_measured(office_input)),
    }
    if plan.projects[0].levels:
        facts["level_count"] = str(len(plan.projects[0].levels))
    return {
        name: text
        for name, text in {**facts, **_budget(office_input), **_report(office_input)}.items()
        if text
    }


def score_facts(card: ScoreCard | None) -> dict[str, str]:
    """Of the scores of the whole plan, where it has any."""
    if card is None:
        return {}
    facts = {"score_title": _score_title(card)}
    if card.total.score is not None:
        facts["total_score"] = _total_text(card, card.total.score)
    if card.total.percent is not None:
        facts["total_percent"] = percent_text(card.total.percent)
    return facts


def _total_text(card: ScoreCard, score: Decimal) -> str:
    """The total with the decimals of the score table: all that it has where it was rounded or changed under a
    scheme of its own.
    """
    total = card.total
    is_settled = total.is_member and (total.rules.rounding.total or card.adjustments)
    return whole_text(score, total.places) if is_settled else score_text(score, total.places)


@reads_quietly
def _has_steps(office_input: HrScorecardInput) -> bool:
    return any(project.steps or project.levels for project in office_input.plan.projects)


def blocks_with_data(office_input: HrScorecardInput) -> Iterator[str]:
    """The blocks that have something to print."""
    report, is_scored = office_input.report, office_input.is_scored
    action = report.action_plan
    lacking = {
        "share_note": not is_scored,
        "follow_up_table": not _has_steps(office_input),
        "missions": not (action and action.missions),
        "strategies": not (action and action.strategies),
        "quality_table": not report.quality_issues,
        "quality_list": not report.quality_issues,
    }
    yield from (block.id for block in BLOCKS if not lacking.get(block.id))


def money(amount: Decimal) -> str:
    """`1,234,567.50`; whole baht without decimals."""
    return f"{amount:,.2f}" if amount % 1 else f"{amount:,.0f}"


def share_of(part: Decimal | None, whole: Decimal | None) -> str:
    """How many per cent a sum is of another, to 2 decimals; empty where it cannot be said."""
    if part is None or not whole:
        return ""
    return f"{(part * 100 / whole).quantize(_CENT, ROUND_HALF_UP):f}"


def _score_title(card: ScoreCard) -> str:
    is_level = card.rules.is_numbered and len(side_by_side(card).schemes) == 1
    weighed = "ถ่วงน้ำหนัก" if card.rules.combine == "weighted" else ""
    return f"{'ระดับ' if is_level else 'คะแนน'}และร้อยละของผลการดำเนินการ{weighed}"


def _measured(office_input: HrScorecardInput) -> int:
    return len({result.project for result in office_input.results if result.status == "measured"})


def _budget(office_input: HrScorecardInput) -> Mapping[str, str]:
    given = [project.budget for project in office_input.plan.projects if project.budget is not None]
    used = [result.spent for result in office_input.results if result.spent is not None]
    whole, spent = sum(given, Decimal(0)), sum(used, Decimal(0))
    facts = {}
    if given:
        facts["total_budget"] = money(whole)
    if used:
        facts["total_spent"] = money(spent)
    if given and used:
        facts["total_spent_percent"] = share_of(spent, whole)
    return facts


def _report(office_input: HrScorecardInput) -> Mapping[str, str]:
    report, facts = office_input.report, dict[str, str]()
    if report.action_plan:
        facts |= _action(report.action_plan)
    first, last = report.reviewed_first_year, report.reviewed_last_year
    if first and last:
        facts["reviewed_years"] = _years(office_input.period, first, last)
    if report.working_group:
        facts |= _group(report.working_group)
    if report.approved:
        facts["approved"] = long_date(report.approved)
    return facts


def _action(action: ActionPlan) -> Mapping[str, str]:
    return {
        "action_plan": action.name,
        "action_plan_years": f"พ.ศ. {_span(action.first_year, action.last_year)}",
        "action_plan_length": str(action.years),
        "vision": action.vision,
    }


def _group(group: WorkingGroup) -> Mapping[str, str]:
    assistant = group.assistant
    by_name = f"{assistant.full_name} {group.assistant_position}".strip() if assistant else ""
    return {
        "order_number": group.order_number,
        "order_date": long_date(group.order_date),
        "chair": group.chair,
        "members": group.members,
        "secretary": group.secretary,
        "assistants": " และ".join(each for each in (group.assistant_post, by_name) if each),
    }


def _years(period: Period, first: int, last: int) -> str:
    return f"{period.year_name} {_span(first, last)}"


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} - {last}"


def _short(unit: Unit) -> str:
    return unit.short or unit.name
