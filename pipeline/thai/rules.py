"""Line-break rules: which of the two tables' rows can hold in a text.

`thai.penalties` has the places that cost more, `thai.keep_together` the stretches that hold together.
"""

from __future__ import annotations

import re

from pipeline.thai.keep_together import HOLDS, Hold
from pipeline.thai.line_edges import NO_END, NO_START
from pipeline.thai.penalties import RULES, Rule

__all__ = ["HOLDS", "NO_END", "NO_START", "RULES", "Hold", "Rule", "holds_for", "rules_for"]

_DIGIT = re.compile(r"[0-9๐-๙]")
_WITHOUT_NUMBERS = tuple(rule for rule in RULES if not rule.of_numbers)


def rules_for(text: str) -> list[Rule]:
    """The rules that can hold somewhere in `text`."""
    rules = RULES if _DIGIT.search(text) else _WITHOUT_NUMBERS
    return [rule for rule in rules if _has_any_sign(rule.signs, text)]


def holds_for(text: str) -> list[Hold]:
    """The holds that can hold somewhere in `text`."""
    return [hold for hold in HOLDS if _has_any_sign(hold.signs, text)]


def _has_any_sign(signs: tuple[str, ...], text: str) -> bool:
    for sign in signs:
        if sign in text:
            return True
    return not signs
