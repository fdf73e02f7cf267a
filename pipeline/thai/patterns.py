"""Patterns of the two tables of line ends, compiled when a text first asks for them."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=256)
def compile_pattern(expression: str) -> re.Pattern[str]:
    """The pattern of a rule; most short papers ask for few."""
    return re.compile(expression)
