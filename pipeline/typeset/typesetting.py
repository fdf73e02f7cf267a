"""The stage as a whole: a document and its style sheet -> numbered pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.document.style import PageStyle, StyleSheet, pt
from pipeline.document.tree import Document, Paragraph, Text
from pipeline.faults import Fault, PageFaults, Words
from pipeline.thai.digits import apply_policy
from pipeline.typeset.flow import Flow
from pipeline.typeset.items import GlyphRun, Page, PlacedParagraph
from pipeline.typeset.lines import Line, Setter
from pipeline.typeset.page import UNNUMBERED
from pipeline.typeset.pages import Filler


def typeset(document: Document, sheet: StyleSheet) -> tuple[Page, ...]:
    """The pages of `document` in the looks of `sheet`; pure: same input, same pages.

    Raises `PageFaults` for what no page can show: a character without a glyph, a table whose rows
    do not fit its style.
    """
    setter = Setter(sheet)
    flow = Flow(setter)
    pages: list[Page] = []
    for section in document.sections:
        style = sheet.pages[section.page]
        units = flow.units(section.blocks, pt(style.measure))
        made = Filler(style, len(pages)).fill(units)
        for page in made:
            pages.append(_numbered(page, len(pages) + 1, style, document, setter))
    if not pages:
        raise PageFaults([_NOTHING])
    return tuple(pages)


_NOTHING = Fault(
    "no-pages",
    Words("เอกสารไม่มีเนื้อหา", "the document is empty"),
    Words("แม่แบบต้องมีอย่างน้อยหนึ่งตอน (section)", "a template needs at least one section"),
)


def _numbered(page: Page, number: int, style: PageStyle, document: Document, setter: Setter) -> Page:
    """The page with its number at the top centre, `- ๒ -`; none on the first page (`domain.md` §1.4)."""
    wanted = style.number
    if wanted is None or (number == 1 and not wanted.on_first):
        return page
    text = apply_policy(wanted.format.format(n=number), document.digits)
    made = setter.set(
        Paragraph((Text(text),)), setter.sheet.paragraphs[wanted.style], pt(style.measure), UNNUMBERED
    )
    placed = _at(made.lines, pt(style.left), pt(wanted.top))
    return replace(page, paragraphs=(placed, *page.paragraphs))


def _at(lines: Sequence[Line], x: float, y: float) -> PlacedParagraph:
    """Lines that belong to the page, at their place."""
    runs: list[GlyphRun] = []
    for line in lines:
        runs += [replace(run, x=x + run.x, y=y + run.y, artifact=True) for run in line.runs]
        y += line.height
    return PlacedParagraph(UNNUMBERED, tuple(runs))
