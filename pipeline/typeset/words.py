"""A paragraph's text as shaped words: what stands between two places where a line may end.

Styles, scripts and fallback faces are resolved here, once; line making only adds widths.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.diagnostics import Diagnostic, PageError, diagnose
from pipeline.document.lengths import ZERO, Pt, total
from pipeline.document.style import CharacterStyle, ParagraphStyle, StyleSheet
from pipeline.document.tree import Text
from pipeline.thai.breaks import NO_NAMES, Break, Names, breaks, emergency_breaks
from pipeline.typeset.fonts import FALLBACK, face, face_key
from pipeline.typeset.items import Glyph
from pipeline.typeset.justify import starts_cluster

EMERGENCY = 10_000
"""Penalty of a break inside a word that is wider than its line."""


class Look(NamedTuple):
    """How a stretch of text is set: face, size in pt, colour, and whether it is underlined."""

    face: str
    size: Pt
    color: str
    underline: bool

    @property
    def ascent(self) -> Pt:
        """Height above the baseline that a line needs for this look, pt."""
        return face(self.face).ascent * self.size

    @property
    def descent(self) -> Pt:
        """Depth below the baseline that a line needs for this look, pt."""
        return face(self.face).descent * self.size


class ShapedRun(NamedTuple):
    """A shaped stretch of one look. `opens`: whether justification may open a gap before each glyph.
    `width` in pt.
    """

    glyphs: tuple[Glyph, ...]
    opens: tuple[bool, ...]
    look: Look
    width: Pt


@lru_cache(maxsize=16_384)
def piece_of(text: str, look: Look) -> ShapedRun:
    """`text` shaped in the face and size of `look`, which must have its glyphs."""
    size, shaped = look.size, face(look.face).shape(text)
    glyphs = tuple(Glyph(g.gid, g.text, g.advance * size, g.dx * size, g.dy * size) for g in shaped.glyphs)
    opens = tuple(starts_cluster(glyph) for glyph in glyphs)
    return ShapedRun(glyphs, opens, look, shaped.width * size)


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """The text up to the next place where a line may end, its trailing spaces apart.

    `penalty` is the cost of ending a line after it (0..1000, `EMERGENCY` inside a word). Equal to itself
    alone, as a `LineSegment`: a word that many texts have is one object.
    """

    text: str
    pieces: tuple[ShapedRun, ...]
    spaces: tuple[ShapedRun, ...]
    width: Pt
    space: Pt
    penalty: int


@lru_cache(maxsize=1_024)
def font_of(family: str, paragraph: ParagraphStyle, character: CharacterStyle | None) -> Look:
    """The look of a character style inside a paragraph style."""
    style = character or CharacterStyle()
    bold = paragraph.bold if style.bold is None else style.bold
    italic = paragraph.italic if style.italic is None else style.italic
    key = face_key(family, bold=bold, italic=italic)
    return Look(key, style.size or paragraph.size, style.color or paragraph.color, bool(style.underline))


class _Stretch(NamedTuple):
    start: int
    end: int
    look: Look


def words(
    texts: tuple[Text, ...], style: ParagraphStyle, sheet: StyleSheet, names: Names = NO_NAMES
) -> tuple[Word, ...]:
    """The texts of a paragraph (no tabs, no line ends) as words in order.

    Raises `PageError` where neither the family nor the fallback has a glyph for a character.
    """
    whole = "".join(text.text for text in texts)
    stretches = _stretches(texts, style, sheet)
    ends = [*breaks(whole, names), Break(len(whole), 0)]
    starts = [0, *(end.position for end in ends)]
    if len(stretches) == 1:
        look = stretches[0].look
        spans = zip(starts, ends, strict=False)
        return tuple(_plain_word(whole[start:end], look, penalty) for start, (end, penalty) in spans)
    return tuple(_words(whole, starts, ends, stretches))


def _words(whole: str, starts: list[int], ends: list[Break], stretches: list[_Stretch]) -> Iterator[Word]:
    """The words of a text in several looks."""
    first = 0
    for start, (end, penalty) in zip(starts, ends, strict=False):
        while stretches and stretches[first].end <= start:
            first += 1
        if end > start:
            yield _word(whole, start, end, penalty, stretches[first:])


def _stretches(texts: tuple[Text, ...], style: ParagraphStyle, sheet: StyleSheet) -> list[_Stretch]:
    """Stretches of one look: by character style, then by the face that has the glyphs."""
    made: list[_Stretch] = []
    at = 0
    for text in texts:
        look = font_of(sheet.font, style, sheet.characters[text.style] if text.style else None)
        for part in _by_coverage(text.text, look):
            made.append(_Stretch(at + part.start, at + part.end, part.look))
        at += len(text.text)
    return made


def _by_coverage(text: str, look: Look) -> list[_Stretch]:
    own = face(look.face)
    if own.covers(text):
        return [_Stretch(0, len(text), look)] if text else []
    parts: list[_Stretch] = []
    for at, character in enumerate(text):
        found = look if character in own.characters else _fallback(character, look)
        if parts and parts[-1].look == found:
            parts[-1] = _Stretch(parts[-1].start, at + 1, found)
        else:
            parts.append(_Stretch(at, at + 1, found))
    return parts


def _fallback(character: str, look: Look) -> Look:
    if character not in face(FALLBACK).characters:
        raise PageError([_no_glyph(character)])
    return look._replace(face=FALLBACK)


def _no_glyph(character: str) -> Diagnostic:
    name = f"U+{ord(character):04X} '{character}'"
    return diagnose("no-glyph", name=name)


@lru_cache(maxsize=16_384)
def _plain_word(text: str, look: Look, penalty: int) -> Word:
    """A word of one look."""
    return _word(text, 0, len(text), penalty, [_Stretch(0, len(text), look)])


def _word(whole: str, start: int, end: int, penalty: int, stretches: list[_Stretch]) -> Word:
    body = start + len(whole[start:end].rstrip(" "))
    pieces, spaces = _pieces(whole, start, body, stretches), _pieces(whole, body, end, stretches)
    width, space = total(piece.width for piece in pieces), total(piece.width for piece in spaces)
    return Word(whole[start:end], pieces, spaces, width, space, penalty)


def _pieces(whole: str, start: int, end: int, stretches: list[_Stretch]) -> tuple[ShapedRun, ...]:
    made = []
    for stretch in stretches:
        if stretch.start >= end:
            break
        text = whole[max(start, stretch.start) : min(end, stretch.end)]
        if stretch.end > start and text:
            made.append(piece_of(text, stretch.look))
    return tuple(made)


def split_to_width(made: tuple[Word, ...], measure: Pt) -> tuple[Word, ...]:
    """The words, with each that is wider than `measure` (pt) broken up between its clusters."""
    if all(word.width <= measure for word in made):
        return made
    return tuple(
        part for word in made for part in (_break_into_clusters(word) if word.width > measure else (word,))
    )


def _break_into_clusters(word: Word) -> tuple[Word, ...]:
    """A word cluster by cluster, each its own `Word` with the penalty of an emergency."""
    parts: list[Word] = []
    for piece in word.pieces:
        text = "".join(glyph.text for glyph in piece.glyphs)
        cuts = [0, *emergency_breaks(text, 0, len(text)), len(text)]
        for start, end in pairwise(cuts):
            if end > start:
                cut = piece_of(text[start:end], piece.look)
                parts.append(Word(text[start:end], (cut,), (), cut.width, ZERO, EMERGENCY))
    if not parts:
        return (word,)
    last = parts[-1]
    parts[-1] = Word(last.text, last.pieces, word.spaces, last.width, word.space, word.penalty)
    return tuple(parts)
