"""`saraban score`: the scores of one input."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.cli.console import Console, say_json
from pipeline.cli.explained import explain
from pipeline.cli.policies import cards_by_policy
from pipeline.cli.remarks import say_remarks
from pipeline.cli.score_table import say_card
from pipeline.cli.usage_errors import UsageError
from pipeline.compose.facts import common_facts
from pipeline.compose.placeholders import fill
from pipeline.diagnostics import diagnose
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.scoring import score_input
from pipeline.papers.score_json import card_json
from pipeline.papers.score_tree import tree_json


def score(console: Console, path: Path, as_json: bool, explain_id: str | None) -> None:
    """Reads, checks and scores the input; `explain_id` is the indicator whose score is explained instead."""
    source = read(path)
    office_input = load(source)
    if not as_json:
        say_remarks(source.remarks, console)
    card = score_input(office_input)
    if card is None:
        raise UsageError(diagnose("usage/no-scores"))
    by_policy = cards_by_policy(office_input, card.policy)
    facts = common_facts(office_input)

    def print_name(name: str) -> str:
        """A name that itself names facts (`…ใน{office}`)."""
        return fill(name, facts, "short")

    if explain_id is not None:
        explain(card, explain_id, console, print_name)
    elif as_json:
        found = card_json(str(path), office_input.kind, card, by_policy, print_name)
        found |= tree_json(card, print_name)
        say_json(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        say_card(card, by_policy, console, print_name)
