"""Where the parts of a plan stand: each with its path in the user's data, refused ones left out."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.intake import ValuePath
from pipeline.model.indicators import Part
from pipeline.model.placed import Placed, rules_of, with_parts
from pipeline.model.plan import Plan, PlanDimension, Project
from pipeline.model.scheme_rules import Schemes
from pipeline.model.soundness import entries

_PERCENT = "ร้อยละ"
"""A project names no unit; its levels are told in per cent."""


def plan_dimensions(plan: Plan) -> Iterator[tuple[ValuePath, PlanDimension]]:
    """Each dimension of a plan with its path."""
    for n, dimension in entries(plan.dimensions):
        yield ("plan", "dimensions", n), dimension


def projects(plan: Plan) -> Iterator[tuple[ValuePath, Project]]:
    """Each project of a plan with its path."""
    for path, dimension in plan_dimensions(plan):
        for n, project in entries(dimension.projects):
            yield (*path, "projects", n), project


def scored_in(plan: Plan, schemes: Schemes) -> Iterator[Placed]:
    """Each project and part with its rules. Raises `Unsound` where a scheme gives none."""
    whole = rules_of(schemes, plan.scheme, None)
    for path, dimension in plan_dimensions(plan):
        of_dimension = rules_of(schemes, dimension.scheme, whole)
        for n, project in entries(dimension.projects):
            rules = rules_of(schemes, project.scheme, of_dimension)
            yield from with_parts(
                Placed((*path, "projects", n), project, rules, of_dimension, _PERCENT), schemes
            )


def scheme_names(plan: Plan) -> Iterator[tuple[ValuePath, str]]:
    """The ids of schemes that are named, each at its field."""
    yield ("plan", "scheme"), plan.scheme
    for path, dimension in plan_dimensions(plan):
        yield (*path, "scheme"), dimension.scheme
    for path, project in projects(plan):
        yield (*path, "scheme"), project.scheme
        yield from _of_parts(path, project)


def _of_parts(path: ValuePath, of: Project | Part) -> Iterator[tuple[ValuePath, str]]:
    for n, part in entries(of.parts):
        yield (*path, "parts", n, "scheme"), part.scheme
        yield from _of_parts((*path, "parts", n), part)
