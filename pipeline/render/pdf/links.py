"""Lines of the contents that lead to their headings (PDF 32000-1 §12.5.6.5, §14.8.4.4.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.document.lengths import Pt
from pipeline.render.pdf.elements import Annotation, Element
from pipeline.render.pdf.file import CompactDocument, text_string
from pipeline.render.pdf.structure import Link, Structure
from pipeline.typeset.items import Page, PlacedParagraph

_DESCENT = 0.3
"""How far a line reaches below its baseline, em."""


class PlacedLink(NamedTuple):
    """A link with the page it stands on, from 0, and its corners in pt from the page's lower left."""

    link: Link
    page: int
    box: tuple[Pt, Pt, Pt, Pt]


def placed_links(structure: Structure, pages: Sequence[Page]) -> list[PlacedLink]:
    """The links whose heading stands on a page; one for each page that a line of the contents stands on."""
    links = {link.source: link for link in structure.links if _target(link, structure)}
    return [
        PlacedLink(links[part.source], number, _box(part, page.height))
        for number, page in enumerate(pages if links else ())
        for part in page.paragraphs
        if part.source in links and part.runs
    ]


def _target(link: Link, structure: Structure) -> Element | None:
    found = structure.anchors.get(link.anchor)
    return found if found and found.spot else None


def _box(part: PlacedParagraph, height: Pt) -> tuple[Pt, Pt, Pt, Pt]:
    left, right = min(run.x for run in part.runs), max(run.x + run.width for run in part.runs)
    top = min(run.y - run.size for run in part.runs)
    bottom = max(run.y + _DESCENT * run.size for run in part.runs)
    return left, height - bottom, right, height - top


def write_links(
    document: CompactDocument, structure: Structure, links: Sequence[PlacedLink], pages: Sequence[int]
) -> dict[int, list[int]]:
    """Adds the annotations; their object numbers by page. `pages` are the object numbers of the pages."""
    numbers: dict[int, list[int]] = {}
    for key, placed in enumerate(links, len(pages)):
        number = document.add("".join(_annotation(placed, structure, pages, key)))
        numbers.setdefault(placed.page, []).append(number)
        placed.link.element.kids.append(Annotation(placed.page, number, key))
    return numbers


def _annotation(placed: PlacedLink, structure: Structure, pages: Sequence[int], key: int) -> Iterator[str]:
    """What a reader shows nothing of but follows: printed files keep it (ISO 19005-3 §6.3.2)."""
    corners = " ".join(f"{value:.2f}" for value in placed.box)
    yield f"<</Type/Annot/Subtype/Link/Rect[{corners}]/Border[0 0 0]/F 4/StructParent {key}"
    yield f"/Contents {text_string(placed.link.text)}"
    if (target := _target(placed.link, structure)) and target.spot:
        yield f"/Dest[{pages[target.spot.page]} 0 R/XYZ null {target.spot.y:.2f} null]"
    yield ">>"
