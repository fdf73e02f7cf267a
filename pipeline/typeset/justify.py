"""Thai justification as Word's `thaiDistribute` does it: slack goes into the gaps between clusters.

Spaces take the first share; marks and ำ are never parted from their consonant; a line that would
have to open its gaps too far stays ragged.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.typeset.fonts import ShapedGlyph

SPACE_STRETCH = 0.6
"""How much of its own width a space takes up before the other gaps are opened."""
MAX_GAP = 0.07
"""The widest gap between two clusters that justification may open, in em."""

_BOUND = frozenset(
    "\u0e31\u0e33\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
"""Marks above and below, and ำ, whose ring stands over the consonant."""


def starts_cluster(glyph: ShapedGlyph) -> bool:
    """Whether a gap may be opened before the glyph."""
    return bool(glyph.text) and glyph.text[0] not in _BOUND and (glyph.advance > 0 or glyph.text == " ")


def extra_advances(glyphs: Sequence[ShapedGlyph], sizes: Sequence[float], slack: float) -> list[float]:
    """What justification adds after each glyph of a line, pt; zeros if the line cannot take `slack`.

    `sizes` are the glyphs' type sizes in pt. The sum is `slack`, or 0.
    """
    ragged = [0.0] * len(glyphs)
    gaps = [i for i in range(len(glyphs) - 1) if starts_cluster(glyphs[i + 1])]
    if slack <= 0 or not gaps:
        return ragged
    spaces = [i for i in gaps if glyphs[i].text == " "]
    room = sum(glyphs[i].advance * sizes[i] for i in spaces) * SPACE_STRETCH
    for_spaces = min(slack, room)
    gap = (slack - for_spaces) / len(gaps)
    if gap > MAX_GAP * max(sizes):
        return ragged
    extra = ragged[:]
    for i in gaps:
        extra[i] += gap
    for i in spaces:
        extra[i] += for_spaces / len(spaces)
    return extra
