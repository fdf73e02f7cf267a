"""What templates of every kind that is scored may call."""

from __future__ import annotations

from pipeline.model.office_input import OfficeInput
from pipeline.model.scored_input import ScoredInput
from pipeline.scoring.against_last import against_last
from pipeline.scoring.cards import ScoreCard
from pipeline.scoring.criteria import criteria_of
from pipeline.scoring.side_by_side import side_by_side


def score_functions(office_input: OfficeInput, card: ScoreCard | None) -> dict[str, object]:
    """`sheet`: the scores of all judges and rounds side by side; `criteria_of` a scale: what it asks. None
    without scores. `last_sheet` and `last_of` a score: what was of it last round; both `None` where the data
    hold no last round with scores.
    """
    if card is None:
        return {"last_sheet": None, "last_of": None}
    against = against_last(office_input, card) if isinstance(office_input, ScoredInput) else None
    return {
        "sheet": side_by_side(card),
        "criteria_of": criteria_of,
        "last_sheet": against.told if against else None,
        "last_of": against.line if against else None,
    }
