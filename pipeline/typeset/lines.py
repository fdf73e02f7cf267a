"""Paragraph layout: lines broken, aligned and shaped, but not yet at their place on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.document.lengths import ZERO, Pt, pt, total
from pipeline.document.style import LeaderLook, ParagraphStyle, StyleSheet, TextAlign
from pipeline.document.text import paragraph_text
from pipeline.document.tree import LineBreak, Paragraph, Tab, Text
from pipeline.thai.breaks import NO_NAMES, Names
from pipeline.typeset.box import Box
from pipeline.typeset.decimals import decimal_stop
from pipeline.typeset.items import GlyphRun, Leader, Rule
from pipeline.typeset.linebreak import JUSTIFIED, RAGGED, line_ends
from pipeline.typeset.segments import LineSegment, at_point, glyph_runs, underlines
from pipeline.typeset.words import ShapedRun, Word, font_of, split_to_width, words

LEAST_LEADER = Pt(15.0)
"""Dots lead over at least so much, pt."""
CLOSE = Pt(0.5)
"""A tab stop that is no further on is passed over, pt."""
ROUNDING = Pt(0.01)
"""Sums of widths may miss the measure by so much, pt."""
_Led = tuple[Pt, Pt, LeaderLook]
"""From where to where something leads, and what."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph. x is from the left edge of its box, y from the top of the line, pt."""

    height: Pt
    baseline: Pt
    runs: tuple[GlyphRun, ...]
    leaders: tuple[Leader, ...] = ()
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """A paragraph set in a measure: its lines and the style that says how they keep together."""

    source: int
    style: ParagraphStyle
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ParagraphLayout:
    """Sets paragraphs of one document: its style sheet and the names that are not to be broken.

    What is set depends on nothing else, so paragraphs that documents share are set once.
    """

    sheet: StyleSheet
    names: Names = NO_NAMES

    def set(self, paragraph: Paragraph, style: ParagraphStyle, width: Pt, source: int) -> Lines:
        """The paragraph's lines in a box `width` pt wide."""
        layout = self.knowing(paragraph_text(paragraph))
        return Lines(source, style, _set(layout, paragraph, style, width))

    def knowing(self, text: str) -> ParagraphLayout:
        """This layout as far as `text` can tell: without the names, where none stands in it."""
        names = self.names.standing_in(text)
        return self if names is self.names else ParagraphLayout(self.sheet, names)

    def lines(self, paragraph: Paragraph, style: ParagraphStyle, width: Pt) -> tuple[Line, ...]:
        """The paragraph set anew."""
        box = Box.of(style, width, self._marker(paragraph, style))
        tabs = [index for index, inline in enumerate(paragraph.content) if isinstance(inline, Tab)]
        if tabs == [len(paragraph.content) - 1]:
            made = self._lead_to_stop(paragraph, box)
        elif tabs:
            made = self._set_tabbed_lines(paragraph, box)
        else:
            made = self._plain(paragraph, box)
        return tuple(made)

    def _words(self, texts: tuple[Text, ...], style: ParagraphStyle) -> tuple[Word, ...]:
        return words(texts, style, self.sheet, self.names)

    def _space(self, style: ParagraphStyle) -> tuple[ShapedRun, ...]:
        return _pieces(self._words((Text(" "),), style))

    def _marker(self, paragraph: Paragraph, style: ParagraphStyle) -> tuple[ShapedRun, ...]:
        """The marker with one space after it: the space is in the text of the record."""
        if not paragraph.marker:
            return ()
        name = style.marker_style
        texts = tuple(Text(text.text, text.style or name) for text in paragraph.marker)
        return _pieces(self._words((*texts, Text(" ", name)), style))

    def _plain(self, paragraph: Paragraph, box: Box) -> Iterator[Line]:
        """Optimum-fit lines; a `LineBreak` ends its line as a paragraph's end does."""
        parts = list(_split_at_line_breaks(paragraph))
        for number, part in enumerate(parts):
            start = box.text_start if number == 0 else box.left
            made = split_to_width(self._words(part, box.style), box.narrowest(start))
            stretches = list(_break_lines(made, start, box))
            if (stop := decimal_stop(box.style)) is not None:
                stretches = [at_point(stretch, stop) for stretch in stretches]
            if number < len(parts) - 1:
                last = stretches[-1]
                stretches[-1] = replace(last, hanging=last.hanging + self._space(box.style))
            for index, stretch in enumerate(stretches):
                marked = number == 0 and index == 0 and box.marker
                yield self._line(
                    [LineSegment(box.start, box.marker), stretch] if marked else [stretch], box.style
                )

    def _lead_to_stop(self, paragraph: Paragraph, box: Box) -> Iterator[Line]:
        """Optimum-fit lines, and a leader from the end of the last to its tab stop."""
        *lines, last = self._plain(replace(paragraph, content=paragraph.content[:-1]), box)
        yield from lines
        end = max((run.x + run.width for run in last.runs), default=box.text_start)
        stop, look = self._tab_target(end, box, ())
        dots = (Leader(end, stop, last.baseline, box.style.size, look),) if look != "none" else ()
        yield replace(last, leaders=dots)

    def _set_tabbed_lines(self, paragraph: Paragraph, box: Box) -> Iterator[Line]:
        """Lines with tabs: optimum-fit up to the first tab, then filled from the left.

        Where dots lead to a text, the lines before are set narrower if it had no room beside the last.
        """
        first, *fields = _split_at_tabs(paragraph)
        *full, stretch = self._before_tab(first, box)
        if box.led and self._tab_target(stretch.end, box, fields[0])[0] <= stretch.end:
            room = self._width(fields[0], box.style) + LEAST_LEADER
            *full, stretch = self._before_tab(first, box._replace(right=box.right - room))
        stretches = [LineSegment(box.start, box.marker)] if box.marker else []
        for line in full:
            yield self._line([*stretches, line], box.style)
            stretches = []
        stretches.append(stretch)
        x = stretch.end
        leaders: list[_Led] = []
        for field in fields:
            stop, look = self._tab_target(x, box, field)
            stretches.append(LineSegment(x, self._space(box.style)))
            leaders += [(x, stop, look)] if look != "none" else []
            x = stop
            for word in split_to_width(self._words(field, box.style), box.right - box.left):
                if x + word.width > box.right + ROUNDING and x > box.left:
                    yield self._line(stretches, box.style, leaders)
                    stretches, leaders, x = [], [], box.left
                stretches.append(LineSegment(x, word.pieces + word.spaces))
                x += word.width + word.space
        yield self._line(stretches, box.style, leaders)

    def _before_tab(self, texts: tuple[Text, ...], box: Box) -> Iterator[LineSegment]:
        return _break_lines(
            split_to_width(self._words(texts, box.style), box.narrowest(box.text_start)), box.text_start, box
        )

    def _width(self, texts: tuple[Text, ...], style: ParagraphStyle) -> Pt:
        """Width of the texts on one line, pt."""
        return total(word.width + word.space for word in self._words(texts, style))

    def _tab_target(self, x: Pt, box: Box, after: tuple[Text, ...]) -> tuple[Pt, LeaderLook]:
        """Where the text after a tab starts, and what leads there."""
        stop = next((stop for stop in box.style.tabs if pt(stop.at) > x + CLOSE), None)
        if stop is None:
            return x, "none"
        width = self._width(after, box.style)
        shift = {"left": ZERO, "decimal": ZERO, "center": width / 2, "right": width}[stop.align]
        return max(min(pt(stop.at), box.right) - shift, x), stop.leader

    def _line(
        self,
        stretches: Sequence[LineSegment],
        style: ParagraphStyle,
        leaders: Sequence[_Led] = (),
    ) -> Line:
        return _line(tuple(stretches), style, self.sheet.font, tuple(leaders))


