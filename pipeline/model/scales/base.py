"""What every scale says of itself, under the rules of the scheme that it is scored by."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field

from pipeline.model.curves import Below, Curve
from pipeline.model.records import Number, Record, Seldom
from pipeline.model.schemes import Rules

TYPE = "แบบของเกณฑ์"

Reach = tuple[Decimal, Decimal]
"""The lowest and the highest result that a scale speaks of."""

Cells = tuple[tuple[Decimal, ...], ...]
"""The results that a table prints under each level of the scheme, from the first; there may be none."""


class Threshold(NamedTuple):
    """A figure that was typed as the limit of a level, and where it stands inside its scale."""

    path: tuple[str | int, ...]
    level: int
    figure: Decimal


class AnyScale(Record):
    """What every scale says of itself. `rules` are those that the result is scored by."""

    choice: ClassVar[str]
    """Its name in the workbook's drop-down."""
    title: ClassVar[str]
    """Its name as a record, in schemas and their page."""
    counts: ClassVar[bool]
    """Whether its result is a number of things, and not a measured figure or a ratio."""
    needs_levels: ClassVar[bool] = False
    """Whether it gives levels, so that a scheme without any has no score for it."""
    own_below: ClassVar[Below]
    """What a figure short of the first level earns unless the scale or its scheme says otherwise."""
    per: Annotated[Annotated[Number, Field(gt=0)] | None, Seldom()] = Field(
        None, title="อัตราส่วนต่อ", description="ผลที่เป็นตัวตั้งหารตัวหารคิดต่อเท่าใด เช่น 100000 (เว้นว่าง = 100 คือร้อยละ)"
    )
    below: Annotated[Literal["first", "zero", "none"] | None, Seldom()] = Field(
        None,
        title="ต่ำกว่าระดับแรก",
        description="first ได้คะแนนระดับแรก, zero ได้ 0, none ถือว่าไม่มีผล (เว้นว่าง = ตามแบบคะแนน)",
    )

    @abstractmethod
    def curve(self, rules: Rules) -> Curve:
        """What it is short for."""

    @abstractmethod
    def reach(self, rules: Rules) -> Reach:
        """The lowest and the highest result that it speaks of."""

    @abstractmethod
    def cells(self, rules: Rules) -> Cells:
        """The results that a table prints under each level."""

    @abstractmethod
    def target(self, level: int, rules: Rules) -> Decimal:
        """The least result that earns `level`, from 1."""

    def compared(self, figure: Decimal) -> Decimal:
        """The figure that is held against the scale."""
        return figure

    def full(self, rules: Rules) -> Decimal:
        """The highest score that can be earned."""
        return rules.full

    def first(self, rules: Rules) -> Decimal:
        """The score of the first level, which counts where the scheme says so."""
        return rules.first

    def most(self, rules: Rules) -> int | None:  # noqa: ARG002
        """The most things that there are to count, if there is an end."""
        return None

    @property
    def thresholds_typed(self) -> Iterator[Threshold]:
        """The thresholds among its figures, in order."""
        yield from ()

    @property
    def takes_parts(self) -> bool:
        """Whether half a thing may be counted."""
        return not self.counts

    def below_first(self, rules: Rules) -> Below:
        """What a figure short of the first level earns."""
        typed = self.below or rules.below
        return self.own_below if typed == "scale" else typed
