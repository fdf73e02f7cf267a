"""Results -> scores; pure, Decimal, no I/O.

Levels on a scale, interpolation, composite indicators, weights, what was not measured, totals by dimension,
and rounding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.model.free_memo import MemoInput

if TYPE_CHECKING:
    from pipeline.model.inputs import AgreementInput, HrScorecardInput
    from pipeline.scoring.cards import ScoreCard


def score_input(office_input: HrScorecardInput | AgreementInput | MemoInput) -> ScoreCard | None:
    """All scores of a checked input; `None` for a free memo, which has nothing to score."""
    if isinstance(office_input, MemoInput):
        return None
    from pipeline.scoring.scorecard import score_card  # noqa: PLC0415

    return score_card(office_input)


__all__ = ["score_input"]
