"""Frames at a fixed place of the page: the receiving stamps of a memo (แบบที่ 12; `domain.md` §1.8)."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.diagnostics import Diagnostic, PageError, diagnose
from pipeline.document.lengths import ZERO, Cm, Pt, pt, total
from pipeline.document.tree import Frame
from pipeline.typeset.lines import ParagraphLayout
from pipeline.typeset.rows import CellLine

_ROUNDING = Pt(0.01)


@dataclass(frozen=True, slots=True)
class SetFrame:
    """A frame with its set lines, one below the other at mid-height. All in pt.

    `x` and `text_x` are from the left of the text area, `top` from the paper's upper edge.
    """

    x: Pt
    top: Pt
    width: Pt
    height: Pt
    border: Pt
    text_x: Pt
    lines: tuple[CellLine, ...]


def set_frame(frame: Frame, layout: ParagraphLayout, measure: Pt, first_source: int) -> SetFrame:
    """The frame at the right of a text area `measure` pt wide; paragraphs count up from `first_source`.

    Raises `PageError` if its text is higher than the frame: a stamp does not grow.
    """
    style = layout.sheet.frames[frame.style]
    inside = pt(style.width - 2 * style.padding)
    made = [
        layout.set(block, layout.sheet.paragraphs[block.style], inside, source)
        for source, block in enumerate(frame.blocks, first_source)
    ]
    lines = tuple(CellLine(part.source, line, ZERO) for part in made for line in part.lines)
    if total(line.height for line in lines) > pt(style.height) + _ROUNDING:
        raise PageError([_diagnose_overfull_frame(style.width, style.height)])
    x = measure - pt(style.width)
    size = (pt(style.width), pt(style.height))
    return SetFrame(x, pt(style.top), *size, style.border, x + pt(style.padding), lines)


def _diagnose_overfull_frame(width: Cm, height: Cm) -> Diagnostic:
    return diagnose("frame-overfull", width=f"{width:g}", height=f"{height:g}")
