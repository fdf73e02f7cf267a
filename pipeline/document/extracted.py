"""Converts a document tree to an `ExtractedDocument`, as a reader of its files gets it, for the audit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from pipeline.document.style import StyleSheet
from pipeline.document.text import paragraph_text
from pipeline.document.tree import (
    REPEATED,
    Block,
    Chart,
    Contents,
    Document,
    Frame,
    Group,
    Image,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from pipeline.extraction.extracted import (
    ExtractedBlock,
    ExtractedCell,
    ExtractedDocument,
    ExtractedParagraph,
    ExtractedRow,
    ExtractedTable,
    TextLocation,
)


def as_finished(document: Document, sheet: StyleSheet, source: str) -> ExtractedDocument:
    """The paper that the tree's files hold, under the name `source`.

    Places count paragraphs and tables; the style sheet says which paragraphs are headings.
    """
    reader = _TreeReader(sheet)
    blocks = tuple(block for section in document.sections for block in reader.blocks(section.blocks))
    return ExtractedDocument(source, blocks, title=document.title)


class _TreeReader:
    """Counts paragraphs and tables as it goes."""

    def __init__(self, sheet: StyleSheet) -> None:
        self.sheet = sheet
        self.paragraphs = 0
        self.tables = 0

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[ExtractedBlock]:
        """The finished blocks of a section or a group."""
        for block in blocks:
            if isinstance(block, Paragraph):
                yield from self._paragraph(block)
            elif isinstance(block, Frame | Group):
                yield from self.blocks(block.blocks)
            elif isinstance(block, Table):
                yield self._table(block)
            elif not isinstance(block, Chart | Contents | Image | PageBreak):
                assert_never(block)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[ExtractedParagraph]:
        text = paragraph_text(paragraph)
        if text:
            self.paragraphs += 1
            place = TextLocation(paragraph=self.paragraphs)
            looks = self.sheet.paragraphs.get(paragraph.style)
            yield ExtractedParagraph(text, place, paragraph.style, level=looks.outline if looks else 0)

    def _table(self, table: Table) -> ExtractedTable:
        self.tables += 1
        covered: set[tuple[int, int]] = set()
        rows = tuple(self._row(row, number, covered) for number, row in enumerate(table.rows, 1))
        return ExtractedTable(rows, TextLocation(table=self.tables))

    def _row(self, row: Row, number: int, covered: set[tuple[int, int]]) -> ExtractedRow:
        cells = []
        column = 1
        for cell in row.cells:
            while (number, column) in covered:
                column += 1
            place = TextLocation(table=self.tables, row=number, column=column)
            covered |= {
                (number + down, column + right)
                for down in range(cell.rowspan)
                for right in range(cell.colspan)
            }
            texts = (paragraph_text(paragraph) for paragraph in cell.blocks)
            blocks = tuple(ExtractedParagraph(text, place) for text in texts if text)
            cells.append(ExtractedCell(blocks, place, cell.colspan, cell.rowspan))
            column += cell.colspan
        place = TextLocation(table=self.tables, row=number)
        return ExtractedRow(tuple(cells), place, header=row.kind in REPEATED)
