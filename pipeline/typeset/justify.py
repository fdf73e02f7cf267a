"""Thai justification as Word's `thaiDistribute` does it: slack goes into the gaps between clusters.

Spaces take the first share, and what the gaps cannot take; marks and ำ are never parted from their
consonant; a line that would have to be opened too far stays ragged.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document.lengths import Pt, total
from pipeline.typeset.items import Glyph

SPACE_STRETCH = 1.0
"""How much of its own width a space takes up before the other gaps are opened."""
MAX_GAP = 0.09
"""The widest gap between two clusters that justification may open, in em. Readers of a PDF take a gap of
half a space's width, 0.11 em in these fonts, for a space of the text."""
WIDEST_SPACE = 4.0
"""Where the gaps are at their widest, spaces take the rest, up to so many times their own width more."""

_BOUND = frozenset(
    "\u0e31\u0e33\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
"""Marks above and below, and ำ, whose ring stands over the consonant."""


def starts_cluster(glyph: Glyph) -> bool:
    """Whether a gap may be opened before the glyph."""
    return bool(glyph.text) and glyph.text[0] not in _BOUND and (glyph.advance > 0 or glyph.text == " ")


def justify_glyphs(glyphs: Sequence[Glyph], opens: Sequence[bool], slack: Pt, em: Pt) -> tuple[Glyph, ...]:
    """The glyphs of a line with `slack` pt added to their advances, or as they are if the line cannot
    take it. `opens` says before which glyphs a gap may be opened, `em` is the type size in pt.
    """
    after = (*opens[1:], False)
    gaps = sum(after)
    if slack <= 0 or not gaps:
        return tuple(glyphs)
    spaces = [
        glyph.advance for glyph, open_ in zip(glyphs, after, strict=True) if open_ and glyph.text == " "
    ]
    for_spaces = min(slack, total(spaces) * SPACE_STRETCH)
    gap = min((slack - for_spaces) / gaps, MAX_GAP * em)
    for_spaces = slack - gap * gaps
    if for_spaces > total(spaces) * WIDEST_SPACE:
        return tuple(glyphs)
    space = gap + for_spaces / max(len(spaces), 1)
    return tuple(
        Glyph(glyph[0], glyph[1], glyph[2] + (space if glyph[1] == " " else gap), glyph[3], glyph[4])
        if open_
        else glyph
        for glyph, open_ in zip(glyphs, after, strict=True)
    )
