"""Tables -> `w:tbl`, in one pass over the rows: the cost grows with the cells and no faster."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from pipeline.document.grid import sites
from pipeline.document.style import StyleSheet, TableStyle
from pipeline.document.style_names import table_id
from pipeline.document.tree import Cell, Paragraph, Row, Table
from pipeline.render.docx.flow import Surroundings
from pipeline.render.docx.oxml import Element, carried, container, markup, twips_of_cm, w
from pipeline.render.docx.paragraphs import paragraph_element


class _Slot(NamedTuple):
    """A cell at its place in a row; `continued`: it began in a row above."""

    column: int
    cell: Cell
    continued: bool


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all cells of a table share: its style, and the x of each column's edge in twips."""

    style: TableStyle
    edges: tuple[int, ...]
    sheet: StyleSheet


def table_element(
    table: Table, around: Surroundings, sheet: StyleSheet, drawings: tuple[Element, ...] = ()
) -> Element:
    """The table in its style; `drawings` are anchored in its first cell."""
    style = sheet.table_style(table.style, table.widths)
    widths = (column.width for column in style.columns)
    frame = _Frame(style, tuple(twips_of_cm(x) for x in accumulate(widths, initial=0.0)), sheet)
    grid = (w("gridCol", w=right - left) for left, right in pairwise(frame.edges))
    made = w("tbl", _properties(table.style, frame), w("tblGrid", *grid))
    below = (*table.rows[1:], None)
    for row, slots, after in zip(table.rows, _laid_out(table), below, strict=True):
        made.append(_row(row, slots, _row_surroundings(row, after, around), frame, drawings))
        around, drawings = replace(around, breaks=False), ()
    return made


def _properties(name: str, frame: _Frame) -> Element:
    """`w:tblPr`: borders and padding are the style's; the widths are fixed, so all programs agree on them."""
    return w(
        "tblPr",
        w("tblStyle", val=table_id(name)),
        w("tblW", w=frame.edges[-1], type="dxa"),
        w("tblInd", w=twips_of_cm(frame.style.indent), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )


def _laid_out(table: Table) -> list[list[_Slot]]:
    """The cells of each row from left to right, those among them that go on from the row above."""
    rows: list[list[_Slot]] = [[] for _ in table.rows]
    for row, column, cell in sites(table.rows):
        for number in range(row, row + cell.rowspan):
            rows[number].append(_Slot(column, cell, number > row))
    return [sorted(slots, key=lambda slot: slot.column) for slots in rows]


def _row_surroundings(row: Row, below: Row | None, around: Surroundings) -> Surroundings:
    """What the paragraphs of a row owe: headings stay with the row below, and a total with the one above."""
    tied = row.kind in ("header", "band") or (below is not None and below.kind == "total")
    keep_next = (tied or around.keep_lines) if below else around.keep_next
    return replace(around, keep_next=keep_next, before=0.0, after=0.0, in_cell=True)


def _row(
    row: Row, slots: list[_Slot], around: Surroundings, frame: _Frame, drawings: tuple[Element, ...]
) -> Element:
    """One row; `drawings` are anchored in its first cell, where a page that it breaks to begins too."""
    whole = row.kind != "body" or not frame.style.splits or around.keep_lines
    kept = [w("cantSplit")] if whole else []
    repeated = [w("tblHeader")] if row.kind == "header" else []
    beside = replace(around, breaks=False) if around.breaks else around
    cells = [_cell(slots[0], row, around, frame, drawings)]
    cells += (_cell(slot, row, beside, frame, ()) for slot in slots[1:])
    return w("tr", *container("trPr", [*kept, *repeated]), *cells)


def _cell(
    slot: _Slot, row: Row, around: Surroundings, frame: _Frame, drawings: tuple[Element, ...]
) -> Element:
    """One cell; where it goes on from above, or says nothing, it still holds one paragraph."""
    default = frame.sheet.cell_paragraph(frame.style, row.kind, slot.column)
    blocks = () if slot.continued else slot.cell.blocks
    paragraphs = _paragraphs(blocks or (Paragraph(()),), default, around, frame.sheet, drawings)
    return w("tc", _cell_properties(slot, row, frame), *paragraphs)


def _cell_properties(slot: _Slot, row: Row, frame: _Frame) -> Element:
    """`w:tcPr`, its elements in the order of CT_TcPr."""
    cell = slot.cell
    width = frame.edges[slot.column + cell.colspan] - frame.edges[slot.column]
    made = w("tcPr", w("tcW", w=width, type="dxa"))
    if cell.colspan > 1:
        made.append(w("gridSpan", val=cell.colspan))
    if cell.rowspan > 1:
        made.append(w("vMerge") if slot.continued else w("vMerge", val="restart"))
    if fill := frame.style.shade.get(row.kind):
        made.append(w("shd", val="clear", color="auto", fill=fill))
    if row.kind == "header":
        made.append(w("vAlign", val="center"))
    return made


def _paragraphs(
    blocks: tuple[Paragraph, ...],
    default: str,
    around: Surroundings,
    sheet: StyleSheet,
    drawings: tuple[Element, ...],
) -> Iterator[Element]:
    """A cell's paragraphs; the padding takes the place of the space above the first and below the last."""
    for number, paragraph in enumerate(blocks):
        here = _in_cell(around, first=number == 0, last=number == len(blocks) - 1)
        style = paragraph.style or default
        if number == 0 and drawings:
            yield paragraph_element(paragraph, style, here, sheet, drawings)
        else:
            yield carried(_written(paragraph, style, here, sheet))


@lru_cache(maxsize=256)
def _in_cell(around: Surroundings, *, first: bool, last: bool) -> Surroundings:
    return replace(around, breaks=around.breaks and first, at_top=first, at_bottom=last)


@lru_cache(maxsize=4_096)
def _written(paragraph: Paragraph, style: str, around: Surroundings, sheet: StyleSheet) -> str:
    """A cell's paragraph: most cells say the same in many papers."""
    return markup(paragraph_element(paragraph, style, around, sheet))
