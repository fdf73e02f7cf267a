"""The weights of a plan's projects."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, Message
from pipeline.intake import Source
from pipeline.kinds.hr_scorecard.places import projects
from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.model.checks.weights import WeightSum, sum_faults
from pipeline.model.placed import rules_of


def plan_weight_faults(office_input: HrScorecardInput, source: Source) -> Iterator[Diagnostic]:
    """The projects' weights sum to what the plan's scheme says, or those of a dimension to what its own
    says.
    """
    plan = office_input.plan
    rules = rules_of(office_input.scheme_book, plan.scheme, None)
    if rules.combine != "weighted" or any(dimension.scheme for dimension in plan.dimensions):
        return
    if "projects" in source.adrift:
        return
    whose = Message("น้ำหนักของแผนงาน/โครงการทั้งแผน", "the projects' weights")
    of = tuple(
        ((*path, "weight"), project.weight) for path, project in projects(plan) if project.weight is not None
    )
    known = sum(len(dimension.projects) for dimension in plan.dimensions)
    if known == len(of):
        yield from sum_faults(WeightSum(whose, of, rules.of, ("plan", "dimensions")), source.place)
