"""A stretch of a line: shaped pieces one after another from an x, and what becomes of their slack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from pipeline.typeset.decimals import width_before_point
from pipeline.typeset.items import Glyph, GlyphRun, Rule
from pipeline.typeset.justify import extra_advances
from pipeline.typeset.words import Look, Piece

UNDERLINE_DEPTH = 0.12
"""Distance of an underline below the baseline, in em."""


class Stretch(NamedTuple):
    """Pieces that stand one after another from `x`; `slack` is to be spread over their gaps."""

    x: float
    pieces: tuple[Piece, ...]
    slack: float = 0.0
    hanging: tuple[Piece, ...] = ()


def at_point(stretch: Stretch, stop: float) -> Stretch:
    """The stretch with its decimal point at `stop`."""
    return stretch._replace(x=max(stop - width_before_point(stretch.pieces), 0.0), slack=0.0)


def glyph_runs(stretch: Stretch, baseline: float) -> Iterator[tuple[Look, GlyphRun]]:
    """Glyph runs of one look each, with the slack spread; hanging spaces follow at the end."""
    glyphs = [(piece.look, glyph) for piece in stretch.pieces for glyph in piece.shaped.glyphs]
    sizes = [look.size for look, _ in glyphs]
    extra = extra_advances([glyph for _, glyph in glyphs], sizes, stretch.slack)
    glyphs += [(piece.look, glyph) for piece in stretch.hanging for glyph in piece.shaped.glyphs]
    extra += [0.0] * (len(glyphs) - len(extra))
    x = stretch.x
    for look, same in groupby(zip(glyphs, extra, strict=True), lambda item: item[0][0]):
        placed = tuple(
            Glyph(g.gid, g.text, g.advance * look.size + more, g.dx * look.size, g.dy * look.size)
            for (_, g), more in same
        )
        yield look, GlyphRun(x, baseline, look.face, look.size, look.color, placed)
        x += sum(glyph.advance for glyph in placed)


def underlines(looked: Sequence[tuple[Look, GlyphRun]]) -> Iterator[Rule]:
    """Rules under the runs whose look is underlined."""
    for look, run in looked:
        if look.underline and run.text.strip():
            y = run.y + UNDERLINE_DEPTH * run.size
            yield Rule(run.x, y, run.x + run.width, y, run.size * 0.05, run.color)
