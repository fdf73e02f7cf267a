"""Joins tables that a page break divided: repeated headers, rows that go on."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from pipeline.extraction.extracted import (
    ExtractedBlock,
    ExtractedCell,
    ExtractedParagraph,
    ExtractedRow,
    ExtractedTable,
)
from pipeline.extraction.text_reader import begins_paragraph

_FIGURE = re.compile(r"[\d๐-๙][\d๐-๙.,]*\s*%?")
_TOTAL = re.compile(r"(?:ผล|ยอด)?รวม")
_LEAST_COLUMNS = 3


def with_page(
    before: list[ExtractedBlock], page: list[ExtractedBlock], catchword: str
) -> list[ExtractedBlock]:
    """The blocks of the pages before and of one page more.

    Where the page begins with the header of the table that the page before ended with, and its first row
    goes on with that table's last one, both rows are one again. A row goes on when its first cell is empty,
    or when the words that announced the page (`catchword`) begin one of its cells; it does not where a column
    has a figure in both, for a figure is never divided. The header may have several rows. Where the page
    begins with a table of as many columns whose first row holds figures and so is no header, it is that table
    too.
    """
    last, first = (before[-1] if before else None), (page[0] if page else None)
    if not isinstance(last, ExtractedTable) or not isinstance(first, ExtractedTable):
        return [*before, *page]
    if _goes_on_bare(last, first):
        return [*before[:-1], _with_rows(last, first), *page[1:]]
    header = _common_rows(last, first)
    if not header or len(header) == len(first.rows):
        return [*before, *page]
    row, *rest = first.rows[len(header) :]
    if not _goes_on(row, catchword) or _have_figures(last.rows[-1], row):
        return [*before, *page]
    whole = replace(last, rows=(*last.rows[:-1], _join_rows(last.rows[-1], row)))
    remainder = [replace(first, rows=(*header, *rest))] if rest else []
    return [*before[:-1], whole, *remainder, *page[1:]]


def _common_rows(last: ExtractedTable, first: ExtractedTable) -> tuple[ExtractedRow, ...]:
    """The rows with which both tables begin."""
    pairs = zip(last.rows, first.rows, strict=False)
    return tuple(new for _, new in takewhile(lambda pair: _words(pair[0]) == _words(pair[1]), pairs))


def _have_figures(row: ExtractedRow, more: ExtractedRow) -> bool:
    """Whether some column has a figure in both rows."""
    figures = {cell.place.column for cell in row.cells if _FIGURE.fullmatch(cell.text)}
    return any(cell.place.column in figures and _FIGURE.fullmatch(cell.text) for cell in more.cells)


def _words(row: ExtractedRow) -> list[str]:
    return ["".join(cell.text.split()) for cell in row.cells]


def _goes_on(row: ExtractedRow, catchword: str) -> bool:
    words = _words(row)
    announced = "".join(catchword.split())
    return not words[0] or (bool(announced) and any(word.startswith(announced) for word in words))


def _goes_on_bare(last: ExtractedTable, first: ExtractedTable) -> bool:
    """Whether a table is the rest of the one before, whose header is not repeated."""
    columns = [
        max((cell.place.column + cell.colspan - 1 for cell in row.cells), default=0) for row in last.rows
    ]
    row = first.rows[0]
    return (
        len(row.cells) == max(columns, default=0) >= _LEAST_COLUMNS
        and _words(row) != _words(last.rows[0])
        and any(_FIGURE.fullmatch(cell.text) for cell in row.cells)
    )


def _with_rows(last: ExtractedTable, more: ExtractedTable) -> ExtractedTable:
    """One table of both; a first row of which half is empty is the rest of the last row."""
    first, *rest = more.rows
    empty = sum(not cell.text for cell in first.cells)
    rows = list(last.rows)
    if 2 * empty >= len(first.cells) and not _TOTAL.match(first.cells[0].text):
        rows[-1] = _join_rows(rows[-1], first)
    else:
        rest = [first, *rest]
    rows += [_at(row, len(rows) + n, last.place.table) for n, row in enumerate(rest, 1)]
    return replace(last, rows=tuple(rows))


def _at(row: ExtractedRow, number: int, table: int) -> ExtractedRow:
    """The row as the `number`-th of its table; it stays on its page."""
    cells = tuple(
        replace(
            cell,
            place=replace(cell.place, table=table, row=number),
            blocks=tuple(
                replace(block, place=replace(block.place, table=table, row=number)) for block in cell.blocks
            ),
        )
        for cell in row.cells
    )
    return replace(row, cells=cells, place=replace(row.place, table=table, row=number), header=False)


def _join_rows(row: ExtractedRow, more: ExtractedRow) -> ExtractedRow:
    added = {cell.place.column: cell for cell in more.cells}
    return replace(row, cells=tuple(_with(cell, added.get(cell.place.column)) for cell in row.cells))


def _with(cell: ExtractedCell, more: ExtractedCell | None) -> ExtractedCell:
    if more is None or not more.blocks:
        return cell
    first, *rest = more.blocks
    last = cell.blocks[-1] if cell.blocks else None
    if (
        isinstance(first, ExtractedParagraph)
        and isinstance(last, ExtractedParagraph)
        and not begins_paragraph(first.text)
    ):
        joined = replace(last, text=last.text + _space_between(last.text, first.text) + first.text)
        return replace(cell, blocks=(*cell.blocks[:-1], joined, *rest))
    return replace(cell, blocks=(*cell.blocks, *more.blocks))


def _space_between(text: str, following: str) -> str:
    one_figure = text[-1:].isdecimal() or (text[-1:] in ".," and text[-2:-1].isdecimal())
    return "" if text.endswith(" ") or (one_figure and following[:1].isdecimal()) else " "
