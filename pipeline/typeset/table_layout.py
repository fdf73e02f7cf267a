"""Tables -> row blocks: cells set in their columns, rows measured, header rows kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.diagnostics import Diagnostic, PageError, diagnose
from pipeline.document.grid import ragged_row, sites
from pipeline.document.lengths import ZERO, Pt, pt, total
from pipeline.document.style import TableStyle
from pipeline.document.text import paragraph_text
from pipeline.document.tree import REPEATED, Cell, RowKind, Table
from pipeline.typeset.lines import ParagraphLayout
from pipeline.typeset.rows import CellBox, CellLine, RowBlock, row_block


class SetRows(NamedTuple):
    """A block of rows with what paging must know: may it split, does it stay with the next.

    `source` numbers its first paragraph.
    """

    block: RowBlock
    source: int
    kind: RowKind
    splits: bool


class SetTable(NamedTuple):
    """A measured table: its x from the text's left edge, its rows in order, and the header's once more."""

    x: Pt
    style: TableStyle
    header: tuple[RowBlock, ...]
    rows: tuple[SetRows, ...]


class _Sited(NamedTuple):
    """A cell with its top left place and the number of its first paragraph, both counted in its block."""

    cell: Cell
    row: int
    column: int
    source: int


class _Tied(NamedTuple):
    """What a block of rows is set from: one row, or those that a `rowspan` ties together."""

    cells: tuple[_Sited, ...]
    rows: int
    kind: RowKind
    style: str
    widths: tuple[float, ...]


def set_table(table: Table, layout: ParagraphLayout, first_source: int) -> SetTable:
    """The table measured in its columns. Paragraphs count up from `first_source` in reading order.

    Raises `PageError` if a row has other columns than the table style.
    """
    style = layout.sheet.table_style(table.style, table.widths)
    ragged = ragged_row(table.rows, len(style.columns))
    if ragged is not None:
        raise PageError([_wrong_columns(table.style, ragged, len(style.columns))])
    made: list[SetRows] = []
    source = first_source
    for tied in _blocks(table):
        block = _block(tied, layout.knowing(_text(tied)))
        made.append(SetRows(block, source, tied.kind, style.splits and tied.kind == "body"))
        source += sum(len(site.cell.blocks) for site in tied.cells)
    header = tuple(rows.block for rows in made if rows.kind in REPEATED)
    return SetTable(pt(style.indent), style, header, tuple(made))


def _blocks(table: Table) -> Iterator[_Tied]:
    """The rows in blocks: those tied by a `rowspan` stand in one."""
    cells: list[_Sited] = []
    start = reach = source = 0
    for site in sites(table.rows):
        if site.row >= reach > start:
            yield _Tied(tuple(cells), reach - start, table.rows[start].kind, table.style, table.widths)
            cells, start, source = [], site.row, 0
        cells.append(_Sited(site.cell, site.row - start, site.column, source))
        source += len(site.cell.blocks)
        reach = max(reach, site.row + site.cell.rowspan)
    if cells:
        yield _Tied(tuple(cells), reach - start, table.rows[start].kind, table.style, table.widths)


def _text(tied: _Tied) -> str:
    """All that the rows say."""
    return "\n".join(paragraph_text(paragraph) for site in tied.cells for paragraph in site.cell.blocks)


@lru_cache(maxsize=1_024)
def _block(tied: _Tied, layout: ParagraphLayout) -> RowBlock:
    style = layout.sheet.table_style(tied.style, tied.widths)
    boxes = tuple(_box(site, tied.kind, style, layout) for site in tied.cells)
    return row_block(boxes, tied.rows, style.border)


def _wrong_columns(style: str, row: int, columns: int) -> Diagnostic:
    return diagnose("table-columns", row=row + 1, style=style, columns=columns)


def _box(site: _Sited, kind: RowKind, style: TableStyle, layout: ParagraphLayout) -> CellBox:
    x = total(pt(column.width) for column in style.columns[: site.column])
    spanned = style.columns[site.column : site.column + site.cell.colspan]
    width = total(pt(column.width) for column in spanned)
    default = layout.sheet.cell_paragraph(style, kind, site.column)
    lines = tuple(_lines(site, default, width - 2 * pt(style.padding), layout))
    return CellBox(
        x,
        width,
        site.row,
        site.cell.rowspan,
        lines,
        x + pt(style.padding),
        pt(style.padding_top),
        pt(style.padding_bottom),
        style.shade.get(kind, ""),
        centred=kind == "header",
        bordered=kind != "caption",
    )


def _lines(site: _Sited, default: str, width: Pt, layout: ParagraphLayout) -> Iterator[CellLine]:
    after = ZERO
    for number, paragraph in enumerate(site.cell.blocks):
        style = layout.sheet.paragraphs[paragraph.style or default]
        made = layout.set(paragraph, style, width, site.source + number)
        for index, line in enumerate(made.lines):
            first = index == 0
            gap = (after + style.before if number else ZERO) if first else ZERO
            yield CellLine(made.source, line, gap)
        after = style.after
