"""A chart as a PNG: what a DOCX shows of it, drawn by the operators of the PDF."""

from __future__ import annotations

from functools import lru_cache

from pipeline.document.tree import Document
from pipeline.render.pdf import write_pdf
from pipeline.render.raster import png_of_page
from pipeline.typeset.items import Page, PlacedChart

RESOLUTION = 300
"""Pixels to the inch: fine enough for 14 pt type in print."""


@lru_cache(maxsize=8)
def png_of_chart(chart: PlacedChart) -> bytes:
    """The chart on white, the same bytes for the same chart."""
    page = Page(chart.width, chart.height, (), (chart,))
    return png_of_page(write_pdf((page,), Document("", "", ()), conformance="none"), RESOLUTION)
