"""The scores of one input: what scoring hands to every later stage.

Scores run from 0 to 5, weights and percentages to 100; all are exact `Decimal`s, rounded only
where they are printed (half up; scores to 4 decimals, percentages to 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pipeline.model.in_templates import in_templates
from pipeline.model.indicators import Status, Unmeasured


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """One indicator (or project, or part) with what it scored.

    `result` is the measured figure in the scale's unit (a ratio as its percentage), `None` when not
    measured. `score` is `None` when not measured, or when the scale's first level was not reached;
    `level` is its whole part, `None` below 1.
    `percent` is สัดส่วนผลสำเร็จ by the indicator's own rule. `counted` is the score that the totals
    take, by the policy when not measured, 1 when measured below the first level, `None` when the
    indicator is left out of them; `weighted` is `weight × counted / 100`. A part's `weight` is its
    share of 1 inside the indicator.
    """

    id: str
    name: str
    weight: Decimal
    status: Status
    policy: Unmeasured
    result: Decimal | None
    score: Decimal | None
    level: int | None
    percent: Decimal | None
    counted: Decimal | None
    counted_percent: Decimal | None
    weighted: Decimal | None
    note: str = ""
    parts: tuple[IndicatorScore, ...] = ()


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

    @in_templates
    def indicator(self, id: str) -> IndicatorScore:
        """The score of the indicator or project `id`; `KeyError` if there is none."""
        for dimension in self.dimensions:
            for indicator in dimension.indicators:
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
