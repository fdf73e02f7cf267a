"""Clusters: what stays together whatever happens, a consonant with its marks.

Close to the extended grapheme clusters of UAX #29, with U+0E33 ำ bound to its consonant.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

SARA_AM = "\u0e33"
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")
_FIRST_MODIFIER, _LAST_MODIFIER = 0x1F3FB, 0x1F3FF


def clusters(text: str) -> tuple[int, ...]:
    """Where each cluster of `text` starts; 0 is the first."""
    return tuple(_starts(text))


def starts_cluster(text: str, at: int) -> bool:
    """Whether a cluster starts at `at`, which is inside `text`."""
    return at == 0 or not (_extends(text[at]) or text[at - 1] == "\u200d")


def _starts(text: str) -> Iterator[int]:
    return (at for at in range(len(text)) if starts_cluster(text, at))


def _extends(character: str) -> bool:
    """Whether the character belongs to the cluster before it."""
    if character < "\u0300" or "ก" <= character <= "ะ" or "เ" <= character <= "ๆ":
        return False
    return (
        character == SARA_AM
        or character in _JOINERS
        or unicodedata.category(character) in ("Mn", "Me", "Mc")
        or _FIRST_MODIFIER <= ord(character) <= _LAST_MODIFIER
    )
