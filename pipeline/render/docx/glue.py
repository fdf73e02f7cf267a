"""No-break spaces for Word: where our own pages would not end a line, Word must not either.

`พ.ศ. ๒๕๖๓`, `๑๔ หลักสูตร`, `นายมนู เลียวไพโรจน์`: the rules are those of the typesetting stage
(`thai.rules`). A glued stretch wider than half its column stays loose, or it would overflow. A line of tabs
alone gets one too: LibreOffice sets it no higher than its type, whatever its style says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import cast

from pipeline.document.grid import sites
from pipeline.document.style import ParagraphStyle, StyleSheet, pt
from pipeline.document.tree import (
    Block,
    Cell,
    Contents,
    Document,
    Frame,
    Group,
    Inline,
    Paragraph,
    Row,
    Tab,
    Table,
    Text,
)
from pipeline.thai.breaks import Names, breaks
from pipeline.thai.costs import DATE_YEAR
from pipeline.typeset.fonts import face, face_key

NO_BREAK_SPACE = "\u00a0"
_ENDS = "\n"
WIDEST = 0.5
"""The widest glued stretch, as a share of its column."""


def glued(document: Document, sheet: StyleSheet) -> Document:
    """The document with a no-break space wherever a glue rule holds a space."""
    gluer = _Gluer(sheet, document.names)
    sections = (
        replace(section, blocks=gluer.blocks(section.blocks, pt(sheet.pages[section.page].measure)))
        for section in document.sections
    )
    return replace(document, sections=tuple(sections))


class _Gluer:
    """Walks the blocks of one document; `width` is always that of the column, pt."""

    def __init__(self, sheet: StyleSheet, names: Names) -> None:
        self.sheet = sheet
        self.names = names

    def blocks(self, blocks: tuple[Block, ...], width: float) -> tuple[Block, ...]:
        return tuple(self._block(block, width) for block in blocks)

    def _block(self, block: Block, width: float) -> Block:
        if isinstance(block, Paragraph):
            return self._paragraph(block, self.sheet.paragraphs[block.style], width)
        if isinstance(block, Group):
            return replace(block, blocks=self.blocks(block.blocks, width))
        if isinstance(block, Frame):
            return self._frame(block)
        if isinstance(block, Contents):
            return replace(block, entries=cast(tuple[Paragraph, ...], self.blocks(block.entries, width)))
        return self._table(block) if isinstance(block, Table) else block

    def _frame(self, frame: Frame) -> Frame:
        width = pt(self.sheet.frames[frame.style].width)
        styles = self.sheet.paragraphs
        blocks = tuple(self._paragraph(block, styles[block.style], width) for block in frame.blocks)
        return replace(frame, blocks=blocks)

    def _table(self, table: Table) -> Table:
        style = self.sheet.table_style(table.style, table.widths)
        cells: list[list[Cell]] = [[] for _ in table.rows]
        for number, column, cell in sites(table.rows):
            spanned = style.columns[column : column + cell.colspan]
            width = sum(pt(one.width) for one in spanned) - 2 * pt(style.padding)
            default = self.sheet.cell_paragraph(style, table.rows[number].kind, column)
            blocks = tuple(
                self._paragraph(paragraph, self.sheet.paragraphs[paragraph.style or default], width)
                for paragraph in cell.blocks
            )
            same = all(one is before for one, before in zip(blocks, cell.blocks, strict=True))
            cells[number].append(cell if same else replace(cell, blocks=blocks))
        rows = (Row(tuple(made), row.kind) for made, row in zip(cells, table.rows, strict=True))
        return replace(table, rows=tuple(rows))

    def _paragraph(self, paragraph: Paragraph, style: ParagraphStyle, width: float) -> Paragraph:
        if paragraph.content and all(isinstance(inline, Tab) for inline in paragraph.content):
            return replace(paragraph, content=(Text(NO_BREAK_SPACE), *paragraph.content))
        text = "".join(_said(inline) for inline in paragraph.content)
        if " " not in text:
            return paragraph
        spaces = frozenset(self._spaces(text, style, width * WIDEST))
        if not spaces:
            return paragraph
        return replace(paragraph, content=tuple(_respaced(paragraph.content, spaces)))

    def _spaces(self, text: str, style: ParagraphStyle, room: float) -> Iterator[int]:
        """Where a space is glued, in each part between tabs and line ends by itself, as on our pages."""
        start = 0
        for part in text.split(_ENDS):
            names = self.names.standing_in(part)
            yield from (start + at for at in _glued_spaces(part, names, style, self.sheet.font, room))
            start += len(part) + 1


def _said(inline: Inline) -> str:
    """The inline's text; a tab or line end counts as one character that ends a stretch."""
    return inline.text if isinstance(inline, Text) else _ENDS


@lru_cache(maxsize=4_096)
def _glued_spaces(text: str, names: Names, style: ParagraphStyle, family: str, room: float) -> frozenset[int]:
    """Where in `text` a space is glued, in stretches at most `room` pt wide."""
    return frozenset(_held_spaces(text, names, style, family, room))


def _held_spaces(text: str, names: Names, style: ParagraphStyle, family: str, room: float) -> Iterator[int]:
    places = breaks(text, names)
    loose = [0, *(place.position for place in places if place.penalty < DATE_YEAR), len(text)]
    glue = {place.position for place in places if place.penalty >= DATE_YEAR}
    look = face(face_key(family, bold=style.bold, italic=style.italic))
    for start, end in pairwise(loose):
        inside = [at - 1 for at in range(start + 1, end) if at in glue and text[at - 1] == " "]
        if inside and look.shape(text[start:end].rstrip()).width * style.size <= room:
            yield from inside


def _respaced(content: tuple[Inline, ...], spaces: frozenset[int]) -> Iterator[Inline]:
    starts = accumulate((len(_said(inline)) for inline in content), initial=0)
    for inline, start in zip(content, starts, strict=False):
        if not isinstance(inline, Text):
            yield inline
            continue
        held = [at - start for at in spaces if start <= at < start + len(inline.text)]
        letters = list(inline.text)
        for at in held:
            letters[at] = NO_BREAK_SPACE
        yield replace(inline, text="".join(letters)) if held else inline
