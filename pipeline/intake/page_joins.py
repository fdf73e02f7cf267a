"""What a page's end has parted: a row of a table that goes on under the repeated header."""

from __future__ import annotations

from dataclasses import replace

from pipeline.intake.finished import (
    FinishedBlock,
    FinishedCell,
    FinishedParagraph,
    FinishedRow,
    FinishedTable,
)
from pipeline.intake.text_reader import begins_paragraph


def with_page(before: list[FinishedBlock], page: list[FinishedBlock], cue: str) -> list[FinishedBlock]:
    """The blocks of the pages before and of one page more.

    Where the page begins with the header of the table that the page before ended with, and its first row
    goes on with that table's last one, both rows are one again. A row goes on when its first cell is empty,
    or when the words that announced the page (`cue`) begin one of its cells.
    """
    last, first = (before[-1] if before else None), (page[0] if page else None)
    if not isinstance(last, FinishedTable) or not isinstance(first, FinishedTable) or len(first.rows) < 2:
        return [*before, *page]
    header, row, *rest = first.rows
    if _words(header) != _words(last.rows[0]) or not _goes_on(row, cue):
        return [*before, *page]
    whole = replace(last, rows=(*last.rows[:-1], _joined(last.rows[-1], row)))
    remainder = [replace(first, rows=(header, *rest))] if rest else []
    return [*before[:-1], whole, *remainder, *page[1:]]


def _words(row: FinishedRow) -> list[str]:
    return ["".join(cell.text.split()) for cell in row.cells]


def _goes_on(row: FinishedRow, cue: str) -> bool:
    words = _words(row)
    announced = "".join(cue.split())
    return not words[0] or (bool(announced) and any(word.startswith(announced) for word in words))


def _joined(row: FinishedRow, more: FinishedRow) -> FinishedRow:
    added = {cell.place.column: cell for cell in more.cells}
    return replace(row, cells=tuple(_with(cell, added.get(cell.place.column)) for cell in row.cells))


def _with(cell: FinishedCell, more: FinishedCell | None) -> FinishedCell:
    if more is None or not more.blocks:
        return cell
    first, *rest = more.blocks
    last = cell.blocks[-1] if cell.blocks else None
    if (
        isinstance(first, FinishedParagraph)
        and isinstance(last, FinishedParagraph)
        and not begins_paragraph(first.text)
    ):
        joined = replace(last, text=last.text + _between(last.text) + first.text)
        return replace(cell, blocks=(*cell.blocks[:-1], joined, *rest))
    return replace(cell, blocks=(*cell.blocks, *more.blocks))


def _between(text: str) -> str:
    return "" if text.endswith(" ") else " "
