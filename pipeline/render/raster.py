"""An SVG's paths as a PNG: what a Word that cannot show SVG shows instead."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.svgLib import SVGPath
from lxml import etree
from PIL import Image, ImageChops, ImageDraw

HEIGHT = 709
"""600 dpi at 3 cm, the larger size of the ครุฑ (ระเบียบงานสารบรรณ ข้อ 71)."""
OVERSAMPLING = 3
CURVE_STEPS = 12
"""Straight pieces that stand for a curve: below a pixel at this size."""

Point = tuple[float, float]


class _Outline(BasePen):  # type: ignore[misc]
    """Gathers closed outlines as points; curves become straight pieces."""

    def __init__(self) -> None:
        super().__init__(glyphSet=None)
        self.outlines: list[list[Point]] = []

    def _moveTo(self, point: Any) -> None:
        self.outlines.append([point])

    def _lineTo(self, point: Any) -> None:
        self.outlines[-1].append(point)

    def _curveToOne(self, first: Any, second: Any, end: Any) -> None:
        start = self.outlines[-1][-1]
        for step in range(1, CURVE_STEPS + 1):
            t = step / CURVE_STEPS
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            points = (start, first, second, end)
            x, y = (sum(w * p[axis] for w, p in zip(weights, points, strict=True)) for axis in (0, 1))
            self.outlines[-1].append((x, y))


@lru_cache(maxsize=8)
def png_of_svg(path: Path) -> bytes:
    """The SVG filled black on white by the even-odd rule, `HEIGHT` pixels high."""
    data = path.read_bytes()
    left, top, width, height = map(float, etree.fromstring(data).get("viewBox", "").replace(",", " ").split())
    scale = HEIGHT * OVERSAMPLING / height
    size = (round(width * scale), HEIGHT * OVERSAMPLING)
    pen = _Outline()
    SVGPath.fromstring(data).draw(pen)
    filled = Image.new("1", size, 0)
    for outline in pen.outlines:
        if len(outline) > 2:
            one = Image.new("1", size, 0)
            points = [((x - left) * scale, (y - top) * scale) for x, y in outline]
            ImageDraw.Draw(one).polygon(points, fill=1)
            filled = ImageChops.logical_xor(filled, one)
    grey = ImageChops.invert(filled.convert("L")).resize((size[0] // OVERSAMPLING, HEIGHT))
    buffer = BytesIO()
    grey.quantize(16).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
