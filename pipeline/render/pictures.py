"""Pictures of the assets as PDF drawing operators: an SVG's paths, read once a process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.svgLib import SVGPath
from lxml import etree


class PathPen(BasePen):  # type: ignore[misc]
    """Draws into a list of PDF path operators, `scale` times as large; all curves arrive as cubic ones."""

    def __init__(self, scale: float = 1.0, digits: int = 2) -> None:
        super().__init__(glyphSet=None)
        self.operators: list[str] = []
        self._scale = scale
        self._digits = digits

    def _moveTo(self, point: Any) -> None:
        self.operators.append(f"{self._numbers(point)} m")

    def _lineTo(self, point: Any) -> None:
        self.operators.append(f"{self._numbers(point)} l")

    def _curveToOne(self, first: Any, second: Any, end: Any) -> None:
        self.operators.append(f"{self._numbers(first, second, end)} c")

    def _closePath(self) -> None:
        self.operators.append("h")

    def _endPath(self) -> None:
        self.operators.append("n")

    def _numbers(self, *points: tuple[float, float]) -> str:
        scaled = (f"{value * self._scale:.{self._digits}f}" for point in points for value in point)
        return " ".join(text.rstrip("0").rstrip(".") for text in scaled)


@lru_cache(maxsize=16)
def drawing(svg: Path) -> tuple[str, float, float]:
    """The picture's operators in its own units (y downwards), its width and height in them.

    All paths are filled black by the even-odd rule, as a printed emblem is.
    """
    data = svg.read_bytes()
    box = [float(part) for part in etree.fromstring(data).get("viewBox", "").replace(",", " ").split()]
    pen = PathPen()
    pen.operators.append(f"1 0 0 1 {-box[0]:.2f} {-box[1]:.2f} cm 0 0 0 rg")
    SVGPath.fromstring(data).draw(pen)
    pen.operators.append("f*")
    return "\n".join(pen.operators), box[2], box[3]
