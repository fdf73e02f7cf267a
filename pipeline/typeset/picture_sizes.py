"""How large the pictures of the data are on their pages: a tree -> tree step before both writers."""

from __future__ import annotations

from dataclasses import replace

from pipeline.document.data_pictures import size_of_picture
from pipeline.document.lengths import Cm
from pipeline.document.style import PageStyle, StyleSheet
from pipeline.document.tree import Block, Document, Group, Image
from pipeline.intake.pictures import kind_of_picture

DENSITY = 96 / 2.54
"""Pixels to the cm of a picture that does not say how wide it is to be: as a screen shows it."""
LEFT_FREE = Cm(3.0)
"""So much of a page's height is left for the caption and a line above the picture, cm."""


def fit_pictures(document: Document, sheet: StyleSheet) -> Document:
    """The document, each picture of the data as high as it is to be: as wide as it says, or as its pixels
    are, but no wider than the text and no higher than its page has room for, in its own proportions.
    """
    sections = tuple(
        replace(section, blocks=tuple(_fit(block, sheet.pages[section.page]) for block in section.blocks))
        for section in document.sections
    )
    return replace(document, sections=sections)


def _fit(block: Block, page: PageStyle) -> Block:
    if isinstance(block, Group):
        return replace(block, blocks=tuple(_fit(inner, page) for inner in block.blocks))
    if not isinstance(block, Image) or not block.data:
        return block
    width, height = size_of_picture(block.data)
    natural = page.measure if kind_of_picture(block.data) == "svg" else Cm(width / DENSITY)
    wide = min(float(block.width or natural), float(page.measure))
    room = page.height - page.bottom - max(page.top, page.first_top or page.top) - LEFT_FREE
    return replace(block, height=Cm(min(wide * height / width, float(room))))
