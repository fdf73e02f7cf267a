"""Pictures of the assets as PDF drawing operators: an SVG's shapes, read once a process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen

from pipeline.document.drawings import drawing_of

COARSE = 100.0
"""Units of a picture whose hundredths are smaller than any printer's dot."""


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
        """An outline that is left open: filling closes it."""

    def _numbers(self, *points: tuple[float, float]) -> str:
        scaled = (f"{value * self._scale:.{self._digits}f}" for point in points for value in point)
        return " ".join(text.rstrip("0").rstrip(".") for text in scaled)


@lru_cache(maxsize=16)
def drawing(svg: Path) -> tuple[str, float, float]:
    """The picture's operators in its own units (y downwards), its width and height in them.

    Each shape is filled by its own rule in its own colour. Raises `TemplateError` for a picture that is not
    drawn (`document.drawings`).
    """
    found = drawing_of(svg)
    fine = 2 if max(found.width, found.height) > COARSE else 5
    lines = [f"1 0 0 1 {-found.left:.{fine}f} {-found.top:.{fine}f} cm"]
    last = None
    for shape in found.shapes:
        if shape.colour != last:
            lines.append(f"{' '.join(_share(part) for part in shape.colour)} rg")
            last = shape.colour
        pen = PathPen(digits=fine)
        for operation, points in shape.outline:
            getattr(pen, operation)(*points)
        lines += [*pen.operators, "f*" if shape.even_odd else "f"]
    lines[:2] = [" ".join(lines[:2])]
    return "\n".join(lines), found.width, found.height


def _share(part: int) -> str:
    """A part of a colour, 0 to 255, as PDF writes it."""
    return f"{part / 255:.4f}".rstrip("0").rstrip(".")
