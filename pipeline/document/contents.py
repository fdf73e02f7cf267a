"""Headings, and the table of contents made of them.

A heading is a paragraph whose style has an outline level, or one that names its own `entry`; what stands in
tables and frames is none. Each carries an anchor, so that a line of the contents leads to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from pipeline.document.style import StyleSheet, contents_style
from pipeline.document.text import paragraph_text
from pipeline.document.tree import Block, Contents, Document, Group, Paragraph, Tab, Text
from pipeline.thai.digits import apply_policy


class Heading(NamedTuple):
    """A heading by its place: `anchor` counts them from 1, `level` from 1 too."""

    anchor: int
    level: int
    text: str


def has_contents(document: Document) -> bool:
    """Whether the document asks for a table of contents."""
    return any(_asks(section.blocks) for section in document.sections)


def _asks(blocks: tuple[Block, ...]) -> bool:
    return any(
        isinstance(block, Contents) or (isinstance(block, Group) and _asks(block.blocks)) for block in blocks
    )


def headings(document: Document, sheet: StyleSheet) -> Iterator[Heading]:
    """The headings of the document in reading order."""
    found = (heading for section in document.sections for heading in _headings(section.blocks, sheet))
    for anchor, (level, text) in enumerate(found, 1):
        yield Heading(anchor, level, text)


def _headings(blocks: tuple[Block, ...], sheet: StyleSheet) -> Iterator[tuple[int, str]]:
    for block in blocks:
        if isinstance(block, Group):
            yield from _headings(block.blocks, sheet)
        elif isinstance(block, Paragraph) and (heading := heading_of(block, sheet)):
            yield heading


def heading_of(paragraph: Paragraph, sheet: StyleSheet) -> tuple[int, str] | None:
    """The level and text by which the contents know the paragraph; `None` if it is no heading."""
    if paragraph.entry:
        return paragraph.entry.level, paragraph.entry.text
    level = sheet.paragraphs[paragraph.style].outline
    text = paragraph_text(paragraph)
    return (level, text) if level and text else None


def with_contents(document: Document, sheet: StyleSheet, pages: Mapping[int, int]) -> Document:
    """The document, its headings anchored and its contents filled.

    `pages` are the pages of the anchors, from 1; what it lacks stands as page 1, so that a first setting
    has as many lines as the last.
    """
    filler = _Filler(document, sheet, pages)
    sections = (
        replace(section, blocks=tuple(filler.fill_block(block) for block in section.blocks))
        for section in document.sections
    )
    return replace(document, sections=tuple(sections))


class _Filler:
    """Walks the blocks of one document in reading order and counts its headings as `headings` does."""

    def __init__(self, document: Document, sheet: StyleSheet, pages: Mapping[int, int]) -> None:
        self.document = document
        self.sheet = sheet
        self.pages = pages
        self.headings = tuple(headings(document, sheet))
        self._anchored = 0

    def fill_block(self, block: Block) -> Block:
        """The block with its headings anchored, or the contents with their entries."""
        if isinstance(block, Group):
            return replace(block, blocks=tuple(self.fill_block(inner) for inner in block.blocks))
        if isinstance(block, Contents):
            shown = (heading for heading in self.headings if heading.level <= block.levels)
            return replace(block, entries=tuple(self._entry(heading) for heading in shown))
        if isinstance(block, Paragraph) and heading_of(block, self.sheet):
            self._anchored += 1
            return replace(block, anchor=self._anchored)
        return block

    def _entry(self, heading: Heading) -> Paragraph:
        number = apply_policy(str(self.pages.get(heading.anchor, 1)), self.document.digits)
        content = (Text(heading.text), Tab(), Text(number))
        return Paragraph(content, contents_style(heading.level), target=heading.anchor)
