"""Tree transformation: replaces the paragraphs that have markers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import TypeVar

from pipeline.document.grid import sites
from pipeline.document.style import StyleSheet
from pipeline.document.tree import Block, Cell, Document, Group, Paragraph, Row, Table

Change = Callable[[Paragraph, str, int], Paragraph]
"""A paragraph, the name of its style, and its text flow -> another, or the same.

Flow 0 is the body; each cell has its own.
"""

Node = TypeVar("Node", Block, Paragraph)


def change_paragraphs(document: Document, sheet: StyleSheet, change: Change) -> Document:
    """The document with every paragraph with a marker in its body and its tables changed, in reading order.

    What holds none that was changed is the node that it was.
    """
    walker = _Walker(sheet, change)
    sections = (
        replace(section, blocks=tuple(walker.block(block) for block in section.blocks))
        for section in document.sections
    )
    return replace(document, sections=tuple(sections))


class _Walker:
    """Goes through the blocks of one document; counts its cells."""

    def __init__(self, sheet: StyleSheet, change: Change) -> None:
        self.sheet = sheet
        self.change = change
        self._flows = count(1)

    def block(self, block: Block) -> Block:
        """The block with its paragraphs changed; frames and contents stay."""
        if isinstance(block, Paragraph):
            return self.change(block, block.style, 0) if block.marker else block
        if isinstance(block, Group):
            blocks = tuple([self.block(inner) for inner in block.blocks])
            return block if _is_unchanged(blocks, block.blocks) else replace(block, blocks=blocks)
        return self._table(block) if isinstance(block, Table) and _has_markers(block) else block

    def _table(self, table: Table) -> Table:
        style = self.sheet.table_style(table.style, table.widths)
        cells: list[list[Cell]] = [[] for _ in table.rows]
        for number, column, cell in sites(table.rows):
            usual = self.sheet.cell_paragraph(style, table.rows[number].kind, column)
            cells[number].append(self._cell(cell, usual) if _is_marked(cell) else cell)
        rows = (Row(tuple(made), row.kind) for made, row in zip(cells, table.rows, strict=True))
        return replace(table, rows=tuple(rows))

    def _cell(self, cell: Cell, usual: str) -> Cell:
        flow = next(self._flows)
        blocks = tuple(
            [self.change(one, one.style or usual, flow) if one.marker else one for one in cell.blocks]
        )
        return cell if _is_unchanged(blocks, cell.blocks) else replace(cell, blocks=blocks)


def _has_markers(table: Table) -> bool:
    return any(_is_marked(cell) for row in table.rows for cell in row.cells)


def _is_marked(cell: Cell) -> bool:
    return any(paragraph.marker for paragraph in cell.blocks)


def _is_unchanged(made: tuple[Node, ...], before: tuple[Node, ...]) -> bool:
    return all(one is other for one, other in zip(made, before, strict=True))
