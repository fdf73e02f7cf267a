"""Each result belongs to one known project, once, and its figure fits the scale."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.kinds.hr_scorecard.places import projects
from pipeline.model.checks.calling import either, name_choice, name_field
from pipeline.model.checks.figures import figure_faults
from pipeline.model.checks.places import At
from pipeline.model.checks.references import find_repeated_names, find_unknown_name
from pipeline.model.plan import Plan, Project, ProjectResult
from pipeline.model.scales import SCALES
from pipeline.model.soundness import entries, sound

_PROJECT = Message("แผนงาน/โครงการ", "project")
_RESULT = Message("ผลของ", "a result of")


def plan_result_faults(plan: Plan, results: tuple[ProjectResult, ...], at: At) -> Iterator[Diagnostic]:
    """The results of a plan's projects."""
    yield from sound(_achievement_faults(plan, at))
    placed = list(entries(results))
    yield from sound(
        find_repeated_names(
            _RESULT, ((("results", n, "project"), result.project) for n, result in placed), at
        )
    )
    for n, result in placed:
        yield from sound(_of_a_project(result, ("results", n), plan, at))


def _of_a_project(result: ProjectResult, path: ValuePath, plan: Plan, at: At) -> Iterator[Diagnostic]:
    scales = {project.id: project.scale for project in plan.projects}
    yield from find_unknown_name(_PROJECT, result.project, list(scales), [(*path, "project")], at)
    if result.project in scales:
        yield from figure_faults(result.project, result, scales[result.project], path, at)


def _achievement_faults(plan: Plan, at: At) -> Iterator[Diagnostic]:
    """A ratio is measured on scales that measure a figure; a count of steps is no percentage."""
    for path, project in projects(plan):
        yield from sound(_no_ratio(project, (*path, "achievement"), at))


def _no_ratio(project: Project, path: ValuePath, at: At) -> Iterator[Diagnostic]:
    if project.achievement != "ratio" or not project.scale.counts:
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
