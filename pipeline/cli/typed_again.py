"""Commands as they are shown to be typed: what has a space in it stands in quotes."""

from __future__ import annotations

from pathlib import Path


def typed(*words: str | Path) -> str:
    """`saraban` with these words after it."""
    return " ".join(["saraban", *map(_quoted, words)])


def _quoted(word: str | Path) -> str:
    text = str(word)
    return f'"{text}"' if any(mark in text for mark in " &()'") else text
