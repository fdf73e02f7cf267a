"""What templates of every kind that is scored may call."""

from __future__ import annotations

from pipeline.scoring.cards import ScoreCard
from pipeline.scoring.criteria import criteria_of
from pipeline.scoring.side_by_side import side_by_side


def score_functions(card: ScoreCard | None) -> dict[str, object]:
    """`sheet`: the scores of all judges and rounds side by side; `criteria_of` a scale: what it asks. None
    without scores.
    """
    return {} if card is None else {"sheet": side_by_side(card), "criteria_of": criteria_of}
