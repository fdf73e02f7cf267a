"""Word boundaries. Two segmenters that share nothing stand behind two functions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

import thaibreak
from budoux import load_default_thai_parser

from pipeline.thai.dictionary import is_word

NOUN = "การ"
"""What makes a noun of a verb: การ|ปฏิบัติ."""
NOUNS_BEGIN = (NOUN, "ความ")
"""What makes a noun of a verb or of a quality: การ|พัฒนา, ความ|เข้าใจ."""
_TAKEN_FOR_WORDS = frozenset(("ให้การ", "พัฒนาการ"))
"""Words that the first segmenter sees where a verb meets a noun: พัฒนา|การปฏิบัติ, ให้|การดำเนินงาน."""
_BETWEEN_SPACES = re.compile(r"\S+|\s+")
_REACH = 6
"""A longer word is looked for in at most so many stretches before the one that may end it."""


@lru_cache(maxsize=4_096)
def word_boundaries(text: str) -> tuple[int, ...]:
    """Where words and the stretches between them start, from 0 to `len(text)`.

    No word reaches over a space, so a phrase that was seen before is not segmented again.
    """
    stretches = _BETWEEN_SPACES.finditer(text)
    return (0, *(found.start() + at for found in stretches for at in _bounds(found.group())))


@lru_cache(maxsize=16_384)
def _bounds(stretch: str) -> tuple[int, ...]:
    """The boundaries of a stretch without spaces, or of spaces, after its start."""
    bounds = thaibreak.boundaries(stretch)
    mended = _add_boundaries(stretch, bounds) if any(noun in stretch for noun in NOUNS_BEGIN) else bounds
    return tuple(mended)[1:]


def _add_boundaries(text: str, bounds: list[int]) -> Iterator[int]:
    """The boundaries, with one more before each การ and ความ that was read into the word before it.

    The first segmenter takes the longest word: พัฒนาการ|ปฏิบัติ and ดำเนิน|งานการ|พัฒนา, where การปฏิบัติ and
    ดำเนินงาน are words.
    """
    yield from bounds[:1]
    for at, (start, end) in enumerate(pairwise(bounds)):
        word = text[start:end]
        for noun in NOUNS_BEGIN:
            if word.endswith(noun) and word != noun and _goes_on(text, end):
                taken = word in _TAKEN_FOR_WORDS and is_word(text[end - len(noun) : bounds[at + 2]])
                if taken or _ends_longer_word(text, bounds, at, end - len(noun)):
                    yield end - len(noun)
        yield end


def _goes_on(text: str, end: int) -> bool:
    """Whether a Thai word follows with no space."""
    return text[end : end + 1] >= "ก"


def _ends_longer_word(text: str, bounds: list[int], at: int, noun: int) -> bool:
    """Whether the word at `bounds[at]`, without its การ, ends a longer one that has no การ: ดำเนินงาน|การ.

    The second segmenter must part it from its การ, too.
    """
    starts, end = bounds[max(0, at - _REACH) : at], bounds[at + 1]
    if not any(is_word(text[start:noun]) for start in starts) or any(
        is_word(text[start:end]) for start in starts
    ):
        return False
    return is_word(text[bounds[at] : noun]) and confirm_boundary(text, noun)


def confirm_boundary(text: str, at: int) -> bool:
    """Whether a second segmenter, too, sees a boundary before `at`.

    It knows no words, only letters and what they stand beside, so that it errs elsewhere than the first. Its
    score is that of `budoux.Parser.parse`, reckoned where it is asked for and not at every letter.
    """
    return _scores_as_boundary(text[max(0, at - 3) : at], text[at : at + 3])


@lru_cache(maxsize=32_768)
def _scores_as_boundary(before: str, after: str) -> bool:
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
    model = load_default_thai_parser().model
    total = sum(sum(table.values()) for table in model.values())
    return tuple((model[name], *window) for name, window in _WINDOWS.items() if name in model), -total / 2
