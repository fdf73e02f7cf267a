"""Scales: how a result becomes a score from 1 to 5 (`domain.md` §2.3).

A scale is shorthand for a curve, with the few facts that others ask of it. What a scale is to scoring,
checks, workbooks, schemas and tables of papers stands in its class and nowhere else: others ask the scale.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, NamedTuple, get_args

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from pipeline.model.curves import Curve
from pipeline.model.fields import LAST_LEVEL
from pipeline.model.in_templates import in_templates
from pipeline.model.records import Count, Percent, Record

_TYPE = "แบบของเกณฑ์"

LEVELS = range(1, LAST_LEVEL + 1)

Five = Annotated[tuple[Percent, ...], Field(min_length=LAST_LEVEL, max_length=LAST_LEVEL)]

Reach = tuple[Decimal, Decimal]
"""The lowest and the highest result that a scale speaks of."""


class Threshold(NamedTuple):
    """A figure that was typed as the limit of a level, and where it stands inside its scale."""

    path: tuple[str | int, ...]
    level: int
    figure: Decimal


class AnyScale(Record):
    """What every scale says of itself."""

    choice: ClassVar[str]
    """Its name in the workbook's drop-down."""
    title: ClassVar[str]
    """Its name as a record, in schemas and their page."""
    counts: ClassVar[bool]
    """Whether its result is a whole number of things, and not a measured figure or a ratio."""
    most: ClassVar[int | None] = None
    """The most things that there are to count, if there is an end."""

    @property
    @abstractmethod
    def curve(self) -> Curve:
        """What it is short for."""

    @property
    @abstractmethod
    def reach(self) -> Reach:
        """The lowest and the highest result that it speaks of."""

    @property
    @abstractmethod
    @in_templates
    def levels(self) -> tuple[tuple[Decimal, ...], ...]:
        """The results that a table prints under each level, from level 1."""

    @abstractmethod
    def target(self, level: int) -> Decimal:
        """The least result that earns `level`."""

    @property
    @abstractmethod
    def thresholds_typed(self) -> Iterator[Threshold]:
        """The thresholds among its figures, in order."""


class _Thresholds(AnyScale):
    """A scale of one threshold a level, in the unit of what is measured."""

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

    @property
    def levels(self) -> tuple[tuple[Decimal, ...], ...]:
        """Each threshold under its level."""
        return tuple((threshold,) for threshold in self.thresholds)

    def target(self, level: int) -> Decimal:
        """The threshold of the level."""
        return self.thresholds[level - 1]

    @property
    def thresholds_typed(self) -> Iterator[Threshold]:
        """All of them."""
        for n, figure in enumerate(self.thresholds):
            yield Threshold(("thresholds", n), n + 1, figure)

    def _points(self) -> Iterator[tuple[Decimal, Decimal]]:
        return zip(self.thresholds, map(Decimal, LEVELS), strict=True)

    @model_validator(mode="after")
    def _monotonic(self) -> _Thresholds:
        """Equal or turning neighbours leave no level between them."""
        pairs = list(zip(self.thresholds, self.thresholds[1:], strict=False))
        if not (all(a < b for a, b in pairs) or all(a > b for a, b in pairs)):
            typed = " ".join(str(t) for t in self.thresholds)
            raise PydanticCustomError("thresholds", "thresholds not monotonic: {typed}", {"typed": typed})
        return self


class LinearScale(_Thresholds):
    """Interpolates between thresholds (เทียบบัญญัติไตรยางศ์); ascending or descending."""

    choice: ClassVar[str] = "เทียบบัญญัติไตรยางศ์"
    title: ClassVar[str] = "เกณฑ์เทียบบัญญัติไตรยางศ์"
    type: Literal["linear"] = Field(title=_TYPE, description="เทียบบัญญัติไตรยางศ์ระหว่างเกณฑ์")

    @property
    def curve(self) -> Curve:
        """Ends at level 1."""
        return Curve.through(self._points(), between="interpolate", below="first")


class StepScale(_Thresholds):
    """The highest threshold reached (`ขึ้นไป`); below the first there is no level."""

    choice: ClassVar[str] = "ขั้นบันได (ขึ้นไป)"
    title: ClassVar[str] = "เกณฑ์ขั้นบันได (ขึ้นไป)"
    type: Literal["step"] = Field(title=_TYPE, description="ถึงเกณฑ์ใดได้ระดับนั้น (ขึ้นไป)")

    @property
    def curve(self) -> Curve:
        """No score below level 1."""
        return Curve.through(self._points(), between="step", below="none")


