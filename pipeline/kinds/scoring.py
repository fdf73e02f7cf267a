"""Score calculation for an input of any kind: its kind says how, `scoring` reckons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import kinds

if TYPE_CHECKING:
    from pipeline.model.office_input import OfficeInput
    from pipeline.scoring.cards import ScoreCard


def score_input(office_input: OfficeInput) -> ScoreCard | None:
    """All scores of a checked input; `None` for a kind that has nothing to score, as a free memo."""
    return kinds.kind_of(office_input).score(office_input)
