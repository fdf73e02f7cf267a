"""Which paragraphs are entries of a list, and how lists stand in one another."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.document.lengths import Cm
from pipeline.document.tree import Paragraph
from pipeline.render.pdf.elements import Element

_NUMBER = re.compile(r"[-–•●○▪✓☐]|\(?[0-9๐-๙ก-ฮa-zA-Z]{1,3}(\.[0-9๐-๙]{1,3})*[.)]{1,2}")
"""`-`, `•`, `๑.`, `๑)`, `(๑.๒)`, `ก.`; a run-in label (`เรื่อง`, `เป้าประสงค์`) is none of them."""

_LEVEL = Cm(0.05)
"""Entries that begin within so many cm of one another are of one level."""


def is_list_entry(paragraph: Paragraph) -> bool:
    """Whether the paragraph's marker is a list's number or dash."""
    return bool(paragraph.marker) and _is_number("".join(text.text for text in paragraph.marker))


@lru_cache(maxsize=256)
def _is_number(marker: str) -> bool:
    return _NUMBER.fullmatch(marker.strip()) is not None


class _Open(NamedTuple):
    """A list that goes on: where its entries begin (cm), its element, and the body of its last entry."""

    start: Cm
    list: Element
    body: Element


class Lists:
    """Entries that follow one another inside `parent`; an entry further in belongs to the one before it."""

    def __init__(self, parent: Element) -> None:
        self._parent = parent
        self._open: list[_Open] = []

    def entry(self, start: Cm) -> tuple[Element, Element]:
        """The label and the body of a new entry whose marker stands `start` cm in."""
        while self._open and self._open[-1].start > start + _LEVEL:
            self._open.pop()
        if self._open and self._open[-1].start > start - _LEVEL:
            standing = self._open.pop().list
        else:
            above = self._open[-1].body if self._open else self._parent
            standing = above.add("L", "/A<</O/List/ListNumbering/None>>")
        item = standing.add("LI")
        label, body = item.add("Lbl"), item.add("LBody")
        self._open.append(_Open(start, standing, body))
        return label, body

    def end(self) -> None:
        """The next entry begins a new list."""
        self._open.clear()
