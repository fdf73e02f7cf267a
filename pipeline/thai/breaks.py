"""Line-break opportunities and their penalties: from words, dictionary, lexicon, rules and names.

A position is allowed where two words meet, unless a rule bans it; a rule may also make it dearer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pipeline.thai import compounds
from pipeline.thai.clusters import clusters, starts_cluster
from pipeline.thai.costs import (
    DOUBTFUL,
    INSIDE_WORD,
    NAME,
    OFFICIAL,
    UNIT_NAME,
)
from pipeline.thai.dictionary import ambiguous
from pipeline.thai.figures import figures_alike
from pipeline.thai.lexicon import Found, Lexicon, at_boundary, load_lexicon
from pipeline.thai.line_edges import NO_END, NO_START
from pipeline.thai.rules import holds_for, rules_for
from pipeline.thai.terms import PREFIXES
from pipeline.thai.word_ends import word_ends
from pipeline.thai.words import confirm_boundary, word_boundaries

_ABBREVIATION = re.compile(r"(?:[ก-ฮ]{1,5}\.){1,6}(?:[ก-ฮ]+\.)*(?:[0-9๐-๙]+)?")
_LATIN = re.compile(r"[A-Za-z0-9]+(?:[-.@_:/&+'][A-Za-z0-9]+)*")
_LONG_ADDRESS = re.compile(r"(?=[!-~]{16})(?:(?:https?://|www\.)[!-~]+|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+)")
_MAY_BREAK = re.compile(r"[ก-๎ /@]")
_NUMBER = re.compile(r"[0-9๐-๙]+(?:[.,:/()-][0-9๐-๙]+)*")
_REPEATED = re.compile(r"[ \u00a0]+(?=ๆ|ฯลฯ)")
LONG_WORD = 20
"""A longer word of the dictionary, of so many letters, may be divided before a line stands half empty."""


class Break(NamedTuple):
    """A line may end before `position`, at a cost of 0 to 1000; spaces just before it hang at its end."""

    position: int
    penalty: int


@dataclass(frozen=True, slots=True)
class Names:
    """What lines of one document hold whole: names from the data, and the lexicon that it is set by."""

    texts: tuple[str, ...] = ()
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
        texts = sorted(sorted({*persons, *units, *phrases} - {""}), key=len, reverse=True)
        return cls(tuple(texts), frozenset(persons), lexicon or load_lexicon())

    @property
    def pattern(self) -> re.Pattern[str] | None:
        """Finds each name, the longest first."""
        return _any_of(self.texts) if self.texts else None

    def standing_in(self, text: str) -> Names:
        """These names as far as `text` can tell: without them all, where none of them stands in it."""
        for name in self.texts:
            if name in text:
                return self
        return _nameless(self.lexicon)


@lru_cache(maxsize=16)
def _any_of(texts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, texts)))


@lru_cache(maxsize=16)
def _nameless(lexicon: Lexicon) -> Names:
    return Names(lexicon=lexicon)


NO_NAMES = Names()


def breaks(text: str, names: Names = NO_NAMES) -> tuple[Break, ...]:
    """The places inside `text` where a line may end, in order, whichever figures stand in it."""
    if not _MAY_BREAK.search(text):
        return ()
    names = names.standing_in(text)
    if names.lexicon.has_figures:
        return _breaks(text, names)
    return _breaks(figures_alike(text), _with_figures_alike(names))


@lru_cache(maxsize=64)
def _with_figures_alike(names: Names) -> Names:
    people = frozenset(map(figures_alike, names.people))
    return Names(tuple(map(figures_alike, names.texts)), people, names.lexicon)


@lru_cache(maxsize=8_192)
def _breaks(text: str, names: Names) -> tuple[Break, ...]:
    bounds = word_boundaries(text)
    found = tuple(names.lexicon.find(text, bounds))
    joined = tuple(compounds.standing(text, bounds, found))
    ends = frozenset(word.end for word in found)
    sure = ends | frozenset(word.start for word in found)
    complete = frozenset(end for _, end in joined).union(
        word.end for word in found if text[word.start : word.end] not in PREFIXES
    )
    costs = dict(word_ends(text, bounds, sure, complete))
    for start, end in joined:
        _raise_inside(costs, start, end, INSIDE_WORD if end - start <= LONG_WORD else OFFICIAL)
    for position, other in ambiguous(text, bounds):
        if position not in ends and (confirm_boundary(text, other) or not confirm_boundary(text, position)):
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


def _edges(bounds: tuple[int, ...], found: Iterable[Found]) -> tuple[int, ...]:
    """The boundaries that are not inside a word of the lexicon, but at its marks."""
    inside = {at for word in found for at in range(word.start + 1, word.end) if at not in word.marks}
    return tuple(at for at in bounds if at not in inside)


def _apply_rules(costs: dict[int, int], text: str, edges: tuple[int, ...]) -> None:
    """The two tables of `thai.rules`, and what stands before ๆ and ฯลฯ."""
    for rule in rules_for(text):
        pattern = rule.pattern
        for match in pattern.finditer(text):
            if "word" not in pattern.groupindex or _whole_words(match, edges):
                _raise(costs, match.end("at"), rule.penalty)
    for hold in holds_for(text):
        for match in hold.pattern.finditer(text):
            if at_boundary(edges, match.start()):
                _hold(costs, text, match.span("held"), hold.penalty, hold.within)
    for match in _REPEATED.finditer(text):
        costs.pop(match.end(), None)


def _whole_words(match: re.Match[str], edges: tuple[int, ...]) -> bool:
    return at_boundary(edges, match.start("word")) and at_boundary(edges, match.end("word"))


def _apply_names(costs: dict[int, int], text: str, names: Names) -> None:
    """Inside a person's name a line ends at most at its space; inside a unit's between its words, dearer."""
    pattern = names.pattern
    for match in pattern.finditer(text) if pattern else ():
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
