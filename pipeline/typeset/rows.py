"""Table rows as blocks of set cells: their heights, and how one splits at a page's end.

A `RowBlock` is one row, or the rows that a `rowspan` ties together. Heights and y are pt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from pipeline.document.lengths import ZERO, Pt, total
from pipeline.typeset.borders import borders
from pipeline.typeset.items import Box, Rule
from pipeline.typeset.lines import Line

ROUNDING = Pt(0.001)
"""Sums of heights may miss a cut by so much, pt."""
KEPT_LINES = 2
"""A cell that goes over a page end leaves and takes at least so many lines."""


class CellLine(NamedTuple):
    """A line in a cell; `gap` is the space above it, `source` the number of its paragraph in its block."""

    source: int
    line: Line
    gap: Pt

    @property
    def height(self) -> Pt:
        """The line with the space above it, pt."""
        return self.gap + self.line.height


class CellBox(NamedTuple):
    """A cell with its set lines: `x` and `width` of the box, the row it starts in and its span; `bordered`:
    whether the table's borders stand around it.
    """

    x: Pt
    width: Pt
    row: int
    rowspan: int
    lines: tuple[CellLine, ...]
    text_x: Pt
    top: Pt
    bottom: Pt
    fill: str = ""
    centred: bool = False
    bordered: bool = True

    @property
    def height(self) -> Pt:
        """Height that the cell needs, padding included, pt."""
        return self.top + total(line.height for line in self.lines) + self.bottom


class PlacedLine(NamedTuple):
    """A line of a cell with its place from the top left of its block, pt."""

    source: int
    line: Line
    x: Pt
    y: Pt


@dataclass(frozen=True)
class RowBlock:
    """Rows that stand together, with the least height of each; `border` in pt.

    Its lines and borders have their places from its top left.
    """

    cells: tuple[CellBox, ...]
    heights: tuple[Pt, ...]
    border: Pt

    @cached_property
    def height(self) -> Pt:
        """Height of all its rows, pt."""
        return total(self.heights)

    @cached_property
    def lines(self) -> tuple[PlacedLine, ...]:
        """The lines of all cells in reading order."""
        return tuple(line for placed in self._place_cells() for line in _placed_lines(*placed))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The borders of the cells."""
        boxes = [
            (cell.x, top, cell.x + cell.width, bottom)
            for cell, top, bottom in self._place_cells()
            if cell.bordered
        ]
        return tuple(borders(boxes, self.border)) if self.border else ()

    @cached_property
    def fills(self) -> tuple[Box, ...]:
        """The shades of the cells."""
        return tuple(
            Box(cell.x, top, cell.width, bottom - top, cell.fill)
            for cell, top, bottom in self._place_cells()
            if cell.fill
        )

    def tops(self) -> list[Pt]:
        """The y of each row's top, and of the last row's bottom, from the block's top."""
        return [ZERO, *accumulate(self.heights)]

    def _place_cells(self) -> list[tuple[CellBox, Pt, Pt]]:
        """The cells, each with the y of its top and its bottom."""
        tops = self.tops()
        return [(cell, tops[cell.row], tops[cell.row + cell.rowspan]) for cell in self.cells]


def row_block(cells: tuple[CellBox, ...], rows: int, border: Pt) -> RowBlock:
    """A block of `rows` rows, each as high as its cells need; a spanning cell widens its last row."""
    heights = [ZERO] * rows
    for cell in sorted(cells, key=lambda cell: cell.rowspan):
        spanned = range(cell.row, cell.row + cell.rowspan)
        lacking = cell.height - total(heights[row] for row in spanned)
        if lacking > 0:
            heights[spanned[-1]] += lacking
    return RowBlock(cells, tuple(heights), border)


def _placed_lines(cell: CellBox, top: Pt, bottom: Pt) -> Iterator[PlacedLine]:
    spare = bottom - top - cell.height
    y = top + cell.top + (spare / 2 if cell.centred else ZERO)
    for line in cell.lines:
        y += line.gap
        yield PlacedLine(line.source, line.line, cell.text_x, y)
        y += line.line.height


