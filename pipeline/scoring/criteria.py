"""How tables print what a scale asks: a figure under each level, or words where it says no more."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, assert_never

from pipeline.model.curves import Point
from pipeline.model.scales import Cells, Scale
from pipeline.model.schemes import Rules

CriteriaKind = Literal["levels", "limit", "expected", "points", "marks"]
"""A figure under each level, a lone limit, the level that is expected, points of figure and score, or full
marks of what is given.
"""

FIGURE_A_LEVEL = ("linear", "step", "milestone", "count", "table")
"""The types of scales with a figure for each level."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """What a scale asks: the figures under each level, its points from the worst, and the highest score."""

    kind: CriteriaKind
    cells: Cells
    points: tuple[Point, ...]
    full: Decimal


def criteria_of(scale: Scale, rules: Rules) -> Criteria:
    """What a scale asks under the rules of its scheme."""
    cells, points = scale.cells(rules), scale.curve(rules).points
    return Criteria(_kind(scale, cells, points), cells, points, scale.full(rules))


def count_levels(scale: Scale, rules: Rules) -> int:
    """How many levels a scale tells by a figure each; 0 of one that tells something else."""
    if scale.type in FIGURE_A_LEVEL:
        return len(scale.cells(rules))
    criteria = criteria_of(scale, rules)
    return len(criteria.cells) if criteria.kind == "levels" else 0


def _kind(scale: Scale, cells: Cells, points: tuple[Point, ...]) -> CriteriaKind:
    match scale.type:
        case "linear" | "step" | "milestone" | "count" | "table":
            return "levels"
        case "limit":
            return "limit"
        case "marks":
            return "marks"
        case "points":
            if scale.expected is not None:
                return "expected"
            is_each_a_level = bool(cells) and all(cells) and sum(map(len, cells)) == len(points)
            return "levels" if is_each_a_level else "points"
        case _:
            assert_never(scale.type)
