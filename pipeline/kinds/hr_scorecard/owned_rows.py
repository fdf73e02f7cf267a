"""Which unit answers for which results of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.kinds.hr_scorecard.places import projects
from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.kinds.responsible import OwnedRow, Responsible, all_parts, steps_of_scale
from pipeline.model.fields import title_of
from pipeline.model.plan import Project
from pipeline.model.soundness import entries, is_refused

RESULTS = ("results",)


def owned_rows(office_input: HrScorecardInput) -> Iterator[OwnedRow]:
    """The result of each project, and of its parts, with the unit of the project."""
    plan = office_input.plan
    if is_refused(plan):
        return
    units = {unit.id: unit.name for _, unit in entries(office_input.units)}
    for _, project in projects(plan):
        if is_refused(project.unit) or is_refused(project.id):
            continue
        who = Responsible(project.unit, units.get(project.unit, project.unit))
        parts = tuple(all_parts(project.parts))
        yield OwnedRow(RESULTS, project.id, who, project.name, _about(project), whole=not parts)
        for part in parts:
            yield OwnedRow(RESULTS, part.id, who, part.name, (), whole=not part.parts)


def _about(project: Project) -> tuple[tuple[str, str], ...]:
    """What is measured, and what is aimed at."""
    named = [(title_of(Project.model_fields["indicator"]), project.indicator)]
    if is_refused(project.target):
        return ()
    target = project.target if project.target else steps_of_scale(project.scale)
    named.append((title_of(Project.model_fields["target"]), target))
    return tuple((title, text) for title, text in named if not is_refused(text) and text)
