"""Weighted means: how scores and percentages add up (`domain.md` §2.2)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.scoring.cards import GroupScore, IndicatorScore


def group_score(number: str, name: str, indicators: Sequence[IndicatorScore]) -> GroupScore:
    """Σ(w × s) / Σw and Σ(w × p) / Σw over the indicators that count."""
    scores = [(i.weight, i.counted) for i in indicators if i.counted is not None]
    percents = [(i.weight, i.counted_percent) for i in indicators if i.counted_percent is not None]
    return GroupScore(
        number=number,
        name=name,
        weight=sum((i.weight for i in indicators), Decimal(0)),
        denominator=sum((weight for weight, _ in scores), Decimal(0)),
        score=weighted_mean(scores),
        percent=weighted_mean(percents),
        weighted=sum((i.weighted for i in indicators if i.weighted is not None), Decimal(0)),
        indicators=tuple(indicators),
    )


def weighted_mean(pairs: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
    """Σ(w × s) / Σw of (weight, score) pairs, unrounded; `None` of none."""
    if not pairs:
        return None
    return sum((w * s for w, s in pairs), Decimal(0)) / sum((w for w, _ in pairs), Decimal(0))
