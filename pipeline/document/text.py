"""Plain text of a document tree, in reading order: what both files must say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from pipeline.document.tree import (
    Block,
    Chart,
    Contents,
    Document,
    Frame,
    Group,
    Image,
    PageBreak,
    Paragraph,
    Table,
    Text,
)


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """All paragraphs in reading order, those of table cells row by row."""
    for section in document.sections:
        yield from _in_blocks(section.blocks)


def _in_blocks(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Frame):
            yield from block.blocks
        elif isinstance(block, Contents):
            yield from block.entries
        elif isinstance(block, Group):
            yield from _in_blocks(block.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.blocks
        elif not isinstance(block, Image | Chart | PageBreak):
            assert_never(block)


def paragraph_text(paragraph: Paragraph) -> str:
    """The paragraph's text: marker and text with one space between, a tab or line end as a space."""
    content = "".join([inline.text if isinstance(inline, Text) else " " for inline in paragraph.content])
    if not paragraph.marker:
        return content.rstrip()
    marker = "".join([text.text for text in paragraph.marker])
    return f"{marker} {content}".rstrip() if marker else content.rstrip()


def document_text(document: Document) -> tuple[str, ...]:
    """The text of each paragraph in reading order; empty paragraphs are left out."""
    texts = (paragraph_text(paragraph) for paragraph in paragraphs(document))
    return tuple(text for text in texts if text)
