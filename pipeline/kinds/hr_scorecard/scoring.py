"""How a plan is scored: by its dimensions and projects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import assert_never

from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.model.plan import Plan, PlanDimension, Project
from pipeline.model.schemes import Rules, Unmeasured
from pipeline.scoring.cards import ScoreCard
from pipeline.scoring.leaf import Leaf
from pipeline.scoring.scorecard import Round, branch, leaf_or_composite, root, score_input
from pipeline.scoring.tree import Branch, Composite


def score(office_input: HrScorecardInput) -> ScoreCard | None:
    """All scores of a checked plan; `None` where it is not scored."""
    if not office_input.is_scored:
        return None
    plan = office_input.plan
    results = ((result.project, result) for result in office_input.results)
    return score_input(
        office_input, plan.scheme, results, plan.unmeasured, lambda round_: _whole(plan, round_)
    )


def _whole(plan: Plan, round_: Round) -> Branch:
    def dimensions(rules: Rules) -> Iterator[Branch]:
        return (_dimension(each, rules, round_) for each in plan.dimensions)

    return root(round_, dimensions)


def _dimension(dimension: PlanDimension, above: Rules, round_: Round) -> Branch:
    def projects(rules: Rules) -> Iterator[Leaf | Composite]:
        return (_project(each, rules, round_) for each in dimension.projects)

    return branch(dimension, str(dimension.number), above, round_, projects)


def _project(project: Project, rules: Rules, round_: Round) -> Leaf | Composite:
    """`percent` is the share of full marks or the measured ratio, as the plan declares."""
    match project.achievement:
        case "ratio" | "level" as achievement:
            return leaf_or_composite(project, rules, round_, is_ratio=achievement == "ratio")
        case _:
            assert_never(project.achievement)


def under(office_input: HrScorecardInput, policy: Unmeasured) -> HrScorecardInput:
    """The plan under another policy; a project with a policy of its own keeps it."""
    plan = office_input.plan.model_copy(update={"unmeasured": policy})
    return office_input.model_copy(update={"plan": plan})


def aims(_: HrScorecardInput) -> Mapping[str, Decimal]:
    """None: a plan's projects name no target."""
    return {}
