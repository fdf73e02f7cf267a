"""Where a line may end, and what it costs: words, the dictionary, the lexicon, house rules and names.

A position is allowed where two words meet, unless a rule bans it; a rule may also make it dearer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pipeline.thai.clusters import clusters, starts_cluster
from pipeline.thai.costs import (
    CLINGING,
    COMPOUND,
    DOUBTFUL,
    INSIDE_WORD,
    LAST_RESORT,
    NAME,
    OFFICIAL,
    RELUCTANT,
    SPACE,
    UNIT_NAME,
    WORD,
)
from pipeline.thai.dictionary import ambiguous, compounds, known
from pipeline.thai.lexicon import Found, Lexicon, at_boundary, load_lexicon
from pipeline.thai.rules import HOLDS, NO_END, NO_START, RULES
from pipeline.thai.terms import CLINGS_TO_NEXT, JOINTS, NOUNS, PREFIXES, TRAILING
from pipeline.thai.words import NOUN, seconded, word_boundaries

_THAI = re.compile(r"[ก-๎]")
_CONSONANT = re.compile(r"[ก-ฮ]")
_THAI_RUN = re.compile(r"[ก-๎]+")
_ABBREVIATION = re.compile(r"(?:[ก-ฮ]{1,5}\.){1,6}(?:[ก-ฮ]+\.)*(?:[0-9๐-๙]+)?")
_LATIN = re.compile(r"[A-Za-z0-9]+(?:[-.@_:/&+'][A-Za-z0-9]+)*")
_LONG_ADDRESS = re.compile(r"(?=[!-~]{16})(?:(?:https?://|www\.)[!-~]+|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+)")
_NUMBER = re.compile(r"[0-9๐-๙]+(?:[.,:/()-][0-9๐-๙]+)*")
_REPEATED = re.compile(r"[ \u00a0]+(?=ๆ|ฯลฯ)")
GOOD_WORD = 4
"""A word of the dictionary of so many letters is hardly a chance part of another."""
SHORT_WORD, SYLLABLE = 5, 3
"""A word of one syllable has so many letters at most, and so many consonants."""
LONG_PHRASE = 15
"""A name stands alone between spaces, and is shorter than so many letters."""
LONG_WORD = 20
"""A longer word of the dictionary, of so many letters, may be divided before a line stands half empty."""


FUNCTION_WORDS = CLINGS_TO_NEXT | TRAILING
"""Words that are seldom a part of another, however short."""


class Break(NamedTuple):
    """A line may end before `position`, at a cost of 0 to 1000; spaces just before it hang at its end."""

    position: int
    penalty: int


@dataclass(frozen=True, slots=True)
class Names:
    """What lines of one document hold whole: names from the data, and the lexicon that it is set by."""

    pattern: re.Pattern[str] | None = None
    people: frozenset[str] = frozenset()
    lexicon: Lexicon = field(default_factory=load_lexicon)

    @classmethod
    def of(
        cls,
        people: Iterable[tuple[str, str, str]] = (),
        units: Iterable[str] = (),
        phrases: Iterable[str] = (),
        lexicon: Lexicon | None = None,
    ) -> Names:
        """Names of people (title, given name, surname), of units, and other phrases."""
        persons = {f"{title}{given} {surname}" for title, given, surname in people}
        texts = sorted({*persons, *units, *phrases} - {""}, key=len, reverse=True)
        pattern = re.compile("|".join(re.escape(text) for text in texts)) if texts else None
        return cls(pattern, frozenset(persons), lexicon or load_lexicon())

    def standing_in(self, text: str) -> Names:
        """These names as far as `text` can tell: without them all, where none of them stands in it."""
        if self.pattern and self.pattern.search(text):
            return self
        return _nameless(self.lexicon)


@lru_cache(maxsize=16)
def _nameless(lexicon: Lexicon) -> Names:
    return Names(lexicon=lexicon)


NO_NAMES = Names()


def breaks(text: str, names: Names = NO_NAMES) -> tuple[Break, ...]:
    """The places inside `text` where a line may end, in order."""
    return _breaks(text, names.standing_in(text))


@lru_cache(maxsize=4_096)
def _breaks(text: str, names: Names) -> tuple[Break, ...]:
    bounds = word_boundaries(text)
    found = tuple(names.lexicon.find(text, bounds))
    joined = tuple(_undisputed(text, compounds(text, bounds), found))
    ends = frozenset(word.end for word in found)
    sure = ends | frozenset(word.start for word in found)
    complete = frozenset(end for _, end in joined).union(
        word.end for word in found if text[word.start : word.end] not in PREFIXES
    )
    costs = dict(_word_ends(text, bounds, sure, complete))
    for start, end in joined:
        _raise_inside(costs, start, end, INSIDE_WORD if end - start <= LONG_WORD else OFFICIAL)
    for position, other in ambiguous(text, bounds):
        if position not in ends and (seconded(text, other) or not seconded(text, position)):
            _raise(costs, position, DOUBTFUL)
    for word in found:
        _ban_inside(costs, word.start, word.end)
        costs.update(word.marks)
    _apply_rules(costs, text, _edges(bounds, found))
    _apply_names(costs, text, names)
    for start, end in _unbreakable(text):
        _ban_inside(costs, start, end)
    costs.update((at, INSIDE_WORD) for at in _address_parts(text))
    return tuple(
        Break(position, costs[position]) for position in sorted(costs) if starts_cluster(text, position)
    )


def emergency_breaks(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where a word that is wider than its line may be cut: between clusters, strictly inside."""
    places = (position for position in clusters(text) if start < position < end)
    return tuple(at for at in places if text[at] not in NO_START and text[at - 1] not in NO_END)


