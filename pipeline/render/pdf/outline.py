"""Bookmarks: the headings as a reader's side panel shows them (PDF 32000-1 §12.3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.render.pdf.file import CompactDocument, text_string
from pipeline.render.pdf.structure import Heading

_LONGEST = 120
"""A bookmark shows at most so many characters."""


@dataclass(slots=True, eq=False)
class _Item:
    heading: Heading | None
    inside: list[_Item] = field(default_factory=list)
    number: int = 0

    def count(self) -> int:
        """All items inside, at any depth."""
        return len(self.inside) + sum(item.count() for item in self.inside)


def write_outline(document: CompactDocument, headings: Sequence[Heading], pages: Sequence[int]) -> int | None:
    """Adds a bookmark for each heading; the number of the outline, `None` without headings."""
    root = _nest_headings([heading for heading in headings if heading.element.spot])
    if not root.inside:
        return None
    numbered: list[_Item] = []
    _number(root, document.next_number(), numbered)
    above = {id(inner): item for item in numbered for inner in item.inside}
    for item in numbered:
        document.add(_format_item(item, above.get(id(item)), pages))
    return root.number


def _nest_headings(headings: Sequence[Heading]) -> _Item:
    """Each heading inside the nearest one before it of a higher level."""
    root = _Item(None)
    path = [(0, root)]
    for heading in headings:
        while path[-1][0] >= heading.level:
            path.pop()
        item = _Item(heading)
        path[-1][1].inside.append(item)
        path.append((heading.level, item))
    return root


def _number(item: _Item, first: int, numbered: list[_Item]) -> None:
    item.number = first + len(numbered)
    numbered.append(item)
    for inner in item.inside:
        _number(inner, first, numbered)


def _format_item(item: _Item, above: _Item | None, pages: Sequence[int]) -> str:
    parts = []
    if item.inside:
        first, last = item.inside[0].number, item.inside[-1].number
        parts.append(f"/First {first} 0 R/Last {last} 0 R/Count {item.count()}")
    if above is not None and item.heading is not None and item.heading.element.spot:
        spot = item.heading.element.spot
        at = above.inside.index(item)
        title = text_string(item.heading.text[:_LONGEST])
        parts.append(f"/Title {title}/Parent {above.number} 0 R")
        parts += [f"/Prev {above.inside[at - 1].number} 0 R"] if at else []
        parts += [f"/Next {inner.number} 0 R" for inner in above.inside[at + 1 : at + 2]]
        parts.append(f"/Dest[{pages[spot.page]} 0 R/XYZ null {spot.y:.2f} null]")
    return f"<<{''.join(parts)}>>"
