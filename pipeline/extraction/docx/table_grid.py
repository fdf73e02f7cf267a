"""The grid of a `w:tbl`: which cell stands where, when merged cells are counted in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.extraction.docx.names import Element, child, local, number, switched_on, value

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
MOST_COLUMNS = 1000
"""Word itself allows 63."""


@dataclass(slots=True)
class GridCell:
    """A `w:tc` at its row and column, from 1."""

    element: Element
    row: int
    column: int
    colspan: int
    rowspan: int = 1


@dataclass(slots=True)
class GridRow:
    """A `w:tr` that is not deleted: the cells that begin in it."""

    number: int
    header: bool
    cells: list[GridCell] = field(default_factory=list)


def grid_rows(table: Element) -> list[GridRow]:
    """The rows of the table with their cells; a cell that only continues one above is part of that."""
    rows: list[GridRow] = []
    open_cells: dict[int, GridCell] = {}
    for element in unwrap_children(table, "tr"):
        properties = child(element, "trPr")
        if child(properties, "del") is not None:
            continue
        row = GridRow(len(rows) + 1, switched_on(properties, "tblHeader"))
        open_cells = _fill(row, element, open_cells)
        rows.append(row)
    return rows


def _fill(row: GridRow, element: Element, above: dict[int, GridCell]) -> dict[int, GridCell]:
    """Puts the cells of a `w:tr` into the row; returns those that the next row may continue."""
    still_open: dict[int, GridCell] = {}
    column = 1 + number(child(element, "trPr", "gridBefore"), 0)
    last: GridCell | None = None
    for cell in unwrap_children(element, "tc"):
        properties = child(cell, "tcPr")
        span = max(1, min(number(child(properties, "gridSpan"), 1), MOST_COLUMNS))
        merged = child(properties, "vMerge")
        begun = above.get(column)
        beside = child(properties, "hMerge")
        if last is not None and beside is not None and value(beside) != "restart":
            last.colspan += span
        elif merged is not None and value(merged) != "restart" and begun is not None:
            begun.rowspan += 1
            still_open[column] = begun
        else:
            last = GridCell(cell, row.number, column, span)
            row.cells.append(last)
            if merged is not None:
                still_open[column] = last
        column += span
    return still_open


def unwrap_children(element: Element, name: str) -> Iterator[Element]:
    """The children of that name, also those inside controls and tracked changes."""
    waiting = list(element)[::-1]
    while waiting:
        one = waiting.pop()
        if local(one) == name:
            yield one
        elif local(one) in _WRAPPERS:
            waiting += list(one)[::-1]
