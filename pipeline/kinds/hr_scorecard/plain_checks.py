"""What a plan tells of one project it tells of all: an empty cell in a table of others is a slip."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.kinds.hr_scorecard.places import projects
from pipeline.model.checks.calling import name_field
from pipeline.model.checks.places import At
from pipeline.model.plan import Plan, Project
from pipeline.model.soundness import is_refused, sound

_DESCRIBING = ("issues", "goal", "rationale", "indicator", "steps")
"""The fields that are printed for all projects where one has them."""


def lacking_faults(plan: Plan, at: At) -> Iterator[Diagnostic]:
    """A fault for each project that lacks what others have."""
    all_projects = list(projects(plan))
    for name in _DESCRIBING:
        held = [getattr(project, name) for _, project in all_projects]
        if not any(is_refused(each) or each for each in held):
            continue
        for path, project in all_projects:
            if not is_refused(getattr(project, name)) and not getattr(project, name):
                place = at((*path, name))
                field = name_field(place, Project, name)
                yield from sound([diagnose("project-lacks", place, project=project.id, field=field)])
