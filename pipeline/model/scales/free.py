"""Scales that say their own scores: points of a curve, a lone limit, full marks."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from pipeline.model.curves import Below, Between, Curve
from pipeline.model.records import Number, Percent, Seldom
from pipeline.model.scales.base import TYPE, AnyScale, Cells, Reach, Threshold
from pipeline.model.schemes import Rules, SchemePoint

FullMarks = Annotated[Annotated[Number, Field(gt=0)] | None, Seldom()]
"""The highest score that can be earned; of the scheme where none is named."""


def in_order(points: tuple[SchemePoint, ...]) -> tuple[SchemePoint, ...]:
    """The points from the lowest score to the highest; of one score as they were typed."""
    return tuple(sorted(points, key=lambda point: point.score))


def turn(points: tuple[SchemePoint, ...]) -> bool:
    """Whether figures turn on the way from the lowest score to the highest, or are all the same."""
    figures = [point.figure for point in in_order(points)]
    pairs = list(pairwise(figures))
    one_way = all(a <= b for a, b in pairs) or all(a >= b for a, b in pairs)
    return not one_way or figures[0] == figures[-1]


def _under_the_highest(rules: Rules, figure: Decimal) -> Cells:
    """A figure under the highest level; under none where there are no levels."""
    return tuple((figure,) if n == len(rules.levels) else () for n, _ in enumerate(rules.levels, 1))


class PointsScale(AnyScale):
    """Any curve through points of figure and score; without points of its own, those of the scheme."""

    choice: ClassVar[str] = "จุดคะแนน"
    title: ClassVar[str] = "เกณฑ์จุดคะแนน"
    counts: ClassVar[bool] = False
    own_below: ClassVar[Below] = "first"
    type: Literal["points"] = Field(title=TYPE, description="ผลเท่าใดได้คะแนนเท่าใด")
    points: tuple[SchemePoint, ...] = Field((), title="จุดคะแนน", description="จุดคะแนน (เว้นว่าง = ตามแบบคะแนน)")
    between: Annotated[Between | None, Seldom()] = Field(
        None,
        title="ระหว่างระดับ",
        description="interpolate เทียบบัญญัติไตรยางศ์, step ถึงจุดใดได้คะแนนจุดนั้น (เว้นว่าง = ตามแบบคะแนน)",
    )
    expected: Annotated[Percent | None, Seldom()] = Field(
        None, title="ระดับที่คาดหวัง", description="คิดคะแนนจากผลที่แสดงลบด้วยค่านี้ เช่น ระดับสมรรถนะที่คาดหวัง"
    )

    full_marks: FullMarks = Field(
        None, title="คะแนนเต็ม", description="คะแนนเต็ม (เว้นว่าง = คะแนนสูงสุดของแบบคะแนน)"
    )

    def full(self, rules: Rules) -> Decimal:
        """The full marks."""
        return self.full_marks or rules.full

    def _points(self, rules: Rules) -> tuple[SchemePoint, ...]:
        return in_order(self.points or rules.points)

    def compared(self, figure: Decimal) -> Decimal:
        """What was shown less what is expected."""
        return figure - (self.expected or 0)

    def curve(self, rules: Rules) -> Curve:
        """Through its points, from the lowest score to the highest."""
        points = ((point.figure, point.score) for point in self._points(rules))
        return Curve.through(points, between=self.between or rules.between, below=self.below_first(rules))

    def reach(self, rules: Rules) -> Reach:
        """From the lowest figure to the highest, beside what is expected."""
        figures = [point.figure + (self.expected or 0) for point in self._points(rules)]
        return min(figures), max(figures)

    def first(self, rules: Rules) -> Decimal:
        """The score of the first point."""
        return self._points(rules)[0].score

    def cells(self, rules: Rules) -> Cells:
        """The figures of the points that earn a level's score exactly."""
        points = self._points(rules)
        return tuple(
            tuple(point.figure for point in points if point.score == level.score) for level in rules.levels
        )

    def target(self, level: int, rules: Rules) -> Decimal:
        """The first figure that earns the level's score or more; of the last point if none does."""
        points = self._points(rules)
        due = rules.score_of(level)
        reached = next((point for point in points if point.score >= due), points[-1])
        return reached.figure + (self.expected or 0)

    @property
    def thresholds_typed(self) -> Iterator[Threshold]:
        """The figures of its own points."""
        for n, point in enumerate(self.points):
            yield Threshold(("points", n, "figure"), n + 1, point.figure)

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if self.points and turn(self.points):
            typed = " ".join(f"{point.figure:f}→{point.score:f}" for point in self.points)
            raise PydanticCustomError("points", "points turn: {typed}", {"typed": typed})
        return self


