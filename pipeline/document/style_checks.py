"""What a style sheet must be as a whole: its pages have room, and the styles that it names are in it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from pipeline.diagnostics import Message
from pipeline.document.lengths import Cm
from pipeline.document.style import PageStyle, ParagraphStyle, StyleSheet, TableStyle

ROOM = Cm(0.5)
"""The least room for text on a page, cm."""
_NOUGHT = Cm(0.0)
HIGHEST_BAR = Cm(2.0)
"""The highest bar of a chart, and the widest gap between two, cm."""
FAINTEST = 3.0
"""The least contrast with white paper of what a chart draws (WCAG 2.2, 1.4.11)."""

Wrong = tuple[tuple[str, ...], Message]
"""The path of a value in the sheet, and what is wrong with it."""


def wrong_in(sheet: StyleSheet) -> Iterator[Wrong]:
    """All that does not fit together."""
    for name, page in sheet.pages.items():
        yield from ((("pages", name, *path), what) for path, what in _page(page))
    for path, kind, name, known in _styles_named(sheet):
        if name not in known:
            what = Message(f"อ้าง '{name}' ซึ่งไม่มีใน {kind}", f"it names '{name}', which {kind} does not have")
            yield path, what
    widest = max((page.width for page in sheet.pages.values()), default=_NOUGHT)
    margin = max((page.left for page in sheet.pages.values()), default=_NOUGHT)
    for name, style in sheet.paragraphs.items():
        if _is_wide(style, widest) or min(style.indent, style.indent + style.first_line) < -margin:
            yield ("paragraphs", name), Message("ข้อความอยู่นอกกระดาษ", "the text stands outside the paper")
    for name, chart in sheet.charts.items():
        for key in ("value", "last", "target", "axis"):
            if contrast_with_white(getattr(chart, key)) < FAINTEST:
                what = Message("สีจางเกินไปบนกระดาษขาว", "the colour is too faint on white paper")
                yield ("charts", name, key), what
        if chart.bar > HIGHEST_BAR or chart.gap > HIGHEST_BAR:
            what = Message(
                f"แท่งหรือช่องไฟสูงเกิน {HIGHEST_BAR:g} ซม.", f"a bar or gap is over {HIGHEST_BAR:g} cm"
            )
            yield ("charts", name), what
    for name, table in sheet.tables.items():
        if not _has_room(table, widest):
            what = Message(
                "ตารางกว้างกว่ากระดาษ หรือช่องไม่มีที่พิมพ์", "it is wider than the paper, or a cell has no room"
            )
            yield ("tables", name), what


def _page(page: PageStyle) -> Iterator[Wrong]:
    top = max(page.top, page.first_top or _NOUGHT)
    if page.width - page.left - page.right < ROOM or page.height - top - page.bottom < ROOM:
        yield (), Message("ขอบกระดาษไม่เหลือที่ให้พิมพ์", "the margins leave no room for text")
    if page.number is None:
        return
    around = page.number.format.replace("{n}", "", 1)
    if around == page.number.format or {"{", "}"} & set(around):
        yield ("number", "format"), Message("ต้องมี {n} หนึ่งแห่ง", "it must hold {n} once")
    if page.number.top > page.height:
        yield ("number", "top"), Message("อยู่นอกกระดาษ", "it stands outside the paper")


def _is_wide(style: ParagraphStyle, widest: Cm) -> bool:
    ends = [
        style.indent + max(style.first_line, _NOUGHT) + style.right + ROOM,
        *(stop.at for stop in style.tabs),
    ]
    return max(ends) > widest


def _has_room(table: TableStyle, widest: Cm) -> bool:
    narrow = any(table.padding * 2 >= column.width for column in table.columns)
    return not narrow and table.width + table.indent <= widest


def _styles_named(sheet: StyleSheet) -> Iterator[tuple[tuple[str, ...], str, str, Container[str]]]:
    """Each style that another names: where, of which kind, its name, and those that are there."""
    for name, page in sheet.pages.items():
        if page.number:
            yield ("pages", name, "number", "style"), "paragraphs", page.number.style, sheet.paragraphs
    for name, style in sheet.paragraphs.items():
        if style.marker_style:
            yield ("paragraphs", name, "marker_style"), "characters", style.marker_style, sheet.characters
    for name, chart in sheet.charts.items():
        yield ("charts", name, "text"), "paragraphs", chart.text, sheet.paragraphs
    for name, table in sheet.tables.items():
        for key in ("caption", "header", "band", "total"):
            yield ("tables", name, key), "paragraphs", getattr(table, key), sheet.paragraphs
        for look in dict.fromkeys(column.style for column in table.columns):
            yield ("tables", name, "columns"), "paragraphs", look, sheet.paragraphs


def contrast_with_white(colour: str) -> float:
    """How much a colour (RRGGBB) stands out from white: 1 not at all, 21 black (WCAG 2.2, contrast ratio)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    """A part of a colour of sRGB, 0 to 1, as light."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
