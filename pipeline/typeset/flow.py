"""Blocks -> units of flow: lines, rows and pictures in order, with what must stay together.

A unit goes on a page whole (a row may split). `together` ties it to the next unit: headings to their
text, a band to its first row, the first and last two lines of a paragraph, a signature block.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import assert_never

from pipeline.document.lengths import ZERO, Pt, pt
from pipeline.document.tree import (
    REPEATED,
    Block,
    Chart,
    Contents,
    Frame,
    Group,
    Image,
    PageBreak,
    Paragraph,
    Table,
)
from pipeline.typeset.assets import aspect_ratio
from pipeline.typeset.charts import set_chart
from pipeline.typeset.frames import SetFrame, set_frame
from pipeline.typeset.items import PlacedChart
from pipeline.typeset.lines import Line, Lines, ParagraphLayout
from pipeline.typeset.rows import RowBlock
from pipeline.typeset.table_layout import SetTable, set_table

PICTURE_SPACE = Pt(6)
"""White above a picture of the data, pt."""
KEPT_LINES = 2
"""Least lines of a paragraph on either side of a page end, and of body before a signature block."""


@dataclass(frozen=True, slots=True)
class LineUnit:
    """A line of the paragraph `source`. `before` is the space above it, `after` below it, pt."""

    source: int
    line: Line
    before: Pt
    after: Pt
    together: bool

    @property
    def height(self) -> Pt:
        """Height of the line itself, pt."""
        return self.line.height


@dataclass(frozen=True, slots=True)
class RowUnit:
    """Rows of a table at `x`; `header` is repeated above it where it begins a page.

    `source` numbers the first paragraph of the rows.
    """

    block: RowBlock
    source: int
    x: Pt
    header: tuple[RowBlock, ...]
    is_header: bool
    splits: bool
    before: Pt
    after: Pt
    together: bool

    @property
    def height(self) -> Pt:
        """Height of the rows, pt."""
        return self.block.height


@dataclass(frozen=True, slots=True)
class PictureUnit:
    """A picture at `x`; one that stands beside its neighbour has no height of its own."""

    name: str
    alt: str
    x: Pt
    picture_width: Pt
    picture_height: Pt
    height: Pt
    together: bool
    before: Pt = ZERO
    after: Pt = ZERO
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class ChartUnit:
    """A chart; `before` and `after` as its style says, pt."""

    chart: PlacedChart
    before: Pt
    after: Pt
    together: bool = False

    @property
    def height(self) -> Pt:
        """Height of the chart, pt."""
        return self.chart.height


@dataclass(frozen=True, slots=True)
class FrameUnit:
    """A frame at its own place of the page; tied to what follows, of which it takes no room."""

    frame: SetFrame
    height: Pt = ZERO
    before: Pt = ZERO
    after: Pt = ZERO
    together: bool = True


@dataclass(frozen=True, slots=True)
class BreakUnit:
    """The end of a page, asked for."""

    height: Pt = ZERO
    before: Pt = ZERO
    after: Pt = ZERO
    together: bool = False


_Alone = Paragraph | Table | Image | Chart | Frame | PageBreak
"""Blocks that hold no blocks."""

Unit = LineUnit | RowUnit | PictureUnit | ChartUnit | FrameUnit | BreakUnit


class Flow:
    """Turns the blocks of one document into units; numbers its paragraphs as it goes."""

    def __init__(self, layout: ParagraphLayout) -> None:
        self.layout = layout
        self.next_source = 0

    def units(self, blocks: tuple[Block, ...], width: Pt) -> list[Unit]:
        """The units of `blocks` in a measure of `width` pt."""
        made: list[Unit] = []
        for above, block in pairwise((None, *blocks)):
            if block is None:
                continue
            if isinstance(block, Group):
                inner = self.units(block.blocks, width)
                if block.holds(above):
                    _keep_body_before(made)
                made += _tie_units(inner)
            elif isinstance(block, Contents):
                made += self.units(block.entries, width)
            else:
                made += self._block(block, width)
        return made

    def _block(self, block: _Alone, width: Pt) -> Iterator[Unit]:
        if isinstance(block, Paragraph):
            style = self.layout.sheet.paragraphs[block.style]
            made = self.layout.set(block, style, width, self.next_source)
            self.next_source += 1
            yield from _line_units(made)
        elif isinstance(block, Table):
            table = set_table(block, self.layout, self.next_source)
            self.next_source += sum(len(cell.blocks) for row in block.rows for cell in row.cells)
            yield from _row_units(table)
        elif isinstance(block, Frame):
            yield FrameUnit(set_frame(block, self.layout, width, self.next_source))
            self.next_source += len(block.blocks)
        elif isinstance(block, Image):
            yield _picture_unit(block, width)
        elif isinstance(block, Chart):
            space = self.layout.sheet.charts[block.style]
            yield ChartUnit(set_chart(block, self.layout, width), space.before, space.after)
        elif isinstance(block, PageBreak):
            yield BreakUnit()
        else:
            assert_never(block)


def _line_units(made: Lines) -> Iterator[LineUnit]:
    style, count = made.style, len(made.lines)
    whole = style.keep_lines or count <= 2 * KEPT_LINES - 1
    for index, line in enumerate(made.lines):
        last = index == count - 1
        kept = whole or index < KEPT_LINES - 1 or index >= count - KEPT_LINES
        yield LineUnit(
            made.source,
            line,
            style.before if index == 0 else ZERO,
            style.after if last else ZERO,
            style.keep_next if last else kept,
        )


def _row_units(table: SetTable) -> Iterator[RowUnit]:
    last = len(table.rows) - 1
    for index, rows in enumerate(table.rows):
        before_total = index < last and table.rows[index + 1].kind == "total" and rows.kind not in REPEATED
        yield RowUnit(
            rows.block,
            rows.source,
            table.x,
            table.header,
            rows.kind in REPEATED,
            rows.splits,
            table.style.before if index == 0 else ZERO,
            table.style.after if index == last else ZERO,
            (rows.kind in (*REPEATED, "band") or before_total) and index < last,
        )


def _picture_unit(image: Image, width: Pt) -> PictureUnit:
    high = pt(image.height)
    wide = high * aspect_ratio(image.name, image.data)
    x = {"left": ZERO, "center": (width - wide) / 2, "right": width - wide}[image.align]
    if image.data:
        return PictureUnit(
            image.name, image.alt, x, wide, high, high, together=False, before=PICTURE_SPACE, data=image.data
        )
    return PictureUnit(image.name, image.alt, x, wide, high, ZERO if image.beside else high, together=True)


def _tie_units(units: list[Unit]) -> list[Unit]:
    """The units, each but the last tied to the next."""
    return [_tie_to_next(unit) for unit in units[:-1]] + units[-1:]


def _tie_to_next(unit: Unit) -> Unit:
    """The unit, tied to the next."""
    return unit if unit.together else replace(unit, together=True)


def _keep_body_before(units: list[Unit]) -> None:
    """Ties the last lines of the body to what follows: a signature never stands alone on a page."""
    for index in range(max(len(units) - KEPT_LINES, 0), len(units)):
        units[index] = _tie_to_next(units[index])
