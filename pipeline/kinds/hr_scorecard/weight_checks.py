"""The weights of a plan's dimensions and projects."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, Message, diagnose
from pipeline.intake import Source, ValuePath
from pipeline.kinds.hr_scorecard.places import plan_dimensions
from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.model.checks.weights import Weights, WeightSum, sum_faults
from pipeline.model.placed import rules_of
from pipeline.model.plan import PlanDimension
from pipeline.model.schemes import Rules
from pipeline.model.soundness import Unsound, entries, is_refused, sound


def plan_weight_faults(office_input: HrScorecardInput, source: Source) -> Iterator[Diagnostic]:
    """What counts by itself in the plan sums to what its scheme says: projects, and dimensions with a
    scheme of their own, in which projects sum to what that says.
    """
    if "projects" in source.adrift:
        return
    plan = office_input.plan
    whole = rules_of(office_input.scheme_book, plan.scheme, None)
    counting: list[tuple[ValuePath, object]] = []
    for path, dimension in plan_dimensions(plan):
        rules = rules_of(office_input.scheme_book, dimension.scheme, whole)
        yield from sound(_dimension_faults(dimension, path, rules, whole, source))
        counting += (
            [((*path, "weight"), dimension.weight)] if dimension.scheme else _projects(dimension, path)
        )
    of = _all_known(counting)
    if (
        whole.combine == "weighted"
        and of
        and len(plan.dimensions) == sum(1 for _ in entries(plan.dimensions))
    ):
        whose = Message("น้ำหนักของแผนงาน/โครงการทั้งแผน", "the projects' weights")
        yield from sum_faults(WeightSum(whose, of, whole.of, ("plan", "dimensions")), source.place)


def _dimension_faults(
    dimension: PlanDimension, path: ValuePath, rules: Rules, whole: Rules, source: Source
) -> Iterator[Diagnostic]:
    """A dimension that counts as one has a weight; what stands in it sums to its scheme's, or to its
    weight.
    """
    number = f"มิติที่ {dimension.number}"
    if dimension.scheme and dimension.weight is None and whole.combine == "weighted":
        yield diagnose("weight-lacking", source.place((*path, "weight")), whose=number)
    due = rules.of if dimension.scheme else dimension.weight
    of = _all_known(_projects(dimension, path))
    if of and due is not None and rules.combine == "weighted":
        whose = Message(
            f"น้ำหนักของแผนงาน/โครงการใน{number}", f"the projects' weights in dimension {dimension.number}"
        )
        yield from sum_faults(WeightSum(whose, of, due, (*path, "weight")), source.place)


def _projects(dimension: PlanDimension, path: ValuePath) -> list[tuple[ValuePath, object]]:
    """The weights of its projects. Raises `Unsound` if one of them was refused."""
    if any(is_refused(project) for project in dimension.projects):
        raise Unsound
    return [((*path, "projects", n, "weight"), project.weight) for n, project in entries(dimension.projects)]


def _all_known(weights: list[tuple[ValuePath, object]]) -> Weights:
    """The weights, if none was left out, which is told by itself."""
    if any(weight is None for _, weight in weights):
        return ()
    return tuple(weights)  # type: ignore[arg-type]  # a weight that was refused raises when it is added
