"""No-break spaces for Word: where our own pages would not end a line, Word must not either.

`พ.ศ. ๒๕๖๓`, `๑๔ หลักสูตร`, `นายมนู เลียวไพโรจน์`: the rules are those of the typesetting stage
(`thai.rules`). A stretch held so that is wider than half its column stays loose, or it would overflow. A line
of tabs alone gets one too: LibreOffice sets it no higher than its type, whatever its style says.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

from pipeline.document.lengths import Pt
from pipeline.document.style import ParagraphStyle, StyleSheet
from pipeline.document.tree import Inline, Paragraph, Tab, Text
from pipeline.thai.breaks import Names, breaks
from pipeline.thai.costs import DATE_YEAR
from pipeline.typeset.fonts import face, face_key

NO_BREAK_SPACE = "\u00a0"
_ENDS = "\n"
WIDEST = 0.5
"""The widest stretch that is held together, as a share of its column."""


class Column(NamedTuple):
    """Where a paragraph stands: `width` pt of a paper in the looks of `sheet`, with `names` to hold whole."""

    sheet: StyleSheet
    names: Names
    width: Pt

    def narrow_to(self, *paragraphs: Paragraph) -> Column:
        """The column as far as the paragraphs can tell, so that papers of other names may share it."""
        text = _ENDS.join([_text(paragraph) for paragraph in paragraphs])
        names = self.names.standing_in(text)
        return self if names is self.names else Column(self.sheet, names, self.width)


def with_no_breaks(paragraph: Paragraph, style: ParagraphStyle, column: Column) -> Paragraph:
    """The paragraph with a no-break space wherever a no-break rule holds a space."""
    if paragraph.content and all(isinstance(inline, Tab) for inline in paragraph.content):
        return replace(paragraph, content=(Text(NO_BREAK_SPACE), *paragraph.content))
    text = _text(paragraph)
    if " " not in text:
        return paragraph
    spaces = frozenset(_spaces(text, style, column))
    if not spaces:
        return paragraph
    return replace(paragraph, content=tuple(_replace_spaces(paragraph.content, spaces)))


def _text(paragraph: Paragraph) -> str:
    return "".join([_text_of_inline(inline) for inline in paragraph.content])


def _text_of_inline(inline: Inline) -> str:
    """The inline's text; a tab or line end counts as one character that ends a stretch."""
    return inline.text if isinstance(inline, Text) else _ENDS


def _spaces(text: str, style: ParagraphStyle, column: Column) -> Iterator[int]:
    """Where a space is held, in each part between tabs and line ends by itself, as on our pages."""
    room = column.width * WIDEST
    start = 0
    for part in text.split(_ENDS):
        names = column.names.standing_in(part)
        yield from (start + at for at in _no_break_spaces(part, names, style, column.sheet.font, room))
        start += len(part) + 1


@lru_cache(maxsize=4_096)
def _no_break_spaces(text: str, names: Names, style: ParagraphStyle, family: str, room: Pt) -> frozenset[int]:
    """Where in `text` a space is held, in stretches at most `room` pt wide."""
    return frozenset(_held_spaces(text, names, style, family, room))


def _held_spaces(text: str, names: Names, style: ParagraphStyle, family: str, room: Pt) -> Iterator[int]:
    places = breaks(text, names)
    no_breaks = [at for at, penalty in places if penalty >= DATE_YEAR and text[at - 1] == " "]
    if not no_breaks:
        return
    loose = [0, *(at for at, penalty in places if penalty < DATE_YEAR), len(text)]
    for end, inside in groupby(no_breaks, lambda at: bisect(loose, at)):
        if _fits(text[loose[end - 1] : loose[end]].rstrip(), style, family, room):
            yield from (at - 1 for at in inside)


def _fits(stretch: str, style: ParagraphStyle, family: str, room: Pt) -> bool:
    """Whether the stretch is at most `room` pt wide; no letter of ours is wider than its type is high."""
    if len(stretch) * style.size <= room:
        return True
    look = face(face_key(family, bold=style.bold, italic=style.italic))
    return look.shape(stretch).width * style.size <= room


def _replace_spaces(content: tuple[Inline, ...], spaces: frozenset[int]) -> Iterator[Inline]:
    starts = accumulate((len(_text_of_inline(inline)) for inline in content), initial=0)
    for inline, start in zip(content, starts, strict=False):
        if not isinstance(inline, Text):
            yield inline
            continue
        held = [at - start for at in spaces if start <= at < start + len(inline.text)]
        letters = list(inline.text)
        for at in held:
            letters[at] = NO_BREAK_SPACE
        yield replace(inline, text="".join(letters)) if held else inline
