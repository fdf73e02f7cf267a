"""Word-level diff of a paragraph: which words of what is expected are which of what is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from pipeline.extraction.extracted import TextLocation
from pipeline.thai.breaks import NO_NAMES, Names
from pipeline.verify.wording import Wording

Span = tuple[int, int]
_BROKEN = re.compile("^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+")
"""What a quotation cannot begin with: marks without their letter."""

NEAR = 24
"""So many characters before a change are quoted with it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a paragraph: where it stands in the paper, its style and level in what is expected,
    the heading of its column, and the names that the data hold.
    """

    place: TextLocation
    style: str = ""
    level: int = 0
    column: str = ""
    names: Names = NO_NAMES


@dataclass(frozen=True)
class Change:
    """Tokens `expected` (from, before) of the `old` wording are the tokens `found` of the `new` one."""

    old: Wording
    new: Wording
    expected: Span
    found: Span

    @property
    def deleted(self) -> str:
        """The words that are gone."""
        return self.old.quote(*self.expected)

    @property
    def added(self) -> str:
        """The words that stand there instead."""
        return self.new.quote(*self.found)

    @property
    def numbers_differ(self) -> bool:
        """Whether the change is of figures."""
        old = [token.said for token in self.old.tokens[slice(*self.expected)] if token.is_number]
        return old != [token.said for token in self.new.tokens[slice(*self.found)] if token.is_number]

    @property
    def before(self) -> str:
        """What is expected before the change, with Arabic digits."""
        first, after = self.expected
        end = self.old.tokens[first].start if first < after else self.gap[0]
        return self.old.plain[:end]

    @property
    def behind(self) -> str:
        """What is expected after the change, with Arabic digits."""
        first, after = self.expected
        return self.old.plain[self.old.tokens[after - 1].end if first < after else self.gap[1] :]

    @cached_property
    def gap(self) -> Span:
        """Where in the old text the words before the change end, and those after it begin."""
        first, after = self.expected
        tokens = self.old.tokens
        return (
            tokens[first - 1].end if first else 0,
            tokens[after].start if after < len(tokens) else len(self.old.text),
        )

    @property
    def near(self) -> str:
        """The few words of the paper before the change, so that a person finds it."""
        first = self.found[0]
        tokens = self.new.tokens
        end = tokens[first].start if first < len(tokens) else len(self.new.text)
        before = " ".join(self.new.text[:end].split())
        if len(before) <= NEAR:
            return before
        said = before[-NEAR:]
        _, space, rest = said.partition(" ")
        return f"…{rest if space and len(rest) > NEAR / 2 else _BROKEN.sub('', said)}"


class Comparison:
    """Two wordings, compared word by word."""

    def __init__(self, old: Wording, new: Wording) -> None:
        self.old, self.new = old, new
        before, behind = ([token.said for token in wording.tokens] for wording in (old, new))
        matcher = SequenceMatcher(None, before, behind, autojunk=False)
        self.kept = matcher.ratio()
        """The share of words that both have."""
        self._codes = matcher.get_opcodes()

    @property
    def changes(self) -> Iterator[Change]:
        """The changes in order, each where words as a whole are gone or added, if it can be seen so."""
        codes = self._codes
        for at, (tag, e1, e2, f1, f2) in enumerate(codes):
            if tag == "equal":
                continue
            back = codes[at - 1][2] - codes[at - 1][1] if at else 0
            ahead = codes[at + 1][2] - codes[at + 1][1] if at + 1 < len(codes) else 0
            shift = 0
            if tag == "delete":
                shift = _slide(self.old, (e1, e2), back, ahead)
            elif tag == "insert":
                shift = _slide(self.new, (f1, f2), back, ahead)
            yield Change(self.old, self.new, (e1 + shift, e2 + shift), (f1 + shift, f2 + shift))

    @property
    def whole(self) -> Change:
        """All of the one text against all of the other."""
        return Change(self.old, self.new, (0, len(self.old.tokens)), (0, len(self.new.tokens)))

    def widen_change(self, change: Change, span: Span) -> Change:
        """The change, so wide that it holds the tokens `span` of the old wording."""
        first, after = min(span[0], change.expected[0]), max(span[1], change.expected[1])
        found = min(self._in_new(first, 0), change.found[0]), max(self._in_new(after, 1), change.found[1])
        return Change(self.old, self.new, (first, after), found)

    def _in_new(self, at: int, side: int) -> int:
        """Where the boundary before token `at` of the old wording lies in the new one; inside a change its
        start (`side` 0) or end (1).
        """
        for tag, e1, e2, f1, f2 in self._codes:
            if e1 <= at < e2 or (at == e2 and side):
                return f1 + at - e1 if tag == "equal" else (f2 if side else f1)
        return len(self.new.tokens)


def _slide(wording: Wording, span: Span, back: int, ahead: int) -> int:
    """How far a deleted or added stretch can be seen shifted, so that it begins and ends at a space."""
    said = [token.said for token in wording.tokens]
    first, after = span
    shifts = [0]
    for step in range(1, back + 1):
        if said[first - step] != said[after - step]:
            break
        shifts.append(-step)
    for step in range(ahead):
        if said[first + step] != said[after + step]:
            break
        shifts.append(step + 1)
    whole = [shift for shift in shifts if is_whole(wording, (first + shift, after + shift))]
    return sorted(whole, key=abs)[0] if whole else 0


def is_whole(wording: Wording, span: Span) -> bool:
    """Whether the tokens stand between spaces, or at an end of the text: Thai sets sentences off so."""
    first, after = span
    tokens = wording.tokens
    start, end = tokens[first].start, tokens[after - 1].end
    before, behind = wording.text[:start], wording.text[end:]
    return (not before or before[-1].isspace()) and (not behind or behind[0].isspace())
