"""Where a line may end, and what it costs: words, house rules, the lexicon and names.

A position is allowed where two words meet, unless a rule bans it; a rule may also make it dearer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from pipeline.resources import resource
from pipeline.thai.clusters import clusters
from pipeline.thai.rules import (
    CLINGING,
    CLINGS_TO_NEXT,
    COMPOUND,
    NAME,
    NO_END,
    NO_START,
    OFFICIAL,
    PREFIXES,
    RULES,
    SLASH,
    SPACE,
    UNIT_NAME,
    WORD,
)
from pipeline.thai.words import word_boundaries

_THAI = re.compile(r"[ก-๎]")
_ABBREVIATION = re.compile(r"(?:[ก-ฮ]{1,4}\.){1,6}(?:[ก-ฮ]+\.)*")
_LATIN = re.compile(r"[A-Za-z0-9]+(?:[-.@_:/&+'][A-Za-z0-9]+)*")
_NUMBER = re.compile(r"[0-9๐-๙]+(?:[.,:/()-][0-9๐-๙]+)*")
_REPEATED = re.compile(r"[ \u00a0]+(?=ๆ|ฯลฯ)")


class Break(NamedTuple):
    """A line may end before `position`, at a cost of 0 to 1000; spaces just before it hang at its end."""

    position: int
    penalty: int


@dataclass(frozen=True, slots=True)
class Names:
    """Names from the data, which are not broken while anything else fits.

    `parts` are the texts with the penalty of breaking inside them.
    """

    pattern: re.Pattern[str] | None = None
    people: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        people: Iterable[tuple[str, str, str]] = (),
        units: Iterable[str] = (),
        phrases: Iterable[str] = (),
    ) -> Names:
        """Names of people (title, given name, surname), of units, and other phrases."""
        persons = {f"{title}{given} {surname}" for title, given, surname in people}
        texts = sorted({*persons, *units, *phrases} - {""}, key=len, reverse=True)
        pattern = re.compile("|".join(re.escape(text) for text in texts)) if texts else None
        return cls(pattern, frozenset(persons))

    def standing_in(self, text: str) -> Names:
        """These names as far as `text` can tell: without them all, where none of them stands in it."""
        return (
            self
            if self.pattern and self.pattern.search(text)
            else replace(self, pattern=None, people=frozenset())
        )


NO_NAMES = Names()


def breaks(text: str, names: Names = NO_NAMES) -> tuple[Break, ...]:
    """The places inside `text` where a line may end, in order."""
    costs = dict(_word_ends(text))
    for span in _unbreakable(text):
        _ban_inside(costs, *span)
    for start, marked, end in _lexicon_spans(text):
        _price_inside(costs, start, end, marked)
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            _raise(costs, match.end("at"), rule.penalty)
    if names.pattern:
        for match in names.pattern.finditer(text):
            penalty = NAME if match.group() in names.people else UNIT_NAME
            for position in range(match.start() + 1, match.end()):
                _raise(costs, position, penalty)
    for match in _REPEATED.finditer(text):
        costs.pop(match.end(), None)
    return tuple(Break(position, costs[position]) for position in sorted(costs))


def emergency_breaks(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where a word that is wider than its line may be cut: between clusters, strictly inside."""
    places = (position for position in clusters(text) if start < position < end)
    return tuple(at for at in places if text[at] not in NO_START and text[at - 1] not in NO_END)


def _word_ends(text: str) -> Iterator[tuple[int, int]]:
    """Every boundary of words where a line may end at all, with its plain cost."""
    bounds = word_boundaries(text)
    for before, at, after in zip(bounds, bounds[1:], bounds[2:], strict=False):
        left, right = text[at - 1], text[at]
        if right == " " or right in NO_START or left in NO_END or "\u00a0" in (left, right):
            continue
        if left == " ":
            yield at, SPACE if _lonely_space(text, at) else WORD
        elif left in "/-–" and _THAI.match(right):
            yield at, SLASH
        elif _THAI.match(left) and _THAI.match(right):
            yield at, _between(text[before:at], text[at:after])
        elif _beside_bracket(left, right):
            yield at, COMPOUND


def _beside_bracket(left: str, right: str) -> bool:
    """Whether a Thai word meets an opening bracket, or a closing one a Thai word."""
    return bool(_THAI.match(left) and right in "([{“‘") or bool(left in ")”’%" and _THAI.match(right))


def _lonely_space(text: str, at: int) -> bool:
    """A space that parts phrases; not one that stands for a list's dash or the like."""
    return text[: at - 1].rstrip(" ") not in ("-", "•", "●")


def _between(left: str, right: str) -> int:
    """The cost between two Thai words that no space parts."""
    if CLINGS_TO_NEXT.search(left):
        return CLINGING
    if PREFIXES.search(left) or len(right) == 1:
        return COMPOUND
    return WORD


def _unbreakable(text: str) -> Iterator[tuple[int, int]]:
    """Abbreviations, numbers and Latin words: nothing ends inside them."""
    for pattern in (_ABBREVIATION, _NUMBER, _LATIN):
        for match in pattern.finditer(text):
            yield match.span()


def _ban_inside(costs: dict[int, int], start: int, end: int) -> None:
    for position in range(start + 1, end):
        costs.pop(position, None)


def _price_inside(costs: dict[int, int], start: int, end: int, marked: tuple[int, ...]) -> None:
    """Inside a word of the lexicon nothing ends but at its marks, and there it is dear."""
    for position in range(start + 1, end):
        if position - start in marked:
            costs[position] = max(costs.get(position, 0), OFFICIAL)
        else:
            costs.pop(position, None)


def _raise(costs: dict[int, int], position: int, penalty: int) -> None:
    if position in costs:
        costs[position] = max(costs[position], penalty)


@lru_cache(maxsize=1)
def _lexicon() -> tuple[re.Pattern[str], dict[str, tuple[int, ...]]]:
    """The words of `templates/lexicon.txt` and their marks."""
    words: dict[str, tuple[int, ...]] = {}
    for line in resource("templates", "lexicon.txt").read_text(encoding="utf-8").splitlines():
        entry = line.split("#")[0].strip()
        if entry:
            parts = entry.split("|")
            words["".join(parts)] = tuple(sum(map(len, parts[:n])) for n in range(1, len(parts)))
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first))), words


def _lexicon_spans(text: str) -> Iterator[tuple[int, tuple[int, ...], int]]:
    """Words of the lexicon that stand on boundaries of words: start, marks, end."""
    pattern, marks = _lexicon()
    bounds = word_boundaries(text)
    for match in pattern.finditer(text):
        if _at_boundary(bounds, match.start()) and _at_boundary(bounds, match.end()):
            yield match.start(), marks[match.group()], match.end()


def _at_boundary(bounds: tuple[int, ...], position: int) -> bool:
    at = bisect_left(bounds, position)
    return at < len(bounds) and bounds[at] == position
