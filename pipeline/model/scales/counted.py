"""Scales whose result is a number of things: steps done, activities, a row of a table (`domain.md` §2.3)."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from pipeline.model.curves import Below, Between, Curve
from pipeline.model.records import Count, Record, Seldom
from pipeline.model.scales.base import TYPE, AnyScale, Cells, Reach
from pipeline.model.schemes import Rules, SchemeLevel


def _numbered(rules: Rules) -> list[tuple[int, SchemeLevel]]:
    """The levels by how many things earn them: from 1, or from 0 where the first level is worth nothing."""
    return list(enumerate(rules.levels, 0 if rules.levels[0].score == 0 else 1))


class _Counting(AnyScale):
    """So many things, so many levels: the number is the level."""

    counts: ClassVar[bool] = True
    needs_levels: ClassVar[bool] = True
    own_below: ClassVar[Below] = "no-level"
    between: Annotated[Between | None, Seldom()] = Field(
        None,
        title="ระหว่างระดับ",
        description="ครึ่งขั้น: interpolate ได้คะแนนตามส่วน, step ได้เฉพาะขั้นที่ครบ (เว้นว่าง = นับเป็นจำนวนเต็มเท่านั้น)",
    )

    def curve(self, rules: Rules) -> Curve:
        """So many things, so many levels."""
        points = [(Decimal(n), level.score) for n, level in _numbered(rules)]
        below = self.below_first(rules)
        if len(points) == 1:
            return Curve.at_least(*points[0], below=below)
        return Curve.through(points, between=self.between or "interpolate", below=below)

    def reach(self, rules: Rules) -> Reach:
        """From nothing to what gives the highest level."""
        return Decimal(0), Decimal(max(n for n, _ in _numbered(rules)))

    def cells(self, rules: Rules) -> Cells:
        """The number of the level itself."""
        return tuple((Decimal(n),) for n, _ in _numbered(rules))

    def target(self, level: int, rules: Rules) -> Decimal:
        """The number of the level itself."""
        return Decimal([n for n, _ in _numbered(rules)][level - 1])

    @property
    def takes_parts(self) -> bool:
        """Only where it says what half a thing is worth."""
        return self.between is not None


class MilestoneScale(_Counting):
    """The number of steps done in order is the level (ระดับความสำเร็จ)."""

    choice: ClassVar[str] = "ขั้นตอนความสำเร็จ"
    title: ClassVar[str] = "เกณฑ์ขั้นตอนความสำเร็จ"
    type: Literal["milestone"] = Field(title=TYPE, description="จำนวนขั้นตอนที่ทำแล้วเสร็จตามลำดับคือระดับ")

    def most(self, rules: Rules) -> int | None:
        """As many steps as levels, without one of nothing."""
        return max(n for n, _ in _numbered(rules))


class CountScale(_Counting):
    """The number of activities is the level, at most the highest."""

    choice: ClassVar[str] = "นับกิจกรรม"
    title: ClassVar[str] = "เกณฑ์นับจำนวนกิจกรรม"
    type: Literal["count"] = Field(title=TYPE, description="จำนวนกิจกรรมคือระดับ")


class TableRow(Record, title="แถวของตารางเกณฑ์"):
    """One line of a look-up table."""

    value: Count = Field(description="ผลการดำเนินงาน")
    level: Annotated[Count, Field(ge=1)] = Field(description="ระดับที่ได้")


class TableScale(_Counting):
    """A table from a counted result to its level, such as plan + n activities."""

    choice: ClassVar[str] = "เปิดตาราง"
    title: ClassVar[str] = "เกณฑ์เปิดตาราง"
    type: Literal["table"] = Field(title=TYPE, description="เปิดตารางผล -> ระดับ")
    rows: tuple[TableRow, ...] = Field(min_length=1, description="แถวของตาราง")

    def curve(self, rules: Rules) -> Curve:
        """The row of the result, or of the nearest smaller one that the table names."""
        below = self.below_first(rules)
        rows = sorted(self.rows, key=lambda row: row.value)
        first, *more = ((Decimal(row.value), rules.levels[row.level - 1].score) for row in rows)
        if not more:
            return Curve.at_least(*first, below=below)
        return Curve.through((first, *more), between=self.between or "step", below=below)

    def reach(self, rules: Rules) -> Reach:  # noqa: ARG002
        """From nothing to the highest result of the table."""
        return Decimal(0), Decimal(max(row.value for row in self.rows))

    def cells(self, rules: Rules) -> Cells:
        """The results of the rows of each level, as they stand there; there may be none."""
        levels = range(1, len(rules.levels) + 1)
        return tuple(tuple(Decimal(row.value) for row in self.rows if row.level == level) for level in levels)

    def target(self, level: int, rules: Rules) -> Decimal:  # noqa: ARG002
        """The least result of a row of that level or a higher one; the level itself if no row has it."""
        reached = [row.value for row in self.rows if row.level >= level]
        return Decimal(min(reached, default=level))

    @model_validator(mode="after")
    def _single_valued(self) -> TableScale:
        values = [row.value for row in self.rows]
        if len(set(values)) < len(values):
            raise PydanticCustomError("table_repeats", "a value stands twice in the table", {})
        return self
