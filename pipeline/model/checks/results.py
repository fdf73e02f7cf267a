"""Each result belongs to one known project, indicator or part, once, and its figure fits the scale."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.model.agreement import Agreement
from pipeline.model.checks.calling import called, chosen, either
from pipeline.model.checks.figures import figure_faults
from pipeline.model.checks.places import At, projects
from pipeline.model.checks.references import twice, unknown
from pipeline.model.indicators import Indicator, Result
from pipeline.model.plan import Plan, Project, ProjectResult
from pipeline.model.scales import SCALES
from pipeline.model.soundness import entries, is_refused, sound

_PROJECT = Message("แผนงาน/โครงการ", "project")
_INDICATOR = Message("ตัวชี้วัดที่", "indicator")
_RESULT = Message("ผลของ", "a result of")


def plan_result_faults(plan: Plan, results: tuple[ProjectResult, ...], at: At) -> Iterator[Diagnostic]:
    """The results of a plan's projects."""
    yield from sound(_achievement_faults(plan, at))
    placed = list(entries(results))
    yield from sound(
        twice(_RESULT, ((("results", n, "project"), result.project) for n, result in placed), at)
    )
    for n, result in placed:
        yield from sound(_of_a_project(result, ("results", n), plan, at))


def _of_a_project(result: ProjectResult, path: ValuePath, plan: Plan, at: At) -> Iterator[Diagnostic]:
    scales = {project.id: project.scale for project in plan.projects}
    yield from unknown(_PROJECT, result.project, list(scales), [(*path, "project")], at)
    if result.project in scales:
        yield from figure_faults(result.project, result, scales[result.project], path, at)


def agreement_result_faults(
    agreement: Agreement, results: tuple[Result, ...], at: At
) -> Iterator[Diagnostic]:
    """The results of an agreement's indicators and parts."""
    placed = list(entries(results))
    named = [(("results", n, "indicator"), result.indicator) for n, result in placed]
    yield from sound(twice(_RESULT, named, at))
    reported = {result.indicator for _, result in placed if not is_refused(result.indicator)}
    for n, result in placed:
        yield from sound(_of_an_indicator(result, ("results", n), agreement, reported, at))


def _of_an_indicator(
    result: Result, path: ValuePath, agreement: Agreement, reported: set[str], at: At
) -> Iterator[Diagnostic]:
    scored, name = agreement.indicators, result.indicator
    composites = {indicator.id: indicator for indicator in scored if indicator.parts}
    scales = {indicator.id: indicator.scale for indicator in scored if indicator.scale}
    scales |= {part.id: part.scale for indicator in scored for part in indicator.parts}
    if name in composites:
        yield from _composite_faults(composites[name], result, reported, path, at)
    elif name in scales:
        yield from figure_faults(name, result, scales[name], path, at)
    else:
        known = [indicator.id for indicator in scored]
        known += [part.id for indicator in scored for part in indicator.parts]
        yield from unknown(_INDICATOR, name, known, [(*path, "indicator")], at)


def _composite_faults(
    indicator: Indicator, result: Result, reported: set[str], path: ValuePath, at: At
) -> Iterator[Diagnostic]:
    """A composite has no figure of its own; a status at it holds for all its parts."""
    ids = [part.id for part in indicator.parts]
    listed = ", ".join(ids)
    if result.status == "measured":
        yield diagnose("composite-result", at((*path, "indicator")), indicator=indicator.id, listed=listed)
    elif both := [id for id in ids if id in reported]:
        named, status = ", ".join(both), chosen(at((*path, "status")), result.status)
        yield diagnose(
            "composite-result/status",
            at((*path, "status")),
            indicator=indicator.id,
            status=status,
            named=named,
        )


def _achievement_faults(plan: Plan, at: At) -> Iterator[Diagnostic]:
    """A ratio is measured on scales that measure a figure; a count of steps is no percentage."""
    for path, project in projects(plan):
        yield from sound(_no_ratio(project, (*path, "achievement"), at))


def _no_ratio(project: Project, path: ValuePath, at: At) -> Iterator[Diagnostic]:
    if project.achievement != "ratio" or not project.scale.counts:
        return
    place = at(path)
    ratio, level, kind = (chosen(place, value) for value in ("ratio", "level", project.scale.type))
    measuring = either(*(chosen(place, type) for type, scale in SCALES.items() if not scale.counts))
    field = called(place, Project, "achievement")
    yield diagnose(
        "achievement-scale",
        place,
        project=project.id,
        ratio=ratio,
        kind=kind,
        field=field,
        level=level,
        measuring=measuring,
    )