class LimitScale(AnyScale):
    """Passed or not: a figure comes up to `at_least`, or does not pass `at_most`."""

    choice: ClassVar[str] = "ผ่าน/ไม่ผ่าน"
    title: ClassVar[str] = "เกณฑ์ผ่าน/ไม่ผ่าน"
    counts: ClassVar[bool] = False
    own_below: ClassVar[Below] = "zero"
    type: Literal["limit"] = Field(title=TYPE, description="ถึงเกณฑ์ได้คะแนนเต็ม ไม่ถึงได้ 0")
    at_least: Annotated[Percent | None, Seldom()] = Field(
        None, title="ไม่น้อยกว่า", description="ผ่านเมื่อผลไม่น้อยกว่าค่านี้"
    )
    at_most: Annotated[Percent | None, Seldom()] = Field(None, title="ไม่เกิน", description="ผ่านเมื่อผลไม่เกินค่านี้")

    @property
    def limit(self) -> Decimal:
        """The one figure that decides."""
        limit = self.at_most if self.at_least is None else self.at_least
        if limit is None:
            raise ValueError("a limit scale has at_least or at_most")
        return limit

    def curve(self, rules: Rules) -> Curve:
        """The highest score, or what is below it."""
        below = self.below_first(rules)
        if self.at_least is not None:
            return Curve.at_least(self.limit, rules.full, below=below)
        return Curve.at_most(self.limit, rules.full, below=below)

    def reach(self, rules: Rules) -> Reach:  # noqa: ARG002
        """The limit alone."""
        return self.limit, self.limit

    def first(self, rules: Rules) -> Decimal:  # noqa: ARG002
        """Nothing: there is no level below the one."""
        return Decimal(0)

    def cells(self, rules: Rules) -> Cells:
        """The limit under the highest level."""
        return _under_the_highest(rules, self.limit)

    def target(self, level: int, rules: Rules) -> Decimal:  # noqa: ARG002
        """The limit, whatever the level."""
        return self.limit

    @property
    def thresholds_typed(self) -> Iterator[Threshold]:
        """The limit."""
        yield Threshold(("at_most" if self.at_least is None else "at_least",), 1, self.limit)

    @model_validator(mode="after")
    def _one_limit(self) -> Self:
        if (self.at_least is None) == (self.at_most is None):
            raise PydanticCustomError("one_limit", "one of at_least and at_most", {})
        return self


class MarksScale(AnyScale):
    """Marks that were given, out of full marks."""

    choice: ClassVar[str] = "คะแนนที่ให้"
    title: ClassVar[str] = "เกณฑ์คะแนนที่ให้"
    counts: ClassVar[bool] = False
    own_below: ClassVar[Below] = "first"
    type: Literal["marks"] = Field(title=TYPE, description="ผลคือคะแนนที่ให้ จากคะแนนเต็ม")
    full_marks: FullMarks = Field(
        None, title="คะแนนเต็ม", description="คะแนนเต็ม (เว้นว่าง = คะแนนสูงสุดของแบบคะแนน)"
    )

    def first(self, rules: Rules) -> Decimal:  # noqa: ARG002
        """Nothing: marks begin at 0."""
        return Decimal(0)

    def full(self, rules: Rules) -> Decimal:
        """The full marks."""
        return self.full_marks or rules.full

    def curve(self, rules: Rules) -> Curve:
        """The marks themselves, from 0."""
        full = self.full(rules)
        points = ((Decimal(0), Decimal(0)), (full, full))
        return Curve.through(points, between="interpolate", below=self.below_first(rules))

    def reach(self, rules: Rules) -> Reach:
        """From nothing to full marks."""
        return Decimal(0), self.full(rules)

    def cells(self, rules: Rules) -> Cells:
        """Full marks under the highest level."""
        return _under_the_highest(rules, self.full(rules))

    def target(self, level: int, rules: Rules) -> Decimal:
        """The level's score; of full marks of its own, the same share."""
        return rules.score_of(level) * self.full(rules) / rules.full
