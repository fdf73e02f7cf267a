"""Inlines -> runs: one run for each stretch of equal format, so that no phrase is split.

Word breaks Thai badly where a phrase goes over several runs. A stretch that holds Thai is one run with
`<w:cs/>`, Latin words in it included: font and size are the same for both, so nothing is gained by a cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from pipeline.document.lengths import ZERO, Pt, pt
from pipeline.document.style import CharacterStyle, ParagraphStyle, StyleSheet
from pipeline.document.style_names import character_id
from pipeline.document.tree import Field, Inline, LineBreak, Paragraph, Tab, Text
from pipeline.render.docx.controls import control
from pipeline.render.docx.oxml import Element, container, switch, text_element, w
from pipeline.typeset.fonts import face, face_key

_THAI = re.compile("[\u0e01-\u0e5b]")


class _Styled(NamedTuple):
    """An inline with the name of its character style, and the field that it stands in."""

    style: str
    inline: Inline
    field: Field | None = None


def runs(paragraph: Paragraph, style: ParagraphStyle, sheet: StyleSheet) -> Iterator[Element]:
    """The paragraph's runs: marker, tab (or one space after a marker that is too wide), text.

    The marker of a list is none of them: Word counts it.

    What stands in a field is in a content control.
    """
    styled = [*_marker(paragraph, style, sheet), *_pair_with_styles(paragraph.content)]
    for (name, field), stretch in groupby(styled, key=lambda part: (part.style, part.field)):
        made = _run(name, [part.inline for part in stretch], style, sheet)
        yield from made if field is None else (control(field, list(made)),)


def _marker(paragraph: Paragraph, style: ParagraphStyle, sheet: StyleSheet) -> Iterator[_Styled]:
    if not paragraph.marker or paragraph.item:
        return
    texts = [_Styled(text.style or style.marker_style, text) for text in paragraph.marker]
    wide = wide_marker(paragraph, style, sheet)
    yield from [*texts, _Styled(texts[-1].style, Text(" ")) if wide else _Styled("", Tab())]


def wide_marker(paragraph: Paragraph, style: ParagraphStyle, sheet: StyleSheet) -> Pt:
    """Width of the marker and one space in pt, if the place that its style keeps is too narrow; else 0."""
    marker = "".join(text.text for text in paragraph.marker)
    name = paragraph.marker[0].style or style.marker_style
    wide = _width(f"{marker} ", sheet.characters.get(name, CharacterStyle()), style, sheet.font)
    return wide if wide > pt(style.marker_width) else ZERO


def _width(text: str, look: CharacterStyle, style: ParagraphStyle, family: str) -> Pt:
    """Width of a marker in pt, as the pages of the PDF measure it."""
    bold = style.bold if look.bold is None else look.bold
    italic = style.italic if look.italic is None else look.italic
    shaped = face(face_key(family, bold=bold, italic=italic)).shape(text)
    return shaped.width * (look.size or style.size)


def _pair_with_styles(content: Iterable[Inline]) -> Iterator[_Styled]:
    """Each inline with its style: a tab looks plain, a line end as the text before it."""
    name = ""
    for inline in content:
        if not isinstance(inline, LineBreak):
            name = inline.style if isinstance(inline, Text) else ""
        yield _Styled(name, inline, inline.field if isinstance(inline, Text) else None)


def _run(name: str, inlines: list[Inline], style: ParagraphStyle, sheet: StyleSheet) -> Iterator[Element]:
    """One run, or none where there is nothing in it."""
    pieces = list(_pieces(inlines))
    if pieces:
        text = "".join(inline.text for inline in inlines if isinstance(inline, Text))
        yield w("r", *container("rPr", _properties(name, text, style, sheet)), *pieces)


def _properties(name: str, text: str, style: ParagraphStyle, sheet: StyleSheet) -> Iterator[Element]:
    if name:
        yield w("rStyle", val=character_id(name))
        yield from _toggles(sheet.characters[name], style)
    if _THAI.search(text):
        yield w("cs")


def _toggles(look: CharacterStyle, style: ParagraphStyle) -> Iterator[Element]:
    """Bold and italic of a character style in a paragraph style that has them too.

    Word adds the two up as exclusive or (ISO/IEC 29500-1 §17.7.3): bold in bold would be plain. So the run
    itself says what it is.
    """
    for name, own, around in (("b", look.bold, style.bold), ("i", look.italic, style.italic)):
        if around and own is not None:
            yield from (switch(name, own), switch(f"{name}Cs", own))


def _pieces(inlines: list[Inline]) -> Iterator[Element]:
    """Text, tabs and line ends; neighbouring texts are one."""
    for is_text, group in groupby(inlines, key=lambda inline: isinstance(inline, Text)):
        if not is_text:
            yield from (w("tab") if isinstance(inline, Tab) else w("br") for inline in group)
        elif text := "".join(inline.text for inline in group if isinstance(inline, Text)):
            yield text_element(text)