@lru_cache(maxsize=2_048)
def _line(
    stretches: tuple[LineSegment, ...],
    style: ParagraphStyle,
    family: str,
    leaders: tuple[_Led, ...],
) -> Line:
    looks = {piece.look for stretch in stretches for piece in stretch.pieces}
    looks = looks or {font_of(family, style, None)}
    ascent, descent = max(look.ascent for look in looks), max(look.descent for look in looks)
    height = style.leading if style.exact else max(style.leading, ascent + descent)
    baseline = (height + ascent - descent) / 2 if style.exact else height - descent
    looked = [pair for stretch in stretches for pair in glyph_runs(stretch, baseline)]
    dots = tuple(Leader(x0, x1, baseline, style.size, look) for x0, x1, look in leaders)
    return Line(height, baseline, tuple(run for _, run in looked), dots, tuple(underlines(looked)))


@lru_cache(maxsize=2_048)
def _set(layout: ParagraphLayout, paragraph: Paragraph, style: ParagraphStyle, width: Pt) -> tuple[Line, ...]:
    return layout.lines(paragraph, style, width)


def _pieces(made: Sequence[Word]) -> tuple[ShapedRun, ...]:
    return tuple(piece for word in made for piece in (*word.pieces, *word.spaces))


def _split_at_line_breaks(paragraph: Paragraph) -> Iterator[tuple[Text, ...]]:
    part: list[Text] = []
    for inline in paragraph.content:
        if isinstance(inline, LineBreak):
            yield tuple(part)
            part = []
        elif isinstance(inline, Text):
            part.append(inline)
    yield tuple(part)


def _split_at_tabs(paragraph: Paragraph) -> Iterator[tuple[Text, ...]]:
    field: list[Text] = []
    for inline in paragraph.content:
        if isinstance(inline, Tab):
            yield tuple(field)
            field = []
        else:
            field.append(inline if isinstance(inline, Text) else Text(" "))
    yield tuple(field)


def _break_lines(made: tuple[Word, ...], first: Pt, box: Box) -> Iterator[LineSegment]:
    """The words as one stretch a line, aligned in the box."""
    if not made:
        yield LineSegment(first, ())
        return
    justified = box.style.align == "justify"
    side = "left" if justified else box.style.align
    ends = line_ends(made, box.right - first, box.right - box.left, JUSTIFIED if justified else RAGGED)
    start, x = 0, first
    for end in ends:
        yield _align_line(made[start:end], x, box.right, "justify" if justified and end < len(made) else side)
        start, x = end, box.left


@lru_cache(maxsize=2_048)
def _align_line(line: tuple[Word, ...], x: Pt, right: Pt, align: TextAlign) -> LineSegment:
    last = line[-1]
    pieces = _pieces(line[:-1]) + last.pieces
    slack = right - x - total(piece.width for piece in pieces)
    if align == "justify":
        return LineSegment(x, pieces, slack, last.spaces)
    shift = {"left": ZERO, "center": slack / 2, "right": slack}[align]
    return LineSegment(x + max(shift, ZERO), pieces, ZERO, last.spaces)
