"""Lists: which markers count, and how they hang together.

A marker is text, so that both files say it; where markers count up from one, the paragraphs are a list, and
the DOCX can leave the counting to Word. What does not count as Word would (a gap, a list from 3) stays text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import count
from typing import NamedTuple

from pipeline.document.lengths import Cm
from pipeline.document.style import ParagraphStyle, StyleSheet
from pipeline.document.tree import Document, ListItem, Paragraph
from pipeline.document.walk import change_paragraphs

BULLETS = frozenset("-–•●○▪✓➢")
_NUMBER = re.compile(r"(\(?)([0-9]+(?:\.[0-9]+)*|[๐-๙]+(?:\.[๐-๙]+)*)([.)]*)")


class Marker(NamedTuple):
    """A marker taken apart: `(๑.๒)` is the numbers 1 and 2 in Thai digits between `(` and `)`.

    The last number counts the item, those before it are its parents'; a bullet has no number.
    """

    before: str
    numbers: tuple[int, ...]
    after: str
    thai: bool


class Look(NamedTuple):
    """What the items of one level of a list have in common; lengths in cm from the left margin."""

    before: str
    depth: int
    after: str
    thai: bool
    style: str
    start: Cm
    text: Cm
    indent: Cm


Levels = tuple[Look, ...]
"""The looks of a list's levels, the highest first."""


def marker_of(paragraph: Paragraph) -> Marker | None:
    """The paragraph's marker taken apart; `None` where it neither counts nor is a bullet."""
    text = "".join(part.text for part in paragraph.marker)
    if text in BULLETS:
        return Marker(text, (), "", thai=False)
    found = _NUMBER.fullmatch(text)
    if not found or len({part.style for part in paragraph.marker}) != 1:
        return None
    numbers = tuple(int(part) for part in found[2].split("."))
    thai = not found[2][0].isascii()
    plain = all(part[0] not in "0๐" for part in found[2].split("."))
    return Marker(found[1], numbers, found[3], thai) if plain else None


def level_format(paragraph: Paragraph, marker: Marker, style: ParagraphStyle) -> Look:
    """The look of the level that the paragraph's marker belongs to."""
    start = style.indent + style.first_line
    text = start + style.marker_width
    name = paragraph.marker[0].style or style.marker_style
    depth = len(marker.numbers)
    return Look(marker.before, depth, marker.after, marker.thai, name, start, text, style.indent)


class Listed(NamedTuple):
    """A document whose paragraphs know their lists, and by their numbers the looks of each list's levels."""

    document: Document
    levels: dict[int, Levels]


def with_lists(document: Document, sheet: StyleSheet) -> Listed:
    """The document, every paragraph whose marker counts told its place in a list.

    One number alone is no list: it names what it stands before, as in a table whose rows are numbered.
    """
    counter = _Counter()
    items: Counter[int] = Counter()
    looks: dict[int, dict[int, Look]] = {}

    def make_list_item(paragraph: Paragraph, style: str, flow: int) -> Paragraph:
        marker = marker_of(paragraph)
        if marker is None:
            return paragraph
        look = level_format(paragraph, marker, sheet.paragraphs[style])
        item = counter.place(marker, look, flow)
        if item is None:
            return paragraph
        items[item.list] += 1 if marker.numbers else 2
        looks.setdefault(item.list, {}).setdefault(item.level, look)
        return replace(paragraph, item=item)

    def alone(paragraph: Paragraph, _style: str, _flow: int) -> Paragraph:
        one = paragraph.item and items[paragraph.item.list] == 1
        return replace(paragraph, item=None) if one else paragraph

    made = change_paragraphs(document, sheet, make_list_item)
    if 1 in items.values():
        made = change_paragraphs(made, sheet, alone)
    levels = {
        number: tuple([look for _, look in sorted(found.items())])
        for number, found in looks.items()
        if items[number] > 1
    }
    return Listed(made, levels)


@dataclass(slots=True)
class _Level:
    """A level of an open list: its look, and the number of its last item (0: begins anew)."""

    look: Look
    last: int


@dataclass(slots=True)
class _List:
    """A list that may go on; `at` is the level of its last item."""

    number: int
    levels: list[_Level] = field(default_factory=list)
    at: int = 0


class _Counter:
    """Counts as Word does: an item of a level lets all deeper levels begin anew."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._open: dict[int, list[_List]] = {}
        self._bullets: dict[Look, ListItem] = {}

    def place(self, marker: Marker, look: Look, flow: int) -> ListItem | None:
        """The place of the next item in the text flow `flow`; `None` if no list counts that way."""
        if not marker.numbers:
            return self._bullets.get(look) or self._bullet(look)
        lists = self._open.setdefault(flow, [])
        for candidate in reversed(lists):
            level = _fitting(candidate, marker, look)
            if level is not None:
                return _count_item(candidate, level, look)
        if marker.numbers != (1,):
            return None
        lists.append(_List(next(self._numbers)))
        return _count_item(lists[-1], 0, look)

    def _bullet(self, look: Look) -> ListItem:
        self._bullets[look] = ListItem(next(self._numbers), 0)
        return self._bullets[look]


def _fitting(candidate: _List, marker: Marker, look: Look) -> int | None:
    """The level of an open list at which the marker comes next; a new level only below the last item."""
    *parents, number = marker.numbers
    for at, level in enumerate(candidate.levels[: candidate.at + 2]):
        above = [one.last for one in candidate.levels[max(at - len(parents), 0) : at]]
        if level.look == look and number == level.last + 1 and parents == above:
            return at
    at = candidate.at + 1
    deeper = look.start > candidate.levels[candidate.at].look.start
    above = [one.last for one in candidate.levels[max(at - len(parents), 0) : at]]
    new = at == len(candidate.levels)
    return at if new and deeper and number == 1 and parents == above else None


def _count_item(candidate: _List, at: int, look: Look) -> ListItem:
    """Counts one more item at the level `at`."""
    if at == len(candidate.levels):
        candidate.levels.append(_Level(look, 0))
    candidate.levels[at].last += 1
    for deeper in candidate.levels[at + 1 :]:
        deeper.last = 0
    candidate.at = at
    return ListItem(candidate.number, at)
