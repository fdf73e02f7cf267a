"""The weights of a plan's projects."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, Message
from pipeline.intake import Source
from pipeline.kinds.hr_scorecard.places import projects
from pipeline.model.checks.weights import WHOLE, WeightSum, sum_faults
from pipeline.model.plan import Plan


def plan_weight_faults(plan: Plan, source: Source) -> Iterator[Diagnostic]:
    """The projects' weights sum to 100."""
    if "projects" in source.adrift:
        return
    whose = Message("น้ำหนักของแผนงาน/โครงการทั้งแผน", "the projects' weights")
    of = tuple(((*path, "weight"), project.weight) for path, project in projects(plan))
    known = sum(len(dimension.projects) for dimension in plan.dimensions)
    if known == len(of):
        yield from sum_faults(WeightSum(whose, of, WHOLE, ("plan", "dimensions")), source.place)
