"""Word boundaries. Two segmenters that share nothing stand behind two functions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

import thaibreak

from pipeline.thai.dictionary import known

if TYPE_CHECKING:
    from budoux import Parser

_NOUN = "การ"
_TAKEN_FOR_WORDS = frozenset(("ให้การ", "พัฒนาการ"))
"""Words that the first segmenter sees where a verb meets a noun: พัฒนา|การปฏิบัติ, ให้|การดำเนินงาน."""


@lru_cache(maxsize=4_096)
def word_boundaries(text: str) -> tuple[int, ...]:
    """Where words and the stretches between them start, from 0 to `len(text)`."""
    bounds = thaibreak.boundaries(text)
    return tuple(_mended(text, bounds))


def _mended(text: str, bounds: list[int]) -> Iterator[int]:
    """The boundaries, with พัฒนาการ|ปฏิบัติ put right where การปฏิบัติ is a word."""
    yield from bounds[:1]
    for start, end, after in zip(bounds, bounds[1:], [*bounds[2:], len(text)], strict=False):
        noun = end - len(_NOUN)
        if text[start:end] in _TAKEN_FOR_WORDS and known(text[noun:after]):
            yield noun
        yield end


def seconded(text: str) -> frozenset[int]:
    """Where a second segmenter sees a boundary too.

    It knows no words, only letters and what they stand beside, so that it errs elsewhere than the first.
    """
    return frozenset(accumulate(len(chunk) for chunk in _model().parse(text)))


@lru_cache(maxsize=1)
def _model() -> Parser:
    import budoux  # noqa: PLC0415

    return budoux.load_default_thai_parser()
