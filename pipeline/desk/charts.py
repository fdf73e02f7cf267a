"""Charts of scores as SVG: bars with their figures beside them, readable without colour."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.scoring.cards import ScoreCard
from pipeline.scoring.rounding import score_text

FULL = Decimal(5)
"""The highest score."""
TARGET = Decimal(3)
"""The score of an indicator that reached its target: the middle threshold (`domain.md` §2.1)."""
_BAR = 26
_LABEL = 210
_SCALE = 300


class Bar(NamedTuple):
    """One bar: its label and its score, `None` where nothing was counted; x, y and width in SVG units."""

    label: str
    score: str
    y: int
    width: float


class Chart(NamedTuple):
    """Bars under one another on a scale of 0 to 5; `target` is the x of the target's line."""

    bars: tuple[Bar, ...]
    height: int
    left: int
    target: float
    full: float


def dimension_chart(card: ScoreCard) -> Chart:
    """The dimensions' scores, and the total below them."""
    groups = [*card.dimensions, card.total]
    return _chart([(group.name or "", group.score) for group in groups])


def _chart(rows: Sequence[tuple[str, Decimal | None]]) -> Chart:
    bars = tuple(
        Bar(
            label, "–" if score is None else score_text(score), at * _BAR, float((score or 0) / FULL * _SCALE)
        )
        for at, (label, score) in enumerate(rows)
    )
    target = _LABEL + float(TARGET / FULL * _SCALE)
    return Chart(bars, len(rows) * _BAR + 18, _LABEL, target, _LABEL + _SCALE)
