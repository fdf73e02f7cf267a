"""Codes for the glyphs of a face: one for each pair of glyph and text (PDF 32000-1 §9.7).

Copy and search give back what was written even where one glyph serves several characters or a mark has an
alternate form. Pairs of common letters have the same code in every file, so that what a line writes is worked
out once; any others are numbered after them as a file first needs them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from pipeline.typeset.fonts import FACES, face

Pair = tuple[int, str]
"""A glyph's number in its face, and the text that it stands for."""

_SIGNS = "\u00a0–—‘’“”•…"
_ABOVE, _BELOW, _TONES = "ัิีึืํ็", "ฺุู", "่้๊๋์"
_SARA_AM = "ำ"
_CARRIERS = "กป"
"""MarkedContent have one form over most letters and another over those with an ascender."""


@lru_cache(maxsize=len(FACES))
def common_codes(key: str) -> Mapping[Pair, str]:
    """The pairs of the face `key` for Thai and English letters, digits and signs, with codes from 0001."""
    shaped = face(key).shape(" ".join(_clusters()))
    pairs = dict.fromkeys((glyph.gid, glyph.text) for glyph in shaped.glyphs if glyph.text)
    return MappingProxyType({pair: _format_code(number) for number, pair in enumerate(pairs, 1)})


def _clusters() -> Iterator[str]:
    """Each letter alone, and each vowel and tone mark where it may stand."""
    marks = {*_ABOVE, *_BELOW, *_TONES, _SARA_AM}
    yield from map(chr, range(ord(" "), ord("~") + 1))
    yield from (letter for letter in map(chr, range(ord("ก"), ord("๛") + 1)) if letter not in marks)
    yield from _SIGNS
    for carrier in _CARRIERS:
        for tone in ("", *_TONES):
            yield from (f"{carrier}{vowel}{tone}" for vowel in ("", *_ABOVE, *_BELOW))
            yield f"{carrier}{tone}{_SARA_AM}"


class Codes:
    """The codes that one font of one file uses, in hexadecimal as a page's content has them."""

    def __init__(self, key: str) -> None:
        self._common = common_codes(key)
        self._used: set[str] = set()
        self._others: dict[Pair, str] = {}

    def use(self, common: frozenset[str]) -> None:
        """Codes of `common_codes` that stand in the file."""
        self._used |= common

    def other(self, pair: Pair) -> str:
        """The code of a pair that has none in every file."""
        return self._others.setdefault(pair, _format_code(len(self._common) + len(self._others) + 1))

    def codes_in_use(self) -> tuple[tuple[str, Pair], ...]:
        """All codes of the file in order, each with its pair."""
        common = [(code, pair) for pair, code in self._common.items() if code in self._used]
        return (*common, *((code, pair) for pair, code in self._others.items()))


def _format_code(number: int) -> str:
    return f"{number:04X}"
