"""Where people sign: the room on the page above a signer's name.

Nothing is moved for it. The place is centred on the name, and as high as the blank lines that the paper
leaves there for the pen (`domain.md` §1.2: three lines of a memo); a dotted line to sign on is its foot.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from pipeline.document.lengths import ZERO, Cm, Pt, pt
from pipeline.document.style import PageStyle
from pipeline.document.text import paragraphs
from pipeline.document.tree import Document, Field
from pipeline.typeset.fonts import FACES
from pipeline.typeset.items import GlyphRun, Page, PlacedParagraph, SignaturePlace

WIDTH = Cm(7.0)
"""Width of a place, cm: two stand side by side in the text area."""
MOST_HEIGHT = Cm(2.0)
"""A place is no higher than this, cm."""
LEAST_HEIGHT = Cm(0.5)
"""In less than this nobody can sign, cm: the place then has no size, and the signature no looks."""


class _Span(NamedTuple):
    """What stands on a page: from where to where, pt."""

    left: Pt
    right: Pt
    top: Pt
    bottom: Pt


class Signers:
    """Those who sign one document, by the number of the paragraph that is their name."""

    def __init__(self, document: Document) -> None:
        self._fields = {
            source: paragraph.signature
            for source, paragraph in enumerate(paragraphs(document))
            if paragraph.signature
        }

    def place_fields(self, page: Page, style: PageStyle) -> Page:
        """The page with the places of those whose names begin on it."""
        names = [part for part in page.paragraphs if part.source in self._fields and part.runs]
        if not names:
            return page
        spans = list(_spans(page))
        places = [_place(self._fields.pop(part.source), part, spans, style) for part in names]
        return replace(page, signatures=tuple(places))


def _place(signer: Field, name: PlacedParagraph, spans: list[_Span], style: PageStyle) -> SignaturePlace:
    first = _span(name.runs[0])
    right = max(run.x + run.width for run in name.runs if run.y == name.runs[0].y)
    middle, most = (first.left + right) / 2, pt(style.width - style.right) - pt(WIDTH)
    x = max(pt(style.left), min(middle - pt(WIDTH) / 2, most))
    beside = [span for span in spans if span.left < x + pt(WIDTH) and x < span.right]
    foot = min([first.top, *(span.top for span in beside if _signed_on(span, first.top))])
    margin = pt(min(style.top, style.top if style.first_top is None else style.first_top))
    above = max([margin, *(span.bottom for span in beside if span.bottom < foot)])
    height = min(foot - above, pt(MOST_HEIGHT))
    if height < pt(LEAST_HEIGHT):
        return SignaturePlace(signer.name, signer.title, ZERO, ZERO, ZERO, ZERO)
    return SignaturePlace(signer.name, signer.title, x, foot - height, pt(WIDTH), height)


def _signed_on(span: _Span, name: Pt) -> bool:
    """Whether this is a dotted line to sign on: just above the top of the name."""
    return span.top == span.bottom and name - pt(LEAST_HEIGHT) < span.top < name


def _spans(page: Page) -> Iterator[_Span]:
    """All text of a page, and its dotted lines, which have no height."""
    for part in page.paragraphs:
        yield from map(_span, part.runs)
        yield from (_Span(line.x0, line.x1, line.y, line.y) for line in part.leaders)


def _span(run: GlyphRun) -> _Span:
    face = FACES[run.face]
    top, bottom = run.y - face.ascent * run.size, run.y + face.descent * run.size
    return _Span(run.x, run.x + run.width, top, bottom)
