"""Page furniture: page numbers, secrecy marks, and the catchword to the next page.

`domain.md` §1.4, after คำอธิบายการพิมพ์หนังสือราชการ: the number between hyphens at the top centre, not on
the first page; at the foot of a page that goes on, the next page's first words, `/คำต่อ…`. A secret paper is
marked at the top and at the foot of every page, in the centre (`domain.md` §1.6).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.document.lengths import Cm, Pt, pt, total
from pipeline.document.style import CLASSIFICATION, PageStyle, ParagraphStyle
from pipeline.document.tree import Document, Paragraph, Text
from pipeline.thai.breaks import Names, breaks
from pipeline.thai.digits import apply_policy
from pipeline.typeset.items import GlyphRun, Page, PlacedParagraph
from pipeline.typeset.lines import Lines, ParagraphLayout
from pipeline.typeset.page import UNNUMBERED

CUE_LENGTH = 24
"""A catchword quotes at most so many characters of the next page, up to a word's end."""
CUE_CONTEXT = 60
"""Where a catchword ends is looked for in so many characters, up to the end of a phrase."""
CUE_LEAST = 4
"""A number alone, of an item or a table's row, says too little: the catchword goes on behind it."""
CUE_DROP = Cm(0.5)
"""Distance of the catchword's line below the text area, cm."""


def add_page_number(
    page: Page, number: int, style: PageStyle, document: Document, layout: ParagraphLayout
) -> Page:
    """The page with its number, `- ๒ -`; the first page carries none unless its style says so."""
    wanted = style.number
    if wanted is None or (number == 1 and not wanted.on_first):
        return page
    text = apply_policy(wanted.format.replace("{n}", str(number)), document.digits)
    look = layout.sheet.paragraphs[wanted.style]
    made = _set(text, look, style, layout)
    return replace(page, paragraphs=(_at(made, pt(style.left), pt(wanted.top)), *page.paragraphs))


def add_secrecy_marks(page: Page, style: PageStyle, document: Document, layout: ParagraphLayout) -> Page:
    """The page with its secrecy mark above and below the text, which stays where it is."""
    if not document.classification:
        return page
    made = _set(document.classification, layout.sheet.paragraphs[CLASSIFICATION], style, layout)
    high = total(line.height for line in made.lines)
    left, edge = pt(style.left), pt(style.classification)
    above, below = _at(made, left, edge), _at(made, left, page.height - edge - high)
    return replace(page, paragraphs=(above, *page.paragraphs, below))


def add_catchwords(pages: Sequence[Page], style: PageStyle, layout: ParagraphLayout) -> list[Page]:
    """The pages of a section, each but the last with the catchword to the one after it."""
    if not style.catchword:
        return list(pages)
    look = ParagraphStyle(align="right")
    top = pt(style.height - style.bottom + CUE_DROP)
    made = []
    for page, following in zip(pages, [*pages[1:], None], strict=True):
        words = _first_words(following, layout.names) if following else ""
        catchword = _at(_set(f"/{words}…", look, style, layout), pt(style.left), top) if words else None
        made.append(replace(page, paragraphs=(*page.paragraphs, catchword)) if catchword else page)
    return made


def _first_words(page: Page, names: Names) -> str:
    """The first words of the page's text, whole words and at most `CUE_LENGTH` characters."""
    text = ""
    for part in page.paragraphs:
        if part.source >= 0 and len(text) < CUE_LEAST:
            text = f"{text} {''.join(run.text for run in part.runs)}".strip()
    if len(text) <= CUE_LENGTH:
        return text
    text = text[: text.find(" ", CUE_CONTEXT)] if " " in text[CUE_CONTEXT:] else text
    ends = [place.position for place in breaks(text, names) if place.position <= CUE_LENGTH]
    return text[: ends[-1] if ends else CUE_LENGTH].strip()


def _set(text: str, look: ParagraphStyle, style: PageStyle, layout: ParagraphLayout) -> Lines:
    return layout.set(Paragraph((Text(text),)), look, pt(style.measure), UNNUMBERED)


def _at(made: Lines, x: Pt, y: Pt) -> PlacedParagraph:
    """Set lines at their place on the page; artifacts, not text of the record."""
    runs: list[GlyphRun] = []
    for line in made.lines:
        runs += [run._replace(x=x + run.x, y=y + run.y, artifact=True) for run in line.runs]
        y += line.height
    return PlacedParagraph(UNNUMBERED, tuple(runs))
