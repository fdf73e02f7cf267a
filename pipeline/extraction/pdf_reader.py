"""A PDF -> a finished paper, with page and line of each part.

PDF keeps lines, not paragraphs: a line goes on in the next when it reaches the right margin and the next
begins at the left one. Tables are those with ruling lines. Numbers of pages and continuation cues
(`/ข้อความ…`) are no text of the paper and stand apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.extraction.extracted import (
    ExtractedBlock,
    ExtractedCell,
    ExtractedDocument,
    ExtractedParagraph,
    ExtractedRow,
    ExtractedTable,
    TextLocation,
)
from pipeline.extraction.page_joins import with_page
from pipeline.extraction.pdf_grids import Box, Grid, GridCell, grids_of
from pipeline.extraction.text_reader import begins_paragraph

MOST_PAGES = 2_000
REACHES = 0.8
"""A line that ends so far to the right of its page's text may have been wrapped."""

_INDENT, _HANGING = 8.0, 100.0
_WIDER = 1.4
"""A gap so much wider than is usual between lines parts paragraphs."""

_FAR = 3.0
"""Lines so many times their height apart are no lines of one paragraph."""

_PAGE_NUMBER = re.compile(r"[-–\s]*[\d๐-๙]{1,4}[-–\s]*")
_CATCHWORD = re.compile(r"/(.*?)\s*(?:…|\.\.\.)\s*")
_WIDTHLESS = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")


@dataclass(frozen=True)
class _Line:
    """A line of text with its number on the page, and its box in pt from the lower left corner."""

    text: str
    number: int
    box: Box


def read_pdf(data: bytes, source: str) -> ExtractedDocument:
    """The paper in a PDF. Raises `InputError` for what is no PDF, locked, or holds no text."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise InputError([_unreadable(source, str(error))]) from error
    with document:
        if len(document) > MOST_PAGES:
            raise InputError([_diagnose_too_many_pages(source)])
        pages = [_PageReader(document[n], n + 1) for n in range(len(document))]
        page_rights = {page.width: max(p.right for p in pages if p.width == page.width) for page in pages}
        blocks: list[ExtractedBlock] = []
        tables = 0
        for page in pages:
            found = page.blocks(page_rights[page.width], tables)
            blocks = with_page(blocks, list(found), page.cue_before(pages))
            tables += len(page.grids)
        furniture = tuple(block for page in pages for block in page.furniture)
    if not blocks:
        raise InputError([_no_text(source)])
    return ExtractedDocument(source, tuple(blocks), furniture)


class _PageReader:
    """Reads one page: its lines outside tables as paragraphs, its tables where they stand."""

    def __init__(self, page: pdfium.PdfPage, number: int) -> None:
        self.number = number
        self.width = round(page.get_width())
        self.text = page.get_textpage()
        self.grids = grids_of(page)
        self.furniture: list[ExtractedBlock] = []
        self.catchword = ""
        self.lines = self._body()
        self.right = max((line.box.right for line in self.lines), default=0.0)
        self.tables = 0

    def cue_before(self, pages: Sequence[_PageReader]) -> str:
        """The words that the page before announces this one with; `""` for none."""
        return pages[self.number - 2].catchword if self.number > 1 else ""

    def blocks(self, right: float, tables: int) -> Iterator[ExtractedBlock]:
        """Paragraphs and tables from the top of the page down.

        `right` is the right end of the text on pages of this width; `tables` stand on the pages before.
        """
        outside: list[_Line] = []
        told: set[int] = set()
        for line in self.lines:
            inside = next((n for n, grid in enumerate(self.grids) if grid.box.holds(line.box.middle)), None)
            if inside is None:
                outside.append(line)
                continue
            if inside not in told:
                told.add(inside)
                yield from self._paragraphs(outside, right)
                outside = []
                yield self._table(self.grids[inside], tables + len(told), line.number)
        yield from self._paragraphs(outside, right)

    def _body(self) -> list[_Line]:
        """The lines without the page's number and catchword."""
        lines = list(_lines(self.text))
        kept = []
        for n, line in enumerate(lines):
            catchword = n == len(lines) - 1 and _CATCHWORD.fullmatch(line.text.strip())
            if catchword or (n in (0, len(lines) - 1) and _PAGE_NUMBER.fullmatch(line.text)):
                place = TextLocation(part="header" if n == 0 else "footer", page=self.number)
                self.furniture.append(ExtractedParagraph(line.text.strip(), place))
                self.catchword = catchword[1] if catchword else self.catchword
            else:
                kept.append(line)
        return kept

    def _paragraphs(self, lines: list[_Line], right: float) -> Iterator[ExtractedParagraph]:
        gaps = sorted(_gap(line, following) for line, following in pairwise(lines))
        usual = gaps[len(gaps) // 3] if gaps else 0.0
        paragraph: list[_Line] = []
        for line in lines:
            if paragraph and not _goes_on(paragraph, line, right, usual):
                yield self._paragraph(paragraph)
                paragraph = []
            paragraph.append(line)
        if paragraph:
            yield self._paragraph(paragraph)

    def _paragraph(self, lines: list[_Line]) -> ExtractedParagraph:
        text = "\n".join(line.text.strip() for line in lines)
        return ExtractedParagraph(text, TextLocation(page=self.number, line=lines[0].number))

    def _table(self, grid: Grid, number: int, line: int) -> ExtractedTable:
        place = TextLocation(page=self.number, line=line, table=number)
        rows: list[ExtractedRow] = []
        for row in range(1, grid.rows + 1):
            cells = tuple(self._cell(cell, number) for cell in grid.row(row))
            at = TextLocation(page=self.number, table=number, row=row)
            rows.append(ExtractedRow(cells, at, header=row == 1))
        return ExtractedTable(tuple(rows), place)

    def _cell(self, cell: GridCell, number: int) -> ExtractedCell:
        place = TextLocation(page=self.number, table=number, row=cell.row, column=cell.column)
        box = cell.box
        said = self.text.get_text_bounded(box.left, box.bottom, box.right, box.top)
        blocks = tuple(ExtractedParagraph(text, place) for text in _cell_paragraphs(said))
        return ExtractedCell(blocks, place, cell.colspan, cell.rowspan)


def _cell_paragraphs(said: str) -> Iterator[str]:
    """The lines of a cell, joined again but for those that begin with a number or bullet."""
    paragraph = ""
    for line in _clean_text(said).split("\n"):
        if paragraph.strip() and begins_paragraph(line):
            yield paragraph.strip()
            paragraph = ""
        paragraph += line
    if paragraph.strip():
        yield paragraph.strip()


def _clean_text(text: str) -> str:
    """The text with `\\n` for line ends, plain spaces, and nothing of no width."""
    return _WIDTHLESS.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " "))


