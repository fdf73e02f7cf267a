"""Pages of a PDF as pictures, and where on a page its figures stand. pdfium draws them."""

from __future__ import annotations

import io
import re
import threading
from functools import lru_cache
from math import ceil
from typing import NamedTuple

import pypdfium2 as pdfium

_PDFIUM = threading.Lock()
"""pdfium is not safe to call from two threads."""

ZOOMS = (75, 100, 150, 200)
"""Zoom of a preview in percent of 96 pixels an inch."""
PIXELS = 96 / 72
"""Pixels a pt at 100 percent."""


FIGURE = re.compile(r"[0-9๐-๙]+(?:[.,/][0-9๐-๙]+)*")


class PlacedFigure(NamedTuple):
    """A figure of a page; x, y of its upper left corner, width and height as shares of the page, 0 to 1."""

    text: str
    x: float
    y: float
    width: float
    height: float


class Preview(NamedTuple):
    """A page to show: its number (from 1), the size of its picture in pixels, and its figures."""

    number: int
    width: int
    height: int
    figures: tuple[PlacedFigure, ...]


def previews_of(pdf: bytes, zoom: int) -> list[Preview]:
    """All pages of a PDF, so that a page can be laid out before its pictures have come."""
    scale = zoom / 100 * PIXELS
    return [
        Preview(at, ceil(page.width * scale), ceil(page.height * scale), page.figures)
        for at, page in enumerate(_read(pdf), 1)
    ]


class _Page(NamedTuple):
    width: float
    height: float
    figures: tuple[PlacedFigure, ...]


@lru_cache(maxsize=32)
def _read(pdf: bytes) -> tuple[_Page, ...]:
    """Each page's width and height in pt, and its figures: what a person asks about."""
    with _PDFIUM:
        document = pdfium.PdfDocument(pdf)
        try:
            return tuple(_read_page(page) for page in document)
        finally:
            document.close()


def _read_page(page: pdfium.PdfPage) -> _Page:
    wide, high = page.get_size()
    text = page.get_textpage()
    found = FIGURE.finditer(text.get_text_range())
    return _Page(wide, high, tuple(_place_figure(text, *match.span(), (wide, high)) for match in found))


@lru_cache(maxsize=64)
def page_png(pdf: bytes, number: int, zoom: int) -> bytes:
    """Page `number` (from 1) as PNG. Raises `IndexError` if there is no such page."""
    with _PDFIUM:
        document = pdfium.PdfDocument(pdf)
        try:
            if not 1 <= number <= len(document):
                raise IndexError(number)
            image = document[number - 1].render(scale=zoom / 100 * PIXELS).to_pil()
        finally:
            document.close()
    written = io.BytesIO()
    image.convert("P", palette=1, colors=64).save(written, "PNG", compress_level=3)
    return written.getvalue()


def _place_figure(page: pdfium.PdfTextPage, start: int, end: int, size: tuple[float, float]) -> PlacedFigure:
    boxes = [page.get_charbox(at) for at in range(start, end)]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
    wide, high = size
    figure = page.get_text_range(start, end - start)
    return PlacedFigure(figure, left / wide, 1 - top / high, (right - left) / wide, (top - bottom) / high)
