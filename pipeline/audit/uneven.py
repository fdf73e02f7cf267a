"""What is uneven in a paper: two ways of one thing, the rarer of them told once with all its places."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.audit.findings import Match
from pipeline.audit.text_blocks import Span, TextBlock
from pipeline.diagnostics import Message


def matches_in(
    passages: Iterable[TextBlock], pattern: re.Pattern[str]
) -> list[tuple[TextBlock, re.Match[str]]]:
    """Where a pattern is met, in the passages' own text."""
    return [(passage, match) for passage in passages for match in pattern.finditer(passage.text)]


def rarer(kinds: dict[str, list[Span]]) -> tuple[str, str] | None:
    """The rarer of the two commonest kinds and the commoner; `None` when there is one kind only."""
    ranked = sorted((kind for kind in kinds if kinds[kind]), key=lambda kind: len(kinds[kind]))
    return (ranked[-2], ranked[-1]) if len(ranked) > 1 else None


def one_hit(places: list[Span], words: Message) -> Match:
    """One hit at the first of the places, with the others beside it."""
    return Match(places[0], words, tuple(places[1:]))
