"""The two files of a paper say the same as its tree, in the same order: asserted on each build."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, zip_longest

from lxml import etree

from pipeline.document.text import document_text
from pipeline.document.tree import Document
from pipeline.intake.docx.numbering import Numbering
from pipeline.typeset.items import Page

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_INVISIBLE = re.compile("[\u200b\u2060\u00ad]+")
"""Break hints that a writer may add between words; they say nothing."""


class ParityDefect(Exception):
    """A file says something else than the document: a defect of a writer, never of the data."""


def check_pages(document: Document, pages: Sequence[Page]) -> None:
    """Raises `ParityDefect` if the placed pages (the PDF) do not say what the tree says."""
    _compare(document, pages_text(pages), "PDF")


def check_docx(document: Document, docx: bytes) -> None:
    """Raises `ParityDefect` if a DOCX, read back, does not say what the tree says."""
    _compare(document, docx_text(docx), "DOCX")


def pages_text(pages: Sequence[Page]) -> tuple[str, ...]:
    """The text of each paragraph over all its pages; what the tree does not hold is left out.

    A row that goes over a page end has parts of all its cells on both pages, so paragraphs are in
    order on each page, not from page to page. Raises `ParityDefect` where they are not.
    """
    said: dict[int, list[str]] = {}
    for number, page in enumerate(pages, 1):
        parts = [part for part in page.paragraphs if part.source >= 0]
        if any(before.source > after.source for before, after in pairwise(parts)):
            raise ParityDefect(f"page {number} of the PDF has its paragraphs out of order")
        for part in parts:
            said.setdefault(part.source, []).extend(run.text for run in part.runs)
    return _said("".join(said[source]) for source in sorted(said))


def docx_text(docx: bytes) -> tuple[str, ...]:
    """The text of each paragraph of a DOCX's body, those of table cells row by row.

    The number of a list item is counted as Word counts it, for it stands in no run.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        numbering = _numbering(package)
    return _said(
        f"{numbering.marker(paragraph)} {_paragraph_text(paragraph)}" for paragraph in body.iter(f"{_W}p")
    )


def _numbering(package: zipfile.ZipFile) -> Numbering:
    """How Word counts the document's lists; a paper without lists has no part that says so."""
    if "word/numbering.xml" not in package.namelist():
        return Numbering(None, None)
    return Numbering(
        _styles(package.read("word/styles.xml")), etree.fromstring(package.read("word/numbering.xml"))
    )


@lru_cache(maxsize=8)
def _styles(part: bytes) -> etree._Element:
    """The styles, which most papers share; they are only read."""
    return etree.fromstring(part)


def _paragraph_text(paragraph: etree._Element) -> str:
    """Text of its runs; `w:tab` counts only in a run, in properties it is a tab stop."""
    return "".join(
        (element.text or "") if element.tag == f"{_W}t" else " "
        for run in paragraph.iter(f"{_W}r")
        for element in run.iterchildren(f"{_W}t", f"{_W}tab", f"{_W}br")
    )


def _said(texts: Iterator[str]) -> tuple[str, ...]:
    """The texts with single spaces, without those that say nothing."""
    return tuple(said for text in texts if (said := " ".join(_INVISIBLE.sub("", text).split())))


def _compare(document: Document, found: tuple[str, ...], file: str) -> None:
    wanted = _said(iter(document_text(document)))
    for number, (want, have) in enumerate(zip_longest(wanted, found), 1):
        if want != have:
            raise ParityDefect(
                f"{document.kind}: paragraph {number} of the {file} differs from the document:\n"
                f"  document: {want!r}\n  {file}: {have!r}"
            )
