"""Figures under one another by their decimal point, as a decimal tab stop sets them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document.lengths import ZERO, Pt, pt
from pipeline.document.style import ParagraphStyle
from pipeline.typeset.words import ShapedRun


def decimal_stop(style: ParagraphStyle) -> Pt | None:
    """The x of the style's decimal tab stop in pt; text without tabs aligns at it, as in a Word table."""
    return next((pt(stop.at) for stop in style.tabs if stop.align == "decimal"), None)


def width_before_point(pieces: Sequence[ShapedRun]) -> Pt:
    """Width of the text up to its first decimal point, or up to where its figures end, pt."""
    width = whole = ZERO
    seen_figure = False
    for piece in pieces:
        for glyph in piece.glyphs:
            if glyph.text == "." and seen_figure:
                return width
            seen_figure = seen_figure or glyph.text.isdigit()
            width += glyph.advance
            whole = width if glyph.text.isdigit() or not seen_figure else whole
    return whole
