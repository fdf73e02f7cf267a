"""Did-you-mean hints: the nearest valid name to one that is not."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from pipeline.diagnostics import Message

_ALIKE = 0.5


def hint(typed: str, choices: Sequence[str]) -> Message:
    """` (หมายถึง 'weight' หรือไม่)`, with its space; empty when nothing is near."""
    found = hint_of(typed, choices)
    if not found:
        return Message("", "")
    return Message(f" (หมายถึง '{found}' หรือไม่)", f" (did you mean '{found}'?)")


def hint_of(typed: str, choices: Sequence[str]) -> str:
    """The choice that is nearest; empty when none is near."""
    return next(iter(get_close_matches(typed, choices, n=1, cutoff=_ALIKE)), "")
