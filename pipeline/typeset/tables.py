"""Tables -> row blocks: cells set in their columns, rows measured, header rows kept apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.document.grid import ragged_row, sites
from pipeline.document.style import TableStyle, pt
from pipeline.document.tree import Cell, RowKind, Table
from pipeline.faults import Fault, PageFaults, Words
from pipeline.typeset.lines import Setter
from pipeline.typeset.rows import CellBox, CellLine, RowBlock, row_block


class SetRows(NamedTuple):
    """A block of rows with what paging must know: may it split, does it stay with the next."""

    block: RowBlock
    kind: RowKind
    splits: bool


class SetTable(NamedTuple):
    """A measured table: its x from the text's left edge, its header rows, and the others in order."""

    x: float
    style: TableStyle
    header: tuple[RowBlock, ...]
    rows: tuple[SetRows, ...]


class _Sited(NamedTuple):
    """A cell with its top left place in the grid and the number of its first paragraph."""

    cell: Cell
    row: int
    column: int
    source: int


def set_table(table: Table, setter: Setter, first_source: int) -> SetTable:
    """The table measured in its columns. Paragraphs count up from `first_source` in reading order.

    Raises `PageFaults` if a row has other columns than the table style.
    """
    style = setter.sheet.table_style(table.style, table.widths)
    sited = _sited(table, len(style.columns), first_source)
    header: list[RowBlock] = []
    rows: list[SetRows] = []
    start = at = 0
    for end in _block_ends(len(table.rows), sited):
        kind = table.rows[start].kind
        cells = sited[at : bisect_left(sited, end, key=lambda site: site.row)]
        block = row_block(
            tuple(_box(site, start, kind, style, setter) for site in cells), end - start, style.border
        )
        if kind == "header":
            header.append(block)
        else:
            rows.append(SetRows(block, kind, style.splits and kind == "body"))
        start, at = end, at + len(cells)
    return SetTable(pt(style.indent), style, tuple(header), tuple(rows))


def _sited(table: Table, columns: int, source: int) -> list[_Sited]:
    """The cells at their places in the grid, with the numbers of their paragraphs."""
    ragged = ragged_row(table.rows, columns)
    if ragged is not None:
        raise PageFaults([_wrong_columns(table.style, ragged, columns)])
    sited = []
    for site in sites(table.rows):
        sited.append(_Sited(site.cell, site.row, site.column, source))
        source += len(site.cell.blocks)
    return sited


def _wrong_columns(style: str, row: int, columns: int) -> Fault:
    return Fault(
        "table-columns",
        Words(
            f"แถวที่ {row + 1} ของตาราง '{style}' มีจำนวนช่องไม่เท่ากับ {columns} คอลัมน์",
            f"row {row + 1} of table '{style}' does not fill its {columns} columns",
        ),
        Words("แก้แม่แบบหรือแบบตารางให้มีคอลัมน์เท่ากัน", "make the template and the table style agree"),
    )


def _block_ends(rows: int, sited: list[_Sited]) -> Iterator[int]:
    """The row after each block: rows tied by a `rowspan` stand in one block."""
    reach_of: dict[int, int] = {}
    for site in sited:
        reach_of[site.row] = max(reach_of.get(site.row, 0), site.row + site.cell.rowspan)
    reach = 0
    for row in range(rows):
        reach = max(reach, reach_of.get(row, row + 1))
        if reach == row + 1:
            yield row + 1


def _box(site: _Sited, start: int, kind: RowKind, style: TableStyle, setter: Setter) -> CellBox:
    x = sum(pt(column.width) for column in style.columns[: site.column])
    spanned = style.columns[site.column : site.column + site.cell.colspan]
    width = sum(pt(column.width) for column in spanned)
    default = setter.sheet.cell_paragraph(style, kind, site.column)
    lines = tuple(_lines(site, default, width - 2 * pt(style.padding), setter))
    return CellBox(
        x,
        width,
        site.row - start,
        site.cell.rowspan,
        lines,
        x + pt(style.padding),
        pt(style.padding_top),
        pt(style.padding_bottom),
        style.shade.get(kind, ""),
        centred=kind == "header",
    )


def _lines(site: _Sited, default: str, width: float, setter: Setter) -> Iterator[CellLine]:
    after = 0.0
    for number, paragraph in enumerate(site.cell.blocks):
        style = setter.sheet.paragraphs[paragraph.style or default]
        made = setter.set(paragraph, style, width, site.source + number)
        for index, line in enumerate(made.lines):
            first = index == 0
            gap = (after + style.before if number else 0.0) if first else 0.0
            yield CellLine(made.source, line, gap)
        after = style.after
