"""Applies a reference document's styles to a style sheet; both writers follow the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pipeline.diagnostics import InputError, Location, diagnose
from pipeline.document.lengths import Cm, Pt, cm_of
from pipeline.document.reference.fitting import fit_to_pages
from pipeline.document.reference.records import Look, PageLook, Reference
from pipeline.document.style import PageStyle, ParagraphStyle, StyleSheet, TabStop
from pipeline.document.style_names import word_names

OWN_FAMILIES: tuple[str, ...] = get_args(StyleSheet.model_fields["font"].annotation)
"""The families whose files we have: what the PDF can be set in."""

NUMBER_LINE = cm_of(Pt(21))
"""Height of the page number's line, cm."""
TWIP = Cm(0.002)
"""Lengths as near as this are the same, cm."""
LEAST_ROOM = Cm(5.0)
"""The least width and height that text needs, cm."""
LEAST_TYPE, MOST_TYPE = Pt(4), Pt(200)
"""Type sizes that a paper may have, pt; a style beyond them is not taken."""
LEAST_EDGE = Cm(0.5)
"""The least distance of a page number from the paper's edge, cm."""


def apply_reference(sheet: StyleSheet, reference: Reference) -> StyleSheet:
    """The sheet with the fonts, matching styles, paper and margins of `reference`.

    Styles match by Word's name for them, by their key, or, for headings and the title, by Word's own name.
    Raises `InputError` where its margins leave no room for text.
    """
    names = word_names(sheet)
    paragraphs = {
        key: _apply_look(style, reference.paragraphs, _names_of(key, names["paragraph", key]))
        for key, style in sheet.paragraphs.items()
    }
    characters = {
        key: style.model_copy(
            update=dict(_find_look(reference.characters, (names["character", key], key)) or {})
        )
        for key, style in sheet.characters.items()
    }
    turned = {look.landscape: look for look in reference.pages}
    pages = {
        key: _apply_page(page, turned[page.landscape], ours=not reference.furnished)
        if page.landscape in turned
        else page
        for key, page in sheet.pages.items()
    }
    _refuse_without_room(pages.values(), reference.source)
    update: dict[str, Any] = {"paragraphs": paragraphs, "characters": characters, "pages": pages}
    return fit_to_pages(sheet.model_copy(update={**update, **_fonts(sheet, reference.font)}), sheet)


def _refuse_without_room(pages: Iterable[PageStyle], source: str) -> None:
    for page in pages:
        if (
            page.measure < LEAST_ROOM
            or page.height - max(page.top, page.first_top or Cm(0)) - page.bottom < LEAST_ROOM
        ):
            raise InputError([diagnose("reference-margins", Location(source))])


def _fonts(sheet: StyleSheet, family: str) -> dict[str, str]:
    """One of our families serves both files; another one only Word, from the reader's machine."""
    own = next((one for one in OWN_FAMILIES if one.replace(" ", "") == family.replace(" ", "")), "")
    if own or not family:
        return {"font": own or sheet.font}
    return {"word_font": family}


def _names_of(key: str, name: str) -> Iterator[str]:
    yield from (name, key)
    if key.startswith("heading-"):
        yield key.replace("-", " ")


def _find_look(looks: Any, names: Any) -> Look | None:
    return next((looks[name.casefold()] for name in names if name.casefold() in looks), None)


def _apply_look(style: ParagraphStyle, looks: Any, names: Iterator[str]) -> ParagraphStyle:
    look = _find_look(looks, names)
    if look is None or not LEAST_TYPE <= look["size"] <= MOST_TYPE:
        return style
    at_marker = round(look["indent"] + look["first_line"] + style.marker_width, 3)
    stops = tuple(
        TabStop(**stop)
        for stop in look["tabs"]
        if not (style.marker_width and abs(stop["at"] - at_marker) < 0.01)
    )
    return style.model_copy(
        update={**_keep_same_lengths(style, look), "tabs": _keep_same_stops(style.tabs, stops)}
    )


def _keep_same_lengths(style: ParagraphStyle | PageStyle, look: Look) -> Look:
    """The look, with our own length where theirs is the same: Word counts in twentieths of a point."""
    return {name: _keep_same_length(getattr(style, name), value) for name, value in look.items()}


def _keep_same_length(ours: Any, theirs: Any) -> Any:
    numbers = isinstance(ours, int | float) and isinstance(theirs, float)
    return ours if numbers and abs(ours - theirs) <= TWIP else theirs


def _keep_same_stops(ours: tuple[TabStop, ...], theirs: tuple[TabStop, ...]) -> tuple[TabStop, ...]:
    """Our own stops where theirs are the same, in whatever order."""
    pairs = zip(sorted(ours, key=_at), theirs, strict=False)
    same = len(ours) == len(theirs) and all(
        abs(one.at - other.at) <= TWIP and (one.align, one.leader) == (other.align, other.leader)
        for one, other in pairs
    )
    return ours if same else theirs


def _at(stop: TabStop) -> Cm:
    return stop.at


def _apply_page(page: PageStyle, look: PageLook, *, ours: bool) -> PageStyle:
    """The page on their paper. It is numbered where theirs is, or by our own headers (`ours`).

    Our page number goes up where their text begins too high for it.
    """
    number = page.number if look.number or ours else None
    if number:
        highest = max(look.top - NUMBER_LINE, LEAST_EDGE)
        number = number.model_copy(update={"top": round(min(number.top, highest), 3)})
    lengths = {name: getattr(look, name) for name in ("width", "height", "left", "right", "top", "bottom")}
    first = page.top if page.first_top is None else page.first_top
    update = {**_keep_same_lengths(page, lengths), "number": number}
    if abs(look.first_top - first) > TWIP:
        update["first_top"] = look.first_top
    return page.model_copy(update=update)
