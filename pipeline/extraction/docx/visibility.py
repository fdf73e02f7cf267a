"""What of a DOCX's text is not seen as it is read.

Each paragraph that the reader found is looked at in all the properties that it and its runs have in the end,
and in what lies behind it: its shading, its cell's, its page's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from pipeline.extraction.docx.cascade import NO_TABLE, Cascade, ParagraphLook, TableLook
from pipeline.extraction.docx.colours import WHITE, Palette, Rgb
from pipeline.extraction.docx.geometry import (
    is_cell_cut,
    is_cut,
    is_page_cut,
    is_turned,
    page_said,
    sections,
    widest,
)
from pipeline.extraction.docx.names import Element, W, child, local, switched_on, value
from pipeline.extraction.docx.run_visibility import RunVisibility
from pipeline.extraction.docx.table_looks import TableLooks
from pipeline.extraction.extracted import Obstacle, TextLocation, VisibilityIssue


class Placed(NamedTuple):
    """A paragraph, where it stands, and the number that the word processor sets before it, in which look."""

    paragraph: Element
    place: TextLocation
    marker: str = ""
    marker_look: Element | None = None


_TEXT, _RUN, _CELL = f"{{{W}}}t", f"{{{W}}}r", f"{{{W}}}tc"
_NOT_SHOWN = frozenset({"del", "moveFrom", "Fallback"})
_USUAL_SIZE = 10.0
_LONG = 40
"""The length of a text matters where it is fitted into a width; longer ones are alike."""
_WEB_ONLY = ("TOC", "PAGEREF", "HYPERLINK")
"""Fields whose results word processors mark as hidden on the web, where they have no meaning."""


class DocumentLooks:
    """The styles, colours and fonts of one document, by which its paragraphs are looked at."""

    def __init__(
        self,
        styles: Element | None,
        theme: Element | None,
        settings: Element | None,
        fonts: Element | None,
        document: Element,
    ) -> None:
        self._cascade = Cascade(styles)
        self._palette = Palette(theme, settings)
        self._tables = TableLooks(self._cascade)
        self._runs = RunVisibility(self._palette, _theme_fonts(theme), _symbol_fonts(fonts))
        shown = switched_on(settings, "displayBackgroundShape")
        colour = self._palette.colour(child(document, "background"), "color") if shown else None
        self._room = widest(document)
        self._page: tuple[Rgb, ...] = (colour, WHITE) if colour else (WHITE,)
        self._known: dict[object, tuple[Obstacle, ...]] = {}

    def issues(self, paragraphs: Iterable[Placed]) -> Iterator[VisibilityIssue]:
        """What is not seen as it is read, in the order of the paragraphs."""
        for placed in paragraphs:
            yield from self._of_paragraph(placed)

    def pages(self, body: Element) -> Iterator[VisibilityIssue]:
        """The sections whose pages have no room for their text."""
        for section in sections(body):
            if is_page_cut(section):
                yield VisibilityIssue("cut-off", TextLocation(), page_said(section))
            if is_turned(section):
                yield VisibilityIssue("direction", TextLocation(), page_said(section))

    def _of_paragraph(self, placed: Placed) -> Iterator[VisibilityIssue]:
        paragraph, place, marker, _ = placed
        pieces = list(_pieces(paragraph))
        text = "".join(said for _, said in pieces).strip() or marker
        if not text:
            if _is_laid_over(paragraph):
                yield VisibilityIssue("covered", place, "")
            return
        cell = next(paragraph.iterancestors(_CELL), None)
        table = NO_TABLE if cell is None else self._tables.of(cell)
        look = self._cascade.paragraph(paragraph, table)
        grounds = self._grounds(paragraph, look, table)
        told = [
            (self._find_obstacles(look, _there(child(run, "rPr")), said, grounds), said)
            for run, said in pieces
        ]
        if _is_of_contents(paragraph):
            told = [
                (_without_web(issues, run), said)
                for (issues, said), (run, _) in zip(told, pieces, strict=True)
            ]
        if marker:
            own = (*_there(child(paragraph, "pPr", "rPr")), *_there(placed.marker_look))
            told.insert(0, (_of_marker(self._find_obstacles(look, own, marker, grounds), marker), marker))
        yield from _group_issues(told, place)
        size = self._size(look, pieces)
        if is_cut(look, size, self._room) or (cell is not None and is_cell_cut(cell, size, len(text))):
            yield VisibilityIssue("cut-off", place, text)
        if _is_reversed(paragraph, look, cell):
            yield VisibilityIssue("direction", place, text)
        if any(local(one) == "collapsed" for layer in look.layers for one in layer):
            yield VisibilityIssue("hidden", place, text)

    def _find_obstacles(
        self, look: ParagraphLook, own: tuple[Element, ...], text: str, grounds: tuple[Rgb, ...]
    ) -> tuple[Obstacle, ...]:
        """What is wrong with a text, worked out once for all of one look and script."""
        if not text.strip():
            return ()
        signs = tuple(sorted({_kind_of(letter) for letter in text})), min(len(text), _LONG)
        known = (
            tuple(id(one) for layer in look.runs for one in layer),
            *map(_signature, own),
            signs,
            grounds,
        )
        if known not in self._known:
            run = self._cascade.run(own, look)
            self._known[known] = tuple(self._runs.issues(run, text, grounds))
        return self._known[known]

    def _size(self, look: ParagraphLook, pieces: list[tuple[Element, str]]) -> float:
        """The size of the type of a paragraph's first text, pt."""
        run = self._cascade.run(_there(child(pieces[0][0], "rPr")) if pieces else (), look)
        said = value(run.last("szCs")) or value(run.last("sz"))
        return int(said) / 2 if said.isdigit() else _USUAL_SIZE

    def _grounds(self, paragraph: Element, look: ParagraphLook, table: TableLook) -> tuple[Rgb, ...]:
        """What lies behind a paragraph: the nearest thing that is painted, at last the page."""
        painted = self._palette.shading(look.last("shd"))
        if painted:
            return (painted,)
        for number, cell in enumerate(paragraph.iterancestors(_CELL)):
            layers = (*(table.cells if number == 0 else ()), *_there(child(cell, "tcPr")))
            own = next((one for layer in reversed(layers) if (one := child(layer, "shd")) is not None), None)
            row, whole = (next(cell.iterancestors(f"{{{W}}}{name}"), None) for name in ("tr", "tbl"))
            shadings = (own, child(row, "tblPrEx", "shd"), child(whole, "tblPr", "shd"))
            painted = next((one for one in map(self._palette.shading, shadings) if one), None)
            if painted:
                return (painted,)
        return self._page


