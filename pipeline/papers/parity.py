"""Compares the text of both files of a paper with its tree, on each build."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import zip_longest

from lxml import etree

from pipeline.document.text import document_text
from pipeline.document.tree import Document
from pipeline.extraction.docx.numbering import Numbering
from pipeline.typeset.items import Page, PlacedParagraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RUN, _TEXT, _TAB, _BREAK = (f"{_W}{name}" for name in ("r", "t", "tab", "br"))
_INVISIBLE = "\u200b\u2060\u00ad"
"""Break hints that a writer may add between words; they say nothing."""
_END = "\0"
"""Between texts; no text has it, for XML has no place for it."""


class ParityDefect(Exception):
    """A file says something else than the document: a defect of a writer, never of the data."""


def check_pages(document: Document, pages: Sequence[Page]) -> None:
    """Raises `ParityDefect` if the placed pages (the PDF) do not say what the tree says."""
    found = pages_text(pages)
    if not _are_texts_equal(document_text(document), found):
        _compare(document, _normalize_texts(iter(found)), "PDF")


def check_docx(document: Document, docx: bytes) -> None:
    """Raises `ParityDefect` if a DOCX, read back, does not say what the tree says."""
    _compare(document, docx_text(docx), "DOCX")


def pages_text(pages: Sequence[Page]) -> tuple[str, ...]:
    """The text of each paragraph over all its pages; what the tree does not hold is left out.

    A row that goes over a page end has parts of all its cells on both pages, so paragraphs are in
    order on each page, not from page to page. Raises `ParityDefect` where they are not. Paragraphs that say
    nothing are left out.
    """
    said: dict[int, str] = {}
    for number, page in enumerate(pages, 1):
        before = -1
        for part in page.paragraphs:
            if part.source < 0:
                continue
            if part.source < before:
                raise ParityDefect(f"page {number} of the PDF has its paragraphs out of order")
            before = part.source
            said[before] = said.get(before, "") + _placed_text(part)
    return tuple(said[source] for source in sorted(said) if said[source])


def _placed_text(part: PlacedParagraph) -> str:
    return "".join([glyph.text for run in part.runs for glyph in run.glyphs])


def docx_text(docx: bytes) -> tuple[str, ...]:
    """The text of each paragraph of a DOCX's body, those of table cells row by row.

    The number of a list item is counted as Word counts it, for it stands in no run.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        numbering = _numbering(package)
    return _normalize_texts(
        f"{marker} {_paragraph_text(paragraph)}" for paragraph, marker in numbering.markers(body)
    )


def _numbering(package: zipfile.ZipFile) -> Numbering:
    """How Word counts the document's lists; a paper without lists has no part that says so."""
    if "word/numbering.xml" not in package.NameToInfo:
        return Numbering(None, None)
    return _lists(package.read("word/styles.xml"), package.read("word/numbering.xml")).anew()


@lru_cache(maxsize=8)
def _lists(styles: bytes, numbering: bytes) -> Numbering:
    """The lists of these two parts, which most papers of a kind share; nothing is counted by it."""
    return Numbering(etree.fromstring(styles), etree.fromstring(numbering))


def _paragraph_text(paragraph: etree._Element) -> str:
    """Text of its runs; `w:tab` counts only in a run, in properties it is a tab stop."""
    return "".join(
        [
            (element.text or "") if element.tag == _TEXT else " "
            for element in paragraph.iter(_TEXT, _TAB, _BREAK)
            if (above := element.getparent()) is not None and above.tag == _RUN
        ]
    )


def _normalize_texts(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts with single spaces, without those that say nothing."""
    joined = _END.join(texts)
    for sign in _INVISIBLE:
        joined = joined.replace(sign, "")
    return tuple([said for text in joined.split(_END) if (said := " ".join(text.split()))])


def _are_texts_equal(wanted: tuple[str, ...], found: tuple[str, ...]) -> bool:
    """Whether the texts agree one by one; spaces and break hints matter only where they do not at once."""
    return len(wanted) == len(found) and all(
        want == have or _normalize_texts(iter((want,))) == _normalize_texts(iter((have,)))
        for want, have in zip(wanted, found, strict=True)
    )


def _compare(document: Document, found: tuple[str, ...], file: str) -> None:
    wanted = _normalize_texts(document_text(document))
    if wanted == found:
        return
    for number, (want, have) in enumerate(zip_longest(wanted, found), 1):
        if want != have:
            raise ParityDefect(
                f"{document.kind}: paragraph {number} of the {file} differs from the document:\n"
                f"  document: {want!r}\n  {file}: {have!r}"
            )
