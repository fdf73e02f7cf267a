"""Scales: how a result becomes a score from 1 to 5 (`domain.md` §2.3)."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from pipeline.model.in_templates import in_templates
from pipeline.model.records import Count, Percent, Record

_TYPE = "แบบของเกณฑ์"

Five = Annotated[tuple[Percent, ...], Field(min_length=5, max_length=5)]


LAST_LEVEL = 5
"""The highest level of every scale."""

Reach = tuple[Decimal, Decimal]
"""The lowest and the highest result that a scale speaks of."""


class _Thresholds(Record):
    counts: ClassVar[bool] = False
    thresholds: Five = Field(title="เกณฑ์ระดับ", description="เกณฑ์การให้คะแนน 5 ระดับ เรียงจากระดับ 1 ถึง 5")

    @property
    @in_templates
    def ascending(self) -> bool:
        """Whether more is better."""
        return self.thresholds[0] < self.thresholds[-1]

    @property
    def reach(self) -> Reach:
        """From the lowest threshold to the highest."""
        return min(self.thresholds), max(self.thresholds)

    @model_validator(mode="after")
    def _monotonic(self) -> _Thresholds:
        """Equal or turning neighbours leave no level between them (division by zero)."""
        pairs = list(zip(self.thresholds, self.thresholds[1:], strict=False))
        if not (all(a < b for a, b in pairs) or all(a > b for a, b in pairs)):
            typed = " ".join(str(t) for t in self.thresholds)
            raise PydanticCustomError("thresholds", "thresholds not monotonic: {typed}", {"typed": typed})
        return self


class LinearScale(_Thresholds):
    """Interpolates between thresholds (เทียบบัญญัติไตรยางศ์); ascending or descending."""

    type: Literal["linear"] = Field(title=_TYPE, description="เทียบบัญญัติไตรยางศ์ระหว่างเกณฑ์")


class StepScale(_Thresholds):
    """The highest threshold reached (`ขึ้นไป`); below the first there is no level."""

    type: Literal["step"] = Field(title=_TYPE, description="ถึงเกณฑ์ใดได้ระดับนั้น (ขึ้นไป)")


class _Counting(Record):
    """A scale that counts: its result is a whole number of things."""

    counts: ClassVar[bool] = True

    @property
    def reach(self) -> Reach:
        """From nothing to what gives the highest level."""
        return Decimal(0), Decimal(LAST_LEVEL)


class MilestoneScale(_Counting):
    """The number of steps done in order is the level (ระดับความสำเร็จ)."""

    type: Literal["milestone"] = Field(title=_TYPE, description="จำนวนขั้นตอนที่ทำแล้วเสร็จตามลำดับคือระดับ")


class CountScale(_Counting):
    """The number of activities is the level, at most 5."""

    type: Literal["count"] = Field(title=_TYPE, description="จำนวนกิจกรรมคือระดับ")


class TableRow(Record):
    """One line of a look-up table."""

    value: Count = Field(description="ผลการดำเนินงาน")
    level: Annotated[Count, Field(ge=1, le=5)] = Field(description="ระดับที่ได้")


class TableScale(_Counting):
    """A table from a counted result to its level, such as plan + n activities."""

    type: Literal["table"] = Field(title=_TYPE, description="เปิดตารางผล -> ระดับ")
    rows: tuple[TableRow, ...] = Field(min_length=1, description="แถวของตาราง")

    @property
    def reach(self) -> Reach:
        """From nothing to the highest result of the table."""
        return Decimal(0), Decimal(max(row.value for row in self.rows))

    @model_validator(mode="after")
    def _single_valued(self) -> TableScale:
        values = [row.value for row in self.rows]
        if len(set(values)) < len(values):
            raise PydanticCustomError("table_repeats", "a value stands twice in the table", {})
        return self


Scale = Annotated[
    LinearScale | StepScale | MilestoneScale | CountScale | TableScale, Field(discriminator="type")
]
