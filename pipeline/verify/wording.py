"""Text normalization for comparison: what a text says, apart from how it is typed.

Spaces, line ends, dotted leaders, straight or curly quotes, long or short dashes and Thai or Arabic digits
are looks, which word processors change on their own. Whatever else differs, differs in what is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pipeline.thai.dates import MONTHS, SHORT_MONTHS
from pipeline.thai.digits import to_arabic
from pipeline.thai.repair import repair_text
from pipeline.thai.words import word_boundaries

_ALIKE = str.maketrans("“”„‘’‚‐‑‒–—−\u00a0", "\"\"\"'''------ ")
_LEADER = re.compile(r"[.]{4,}|…{2,}|_{3,}")
_SPACES = re.compile(r"\s+")
_PARTING = re.compile(r"(?:(?<=\d)|(?<=\d[.,]))\s+(?=\d)")
"""A space that parts two numbers: without it they would be one."""

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_MONTH = "|".join(re.escape(month) for month in (*MONTHS, *SHORT_MONTHS))
_YEAR = r"(?:พ\.\s*ศ\.\s*)?\d{2,4}"
_DATE = re.compile(
    rf"(?:\d{{1,2}}\s*(?:(?:{_MONTH})\s*(?:{_YEAR})?\s*)?-\s*)?"
    rf"(?:\d{{1,2}}\s*)?(?:{_MONTH})\s*{_YEAR}|\d{{1,2}}\s*(?:{_MONTH})|\d{{1,2}}/\d{{1,2}}/\d{{4}}|พ\.\s*ศ\.\s*\d{{4}}"
)


def key(text: str) -> str:
    """What the text says, for comparing: two texts with one key say the same."""
    plain = to_arabic(_LEADER.sub(" ", repair_text(text)).translate(_ALIKE)).replace("…", "...")
    return _SPACES.sub("", _PARTING.sub("\0", plain)).replace("\0", " ")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign as it is compared, and where it stands in the text."""

    said: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is a figure."""
        return self.said[0].isdigit()


class Wording:
    """A text, cut into words, numbers and signs."""

    def __init__(self, text: str) -> None:
        self.text = repair_text(text).replace("\u00a0", " ")
        self.plain = to_arabic(self.text.translate(_ALIKE))
        """The text with Arabic digits and plain signs; as long as `text`."""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """What is said, in order; spaces and leaders are none."""
        return tuple(_tokens(self.plain))

    @cached_property
    def dates(self) -> tuple[tuple[int, int], ...]:
        """Where dates, months of a year and years of the era stand."""
        return tuple(match.span() for match in _DATE.finditer(self.plain))

    def quote(self, first: int, after: int) -> str:
        """The text of the tokens from `first` to before `after`."""
        return self.text[self.tokens[first].start : self.tokens[after - 1].end] if first < after else ""


def _tokens(plain: str) -> Iterator[Token]:
    leaders = {at for match in _LEADER.finditer(plain) for at in range(*match.span())}
    numbers = [match.span() for match in _NUMBER.finditer(plain)]
    inside = {at for start, end in numbers for at in range(start + 1, end)}
    cuts = {0, len(plain), *word_boundaries(plain), *(at for span in numbers for at in span)} - inside
    cuts |= {
        at + side
        for at, sign in enumerate(plain)
        if not sign.isalnum() and at not in inside
        for side in (0, 1)
        if not _is_mark(sign)
    }
    cuts -= inside
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        said = plain[start:end].replace("…", "...")
        if said.strip() and start not in leaders:
            yield Token(said.strip(), start, end)


def _is_mark(sign: str) -> bool:
    """Whether it is a vowel or tone mark, which stands on the letter before it."""
    return "\u0e30" <= sign <= "\u0e4e"
