"""A stretch of a line: shaped pieces one after another from an x, and what becomes of their slack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from operator import attrgetter

from pipeline.document.lengths import ZERO, Pt, total
from pipeline.typeset.decimals import width_before_point
from pipeline.typeset.items import Glyph, GlyphRun, Rule
from pipeline.typeset.justify import justify_glyphs
from pipeline.typeset.words import Look, ShapedRun

UNDERLINE_DEPTH = 0.12
"""Distance of an underline below the baseline, in em."""

_look = attrgetter("look")


@dataclass(frozen=True, slots=True, eq=False)
class LineSegment:
    """Pieces that stand one after another from `x`; `slack` is to be spread over their gaps.

    A stretch is equal to itself alone, so that what is made of it is found without a look at its glyphs.
    """

    x: Pt
    pieces: tuple[ShapedRun, ...]
    slack: Pt = ZERO
    hanging: tuple[ShapedRun, ...] = ()

    @property
    def end(self) -> Pt:
        """Where what follows may stand, the spaces at the end counted."""
        return self.x + self.slack + total(piece.width for piece in (*self.pieces, *self.hanging))


def at_point(stretch: LineSegment, stop: Pt) -> LineSegment:
    """The stretch with its decimal point at `stop`."""
    return replace(stretch, x=max(stop - width_before_point(stretch.pieces), ZERO), slack=ZERO)


def glyph_runs(stretch: LineSegment, baseline: Pt) -> Iterator[tuple[Look, GlyphRun]]:
    """Glyph runs of one look each, with the slack spread; hanging spaces follow at the end."""
    pieces = (*stretch.pieces, *stretch.hanging)
    glyphs = _spread_glyphs(stretch) + _glyphs(stretch.hanging)
    x, start = stretch.x, 0
    for look, same in groupby(pieces, _look):
        end = start + sum(len(piece.glyphs) for piece in same)
        run = GlyphRun(x, baseline, look.face, look.size, look.color, glyphs[start:end])
        yield look, run
        if end < len(glyphs):
            x += run.width
        start = end


def _spread_glyphs(stretch: LineSegment) -> tuple[Glyph, ...]:
    glyphs = _glyphs(stretch.pieces)
    if stretch.slack <= 0:
        return glyphs
    opens = tuple(chain.from_iterable(piece.opens for piece in stretch.pieces))
    sizes = (piece.look.size for piece in stretch.pieces)
    return justify_glyphs(glyphs, opens, stretch.slack, max(sizes, default=ZERO))


def _glyphs(pieces: Sequence[ShapedRun]) -> tuple[Glyph, ...]:
    return tuple(chain.from_iterable(piece.glyphs for piece in pieces))


def underlines(looked: Sequence[tuple[Look, GlyphRun]]) -> Iterator[Rule]:
    """Rules under the runs whose look is underlined."""
    for look, run in looked:
        if look.underline and run.text.strip():
            y = run.y + UNDERLINE_DEPTH * run.size
            yield Rule(run.x, y, run.x + run.width, y, run.size * 0.05, run.color)
