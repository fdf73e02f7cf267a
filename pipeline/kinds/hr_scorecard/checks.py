"""What a plan and its results may contradict, in the order in which it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.diagnostics import Diagnostic, Message
from pipeline.intake import Source, ValuePath
from pipeline.kinds.hr_scorecard.fact_checks import fact_faults
from pipeline.kinds.hr_scorecard.places import scheme_names
from pipeline.kinds.hr_scorecard.plain_checks import lacking_faults
from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.kinds.hr_scorecard.reference_checks import plan_reference_faults
from pipeline.kinds.hr_scorecard.result_checks import plan_result_faults
from pipeline.kinds.hr_scorecard.weight_checks import plan_weight_faults
from pipeline.model.checks.calendar import period_faults, years_turned
from pipeline.model.checks.calling import name_field
from pipeline.model.checks.letters import letter_faults
from pipeline.model.checks.marks import mark_faults
from pipeline.model.checks.negatives import negative_results
from pipeline.model.checks.percents import percent_faults
from pipeline.model.checks.places import At
from pipeline.model.checks.scored import (
    level_count_faults,
    scale_or_parts_faults,
)
from pipeline.model.checks.scoring import scoring_faults
from pipeline.model.plan import Project
from pipeline.model.records import Record
from pipeline.model.schemes import Rules
from pipeline.model.soundness import entries, is_refused, sound

_LEVELS = Message("คำอธิบายระดับ (levels)", "descriptions of levels (levels)")


def faults(office_input: HrScorecardInput, source: Source) -> Iterator[Diagnostic]:
    """Each check by itself: what one cannot tell for want of a sound value, another may."""
    at = source.place
    checks: tuple[Callable[[], Iterator[Diagnostic]], ...] = (
        lambda: period_faults(office_input.period, at),
        lambda: _years_faults(office_input, at),
        lambda: plan_reference_faults(office_input.plan, office_input.units, office_input.reporter, at),
        lambda: _scored_plan_faults(office_input, source),
        lambda: lacking_faults(office_input.plan, at),
        lambda: plan_result_faults(office_input, at),
        lambda: fact_faults(office_input.results, at),
        lambda: mark_faults(office_input.memo, at),
        lambda: letter_faults(office_input.memo, at),
        lambda: _scheme_checks(office_input, at),
        lambda: negative_results(office_input.measured, at),
        lambda: percent_faults(office_input.scored, office_input.measured, source),
    )
    for check in checks:
        yield from sound(check())


def _scheme_checks(office_input: HrScorecardInput, at: At) -> Iterator[Diagnostic]:
    """The rules by which it is scored, and what they are laid on."""
    if not office_input.is_scored:
        return
    plan, results = office_input.plan, entries(office_input.results)
    placed = [(("results", n), each.project, each) for n, each in results]
    yield from scoring_faults(office_input, plan.scheme, list(scheme_names(plan)), placed, at)
    yield from sound(_level_faults(office_input, at))


def _scored_plan_faults(office_input: HrScorecardInput, source: Source) -> Iterator[Diagnostic]:
    """What is scored has a scale and a weight."""
    if office_input.is_scored:
        yield from sound(scale_or_parts_faults(office_input.scored, source.place))
        yield from sound(plan_weight_faults(office_input, source))


def _level_faults(office_input: HrScorecardInput, at: At) -> Iterator[Diagnostic]:
    """Each level of a project's scheme is described, where the project's scale gives levels."""
    for path, scored, rules, *_ in office_input.scored:
        if isinstance(scored, Project) and rules.levels:
            yield from sound(_described(path, scored, rules, at))


def _described(path: ValuePath, project: Project, rules: Rules, at: At) -> Iterator[Diagnostic]:
    """Marks, points of a curve and a lone limit have no levels; who describes some for them describes all."""
    levels = len(project.levels)
    if levels or project.scale is None or project.scale.needs_levels:
        place = at((*path, "levels", 0))
        what = name_field(place, Project, "levels") if place.in_table else _LEVELS
        yield from level_count_faults(what, project.id, levels, rules, (*path, "levels"), at=at)


def _years_faults(office_input: HrScorecardInput, at: At) -> Iterator[Diagnostic]:
    """The first year of a plan is not after its last."""
    for path, first, last, record in _spans(office_input):
        yield from sound(years_turned(record, (*path, first), (*path, last), at))


def _spans(office_input: HrScorecardInput) -> Iterator[tuple[ValuePath, str, str, Record]]:
    """The records that name a first and a last year, and where they do."""
    if not is_refused(office_input.plan):
        yield ("plan",), "first_year", "last_year", office_input.plan
    report = office_input.report
    if is_refused(report):
        return
    if not is_refused(report.action_plan) and report.action_plan is not None:
        yield ("report", "action_plan"), "first_year", "last_year", report.action_plan
    if report.reviewed_first_year is not None and report.reviewed_last_year is not None:
        yield ("report",), "reviewed_first_year", "reviewed_last_year", report
