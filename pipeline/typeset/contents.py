"""Pages with a table of contents: set, look where the headings stand, fill, and set again until it agrees.

The contents' styles keep a column for the page numbers, so a number never changes how an entry breaks and the
second setting agrees with the first; paragraphs that stay as they are keep their lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.document.contents import has_contents, with_contents
from pipeline.document.style import ParagraphStyle, StyleSheet
from pipeline.document.text import paragraphs
from pipeline.document.tree import Document, Paragraph
from pipeline.thai.breaks import Names
from pipeline.typeset.items import Page
from pipeline.typeset.lines import Lines, Setter
from pipeline.typeset.typesetting import typeset

MOST_SETTINGS = 5
"""Settings after which a paper counts as one that does not come to rest."""


class ContentsDefect(Exception):
    """The pages of the contents do not come to rest: a defect of the styles `contents-*`, never of the data."""


def paginated(document: Document, sheet: StyleSheet) -> tuple[Document, tuple[Page, ...]]:
    """The document with its contents filled, and its pages (`typeset`).

    Raises `PageFaults` as `typeset` does, and `ContentsDefect`.
    """
    if not has_contents(document):
        return document, typeset(document, sheet)
    setter = _Remembering(sheet, document.names)
    known: dict[int, int] = {}
    for _ in range(MOST_SETTINGS):
        filled = with_contents(document, sheet, known)
        pages = typeset(filled, sheet, setter)
        found = heading_pages(filled, pages)
        if found == known:
            return filled, pages
        known = found
    raise ContentsDefect(f"{document.kind}: the pages of its contents differ after {MOST_SETTINGS} settings")


def heading_pages(document: Document, pages: Sequence[Page]) -> dict[int, int]:
    """The page (from 1) on which each anchored paragraph begins."""
    begins: dict[int, int] = {}
    for number, page in enumerate(pages, 1):
        for part in page.paragraphs:
            begins.setdefault(part.source, number)
    return {
        paragraph.anchor: begins[source]
        for source, paragraph in enumerate(paragraphs(document))
        if paragraph.anchor
    }


class _Remembering(Setter):
    """Sets a paragraph once: the settings of one document differ in little more than its contents."""

    def __init__(self, sheet: StyleSheet, names: Names) -> None:
        super().__init__(sheet, names)
        self._made: dict[tuple[Paragraph, ParagraphStyle, float], Lines] = {}

    def set(self, paragraph: Paragraph, style: ParagraphStyle, width: float, source: int) -> Lines:
        """The paragraph's lines, from the setting before where it was the same."""
        key = (paragraph, style, width)
        if key not in self._made:
            self._made[key] = super().set(paragraph, style, width, source)
        return replace(self._made[key], source=source)
