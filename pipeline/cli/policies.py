"""The same input under each policy for what was not measured."""

from __future__ import annotations

from pipeline import kinds
from pipeline.model.office_input import OfficeInput
from pipeline.model.schemes import Policy
from pipeline.scoring.cards import ScoreCard

COMPARED: tuple[Policy, ...] = ("excluded", "zero", "floor")
"""Those whose totals differ; `failed` counts as `zero` does."""


def cards_by_policy(office_input: OfficeInput, in_use: Policy) -> dict[Policy, ScoreCard]:
    """A score card for each policy, and for the one in use; empty for an input that has no scores.

    An indicator with a policy of its own keeps it.
    """
    kind = kinds.of(office_input.kind)
    policies = dict.fromkeys((*COMPARED, in_use))
    cards = {policy: kind.score(kind.under(office_input, policy)) for policy in policies}
    return {policy: card for policy, card in cards.items() if card is not None}
