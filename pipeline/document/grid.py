"""The grid of a table with row and column spans: where each cell stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from pipeline.document.tree import Cell, Row


class Site(NamedTuple):
    """A cell with the row and column of its top left corner, from 0."""

    row: int
    column: int
    cell: Cell


def sites(rows: tuple[Row, ...]) -> Iterator[Site]:
    """The cells in reading order; places covered by a span from above are passed over."""
    covered: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (number, column) in covered:
                column += 1
            yield Site(number, column, cell)
            if cell.rowspan > 1:
                below = range(number + 1, number + cell.rowspan)
                covered.update(product(below, range(column, column + cell.colspan)))
            column += cell.colspan


def ragged_row(rows: tuple[Row, ...], columns: int) -> int | None:
    """The first row (from 0) that does not fill exactly `columns`, or `None`.

    A span that reaches below the last row counts against the row that it starts in.
    """
    if all(cell.rowspan == 1 for row in rows for cell in row.cells):
        return next((n for n, row in enumerate(rows) if sum([c.colspan for c in row.cells]) != columns), None)
    filled = [0] * len(rows)
    for site in sites(rows):
        if site.row + site.cell.rowspan > len(rows):
            return site.row
        for row in range(site.row, site.row + site.cell.rowspan):
            filled[row] += site.cell.colspan
    return next((row for row, count in enumerate(filled) if count != columns), None)
