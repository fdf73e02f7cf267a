"""Where the parts of a plan stand: each with its path in the user's data, refused ones left out."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.intake import ValuePath
from pipeline.model.plan import Plan, PlanDimension, Project
from pipeline.model.soundness import entries


def plan_dimensions(plan: Plan) -> Iterator[tuple[ValuePath, PlanDimension]]:
    """Each dimension of a plan with its path."""
    for n, dimension in entries(plan.dimensions):
        yield ("plan", "dimensions", n), dimension


def projects(plan: Plan) -> Iterator[tuple[ValuePath, Project]]:
    """Each project of a plan with its path."""
    for path, dimension in plan_dimensions(plan):
        for n, project in entries(dimension.projects):
            yield (*path, "projects", n), project