def _lines(page: pdfium.PdfTextPage) -> Iterator[_Line]:
    """The lines of a page as they are read."""
    said = page.get_text_range()
    start, number = 0, 0
    for piece in said.split("\r\n"):
        if piece.strip():
            number += 1
            boxes = [page.get_charbox(start + n) for n, sign in enumerate(piece) if not sign.isspace()]
            box = Box(
                min(b[0] for b in boxes),
                min(b[1] for b in boxes),
                max(b[2] for b in boxes),
                max(b[3] for b in boxes),
            )
            yield _Line(_clean_text(piece), number, box)
        start += len(piece) + 2


def _gap(line: _Line, following: _Line) -> float:
    return line.box.middle[1] - following.box.middle[1]


def _goes_on(paragraph: list[_Line], following: _Line, right: float, usual: float) -> bool:
    """Whether a line is the rest of a paragraph; entries of lists may hang below their numbers."""
    line = paragraph[-1]
    hanging = len(paragraph) == 1 and begins_paragraph(line.text)
    return (
        line.box.right >= REACHES * right
        and following.box.left <= line.box.left + (_HANGING if hanging else _INDENT)
        and 0 < _gap(line, following) <= min(_WIDER * usual, _FAR * (line.box.top - line.box.bottom))
        and not begins_paragraph(following.text)
    )


def _unreadable(source: str, reason: str) -> Diagnostic:
    return diagnose("pdf", Location(source), reason=reason)


def _diagnose_too_many_pages(source: str) -> Diagnostic:
    return diagnose("pdf-pages", Location(source), limit=MOST_PAGES)


def _no_text(source: str) -> Diagnostic:
    return diagnose("pdf-no-text", Location(source))