def split(block: RowBlock, available: Pt) -> tuple[RowBlock, RowBlock] | None:
    """The block in two, the first at most `available` pt high; `None` where no cell may be cut.

    Each cell keeps at least two lines on both sides, or stands whole on one side. It may end a line
    or two above the cut, so that no paragraph of its own leaves a single line on either side.
    """
    for cut in _cuts(block, available):
        counts = [_lines_above_cut(cell, _lines_above(block, cell, cut)) for cell in block.cells]
        if all(count is not None for count in counts):
            return _parts(block, [count or 0 for count in counts], cut)
    return None


def force_split(block: RowBlock, available: Pt) -> tuple[RowBlock, RowBlock] | None:
    """As `split`, for a block higher than a page: anywhere between lines. `None` if not one fits."""
    counts = [_lines_above(block, cell, available) for cell in block.cells]
    if not any(counts):
        return None
    return _parts(block, counts, available)


def _cuts(block: RowBlock, available: Pt) -> list[Pt]:
    """Where a cut may lie: under each line of each cell, the lowest first."""
    tops, cuts = block.tops(), set()
    for cell in block.cells:
        y = tops[cell.row] + cell.top
        for line in cell.lines:
            y += line.height
            if y + cell.bottom <= available:
                cuts.add(y + cell.bottom)
    return sorted(cuts, reverse=True)


def _lines_above(block: RowBlock, cell: CellBox, cut: Pt) -> int:
    room = cut - block.tops()[cell.row] - cell.top - cell.bottom
    for count, height in enumerate(accumulate(line.height for line in cell.lines)):
        if height > room + ROUNDING:
            return count
    return len(cell.lines)


def _may_cut(cell: CellBox, above: int) -> bool:
    below = len(cell.lines) - above
    return below == 0 or (above >= KEPT_LINES and below >= KEPT_LINES) or (above == 0 and cell.row > 0)


def _lines_above_cut(cell: CellBox, above: int) -> int | None:
    """How many of the `above` lines that would fit the cell leaves above the cut; `None` where it may
    not be cut there.
    """
    fewer = range(above, max(above - KEPT_LINES - 1, 0), -1) or (0,)
    allowed = [count for count in fewer if _may_cut(cell, count)]
    kept = (count for count in allowed if _keeps_paragraphs(cell, count))
    return next(kept, allowed[0] if allowed else None)


def _keeps_paragraphs(cell: CellBox, above: int) -> bool:
    """Whether the cut leaves at least two lines of the paragraph that it goes through on both sides."""
    sources = [line.source for line in cell.lines]
    if not 0 < above < len(sources) or sources[above - 1] != sources[above]:
        return True
    first, count = sources.index(sources[above]), sources.count(sources[above])
    return above - first >= KEPT_LINES and first + count - above >= KEPT_LINES


def _parts(block: RowBlock, counts: list[int], cut: Pt) -> tuple[RowBlock, RowBlock]:
    """The block above and below the cut; a row that the cut goes through is in both."""
    tops = block.tops()
    through = max(row for row in range(len(block.heights)) if tops[row] < cut)
    start = through + 1 if _ends_row(block, counts, through) else through
    above, below = [], []
    for cell, count in zip(block.cells, counts, strict=True):
        last = cell.row + cell.rowspan - 1
        if cell.row <= through:
            span = min(last, through) - cell.row + 1
            above.append(cell._replace(lines=cell.lines[:count], rowspan=span))
        if last >= start:
            row = max(cell.row, start)
            rest = cell.lines[count:] if cell.row <= through else cell.lines
            below.append(
                cell._replace(lines=_without_first_gap(rest), row=row - start, rowspan=last - row + 1)
            )
    upper = row_block(tuple(above), through + 1, block.border)
    lower = row_block(tuple(below), len(block.heights) - start, block.border)
    return upper, lower


def _ends_row(block: RowBlock, counts: list[int], row: int) -> bool:
    """Whether all that stands in `row` alone is above the cut: what follows begins with the next row."""
    return row + 1 < len(block.heights) and all(
        count == len(cell.lines)
        for cell, count in zip(block.cells, counts, strict=True)
        if cell.row + cell.rowspan - 1 == row
    )


def _without_first_gap(lines: tuple[CellLine, ...]) -> tuple[CellLine, ...]:
    return (lines[0]._replace(gap=ZERO), *lines[1:]) if lines else ()
