"""What a page holds once everything has its place: the hand-over from typeset to a PDF writer.

All coordinates are pt; x from the paper's left edge, y downwards from its top edge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from pipeline.document.lengths import ZERO, Pt, total
from pipeline.document.style import LeaderLook


class Glyph(NamedTuple):
    """One glyph of a run. `text` is the text it stands for (`""` for a glyph that shares a cluster).

    `advance` is where the next glyph starts, justification included; `dx`, `dy` shift only this
    glyph. All in pt.
    """

    gid: int
    text: str
    advance: Pt
    dx: Pt = ZERO
    dy: Pt = ZERO


class GlyphRun(NamedTuple):
    """Glyphs of one face and size on one baseline. `face` is a key of `typeset.fonts.FACES`."""

    x: Pt
    y: Pt
    face: str
    size: Pt
    color: str
    glyphs: tuple[Glyph, ...]
    artifact: bool = False

    @property
    def width(self) -> Pt:
        """Advance width of the whole run, pt."""
        return total(glyph.advance for glyph in self.glyphs)

    @property
    def text(self) -> str:
        """The text that the run stands for."""
        return "".join(glyph.text for glyph in self.glyphs)


class Rule(NamedTuple):
    """A straight line of `width` pt."""

    x0: Pt
    y0: Pt
    x1: Pt
    y1: Pt
    width: Pt
    color: str = "000000"

    def move(self, x: Pt, y: Pt) -> Rule:
        """The line further right and down."""
        return Rule(x + self.x0, y + self.y0, x + self.x1, y + self.y1, self.width, self.color)


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle (the shade of a header row)."""

    x: Pt
    y: Pt
    width: Pt
    height: Pt
    color: str

    def move(self, x: Pt, y: Pt) -> Box:
        """The rectangle further right and down."""
        return Box(x + self.x, y + self.y, self.width, self.height, self.color)


@dataclass(frozen=True, slots=True)
class Leader:
    """A leader from `x0` to `x1` on baseline `y`, of dots or one line; drawn, never text."""

    x0: Pt
    x1: Pt
    y: Pt
    size: Pt
    look: LeaderLook = "dots"


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the assets, or of the data with its bytes; top-left corner and size in pt."""

    name: str
    x: Pt
    y: Pt
    width: Pt
    height: Pt
    alt: str
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart, top-left corner and size in pt: what is drawn, in order, then its texts."""

    x: Pt
    y: Pt
    width: Pt
    height: Pt
    drawn: tuple[Rule | Box, ...]
    runs: tuple[GlyphRun, ...]

    def move(self, x: Pt, y: Pt) -> PlacedChart:
        """The chart further right and down."""
        drawn = tuple(item.move(x, y) for item in self.drawn)
        runs = tuple(run._replace(x=run.x + x, y=run.y + y) for run in self.runs)
        return PlacedChart(self.x + x, self.y + y, self.width, self.height, drawn, runs)


Item = GlyphRun | Rule | Box | Leader | Picture | PlacedChart


@dataclass(frozen=True, slots=True)
class PlacedParagraph:
    """All or part of one paragraph on one page.

    `source` numbers the paragraphs of the document from 0 in reading order
    (`document.text.paragraphs`); -1 marks what the tree does not hold: page numbers, repeated
    header rows, cues. `runs` are in reading order; the spaces at line ends are glyphs too, so the
    texts of all parts of a source joined are its text.
    """

    source: int
    runs: tuple[GlyphRun, ...]
    leaders: tuple[Leader, ...] = ()


class SignaturePlace(NamedTuple):
    """Where somebody signs: top-left corner and size in pt, all 0 where the page has no room for it.

    `role` names the signer for programs, `title` for people.
    """

    role: str
    title: str
    x: Pt
    y: Pt
    width: Pt
    height: Pt


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its paper in pt, its text in reading order, what is drawn around it, and who signs where."""

    width: Pt
    height: Pt
    paragraphs: tuple[PlacedParagraph, ...]
    drawn: tuple[Rule | Box | Picture | PlacedChart, ...] = ()
    signatures: tuple[SignaturePlace, ...] = ()
