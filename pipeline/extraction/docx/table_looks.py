"""What the style of a table says of each of its cells: as all are, by bands, by edges and corners."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.extraction.docx.cascade import NO_TABLE, Cascade, Layers, TableLook
from pipeline.extraction.docx.names import Element, W, child, local, number, value

_SWITCHES = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100,
    "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
"""The switches of `w:tblLook`, and their bits in its `w:val`."""


class _Position(NamedTuple):
    """Where a cell stands among its rows and columns, from 0."""

    row: int
    column: int
    rows: int
    columns: int


class TableLooks:
    """The looks of the cells of one document's tables, each worked out once."""

    def __init__(self, cascade: Cascade) -> None:
        self._cascade = cascade
        self._made: dict[tuple[str, tuple[str, ...]], TableLook] = {}

    def of(self, cell: Element) -> TableLook:
        """The look of a cell (`w:tc`)."""
        table = next(cell.iterancestors(f"{{{W}}}tbl"), None)
        if table is None:
            return NO_TABLE
        properties = child(table, "tblPr")
        style = value(child(properties, "tblStyle"))
        chain = self._cascade.chain(style, "table")
        if not any(len(one) for one in chain):
            return NO_TABLE
        conditions = tuple(_conditions(_position(cell, table), child(properties, "tblLook")))
        if (style, conditions) not in self._made:
            self._made[style, conditions] = _look(chain, conditions)
        return self._made[style, conditions]


def _look(chain: Layers, conditions: tuple[str, ...]) -> TableLook:
    parts = [
        *chain,
        *(
            one
            for condition in conditions
            for style in chain
            for one in style
            if local(one) == "tblStylePr" and value(one, "type") == condition
        ),
    ]
    runs, paragraphs, cells = (
        tuple(found for part in parts if (found := child(part, name)) is not None)
        for name in ("rPr", "pPr", "tcPr")
    )
    return TableLook(runs, paragraphs, cells)


def _position(cell: Element, table: Element) -> _Position:
    row = next(cell.iterancestors(f"{{{W}}}tr"), None)
    if row is None:
        return _Position(0, 0, 1, 1)
    rows = [one for one in table.iter(f"{{{W}}}tr") if next(one.iterancestors(f"{{{W}}}tbl")) is table]
    cells = [one for one in row.iter(f"{{{W}}}tc") if next(one.iterancestors(f"{{{W}}}tr")) is row]
    return _Position(rows.index(row), cells.index(cell), len(rows), len(cells))


def _conditions(at: _Position, look: Element | None) -> Iterator[str]:
    """The conditions that the cell meets, the weakest first."""
    on = {name for name, bit in _SWITCHES.items() if _is_on(look, name, bit)}
    row = at.row - ("firstRow" in on)
    column = at.column - ("firstColumn" in on)
    edges = {
        "firstCol": "firstColumn" in on and at.column == 0,
        "lastCol": "lastColumn" in on and at.column == at.columns - 1,
        "firstRow": "firstRow" in on and at.row == 0,
        "lastRow": "lastRow" in on and at.row == at.rows - 1,
    }
    if "noVBand" not in on and column >= 0:
        yield f"band{column % 2 + 1}Vert"
    if "noHBand" not in on and row >= 0:
        yield f"band{row % 2 + 1}Horz"
    yield from (name for name, met in edges.items() if met)
    for corner, (one, other) in {
        "nwCell": ("firstRow", "firstCol"), "neCell": ("firstRow", "lastCol"),
        "swCell": ("lastRow", "firstCol"), "seCell": ("lastRow", "lastCol"),
    }.items():  # fmt: skip
        if edges[one] and edges[other]:
            yield corner


def _is_on(look: Element | None, name: str, bit: int) -> bool:
    said = value(look, name)
    if said:
        return said in ("1", "true", "on")
    try:
        return bool(int(value(look) or "0", 16) & bit)
    except ValueError:
        return number(look, 0) & bit != 0
