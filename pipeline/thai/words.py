"""Word boundaries. Two segmenters that share nothing stand behind two functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import thaibreak

from pipeline.thai.dictionary import known

NOUN = "การ"
"""What makes a noun of a verb: การ|ปฏิบัติ."""
_TAKEN_FOR_WORDS = frozenset(("ให้การ", "พัฒนาการ"))
"""Words that the first segmenter sees where a verb meets a noun: พัฒนา|การปฏิบัติ, ให้|การดำเนินงาน."""


@lru_cache(maxsize=4_096)
def word_boundaries(text: str) -> tuple[int, ...]:
    """Where words and the stretches between them start, from 0 to `len(text)`."""
    bounds = thaibreak.boundaries(text)
    return tuple(_mended(text, bounds) if any(word in text for word in _TAKEN_FOR_WORDS) else bounds)


def _mended(text: str, bounds: list[int]) -> Iterator[int]:
    """The boundaries, with พัฒนาการ|ปฏิบัติ put right where การปฏิบัติ is a word."""
    yield from bounds[:1]
    for start, end, after in zip(bounds, bounds[1:], [*bounds[2:], len(text)], strict=False):
        noun = end - len(NOUN)
        if text[start:end] in _TAKEN_FOR_WORDS and known(text[noun:after]):
            yield noun
        yield end


def seconded(text: str, at: int) -> bool:
    """Whether a second segmenter, too, sees a boundary before `at`.

    It knows no words, only letters and what they stand beside, so that it errs elsewhere than the first. Its
    score is that of `budoux.Parser.parse`, reckoned where it is asked for and not at every letter.
    """
    return _parted(text[max(0, at - 3) : at], text[at : at + 3])


@lru_cache(maxsize=32_768)
def _parted(before: str, after: str) -> bool:
    """Whether the letters on both sides, three at most of each, are parted."""
    scores, score = _model()
    text, at = before + after, len(before)
    for of, first, last in scores:
        if at + first >= 0 and (letters := text[at + first : at + last]) in of:
            score += of[letters]
    return score > 0


_WINDOWS = {
    "UW1": (-3, -2), "UW2": (-2, -1), "UW3": (-1, 0), "UW4": (0, 1), "UW5": (1, 2), "UW6": (2, 3),
    "BW1": (-2, 0), "BW2": (-1, 1), "BW3": (0, 2),
    "TW1": (-3, 0), "TW2": (-2, 1), "TW3": (-1, 2), "TW4": (0, 3),
}  # fmt: skip
"""Which letters around a place each table of the model speaks of."""


@lru_cache(maxsize=1)
def _model() -> tuple[tuple[tuple[Mapping[str, int], int, int], ...], float]:
    """The tables of the model with their windows, and the score of a place that none of them knows."""
    from budoux import load_default_thai_parser  # noqa: PLC0415

    model = load_default_thai_parser().model
    total = sum(sum(table.values()) for table in model.values())
    return tuple((model[name], *window) for name, window in _WINDOWS.items() if name in model), -total / 2
