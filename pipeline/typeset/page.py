"""`PageMaker`: places lines, rows and pictures on one page, and remembers what is full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.document.lengths import ZERO, Pt, pt, total
from pipeline.document.style import PageStyle
from pipeline.typeset.borders import sides
from pipeline.typeset.flow import ChartUnit, FrameUnit, LineUnit, PictureUnit, Unit
from pipeline.typeset.items import (
    Box,
    GlyphRun,
    Leader,
    Page,
    Picture,
    PlacedChart,
    PlacedParagraph,
    Rule,
)
from pipeline.typeset.lines import Line
from pipeline.typeset.rows import RowBlock

UNNUMBERED = -1
"""The source of what the tree does not hold: repeated header rows, page numbers, cues."""


class PageMaker:
    """Fills one page from `top` (pt) down; `pending_after` is the space wanted below the last unit."""

    def __init__(self, style: PageStyle, top: Pt) -> None:
        self.style = style
        self.y = top
        self.bottom = pt(style.height - style.bottom)
        self.left = pt(style.left)
        self.empty = True
        self.pending_after = ZERO
        self._parts: list[tuple[int, list[GlyphRun], list[Leader]]] = []
        self._boxes: list[Box] = []
        self._pictures: list[Picture | PlacedChart] = []
        self._rules: list[Rule] = []
        self._edges: set[tuple[Pt, Pt, Pt]] = set()

    @property
    def room(self) -> Pt:
        """Height that is left, pt."""
        return self.bottom - self.y

    def gap_above(self, unit: Unit) -> Pt:
        """The space above `unit` if it comes next; none at the top of a page."""
        return ZERO if self.empty else self.pending_after + unit.before

    def put_line(self, unit: LineUnit) -> None:
        """A line of body text below what is there."""
        self.y += self.gap_above(unit)
        self._line(unit.source, unit.line, self.left, self.y)
        self._advance(unit.height)

    def put_picture(self, unit: PictureUnit) -> None:
        """A picture; one that stands beside its neighbour moves nothing down."""
        x = self.left + unit.x
        if unit.data:
            self.y += self.gap_above(unit)
        self._pictures.append(
            Picture(unit.name, x, self.y, unit.picture_width, unit.picture_height, unit.alt, unit.data)
        )
        self._advance(unit.height)

    def put_chart(self, unit: ChartUnit) -> None:
        """A chart below what is there."""
        self.y += self.gap_above(unit)
        self._pictures.append(unit.chart.move(self.left, self.y))
        self._advance(unit.height)

    def put_frame(self, unit: FrameUnit) -> None:
        """A frame at its place on the paper: nothing moves, and the page is as empty as before."""
        frame = unit.frame
        x, y = self.left + frame.x, frame.top
        self._rules += sides((x, y, x + frame.width, y + frame.height), frame.border)
        y += (frame.height - total(line.height for line in frame.lines)) / 2
        for line in frame.lines:
            self._line(line.source, line.line, self.left + frame.text_x, y)
            y += line.line.height

    def put_rows(self, block: RowBlock, source: int, x: Pt, gap: Pt) -> None:
        """Rows of a table with their borders; `source` numbers the first paragraph, `UNNUMBERED` for none."""
        self.y += gap
        x, y = self.left + x, self.y
        for fill in block.fills:
            self._boxes.append(Box(x + fill.x, y + fill.y, fill.width, fill.height, fill.color))
        for number, line, dx, dy in block.lines:
            self._line(source if source == UNNUMBERED else source + number, line, x + dx, y + dy)
        self._rules += [
            rule for rule in (rule.move(x, y) for rule in block.rules) if not self._is_border_drawn(rule)
        ]
        self._advance(block.height)

    def _advance(self, height: Pt) -> None:
        self.y += height
        self.empty = self.empty and height == ZERO
        self.pending_after = ZERO

    def _line(self, source: int, line: Line, x: Pt, y: Pt) -> None:
        artifact = source == UNNUMBERED
        runs = [
            GlyphRun(x + run_x, y + run_y, face, size, color, glyphs, artifact)
            for run_x, run_y, face, size, color, glyphs, _ in line.runs
        ]
        if line.rules:
            self._rules += [rule.move(x, y) for rule in line.rules]
        if not self._parts or self._parts[-1][0] != source or artifact:
            self._parts.append((source, [], []))
        _, placed, leaders = self._parts[-1]
        placed += runs
        if line.leaders:
            leaders += [replace(dots, x0=x + dots.x0, x1=x + dots.x1, y=y + dots.y) for dots in line.leaders]

    def _is_border_drawn(self, rule: Rule) -> bool:
        """Whether the rows above have drawn this border, their lower edge."""
        if rule.y0 != rule.y1:
            return False
        edge = (round(rule.x0, 2), round(rule.y0, 2), round(rule.x1, 2))
        known = edge in self._edges
        self._edges.add(edge)
        return known

    def finish_page(self) -> Page:
        """The page as it stands."""
        return Page(
            pt(self.style.width),
            pt(self.style.height),
            tuple(self._place_paragraphs()),
            (*self._boxes, *self._pictures, *self._rules),
        )

    def _place_paragraphs(self) -> Iterator[PlacedParagraph]:
        for source, runs, leaders in self._parts:
            yield PlacedParagraph(source, tuple(runs), tuple(leaders))
