"""Scales: how a result becomes a score (`domain.md` §2.3).

A scale is short for a curve. What a scale is to scoring, checks, workbooks, schemas and tables of papers
stands in its class and nowhere else: others ask the scale. What its levels are worth, its scheme says.
"""

from __future__ import annotations

from typing import Annotated, get_args

from pydantic import Field

from pipeline.model.scales.base import AnyScale, Cells, Reach, Threshold
from pipeline.model.scales.counted import CountScale, MilestoneScale, TableRow, TableScale
from pipeline.model.scales.free import LimitScale, MarksScale, PointsScale
from pipeline.model.scales.thresholds import LinearScale, StepScale

Scale = Annotated[
    LinearScale
    | StepScale
    | MilestoneScale
    | CountScale
    | TableScale
    | PointsScale
    | LimitScale
    | MarksScale,
    Field(discriminator="type"),
]

SCALES: dict[str, type[AnyScale]] = {
    get_args(scale.model_fields["type"].annotation)[0]: scale for scale in get_args(get_args(Scale)[0])
}
"""Every scale by its `type`, as `Scale` lists them."""

__all__ = [
    "SCALES",
    "AnyScale",
    "Cells",
    "CountScale",
    "LimitScale",
    "LinearScale",
    "MarksScale",
    "MilestoneScale",
    "PointsScale",
    "Reach",
    "Scale",
    "StepScale",
    "TableRow",
    "TableScale",
    "Threshold",
]
