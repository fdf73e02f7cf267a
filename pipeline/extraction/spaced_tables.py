"""Tables that a converter set with spaces: cells stand two spaces or more apart, one row a line.

Only what is certainly a table is taken for one: three columns or more under a header without figures, three
rows or more of as many cells, and figures in them. A row of totals may leave cells out; cells go on in the
next line under their columns.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_GAP = re.compile(r"\s{2,}")
_FIGURE = re.compile(r"[\d๐-๙][\d๐-๙.,]*\s*%?")
_TOTAL = re.compile(r"(?:ผล|ยอด)?รวม")
_CAPTION = re.compile(r"(?:ตาราง|ภาพ|แผนภูมิ|หมายเหตุ|ที่มา)")
_LONGEST_REST = 30
_ASIDE = 3
"""Letters by which what goes on may stand aside of its column."""

_FIGURES_WITHIN = 5
"""Rows among the first of which a table has a figure."""

_LEAST_COLUMNS = 3
_LEAST_ROWS = 3


class SpacedCell(NamedTuple):
    """A cell's text, and how far from the left it begins: marks above and below letters take no room."""

    text: str
    begins: int


class SpacedRow(NamedTuple):
    """The number of a row's line, from 0, and its texts by column."""

    line: int
    texts: tuple[str, ...]


def spaced_table(lines: Sequence[str], at: int) -> tuple[list[SpacedRow], int]:
    """The rows of the table that begins at line `at`, and the line after it; no rows where none begins."""
    header = _cells(lines[at])
    if len(header) < _LEAST_COLUMNS or _figures(header):
        return [], at
    rows, end = [SpacedRow(at, tuple(cell.text for cell in header))], at + 1
    whole, figures = 1, False
    while end < len(lines):
        cells = _cells(lines[end])
        if not cells and end + 1 < len(lines) and len(_cells(lines[end + 1])) == len(header):
            end += 1
            continue
        row = _row(end, cells, header, rows[-1])
        if row is None:
            break
        if row.line == rows[-1].line:
            rows[-1] = row
        else:
            rows.append(row)
        whole += len(cells) == len(header)
        figures = figures or _figures(cells)
        if not figures and len(rows) > _FIGURES_WITHIN:
            break
        end += 1
    return (rows, end) if whole >= _LEAST_ROWS and figures else ([], at)


def _figures(cells: Sequence[SpacedCell]) -> bool:
    return any(_FIGURE.fullmatch(cell.text) for cell in cells)


def _cells(line: str) -> list[SpacedCell]:
    cells, begins = [], 0
    for piece in re.split(rf"({_GAP.pattern})", line.rstrip()):
        if piece.strip():
            cells.append(SpacedCell(piece.strip(), begins + _width(piece) - _width(piece.lstrip())))
        begins += _width(piece)
    return cells


def _width(text: str) -> int:
    return sum(unicodedata.category(sign) != "Mn" for sign in text)


def _row(
    line: int, cells: Sequence[SpacedCell], header: Sequence[SpacedCell], above: SpacedRow
) -> SpacedRow | None:
    """The row of a line, or the row above with what goes on here; `None` where the table has ended."""
    texts = [cell.text for cell in cells]
    if len(cells) == len(header):
        return SpacedRow(line, tuple(texts))
    if len(cells) > 1 and len(cells) < len(header) and _TOTAL.match(texts[0]):
        left_out = [""] * (len(header) - len(cells))
        return SpacedRow(line, (texts[0], *left_out, *texts[1:]))
    if cells and _goes_on(cells, header, above):
        joined = list(above.texts)
        for cell in cells:
            joined[_nearest_column(cell, header)] += cell.text
        return SpacedRow(above.line, tuple(joined))
    return None


def _goes_on(cells: Sequence[SpacedCell], header: Sequence[SpacedCell], above: SpacedRow) -> bool:
    """Whether the cells are the rest of those above: words that stand under columns, and begin no caption."""
    placed = [(cell, _nearest_column(cell, header)) for cell in cells]
    return (
        len({column for _, column in placed}) == len(cells)
        and not _figures(cells)
        and not _TOTAL.match(above.texts[0])
        and all(len(cell.text) <= _LONGEST_REST for cell in cells)
        and not any(_CAPTION.match(cell.text) for cell in cells)
        and all(abs(cell.begins - header[n].begins) <= _ASIDE for cell, n in placed)
    )


def _nearest_column(cell: SpacedCell, header: Sequence[SpacedCell]) -> int:
    """The column whose header begins nearest to the cell."""
    return min(range(len(header)), key=lambda n: abs(header[n].begins - cell.begins))
