"""The lexicon: official words that no line divides but at their marks; offices may have one of their own.

One word a line, `|` where a line may end inside it though it had better not, `¦` where it may in a narrow
column only, `#` before a remark.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pipeline.diagnostics import Location, TemplateError, diagnose
from pipeline.resources import resource
from pipeline.thai.costs import INSIDE_WORD, OFFICIAL
from pipeline.thai.figures import has_figures

FILE = "lexicon.txt"
LONG_ENOUGH = 8
"""A word of so many letters is found anywhere; a shorter one only where it stands on boundaries of words."""
_KEY = 3
_COSTS = {"|": OFFICIAL, "¦": INSIDE_WORD}
_MARK = re.compile("([|¦])")


class Entry(NamedTuple):
    """A word, and each of its marks: how many letters stand before it, and what a line end costs there."""

    word: str
    marks: tuple[tuple[int, int], ...]


class Found(NamedTuple):
    """An entry in a text: where it starts and ends, and what a line end costs at each mark inside it."""

    start: int
    end: int
    marks: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one or more lexicons; of a word in several, the last one's marks count."""

    lines: str

    @property
    def has_figures(self) -> bool:
        """Whether a digit stands in one of the words."""
        return _has_figures(self.lines)

    def find(self, text: str, bounds: tuple[int, ...]) -> Iterator[Found]:
        """The words in `text` from left to right, the longest at each place; they do not overlap."""
        index = _index(self.lines)
        end = 0
        for at in [at for at in range(len(text)) if text[at : at + _KEY] in index]:
            if at < end:
                continue
            for entry in index[text[at : at + _KEY]]:
                if text.startswith(entry.word, at) and _stands(entry, at, bounds):
                    end = at + len(entry.word)
                    yield Found(at, end, {at + letters: cost for letters, cost in entry.marks})
                    break


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """Our lexicon, and after it the one in an office's folder (`folder/lexicon.txt`) if there is one.

    The office's is read anew each time, so that a desk that is open all day sets by what stands in it now.
    Raises `TemplateError` if that is not UTF-8 text.
    """
    own = folder / FILE if folder else None
    return Lexicon(f"{_ours()}\n{_read(own)}" if own and own.is_file() else _ours())


@lru_cache(maxsize=1)
def _ours() -> str:
    return resource("templates", FILE).read_text(encoding="utf-8")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateError([diagnose("lexicon-encoding", Location(path.name))]) from error


@lru_cache(maxsize=16)
def _has_figures(lines: str) -> bool:
    return any(has_figures(_entry(line).word) for line in lines.splitlines())


@lru_cache(maxsize=16)
def _index(lines: str) -> Mapping[str, tuple[Entry, ...]]:
    """The entries by their first letters, the longest first."""
    entries = {entry.word: entry for entry in map(_entry, lines.splitlines()) if len(entry.word) >= _KEY}
    index: dict[str, list[Entry]] = {}
    for entry in sorted(entries.values(), key=lambda entry: (-len(entry.word), entry.word)):
        index.setdefault(entry.word[:_KEY], []).append(entry)
    return {key: tuple(found) for key, found in index.items()}


def _entry(line: str) -> Entry:
    word = ""
    marks: list[tuple[int, int]] = []
    for part in _MARK.split(line.split("#", maxsplit=1)[0]):
        if part in _COSTS:
            marks.append((len(word), _COSTS[part]))
        else:
            word += part.strip()
    return Entry(word, tuple(mark for mark in marks if 0 < mark[0] < len(word)))


def _stands(entry: Entry, at: int, bounds: tuple[int, ...]) -> bool:
    """Whether the entry, which is in the text at this place, is a word of its own there."""
    if len(entry.word) >= LONG_ENOUGH:
        return True
    return at_boundary(bounds, at) and at_boundary(bounds, at + len(entry.word))


def at_boundary(bounds: tuple[int, ...], position: int) -> bool:
    """Whether a word starts or ends at the position."""
    at = bisect_left(bounds, position)
    return at < len(bounds) and bounds[at] == position
