"""Scales of one threshold a level: interpolated (เทียบบัญญัติไตรยางศ์) or in steps (ขึ้นไป); `domain.md` §2.3."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from pipeline.model.curves import Below, Between, Curve
from pipeline.model.in_templates import in_templates
from pipeline.model.records import Percent, PerLevel
from pipeline.model.scales.base import TYPE, AnyScale, Cells, Reach, Threshold
from pipeline.model.schemes import Rules

Thresholds = Annotated[tuple[Percent, ...], Field(min_length=2), PerLevel()]
"""One figure for each level of the scheme, from the first."""


class ThresholdScale(AnyScale):
    """A scale of one threshold a level, in the unit of what is measured."""

    counts: ClassVar[bool] = False
    needs_levels: ClassVar[bool] = True
    between: ClassVar[Between]
    thresholds: Thresholds = Field(
        title="เกณฑ์ระดับ", description="เกณฑ์การให้คะแนนของแต่ละระดับ เรียงจากระดับแรกถึงระดับสูงสุด"
    )

    @property
    @in_templates
    def ascending(self) -> bool:
        """Whether more is better."""
        return self.thresholds[0] < self.thresholds[-1]

    def curve(self, rules: Rules) -> Curve:
        """Each threshold earns the score of its level."""
        points = zip(self.thresholds, (level.score for level in rules.levels), strict=True)
        return Curve.through(points, between=self.between, below=self.below_first(rules))

    def reach(self, rules: Rules) -> Reach:  # noqa: ARG002
        """From the lowest threshold to the highest."""
        return min(self.thresholds), max(self.thresholds)

    def cells(self, rules: Rules) -> Cells:  # noqa: ARG002
        """Each threshold under its level."""
        return tuple((threshold,) for threshold in self.thresholds)

    def target(self, level: int, rules: Rules) -> Decimal:  # noqa: ARG002
        """The threshold of the level."""
        return self.thresholds[level - 1]

    @property
    def thresholds_typed(self) -> Iterator[Threshold]:
        """All of them."""
        for n, figure in enumerate(self.thresholds):
            yield Threshold(("thresholds", n), n + 1, figure)

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        """Figures that turn, or are all the same, do not say which way is better."""
        pairs = list(pairwise(self.thresholds))
        one_way = all(a <= b for a, b in pairs) or all(a >= b for a, b in pairs)
        if not one_way or self.thresholds[0] == self.thresholds[-1]:
            typed = " ".join(str(each) for each in self.thresholds)
            raise PydanticCustomError("thresholds", "thresholds not monotonic: {typed}", {"typed": typed})
        return self


class LinearScale(ThresholdScale):
    """Interpolates between thresholds (เทียบบัญญัติไตรยางศ์); ascending or descending."""

    choice: ClassVar[str] = "เทียบบัญญัติไตรยางศ์"
    title: ClassVar[str] = "เกณฑ์เทียบบัญญัติไตรยางศ์"
    own_below: ClassVar[Below] = "first"
    between: ClassVar[Between] = "interpolate"
    type: Literal["linear"] = Field(title=TYPE, description="เทียบบัญญัติไตรยางศ์ระหว่างเกณฑ์")


class StepScale(ThresholdScale):
    """The highest threshold reached (`ขึ้นไป`); below the first there is no level."""

    choice: ClassVar[str] = "ขั้นบันได (ขึ้นไป)"
    title: ClassVar[str] = "เกณฑ์ขั้นบันได (ขึ้นไป)"
    own_below: ClassVar[Below] = "no-level"
    between: ClassVar[Between] = "step"
    type: Literal["step"] = Field(title=TYPE, description="ถึงเกณฑ์ใดได้ระดับนั้น (ขึ้นไป)")
