"""A tree, changed paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

from pipeline.document.grid import sites
from pipeline.document.style import StyleSheet
from pipeline.document.tree import Block, Cell, Document, Group, Paragraph, Row, Table

Change = Callable[[Paragraph, str, int], Paragraph]
"""A paragraph, the name of its style, and its text flow -> another.

Flow 0 is the body; each cell has its own.
"""


def changed(document: Document, sheet: StyleSheet, change: Change) -> Document:
    """The document with every paragraph of its body and its tables changed, in reading order."""
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
            return self.change(block, block.style, 0)
        if isinstance(block, Group):
            return replace(block, blocks=tuple(self.block(inner) for inner in block.blocks))
        return self._table(block) if isinstance(block, Table) else block

    def _table(self, table: Table) -> Table:
        style = self.sheet.table_style(table.style, table.widths)
        cells: list[list[Cell]] = [[] for _ in table.rows]
        for number, column, cell in sites(table.rows):
            usual = self.sheet.cell_paragraph(style, table.rows[number].kind, column)
            flow = next(self._flows)
            blocks = tuple(self.change(one, one.style or usual, flow) for one in cell.blocks)
            same = all(one is before for one, before in zip(blocks, cell.blocks, strict=True))
            cells[number].append(cell if same else replace(cell, blocks=blocks))
        rows = (Row(tuple(made), row.kind) for made, row in zip(cells, table.rows, strict=True))
        return replace(table, rows=tuple(rows))
