"""Structure elements: what assistive programs read instead of the looks (PDF 32000-1 §14.7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.document.lengths import Pt
from pipeline.render.pdf.file import text_string

_ALWAYS = frozenset({"TR", "TH", "TD"})
"""A table keeps its shape where cells are empty."""


class Mark(NamedTuple):
    """A stretch of marked content: the page it stands on, from 0, and its number there."""

    page: int
    id: int


class Annotation(NamedTuple):
    """An annotation: the page it stands on, from 0, its object's number, and its key in the parent tree."""

    page: int
    number: int
    key: int


class Spot(NamedTuple):
    """Where an element begins: the page from 0, and y in pt from its foot."""

    page: int
    y: Pt


@dataclass(slots=True, eq=False)
class Element:
    """A structure element. `attributes` are further entries of its dictionary, as PDF writes them."""

    role: str
    attributes: str = ""
    kids: list[Element | Mark | Annotation] = field(default_factory=list)
    spot: Spot | None = None
    number: int = 0

    def add(self, role: str, attributes: str = "") -> Element:
        """A new element, the last inside this one."""
        made = Element(role, attributes)
        self.kids.append(made)
        return made

    def says_something(self) -> bool:
        """Drops what holds nothing; whether anything is left."""
        if self.kids:
            self.kids = [kid for kid in self.kids if not isinstance(kid, Element) or kid.says_something()]
        return bool(self.kids) or self.role in _ALWAYS


def alternate_text_entry(alternate: str) -> str:
    """The entries of what is no text (a picture, a place to sign) and is read as `alternate`."""
    return f"/Alt {text_string(alternate)}"
