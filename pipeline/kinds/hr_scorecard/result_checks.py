"""Each result belongs to one known project, once, and its figure fits the scale."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.kinds.hr_scorecard.places import projects
from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.model.checks.calling import either, name_choice, name_field
from pipeline.model.checks.figures import too_many_steps, unscaled_figure_faults
from pipeline.model.checks.places import At
from pipeline.model.checks.results import result_faults
from pipeline.model.plan import Plan, Project
from pipeline.model.scales import SCALES
from pipeline.model.soundness import entries, sound

_PROJECT = Message("แผนงาน/โครงการ", "project")


def plan_result_faults(office_input: HrScorecardInput, at: At) -> Iterator[Diagnostic]:
    """The results of a plan's projects."""
    yield from sound(_achievement_faults(office_input.plan, at))
    placed = [(("results", n), result.project, result) for n, result in entries(office_input.results)]
    yield from result_faults(
        placed, "project", _PROJECT, office_input, at, all_scored=lambda: office_input.plan.projects
    )
    if not office_input.is_scored:
        yield from _unscored_faults(office_input, at)


def _unscored_faults(office_input: HrScorecardInput, at: At) -> Iterator[Diagnostic]:
    """Figures of a report without scores: each is one figure, and no more steps are done than there are."""
    steps = {project.id: len(project.steps) for _, project in projects(office_input.plan)}
    for n, result in entries(office_input.results):
        path = ("results", n)
        yield from sound(unscaled_figure_faults(result.project, result, path, at))
        if most := steps.get(result.project):
            yield from sound(too_many_steps(result.project, result, most, path, at))


def _achievement_faults(plan: Plan, at: At) -> Iterator[Diagnostic]:
    """A ratio is measured on scales that measure a figure; a count of steps is no percentage."""
    for path, project in projects(plan):
        yield from sound(_no_ratio(project, (*path, "achievement"), at))


def _no_ratio(project: Project, path: ValuePath, at: At) -> Iterator[Diagnostic]:
    if project.achievement != "ratio" or project.scale is None or not project.scale.counts:
        return
    place = at(path)
    ratio, level, kind = (name_choice(place, value) for value in ("ratio", "level", project.scale.type))
    measuring = either(*(name_choice(place, type) for type, scale in SCALES.items() if not scale.counts))
    field = name_field(place, Project, "achievement")
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
