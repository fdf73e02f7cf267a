"""Where the lines of a paragraph stand: the edges that its style sets in a measure."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.document.lengths import Pt, pt, total
from pipeline.document.style import ParagraphStyle
from pipeline.typeset.words import ShapedRun

_NARROWEST = Pt(1.0)
"""What a line holds at least, pt, however its style squeezes it."""


class Box(NamedTuple):
    """The place of a paragraph's lines: x of the first line, of its text and of the others, pt."""

    style: ParagraphStyle
    left: Pt
    right: Pt
    start: Pt
    text_start: Pt
    marker: tuple[ShapedRun, ...]

    @classmethod
    def of(cls, style: ParagraphStyle, width: Pt, marker: tuple[ShapedRun, ...]) -> Box:
        """The box of a paragraph in a measure of `width` pt."""
        left = pt(style.indent)
        start = left + pt(style.first_line)
        wide = total(piece.width for piece in marker)
        text_start = start + max(pt(style.marker_width), wide) if marker else start
        return cls(style, left, width - pt(style.right), start, text_start, marker)

    @property
    def led(self) -> bool:
        """Whether a leader goes to a tab stop of the paragraph."""
        return any(stop.leader != "none" for stop in self.style.tabs)

    def narrowest(self, start: Pt) -> Pt:
        """The narrowest line that a word may have to fit into."""
        return max(self.right - max(start, self.left), _NARROWEST)
