"""Paragraphs, pictures on lines of their own and spacers -> `w:p`."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document.lengths import ZERO, Pt, pt, twips
from pipeline.document.style import ParagraphStyle, StyleSheet
from pipeline.document.tree import Align, Paragraph, Tab
from pipeline.render.docx.flow import LayoutContext
from pipeline.render.docx.formatting import frame_indents, frame_place, marker_stop, sizes
from pipeline.render.docx.no_break import Column, with_no_breaks
from pipeline.render.docx.oxml import Element, w
from pipeline.render.docx.runs import runs, wide_marker

LEAST_LINE = Pt(1.0)
"""The height of a paragraph that only carries something, pt."""

_PLAIN = ParagraphStyle()


def paragraph_element(
    paragraph: Paragraph,
    name: str,
    around: LayoutContext,
    column: Column,
    drawings: tuple[Element, ...] = (),
) -> Element:
    """The paragraph in the style `name`; `drawings` are anchored at its start."""
    sheet = column.sheet
    style = sheet.paragraphs[name]
    paragraph = with_no_breaks(paragraph, style, column)
    anchors = (w("r", drawing) for drawing in drawings)
    properties = w("pPr", w("pStyle", val=name), *direct_properties(paragraph, style, around, sheet))
    return w("p", properties, *anchors, *runs(paragraph, style, sheet))


def direct_properties(
    paragraph: Paragraph, style: ParagraphStyle, around: LayoutContext, sheet: StyleSheet
) -> Iterator[Element]:
    """What the surroundings ask for beyond the style, in schema order."""
    yield from _keeps(style, around)
    frame = sheet.frames[around.frame] if around.frame else None
    if frame:
        yield from frame_place(frame)
    if paragraph.item:
        yield w("numPr", w("ilvl", val=paragraph.item.level), w("numId", val=paragraph.item.list))
    tabbed = any(isinstance(part, Tab) for part in paragraph.content)
    if tabbed and style.marker_width and not paragraph.marker:
        yield w("tabs", w("tab", val="clear", pos=marker_stop(style)))
    if paragraph.item and (wide := wide_marker(paragraph, style, sheet)):
        yield w("tabs", w("tab", val="left", pos=twips(pt(style.indent + style.first_line) + wide)))
    yield from _gaps(style, around)
    if frame:
        yield frame_indents(frame)
    if around.in_cell and style.align == "justify":
        yield w("jc", val="left")


def _keeps(style: ParagraphStyle, around: LayoutContext) -> Iterator[Element]:
    if around.keep_next and not style.keep_next:
        yield w("keepNext")
    if around.keep_lines and not style.keep_lines:
        yield w("keepLines")
    if around.breaks:
        yield w("pageBreakBefore")


def _gaps(style: ParagraphStyle, around: LayoutContext) -> Iterator[Element]:
    """The space above and below, where it is not that of the style."""
    before = around.before + (ZERO if around.at_top else style.before)
    after = around.after + (ZERO if around.at_bottom else style.after)
    wanted = {"before": (before, style.before), "after": (after, style.after)}
    changed = {side: twips(space) for side, (space, usual) in wanted.items() if space != usual}
    if changed:
        yield w("spacing", **changed)


def picture_paragraph(drawings: tuple[Element, ...], align: Align, around: LayoutContext) -> Element:
    """Pictures on a line of their own, which is as high as they are."""
    properties = w("pPr", *_keeps(_PLAIN, around), *_gaps(_PLAIN, around), w("jc", val=align))
    return w("p", properties, *(w("r", drawing) for drawing in drawings))


def spacer_paragraph(height: Pt, around: LayoutContext, drawings: tuple[Element, ...] = ()) -> Element:
    """A paragraph without text, exactly `height` pt high, at least one."""
    line = twips(max(height, LEAST_LINE))
    spacing = w("spacing", before=0, after=0, line=line, lineRule="exact")
    properties = w("pPr", *_keeps(_PLAIN, around), spacing, w("rPr", *sizes(LEAST_LINE)))
    return w("p", properties, *(w("r", drawing) for drawing in drawings))
