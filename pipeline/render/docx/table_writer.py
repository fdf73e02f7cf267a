"""Tables -> `w:tbl`, in one pass over the rows: the cost grows with the cells and no faster."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import NamedTuple

from pipeline.document.grid import sites
from pipeline.document.lengths import ZERO, Cm, Twips, pt, total, twips_of_cm
from pipeline.document.style import TableStyle
from pipeline.document.style_names import table_id
from pipeline.document.tree import REPEATED, Cell, Paragraph, Row, RowKind, Table
from pipeline.render.docx.flow import LayoutContext
from pipeline.render.docx.no_break import Column
from pipeline.render.docx.oxml import Element, container, markup, raw_element, w
from pipeline.render.docx.paragraphs import paragraph_element


class _Slot(NamedTuple):
    """A cell at its place in a row; `continued`: it began in a row above."""

    column: int
    cell: Cell
    continued: bool


class _Place(NamedTuple):
    """What cells of one width in one kind of row share: `w:tcPr` as written, paragraph style and column."""

    properties: str
    style: str
    column: Column


def table_element(
    table: Table, around: LayoutContext, column: Column, drawings: tuple[Element, ...] = ()
) -> Element:
    """The table in its style; `drawings` are anchored in its first cell."""
    grid = _Grid(table, column)
    made = w("tbl", _properties(table.style, grid), w("tblGrid", *grid.columns()))
    below = (*table.rows[1:], None)
    for row, slots, after in zip(table.rows, _lay_out_rows(table), below, strict=True):
        made.append(_row(row, slots, _row_surroundings(row, after, around), grid, drawings))
        around, drawings = _further_down(around), ()
    return made


class _Grid:
    """What all cells of a table share: its style, the x of each column's edge in twips, and their places."""

    def __init__(self, table: Table, column: Column) -> None:
        self.style = column.sheet.table_style(table.style, table.widths)
        widths = (one.width for one in self.style.columns)
        self.edges = tuple(twips_of_cm(x) for x in accumulate(widths, initial=Cm(0.0)))
        self._column = column
        self._places: dict[tuple[int, int, str, RowKind], _Place] = {}

    def columns(self) -> Iterator[Element]:
        """The columns, each with its width."""
        return (w("gridCol", w=right - left) for left, right in pairwise(self.edges))

    def place(self, slot: _Slot, kind: RowKind) -> _Place:
        """Where a cell of a row of `kind` stands."""
        merged = ("continue" if slot.continued else "restart") if slot.cell.rowspan > 1 else ""
        asked = slot.column, slot.cell.colspan, merged, kind
        if asked not in self._places:
            self._places[asked] = self._place(*asked)
        return self._places[asked]

    def _place(self, at: int, span: int, merged: str, kind: RowKind) -> _Place:
        style, sheet = self.style, self._column.sheet
        properties = _cell_properties(self.edges[at + span] - self.edges[at], span, merged, kind, style)
        room = total(pt(one.width) for one in style.columns[at : at + span]) - 2 * pt(style.padding)
        column = self._column._replace(width=room)
        return _Place(markup(properties), sheet.cell_paragraph(style, kind, at), column)


def _properties(name: str, grid: _Grid) -> Element:
    """`w:tblPr`: borders and padding are the style's; the widths are fixed, so all programs agree on them."""
    return w(
        "tblPr",
        w("tblStyle", val=table_id(name)),
        w("tblW", w=grid.edges[-1], type="dxa"),
        w("tblInd", w=twips_of_cm(grid.style.indent), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )


def _lay_out_rows(table: Table) -> list[list[_Slot]]:
    """The cells of each row from left to right, those among them that go on from the row above."""
    rows: list[list[_Slot]] = [[] for _ in table.rows]
    for row, column, cell in sites(table.rows):
        for number in range(row, row + cell.rowspan):
            rows[number].append(_Slot(column, cell, number > row))
    return [sorted(slots, key=attrgetter("column")) for slots in rows]


@lru_cache(maxsize=256)
def _further_down(around: LayoutContext) -> LayoutContext:
    """What the rows below the first owe: the page that a table begins has begun."""
    return replace(around, breaks=False)


def _row_surroundings(row: Row, below: Row | None, around: LayoutContext) -> LayoutContext:
    """What the paragraphs of a row owe: headings stay with the row below, and a total with the one above."""
    tied = row.kind in (*REPEATED, "band") or (below is not None and below.kind == "total")
    keep_next = (tied or around.keep_lines) if below else around.keep_next
    return _in_row(around, keep_next=keep_next)


@lru_cache(maxsize=256)
def _in_row(around: LayoutContext, *, keep_next: bool) -> LayoutContext:
    return replace(around, keep_next=keep_next, before=ZERO, after=ZERO, in_cell=True)


def _row(
    row: Row, slots: list[_Slot], around: LayoutContext, grid: _Grid, drawings: tuple[Element, ...]
) -> Element:
    """One row; `drawings` are anchored in its first cell, where a page that it breaks to begins too."""
    whole = row.kind != "body" or not grid.style.splits or around.keep_lines
    kept = [w("cantSplit")] if whole else []
    repeated = [w("tblHeader")] if row.kind in REPEATED else []
    beside = _further_down(around)
    first = _cell(slots[0], grid.place(slots[0], row.kind), around, drawings)
    others = (_cell(slot, grid.place(slot, row.kind), beside, ()) for slot in slots[1:])
    return w("tr", *container("trPr", [*kept, *repeated]), first, *others)


def _cell(slot: _Slot, place: _Place, around: LayoutContext, drawings: tuple[Element, ...]) -> Element:
    """One cell; where it goes on from above, or says nothing, it still holds one paragraph."""
    blocks = (() if slot.continued else slot.cell.blocks) or _NOTHING
    if drawings:
        return _cell_element(blocks, place, around, drawings)
    told = _Place(place.properties, place.style, place.column.narrow_to(*blocks))
    return raw_element(_write_cell(blocks, told, around))


_NOTHING = (Paragraph(()),)


@lru_cache(maxsize=4_096)
def _write_cell(blocks: tuple[Paragraph, ...], place: _Place, around: LayoutContext) -> str:
    """A cell as written: most cells say the same in many papers."""
    return markup(_cell_element(blocks, place, around, ()))


def _cell_element(
    blocks: tuple[Paragraph, ...], place: _Place, around: LayoutContext, drawings: tuple[Element, ...]
) -> Element:
    """A cell's paragraphs; the padding takes the place of the space above the first and below the last."""
    made = w("tc", raw_element(place.properties))
    for number, paragraph in enumerate(blocks):
        first, last = number == 0, number == len(blocks) - 1
        here = replace(around, breaks=around.breaks and first, at_top=first, at_bottom=last)
        style, anchored = paragraph.style or place.style, drawings if first else ()
        made.append(paragraph_element(paragraph, style, here, place.column, anchored))
    return made


def _cell_properties(width: Twips, span: int, merged: str, kind: RowKind, style: TableStyle) -> Element:
    """`w:tcPr`, its elements in the order of CT_TcPr."""
    made = w("tcPr", w("tcW", w=width, type="dxa"))
    if span > 1:
        made.append(w("gridSpan", val=span))
    if merged:
        made.append(w("vMerge", val="restart") if merged == "restart" else w("vMerge"))
    if kind == "caption":
        made.append(w("tcBorders", *(w(side, val="nil") for side in ("top", "left", "right"))))
    if fill := style.shade.get(kind):
        made.append(w("shd", val="clear", color="auto", fill=fill))
    if kind == "header":
        made.append(w("vAlign", val="center"))
    return made
