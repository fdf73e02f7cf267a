"""What a style sheet must be as a whole: its pages have room, and the styles that it names are in it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from pipeline.diagnostics import Message
from pipeline.document.lengths import Cm
from pipeline.document.style import PageStyle, ParagraphStyle, StyleSheet, TableStyle

ROOM = Cm(0.5)
"""The least room for text on a page, cm."""
_NOUGHT = Cm(0.0)

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
    for name, table in sheet.tables.items():
        for key in ("caption", "header", "band", "total"):
            yield ("tables", name, key), "paragraphs", getattr(table, key), sheet.paragraphs
        for look in dict.fromkeys(column.style for column in table.columns):
            yield ("tables", name, "columns"), "paragraphs", look, sheet.paragraphs
