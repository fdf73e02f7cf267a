"""The scores of one input: what scoring hands to every later stage.

Scores run from 0 to 5, weights and percentages to 100. The figures of indicators are what is printed (scores
to 4 decimals, ratios and percentages to 2, half up) and what all others are reckoned from; those of groups
are exact and rounded where they are printed (`rounding`).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pipeline.model.in_templates import in_templates
from pipeline.model.indicators import Measured, Status, Unmeasured


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """One indicator (or project, or part) with what it scored.

    `result` is the measured figure in the scale's unit (a ratio as its percentage), `None` when not
    measured. `score` is `None` when not measured, or when the scale's first level was not reached;
    `level` is the same number without needless decimals (`3.8`), and `None` likewise.
    `percent` is สัดส่วนผลสำเร็จ by the indicator's own rule. `counted` is the score that the totals
    take, by the policy when not measured, 1 when measured below the first level, `None` when the
    indicator is left out of them; `weighted` is `weight × counted / 100`. A part's `weight` is its
    share of 1 inside the indicator. `rounded` says that rounding changed the score: that it is not quite what
    the unrounded figures give.
    """

    id: str
    name: str
    weight: Decimal
    status: Status
    policy: Unmeasured
    result: Decimal | None
    score: Decimal | None
    level: Decimal | None
    percent: Decimal | None
    counted: Decimal | None
    counted_percent: Decimal | None
    weighted: Decimal | None
    reported: Measured | None = None
    rounded: bool = False
    parts: tuple[IndicatorScore, ...] = ()

    @property
    @in_templates
    def note(self) -> str:
        """What was remarked where the result was reported; empty if nothing was."""
        return self.reported.note if self.reported else ""


@dataclass(frozen=True, slots=True)
class GroupScore:
    """A dimension, a group of it, or the whole: Σ(w × s) / Σw over what is counted.

    `weight` is the full weight, `denominator` the Σw that was counted; `score` and `percent` are
    `None` when nothing was. `weighted` is `denominator × score / 100`, the sum of its members'.
    """

    number: str
    name: str
    weight: Decimal
    denominator: Decimal
    score: Decimal | None
    percent: Decimal | None
    weighted: Decimal
    indicators: tuple[IndicatorScore, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """All scores of an input: its dimensions in order, and the total."""

    dimensions: tuple[GroupScore, ...]
    total: GroupScore
    policy: Unmeasured

    @property
    @in_templates
    def indicators(self) -> tuple[IndicatorScore, ...]:
        """All indicators in order."""
        return tuple(indicator for dimension in self.dimensions for indicator in dimension.indicators)

    @property
    @in_templates
    def rounded(self) -> bool:
        """Whether rounding changed the score of any indicator: then the paper tells how it is done."""
        return any(indicator.rounded for indicator in self.indicators)

    @property
    @in_templates
    def below_first(self) -> bool:
        """Whether anything was measured below the first level of its scale, and so counts as level 1."""
        each = [one for indicator in self.indicators for one in (indicator, *indicator.parts)]
        return any(one.status == "measured" and one.score is None for one in each)

    @in_templates
    def indicator(self, id: str) -> IndicatorScore:
        """The score of the indicator or project `id`; `KeyError` if there is none."""
        for indicator in self.indicators:
            if indicator.id == id:
                return indicator
        raise KeyError(id)

    @in_templates
    def dimension(self, number: int) -> GroupScore:
        """The score of มิติที่ `number`; `KeyError` if there is none."""
        for dimension in self.dimensions:
            if dimension.number == str(number):
                return dimension
        raise KeyError(number)
