"""The plain cost of a line end at each boundary of words, before the lexicon and the rules have their say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.thai.costs import (
    CLINGING,
    COMPOUND,
    DOUBTFUL,
    INSIDE_WORD,
    LAST_RESORT,
    OFFICIAL,
    RELUCTANT,
    SPACE,
    WORD,
)
from pipeline.thai.dictionary import is_word
from pipeline.thai.line_edges import NO_END, NO_START
from pipeline.thai.terms import CLINGS_TO_NEXT, JOINTS, NOUNS, PREFIXES, TRAILING
from pipeline.thai.words import NOUNS_BEGIN, confirm_boundary

_CONSONANT = re.compile(r"[ก-ฮ]")
_THAI_RUN = re.compile(r"[ก-๎]+")
GOOD_WORD = 4
"""A word of the dictionary of so many letters is hardly a chance part of another."""
SHORT_WORD, SYLLABLE = 5, 3
"""A word of one syllable has so many letters at most, and so many consonants."""
_TWO_SYLLABLES = re.compile("ะ.|.[เแโใไ]|[าำัิีึืุู].*[าำิีึืุู]")
"""ะ closes a syllable, เ แ โ ใ ไ open one, and a second vowel belongs to another: ระบบ, แก้ไข, พัฒนา."""
LONG_PHRASE = 15
"""A name stands alone between spaces, and is shorter than so many letters."""
FUNCTION_WORDS = CLINGS_TO_NEXT | TRAILING
"""Words that are seldom a part of another, however short."""
LEADING = CLINGS_TO_NEXT.union(NOUNS_BEGIN)
"""Words that begin what follows, so that they are no second half of the word before."""


def word_ends(
    text: str, bounds: tuple[int, ...], sure: frozenset[int], complete: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Every boundary of words where a line may end at all, with its plain cost.

    `sure` are the edges of words of the lexicon; `complete` is where a word of several parts has ended.
    """
    word = ""
    for before, at, after in zip(bounds, bounds[1:], bounds[2:], strict=False):
        left, right = text[at - 1], text[at]
        word, previous = text[before:at], word
        if right == " " or right in NO_START or left in NO_END or "\u00a0" in (left, right):
            continue
        if left == " ":
            yield at, CLINGING if previous in CLINGS_TO_NEXT else SPACE
        elif left in "/-–" and _is_thai(right):
            yield at, CLINGING if left == "/" else LAST_RESORT
        elif _is_thai(left) and _is_thai(right):
            cost = _cost_between("" if at in complete else word, text[at:after])
            agreed = at in sure or cost >= DOUBTFUL or confirm_boundary(text, at)
            yield at, cost if agreed else max(cost, _doubt(text, before, at, after))
        elif _beside_bracket(left, right):
            yield at, COMPOUND


def _is_thai(character: str) -> bool:
    return "ก" <= character <= "๎"


def _beside_bracket(left: str, right: str) -> bool:
    """Whether a Thai word meets an opening bracket, or a closing one a Thai word."""
    return (_is_thai(left) and right in "([{“‘") or (left in ")”’%" and _is_thai(right))


@lru_cache(maxsize=16_384)
def _cost_between(left: str, right: str) -> int:
    """The cost between two Thai words that no space parts; `left` is empty after a word of several parts."""
    if left.removesuffix("การ") != left and left.removesuffix("การ") in CLINGS_TO_NEXT:
        return LAST_RESORT
    if left in PREFIXES and not (left in NOUNS and right in JOINTS):
        return INSIDE_WORD
    if left in CLINGS_TO_NEXT or right in TRAILING:
        return CLINGING
    if len(left) == 1 or len(right) == 1:
        return LAST_RESORT
    return WORD if right in LEADING or not _is_one_syllable(right) else _before_short(left, right)


def _before_short(left: str, right: str) -> int:
    """The cost before a short word, which may belong to what stands before.

    Two short words may be one that no list has: ขุด|ลอก, ก่อ|หนี้; a compound may go on, ข้าราชการ|ใหม่, but not
    with a word that begins another: ดำเนินการ|ด้านการเงิน.
    """
    if not left:
        return WORD if right in PREFIXES else OFFICIAL
    return RELUCTANT if _is_one_syllable(left) else WORD


def _is_one_syllable(word: str) -> bool:
    """Whether it is likely one syllable."""
    few = len(word) <= SHORT_WORD and len(_CONSONANT.findall(word)) <= SYLLABLE
    return few and not _TWO_SYLLABLES.search(word)


def _doubt(text: str, before: int, at: int, after: int) -> int:
    """The cost where only the first segmenter sees a boundary.

    Little between two good words of a longer phrase, much in a short one that stands alone, which may be
    a name: กัญญา|รัตน์.
    """
    left, right = text[before:at], text[at:after]
    sound = {left, right} & FUNCTION_WORDS or min(len(left), len(right)) >= GOOD_WORD
    if not (sound and is_word(left) and is_word(right)):
        return DOUBTFUL
    phrase = next(found for found in _THAI_RUN.finditer(text) if found.end() > at)
    return COMPOUND if len(phrase.group()) >= LONG_PHRASE else DOUBTFUL