def _pieces(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """The runs of a paragraph that say something, without those of boxes in it and of deletions."""
    for run in paragraph.iter(_RUN, "{http://schemas.openxmlformats.org/officeDocument/2006/math}r"):
        above = []
        for one in run.iterancestors():
            if one is paragraph:
                break
            above.append(local(one))
        if "p" not in above and not _NOT_SHOWN.intersection(above):
            text = "".join(one.text or "" for one in run if local(one) == "t")
            if text:
                yield run, text


def _is_laid_over(paragraph: Element) -> bool:
    """Whether an empty paragraph is painted and stands in a frame or a table that floats over the text."""
    if child(paragraph, "pPr", "framePr") is not None and child(paragraph, "pPr", "shd") is not None:
        return True
    tables = paragraph.iterancestors(f"{{{W}}}tbl")
    floats = any(child(one, "tblPr", "tblpPr") is not None for one in tables)
    return floats and any(child(one, "tcPr", "shd") is not None for one in paragraph.iterancestors(_CELL))


def _group_issues(
    told: list[tuple[tuple[Obstacle, ...], str]], place: TextLocation
) -> Iterator[VisibilityIssue]:
    """The issues of one paragraph; texts that follow one another are told in one."""
    kinds = dict.fromkeys(kind for issues, _ in told for kind in issues)
    for kind in kinds:
        for has, group in groupby(told, key=lambda one: kind in one[0]):
            if has:
                yield VisibilityIssue(kind, place, "".join(said for _, said in group).strip())


def _is_reversed(paragraph: Element, look: ParagraphLook, cell: Element | None) -> bool:
    bidi = look.last("bidi")
    if bidi is not None and value(bidi) not in ("0", "false", "off"):
        return True
    if any(local(one) in ("bdo", "dir") and value(one) == "rtl" for one in paragraph.iter()):
        return True
    table = None if cell is None else next(cell.iterancestors(f"{{{W}}}tbl"), None)
    return switched_on(child(table, "tblPr"), "bidiVisual") or is_turned(child(cell, "tcPr"))


def _is_of_contents(paragraph: Element) -> bool:
    """Whether it is a line of the contents, of which word processors hide parts from web pages."""
    fields = " ".join(one.text or "" for one in paragraph.iter(f"{{{W}}}instrText")).upper()
    linked = any(True for _ in paragraph.iter(f"{{{W}}}hyperlink"))
    return linked or any(one in fields for one in _WEB_ONLY)


def _without_web(issues: tuple[Obstacle, ...], run: Element) -> tuple[Obstacle, ...]:
    """The issues of a run, unless it is hidden from web pages alone."""
    properties = child(run, "rPr")
    shown = not any(switched_on(properties, name) for name in ("vanish", "specVanish"))
    alone = shown and switched_on(properties, "webHidden")
    return tuple(one for one in issues if one != "hidden" or not alone)


def _of_marker(issues: tuple[Obstacle, ...], marker: str) -> tuple[Obstacle, ...]:
    """The issues of a number; a bullet is a sign, in whatever font."""
    counts = any(map(str.isalnum, marker))
    return tuple(one for one in issues if one != "symbol-font" or counts)


def _kind_of(letter: str) -> str:
    """`t` for Thai, `a` for other letters, otherwise the letter itself if it is a sign of its own kind."""
    if "\u0e00" <= letter <= "\u0e7f":
        return "t"
    return letter if letter > "\u2000" or letter.isspace() else "a"


def _signature(properties: Element) -> tuple[object, ...]:
    """What a run's properties say, for telling equal ones."""
    return tuple((one.tag, *sorted(map(str, one.items())), *_signature(one)) for one in properties)


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """The fonts of a theme by the names that runs call them, as `minorBidi`."""
    found = {}
    for kind in ("major", "minor"):
        scheme = None if theme is None else next(theme.iter(f"{{*}}{kind}Font"), None)
        for one in [] if scheme is None else scheme:
            face = one.get("typeface", "")
            names = {"latin": ("HAnsi", "Ascii"), "cs": ("Bidi",), "ea": ("EastAsia",)}.get(local(one), ())
            found.update({f"{kind}{name}": face for name in names})
    return found


def _symbol_fonts(fonts: Element | None) -> frozenset[str]:
    """The fonts of signs, as the font table has them (`w:charset` 2)."""
    return frozenset(
        value(one, "name").lower()
        for one in ([] if fonts is None else fonts)
        if value(child(one, "charset")) in ("02", "2")
    )


def _there(element: Element | None) -> tuple[Element, ...]:
    return () if element is None else (element,)
