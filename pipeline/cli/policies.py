"""Scores one input under each policy for unmeasured indicators."""

from __future__ import annotations

from typing import get_args

from pipeline import kinds
from pipeline.model.indicators import Unmeasured
from pipeline.model.office_input import OfficeInput
from pipeline.scoring.cards import ScoreCard

POLICIES: tuple[Unmeasured, ...] = get_args(Unmeasured)


def cards_by_policy(office_input: OfficeInput) -> dict[Unmeasured, ScoreCard]:
    """A score card for each policy; empty for an input that has no scores.

    An indicator with a policy of its own keeps it.
    """
    kind = kinds.of(office_input.kind)
    cards = {policy: kind.score(kind.under(office_input, policy)) for policy in POLICIES}
    return {policy: card for policy, card in cards.items() if card is not None}
