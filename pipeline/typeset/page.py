"""One page in the making: puts lines, rows and pictures at their place and remembers what is full."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document.style import PageStyle, pt
from pipeline.typeset.flow import FrameUnit, LineUnit, PictureUnit, Unit
from pipeline.typeset.items import Box, GlyphRun, Leader, Page, Picture, PlacedParagraph, Rule
from pipeline.typeset.lines import Line
from pipeline.typeset.rows import CellBox, RowBlock

UNNUMBERED = -1
"""The source of what the tree does not hold: repeated header rows, page numbers, cues."""

RuleKey = tuple[float, float, float, float]


class PageMaker:
    """Fills one page from `top` (pt) down; `pending_after` is the space wanted below the last unit."""

    def __init__(self, style: PageStyle, top: float) -> None:
        self.style = style
        self.y = top
        self.bottom = pt(style.height - style.bottom)
        self.left = pt(style.left)
        self.empty = True
        self.pending_after = 0.0
        self._parts: list[tuple[int, list[GlyphRun], list[Leader]]] = []
        self._boxes: list[Box] = []
        self._pictures: list[Picture] = []
        self._rules: dict[RuleKey, Rule] = {}

    @property
    def room(self) -> float:
        """Height that is left, pt."""
        return self.bottom - self.y

    def gap_above(self, unit: Unit) -> float:
        """The space above `unit` if it comes next; none at the top of a page."""
        return 0.0 if self.empty else self.pending_after + unit.before

    def put_line(self, unit: LineUnit) -> None:
        """A line of body text below what is there."""
        self.y += self.gap_above(unit)
        self._line(unit.source, unit.line, self.left, self.y)
        self._advance(unit.height)

    def put_picture(self, unit: PictureUnit) -> None:
        """A picture; one that stands beside its neighbour moves nothing down."""
        x = self.left + unit.x
        self._pictures.append(
            Picture(unit.name, x, self.y, unit.picture_width, unit.picture_height, unit.alt)
        )
        self._advance(unit.height)

    def put_frame(self, unit: FrameUnit) -> None:
        """A frame at its place on the paper: nothing moves, and the page is as empty as before."""
        frame = unit.frame
        x, y = self.left + frame.x, frame.top
        self._border(x, y, frame.width, frame.height, frame.border)
        y += (frame.height - sum(line.height for line in frame.lines)) / 2
        for line in frame.lines:
            self._line(line.source, line.line, self.left + frame.text_x, y)
            y += line.line.height

    def put_rows(self, block: RowBlock, x: float, gap: float, *, repeated: bool) -> None:
        """Rows of a table with their borders; `repeated` header rows are not text of the record."""
        self.y += gap
        tops = block.tops()
        for cell in block.cells:
            top, bottom = self.y + tops[cell.row], self.y + tops[cell.row + cell.rowspan]
            self._cell(cell, self.left + x, top, bottom, UNNUMBERED if repeated else None)
            self._border(self.left + x + cell.x, top, cell.width, bottom - top, block.border)
        self._advance(block.height)

    def _advance(self, height: float) -> None:
        self.y += height
        self.empty = self.empty and height == 0.0
        self.pending_after = 0.0

    def _cell(self, cell: CellBox, x: float, top: float, bottom: float, source: int | None) -> None:
        if cell.fill:
            self._boxes.append(Box(x + cell.x, top, cell.width, bottom - top, cell.fill))
        spare = bottom - top - cell.height
        y = top + cell.top + (spare / 2 if cell.centred else 0.0)
        for line in cell.lines:
            y += line.gap
            self._line(line.source if source is None else source, line.line, x + cell.text_x, y)
            y += line.line.height

    def _line(self, source: int, line: Line, x: float, y: float) -> None:
        artifact = source == UNNUMBERED
        runs = [
            GlyphRun(x + run.x, y + run.y, run.face, run.size, run.color, run.glyphs, artifact)
            for run in line.runs
        ]
        leaders = [Leader(x + dots.x0, x + dots.x1, y + dots.y, dots.size) for dots in line.leaders]
        for rule in line.rules:
            self._add_rule(Rule(x + rule.x0, y + rule.y0, x + rule.x1, y + rule.y1, rule.width, rule.color))
        if self._parts and self._parts[-1][0] == source and not artifact:
            self._parts[-1][1].extend(runs)
            self._parts[-1][2].extend(leaders)
        else:
            self._parts.append((source, runs, leaders))

    def _border(self, x: float, y: float, width: float, height: float, line: float) -> None:
        if not line:
            return
        right, bottom = x + width, y + height
        for ends in (
            (x, y, right, y),
            (x, bottom, right, bottom),
            (x, y, x, bottom),
            (right, y, right, bottom),
        ):
            self._add_rule(Rule(*ends, line))

    def _add_rule(self, rule: Rule) -> None:
        """Neighbouring cells share a border: it is drawn once."""
        key = (round(rule.x0, 2), round(rule.y0, 2), round(rule.x1, 2), round(rule.y1, 2))
        self._rules.setdefault(key, rule)

    def finished(self) -> Page:
        """The page as it stands."""
        return Page(
            pt(self.style.width),
            pt(self.style.height),
            tuple(self._placed()),
            (*self._boxes, *self._pictures, *self._rules.values()),
        )

    def _placed(self) -> Iterator[PlacedParagraph]:
        for source, runs, leaders in self._parts:
            yield PlacedParagraph(source, tuple(runs), tuple(leaders))
