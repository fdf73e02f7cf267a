"""The scores of one input, also under every policy for what was not measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline import kinds
from pipeline.compose.facts import common_facts
from pipeline.compose.placeholders import fill
from pipeline.diagnostics import Diagnostic, RequestError, diagnose
from pipeline.kinds.scoring import score_input
from pipeline.model.office_input import OfficeInput
from pipeline.model.schemes import Policy
from pipeline.model.scored_input import ScoredInput
from pipeline.papers.score_json import card_json
from pipeline.papers.score_tree import tree_json
from pipeline.scoring.cards import ScoreCard

COMPARED: tuple[Policy, ...] = ("excluded", "zero", "floor")
"""The policies whose totals differ; `failed` counts as `zero` does."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The score card of an input of the kind `kind`; `None` if it has nothing to score, as a free memo.

    `part_word` is what numbered parts of the whole are called. `by_policy` are the cards under each policy
    for what was not measured, empty without a card. `facts` are what names of indicators may print;
    `remarks` what reading the input gave that stops nothing.
    """

    kind: str
    card: ScoreCard | None
    by_policy: Mapping[Policy, ScoreCard]
    facts: Mapping[str, str]
    remarks: tuple[Diagnostic, ...] = ()
    part_word: str = ""

    def print_name(self, name: str) -> str:
        """A name that itself names facts (`…ใน{office}`), as papers print it."""
        return fill(name, self.facts, "short")

    def as_json(self, name: str) -> dict[str, Any]:
        """The scores for programs (`docs/score-json.md`); `name` is what the input is called.

        Raises `RequestError` for an input that has nothing to score.
        """
        if self.card is None:
            raise RequestError([diagnose("usage/no-scores")])
        told = card_json(name, self.kind, self.card, self.by_policy, self.print_name)
        return told | tree_json(self.card, self.print_name)


def scores_of(
    office_input: OfficeInput, card: ScoreCard | None, remarks: tuple[Diagnostic, ...] = ()
) -> Scores:
    """The scores of an input whose `card` is reckoned already (`kinds.scoring.score_input`)."""
    by_policy = cards_by_policy(office_input, card.policy) if card else {}
    facts = common_facts(office_input)
    word = office_input.part_word if isinstance(office_input, ScoredInput) else ""
    return Scores(office_input.kind, card, by_policy, facts, remarks, fill(word, facts, "short"))


def cards_by_policy(office_input: OfficeInput, in_use: Policy) -> dict[Policy, ScoreCard]:
    """A score card for each policy, and for the one in use; empty for an input that has no scores.

    An indicator with a policy of its own keeps it.
    """
    kind = kinds.kind_of(office_input)
    policies = dict.fromkeys((*COMPARED, in_use))
    cards = {policy: score_input(kind.under(office_input, policy)) for policy in policies}
    return {policy: card for policy, card in cards.items() if card is not None}
