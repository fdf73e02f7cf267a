"""Marked content: ties what a page shows to the structure, or calls it an artifact (PDF 32000-1 §14.6-8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from pipeline.document.lengths import Pt
from pipeline.render.pdf.elements import Element, Mark, Spot
from pipeline.render.pdf.structure import Structure
from pipeline.typeset.items import GlyphRun, Page, Picture, PlacedChart, PlacedParagraph

LAYOUT = "/Artifact<</Type/Layout>>BDC"
"""Rules, fills and leaders."""
PAGINATION = "/Artifact<</Type/Pagination>>BDC"
"""Page numbers, cues, secrecy marks and repeated header rows."""


class Marked(NamedTuple):
    """Runs under one mark: the operator that begins it, and the one that ends it."""

    begin: str
    runs: Sequence[GlyphRun]
    end: str = "EMC"


class MarkedContent:
    """Hands out the marks of one document, page after page. `pages` has the elements of each page's marks."""

    def __init__(self, structure: Structure) -> None:
        self.pages: list[list[Element]] = []
        self._structure = structure
        self._picture = count()
        self._heights: list[Pt] = []

    def begin_page(self, page: Page) -> None:
        """What comes next stands on this page."""
        self.pages.append([])
        self._heights.append(page.height)

    def layout(self, operators: str) -> str:
        """Rules, fills and leaders under one mark."""
        return f"{LAYOUT}\n{operators}\nEMC"

    def picture(self, picture: Picture | PlacedChart, operators: str) -> str:
        """The next picture or chart of the document."""
        element = self._structure.pictures[next(self._picture)]
        height = self._heights[-1]
        left, top = picture.x, height - picture.y
        box = f"{left:.2f} {top - picture.height:.2f} {left + picture.width:.2f} {top:.2f}"
        element.attributes += f"/A<</O/Layout/Placement/Block/BBox[{box}]>>"
        return f"{self._mark(element, picture.y)}\n{operators}\nEMC"

    def paragraph(self, part: PlacedParagraph) -> Iterator[Marked]:
        """The runs of a paragraph's part under their marks, in reading order."""
        if part.source < 0:
            yield self._beside_the_text(part)
            return
        leaf = self._structure.leaves[part.source]
        top = part.runs[0].y - part.runs[0].size
        runs = part.runs
        if leaf.label and not leaf.label.kids:
            at = _runs_of(runs, leaf.label_length)
            yield Marked(self._mark(leaf.label, top), runs[:at])
            runs = runs[at:]
        if runs:
            yield Marked(self._mark(leaf.element, top), runs)

    def again(self, part: PlacedParagraph) -> Marked:
        """A mark for what is drawn for the part besides its runs."""
        if part.source < 0:
            return Marked(PAGINATION, ())
        return Marked(self._mark(self._structure.leaves[part.source].element, part.runs[0].y), ())

    def _beside_the_text(self, part: PlacedParagraph) -> Marked:
        """An artifact; but the document's first secrecy mark is read."""
        said = self._structure.classification
        if said is None or said.kids or len(self.pages) > 1:
            return Marked(PAGINATION, part.runs)
        return Marked(self._mark(said, part.runs[0].y), part.runs)

    def _mark(self, element: Element, y: Pt) -> str:
        page, marks = len(self.pages) - 1, self.pages[-1]
        number = len(marks)
        marks.append(element)
        element.kids.append(Mark(page, number))
        if element.spot is None:
            element.spot = Spot(page, self._heights[page] - y)
        return f"/{element.role}<</MCID {number}>>BDC"


class NoMarkedContent:
    """The same page without marks."""

    def begin_page(self, page: Page) -> None:
        """Nothing is kept."""

    def layout(self, operators: str) -> str:
        """The operators as they are."""
        return operators

    def picture(self, picture: Picture | PlacedChart, operators: str) -> str:  # noqa: ARG002
        """The operators as they are."""
        return operators

    def paragraph(self, part: PlacedParagraph) -> Iterator[Marked]:
        """All runs together."""
        yield Marked("", part.runs, "")

    def again(self, part: PlacedParagraph) -> Marked:  # noqa: ARG002
        """No mark."""
        return Marked("", (), "")


def _runs_of(runs: Sequence[GlyphRun], length: int) -> int:
    """How many runs make up the first `length` characters."""
    for at, run in enumerate(runs):
        if length <= 0:
            return at
        length -= len(run.text)
    return len(runs)