def _undisputed(
    text: str, joined: Iterable[tuple[int, int]], found: Iterable[Found]
) -> Iterator[tuple[int, int]]:
    """The compounds whose การ is not the end of an official word: ดำเนินการ|ศึกษา, not ดำเนิน|การศึกษา."""
    ending = {
        word.end - len(NOUN)
        for word in found
        if text.endswith(NOUN, word.start, word.end) and word.end - len(NOUN) not in (word.start, *word.marks)
    }
    return ((start, end) for start, end in joined if start not in ending)


def _edges(bounds: tuple[int, ...], found: Iterable[Found]) -> tuple[int, ...]:
    """The boundaries that are not inside a word of the lexicon, but at its marks."""
    inside = {at for word in found for at in range(word.start + 1, word.end) if at not in word.marks}
    return tuple(at for at in bounds if at not in inside)


def _word_ends(
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
        elif left in "/-–" and _THAI.match(right):
            yield at, CLINGING if left == "/" else LAST_RESORT
        elif _THAI.match(left) and _THAI.match(right):
            cost = _between("" if at in complete else word, text[at:after])
            agreed = at in sure or cost >= DOUBTFUL or seconded(text, at)
            yield at, cost if agreed else max(cost, _doubt(text, before, at, after))
        elif _beside_bracket(left, right):
            yield at, COMPOUND


def _beside_bracket(left: str, right: str) -> bool:
    """Whether a Thai word meets an opening bracket, or a closing one a Thai word."""
    return bool(_THAI.match(left) and right in "([{“‘") or bool(left in ")”’%" and _THAI.match(right))


def _between(left: str, right: str) -> int:
    """The cost between two Thai words that no space parts."""
    if left.removesuffix("การ") != left and left.removesuffix("การ") in CLINGS_TO_NEXT:
        return LAST_RESORT
    if left in PREFIXES and not (left in NOUNS and right in JOINTS):
        return INSIDE_WORD
    if left in CLINGS_TO_NEXT or right in TRAILING:
        return CLINGING
    if len(left) == 1 or len(right) == 1:
        return LAST_RESORT
    return RELUCTANT if _short(left) and _short(right) and right not in CLINGS_TO_NEXT else WORD


def _short(word: str) -> bool:
    """Whether it is likely one syllable. Two such words may be one that no list has: ขุด|ลอก, ก่อ|หนี้."""
    return len(word) <= SHORT_WORD and len(_CONSONANT.findall(word)) <= SYLLABLE


def _doubt(text: str, before: int, at: int, after: int) -> int:
    """The cost where only the first segmenter sees a boundary.

    Little between two good words of a longer phrase, much in a short one that stands alone, which may be
    a name: กัญญา|รัตน์.
    """
    left, right = text[before:at], text[at:after]
    sound = {left, right} & FUNCTION_WORDS or min(len(left), len(right)) >= GOOD_WORD
    if not (sound and known(left) and known(right)):
        return DOUBTFUL
    phrase = next(found for found in _THAI_RUN.finditer(text) if found.end() > at)
    return COMPOUND if len(phrase.group()) >= LONG_PHRASE else DOUBTFUL


def _apply_rules(costs: dict[int, int], text: str, edges: tuple[int, ...]) -> None:
    """The two tables of `thai.rules`, and what stands before ๆ and ฯลฯ."""
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            if "word" not in rule.pattern.groupindex or _whole_words(match, edges):
                _raise(costs, match.end("at"), rule.penalty)
    for hold in HOLDS:
        for match in hold.pattern.finditer(text):
            if at_boundary(edges, match.start()):
                _hold(costs, text, match.span("held"), hold.penalty, hold.within)
    for match in _REPEATED.finditer(text):
        costs.pop(match.end(), None)


def _whole_words(match: re.Match[str], edges: tuple[int, ...]) -> bool:
    return at_boundary(edges, match.start("word")) and at_boundary(edges, match.end("word"))


def _apply_names(costs: dict[int, int], text: str, names: Names) -> None:
    """Inside a person's name a line ends at most at its space; inside a unit's between its words, dearer."""
    for match in names.pattern.finditer(text) if names.pattern else ():
        if match.group() in names.people:
            _hold(costs, text, match.span(), NAME, None)
        else:
            _raise_inside(costs, *match.span(), UNIT_NAME)


def _unbreakable(text: str) -> Iterator[tuple[int, int]]:
    """Abbreviations, numbers and Latin words: nothing ends inside them."""
    for pattern in (_ABBREVIATION, _NUMBER, _LATIN):
        for match in pattern.finditer(text):
            yield match.span()


def _address_parts(text: str) -> Iterator[int]:
    """Where an address that is wider than a cell may end a line: after a stroke, before @."""
    for match in _LONG_ADDRESS.finditer(text):
        start, end = match.span()
        yield from (
            at for at in range(start + 1, end) if text[at] == "@" or (text[at - 1] == "/" != text[at])
        )


def _hold(costs: dict[int, int], text: str, span: tuple[int, int], penalty: int, within: int | None) -> None:
    for position in range(span[0] + 1, span[1]):
        if text[position - 1] == " ":
            _raise(costs, position, penalty)
        elif within is None:
            costs.pop(position, None)
        else:
            _raise(costs, position, within)


def _ban_inside(costs: dict[int, int], start: int, end: int) -> None:
    for position in range(start + 1, end):
        costs.pop(position, None)


def _raise_inside(costs: dict[int, int], start: int, end: int, penalty: int) -> None:
    for position in range(start + 1, end):
        _raise(costs, position, penalty)


def _raise(costs: dict[int, int], position: int, penalty: int) -> None:
    if position in costs:
        costs[position] = max(costs[position], penalty)
