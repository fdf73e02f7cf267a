"""Typesets a document with its style sheet into numbered pages."""

from __future__ import annotations

from pipeline.document.lengths import pt
from pipeline.document.style import StyleSheet
from pipeline.document.tree import Document
from pipeline.typeset.flow import Flow
from pipeline.typeset.furniture import add_catchwords, add_page_number, add_secrecy_marks
from pipeline.typeset.items import Page
from pipeline.typeset.lines import ParagraphLayout
from pipeline.typeset.pages import Paginator
from pipeline.typeset.signatures import Signers


def typeset(document: Document, sheet: StyleSheet) -> tuple[Page, ...]:
    """The pages of `document` in the looks of `sheet`; pure: same input, same pages.

    A document without content is one empty page. Raises `PageError` for what no page can show: a
    character without a glyph, a table whose rows do not fit its style, a frame too small for its text.
    """
    layout = ParagraphLayout(sheet, document.names)
    signers = Signers(document)
    flow = Flow(layout)
    pages: list[Page] = []
    for section in document.sections:
        style = sheet.pages[section.page]
        units = flow.units(section.blocks, pt(style.measure))
        for page in add_catchwords(Paginator(style, len(pages)).fill(units), style, layout):
            with_number = add_page_number(page, len(pages) + 1, style, document, layout)
            pages.append(signers.place_fields(add_secrecy_marks(with_number, style, document, layout), style))
    return tuple(pages)
