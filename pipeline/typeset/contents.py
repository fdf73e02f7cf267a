"""Pagination with a table of contents: set pages, note the headings, fill, set again until it agrees.

The first setting has the narrowest numbers, each later one wider ones and so headings further on: it comes
to rest, nearly always in the second. Lines are kept from one setting to the next (`typeset.lines`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document.contents import has_contents, with_contents
from pipeline.document.style import StyleSheet
from pipeline.document.text import paragraphs
from pipeline.document.tree import Document
from pipeline.typeset.items import Page
from pipeline.typeset.typesetting import typeset

MOST_SETTINGS = 5
"""Settings after which a paper counts as one that does not come to rest."""


class ContentsDefect(Exception):
    """The pages of the contents never come to rest: a defect, as no number moves its heading back."""


def paginate(document: Document, sheet: StyleSheet) -> tuple[Document, tuple[Page, ...]]:
    """The document with its contents filled, and its pages (`typeset`).

    Raises `PageError` as `typeset` does, and `ContentsDefect`.
    """
    if not has_contents(document):
        return document, typeset(document, sheet)
    known: dict[int, int] = {}
    for _ in range(MOST_SETTINGS):
        filled = with_contents(document, sheet, known)
        pages = typeset(filled, sheet)
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