class _Counting(AnyScale):
    """A scale that counts: its result is a whole number of things, and that number its level."""

    counts: ClassVar[bool] = True

    @property
    def curve(self) -> Curve:
        """So many things, so many levels; none without any."""
        same = ((Decimal(level), Decimal(level)) for level in LEVELS)
        return Curve.through(same, between="interpolate", below="none")

    @property
    def reach(self) -> Reach:
        """From nothing to what gives the highest level."""
        return Decimal(0), Decimal(LAST_LEVEL)

    @property
    def levels(self) -> tuple[tuple[Decimal, ...], ...]:
        """The number of the level itself."""
        return tuple((Decimal(level),) for level in LEVELS)

    def target(self, level: int) -> Decimal:
        """The number of the level itself."""
        return Decimal(level)

    @property
    def thresholds_typed(self) -> Iterator[Threshold]:
        """None: what is counted has no threshold."""
        yield from ()


class MilestoneScale(_Counting):
    """The number of steps done in order is the level (ระดับความสำเร็จ)."""

    choice: ClassVar[str] = "ขั้นตอนความสำเร็จ"
    title: ClassVar[str] = "เกณฑ์ขั้นตอนความสำเร็จ"
    most: ClassVar[int | None] = LAST_LEVEL
    type: Literal["milestone"] = Field(title=_TYPE, description="จำนวนขั้นตอนที่ทำแล้วเสร็จตามลำดับคือระดับ")


class CountScale(_Counting):
    """The number of activities is the level, at most 5."""

    choice: ClassVar[str] = "นับกิจกรรม"
    title: ClassVar[str] = "เกณฑ์นับจำนวนกิจกรรม"
    type: Literal["count"] = Field(title=_TYPE, description="จำนวนกิจกรรมคือระดับ")


class TableRow(Record):
    """One line of a look-up table."""

    value: Count = Field(description="ผลการดำเนินงาน")
    level: Annotated[Count, Field(ge=1, le=5)] = Field(description="ระดับที่ได้")


class TableScale(_Counting):
    """A table from a counted result to its level, such as plan + n activities."""

    choice: ClassVar[str] = "เปิดตาราง"
    title: ClassVar[str] = "เกณฑ์เปิดตาราง"
    type: Literal["table"] = Field(title=_TYPE, description="เปิดตารางผล -> ระดับ")
    rows: tuple[TableRow, ...] = Field(min_length=1, description="แถวของตาราง")

    @property
    def curve(self) -> Curve:
        """The row of the result, or of the nearest smaller one that the table names."""
        rows = sorted(self.rows, key=lambda row: row.value)
        first, *more = ((Decimal(row.value), Decimal(row.level)) for row in rows)
        if not more:
            return Curve.at_least(*first, below="none")
        return Curve.through((first, *more), between="step", below="none")

    @property
    def reach(self) -> Reach:
        """From nothing to the highest result of the table."""
        return Decimal(0), Decimal(max(row.value for row in self.rows))

    @property
    def levels(self) -> tuple[tuple[Decimal, ...], ...]:
        """The results of the rows of each level, as they stand there; there may be none."""
        return tuple(tuple(Decimal(row.value) for row in self.rows if row.level == level) for level in LEVELS)

    def target(self, level: int) -> Decimal:
        """The least result of a row of that level or a higher one; the level itself if no row has it."""
        reached = [row.value for row in self.rows if row.level >= level]
        return Decimal(min(reached, default=level))

    @model_validator(mode="after")
    def _single_valued(self) -> TableScale:
        values = [row.value for row in self.rows]
        if len(set(values)) < len(values):
            raise PydanticCustomError("table_repeats", "a value stands twice in the table", {})
        return self


Scale = Annotated[
    LinearScale | StepScale | MilestoneScale | CountScale | TableScale, Field(discriminator="type")
]

SCALES: dict[str, type[AnyScale]] = {
    get_args(scale.model_fields["type"].annotation)[0]: scale for scale in get_args(get_args(Scale)[0])
}
"""Every scale by its `type`, as `Scale` lists them."""
