"""Style sheet -> properties of paragraphs, runs and tables, their elements in schema order.

The order is that of CT_PPrBase, CT_RPr and CT_TblPrBase (ISO/IEC 29500-1, wml.xsd): Word refuses a file that
has it wrong. Thai is a complex script, so size, bold and italic are said twice (`w:szCs`, `w:bCs`, `w:iCs`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from pipeline.document.lengths import Pt, Twips, pt, twips, twips_of_cm
from pipeline.document.style import CharacterStyle, FrameStyle, ParagraphStyle, TableStyle, TabStop
from pipeline.render.docx.oxml import (
    Element,
    container,
    eighths,
    half_points,
    switch,
    w,
)

JUSTIFICATION = {"left": "left", "center": "center", "right": "right", "justify": "thaiDistribute"}
"""`thaiDistribute` spreads a line over its clusters, as Thai is set; `both` tears its few spaces open."""

BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def paragraph_properties(style: ParagraphStyle) -> Iterator[Element]:
    """What a paragraph style says in `w:pPr`."""
    if style.keep_next:
        yield w("keepNext")
    if style.keep_lines:
        yield w("keepLines")
    yield from container("tabs", tab_stops(style))
    yield spacing(style.before, style.after, style.leading, exact=style.exact)
    yield from indents(style)
    yield w("jc", val=JUSTIFICATION[style.align])
    if style.outline:
        yield w("outlineLvl", val=style.outline - 1)


def tab_stops(style: ParagraphStyle) -> Iterator[Element]:
    """The style's stops in order of place, among them the one that the text after a marker starts at."""
    stops = {twips_of_cm(stop.at): stop for stop in style.tabs}
    if style.marker_width:
        at = marker_stop(style)
        stops.setdefault(at, TabStop(at=0))
    for at, stop in sorted(stops.items()):
        if stop.leader == "dots":
            yield w("tab", val=stop.align, leader="dot", pos=at)
        elif stop.leader == "line":
            yield w("tab", val=stop.align, leader="underscore", pos=at)
        elif stop.leader == "none":
            yield w("tab", val=stop.align, pos=at)
        else:
            assert_never(stop.leader)


def marker_stop(style: ParagraphStyle) -> Twips:
    """Where the text after a marker starts, in twips from the text area's left edge."""
    return twips_of_cm(style.indent + style.first_line + style.marker_width)


def spacing(before: Pt, after: Pt, leading: Pt, *, exact: bool) -> Element:
    """`w:spacing`, all in pt; `leading` is the line height, or the least one where it is not `exact`."""
    rule = "exact" if exact else "atLeast"
    return w("spacing", before=twips(before), after=twips(after), line=twips(leading), lineRule=rule)


def indents(style: ParagraphStyle) -> Iterator[Element]:
    """`w:ind`, where the style has any."""
    said = {"left": twips_of_cm(style.indent), "right": twips_of_cm(style.right)}
    said["hanging" if style.first_line < 0 else "firstLine"] = twips_of_cm(abs(style.first_line))
    if any(said.values()):
        yield w("ind", **{side: length for side, length in said.items() if length})


def frame_place(style: FrameStyle) -> Iterator[Element]:
    """`w:framePr` and the frame's borders, which Word draws where all its paragraphs say the same."""
    yield w(
        "framePr",
        w=twips_of_cm(style.width),
        h=twips_of_cm(style.height),
        hRule="exact",
        wrap="around",
        vAnchor="page",
        hAnchor="margin",
        xAlign="right",
        y=twips_of_cm(style.top),
    )
    size, spaces = (
        eighths(style.border),
        {"top": 0, "left": _inset(style), "bottom": 0, "right": _inset(style)},
    )
    lines = (w(side, val="single", sz=size, space=space, color="000000") for side, space in spaces.items())
    yield w("pBdr", *lines)


def frame_indents(style: FrameStyle) -> Element:
    """`w:ind` that brings the borders, which stand outside the text, back to the frame's sides."""
    return w("ind", left=twips(Pt(_inset(style))), right=twips(Pt(_inset(style))), firstLine=0)


def _inset(style: FrameStyle) -> int:
    """A frame's padding in whole pt, in which Word counts the space inside a border."""
    return round(pt(style.padding))


def run_properties(style: ParagraphStyle | CharacterStyle) -> Iterator[Element]:
    """What a paragraph or character style says in `w:rPr`; the font is that of the whole document."""
    plain = isinstance(style, ParagraphStyle)
    for name, on in (("b", style.bold), ("i", style.italic)):
        if on or (on is not None and not plain):
            yield from (switch(name, on), switch(f"{name}Cs", on))
    if style.color and not (plain and style.color == "000000"):
        yield w("color", val=style.color)
    if style.size:
        yield from sizes(style.size)
    if isinstance(style, CharacterStyle) and style.underline is not None:
        yield w("u", val="single" if style.underline else "none")


def sizes(points: Pt) -> Iterator[Element]:
    """The type size for Latin and for Thai."""
    yield w("sz", val=half_points(points))
    yield w("szCs", val=half_points(points))


def fonts(family: str) -> Element:
    """One family for all scripts, Thai (`cs`) among them."""
    return w("rFonts", ascii=family, hAnsi=family, eastAsia=family, cs=family)


def table_properties(style: TableStyle) -> Iterator[Element]:
    """What a table style says in `w:tblPr`: indent, borders and the space around a cell's text."""
    yield w("tblInd", w=twips_of_cm(style.indent), type="dxa")
    if style.border:
        size = eighths(style.border)
        lines = (w(side, val="single", sz=size, space=0, color="000000") for side in BORDERS)
        yield w("tblBorders", *lines)
    margins = {
        "top": style.padding_top,
        "left": style.padding,
        "bottom": style.padding_bottom,
        "right": style.padding,
    }
    yield w("tblCellMar", *(w(side, w=twips_of_cm(cm), type="dxa") for side, cm in margins.items()))
