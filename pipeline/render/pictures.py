"""Pictures of the assets as PDF drawing operators: an SVG's shapes, read once a process."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen

from pipeline.document.drawing_shapes import Outline, Shape, Stroke
from pipeline.document.drawing_styles import Colour
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
def drawing(svg: Path | bytes) -> tuple[str, float, float]:
    """The picture's operators in its own units (y downwards), its width and height in them.

    Each shape is filled by its own rule in its own colour, clipped to what it is seen in, with its line.
    Raises `TemplateError` for a picture that is not drawn (`document.drawings`).
    """
    found = drawing_of(svg)
    fine = 2 if max(found.width, found.height) > COARSE else 5
    lines = [f"1 0 0 1 {-found.left:.{fine}f} {-found.top:.{fine}f} cm"]
    last: Colour | None = None
    for shape in found.shapes:
        last = _draw(shape, lines, fine, last)
    lines[:2] = [" ".join(lines[:2])]
    return "\n".join(lines), found.width, found.height


def _draw(shape: Shape, lines: list[str], fine: int, last: Colour | None) -> Colour | None:
    """Adds the operators of a shape; `last` is the colour that is set, and what is given the one set then."""
    if shape.clips:
        lines.append("q")
        for clip in shape.clips:
            lines += [*_path(clip.outline, fine), "W* n" if clip.even_odd else "W n"]
    before = last
    stroke = _stroke(shape.stroke) if shape.stroke else []
    if shape.line_first:
        lines += stroke
    if shape.colour is not None:
        if shape.colour != last:
            lines.append(f"{_rgb(shape.colour)} rg")
            last = shape.colour
        fill = [*_path(shape.outline, fine), "f*" if shape.even_odd else "f"]
        lines += fill if shape.opacity == 1 else ["q", _opacity(shape.opacity), *fill, "Q"]
    if not shape.line_first:
        lines += stroke
    if shape.clips:
        lines.append("Q")
        return before
    return last


def _stroke(stroke: Stroke) -> list[str]:
    """A line, in the units in which it is as wide as it says."""
    matrix = " ".join(_number(part) for part in stroke.place)
    dashes = f"[{' '.join(map(_number, stroke.dashes))}] {_number(stroke.offset)} d"
    look = f"{_number(stroke.width)} w {stroke.cap} J {stroke.join} j {_number(stroke.miter)} M {dashes}"
    faded = [] if stroke.opacity == 1 else [_opacity(stroke.opacity)]
    return [f"q {matrix} cm", *faded, f"{_rgb(stroke.colour)} RG", look, *_path(stroke.outline, 5), "S Q"]


def _opacity(opacity: float) -> str:
    return f"/A{round(opacity * 1000)} gs"


def resources_of(operators: str) -> str:
    """The resources that a picture's operators name: the opacities that they set."""
    named = sorted({int(found) for found in re.findall(r"/A(\d+) gs", operators)})
    if not named:
        return "<<>>"
    states = "".join(f"/A{part}<</ca {part / 1000:g}/CA {part / 1000:g}>>" for part in named)
    return f"<</ExtGState<<{states}>>>>"


def _path(outline: Outline, fine: int) -> list[str]:
    pen = PathPen(digits=fine)
    for operation, points in outline:
        getattr(pen, operation)(*points)
    return pen.operators


def _number(number: float) -> str:
    return f"{number:.6f}".rstrip("0").rstrip(".")


def _rgb(colour: Colour) -> str:
    return " ".join(_share(part) for part in colour)


def _share(part: int) -> str:
    """A part of a colour, 0 to 255, as PDF writes it."""
    return f"{part / 255:.4f}".rstrip("0").rstrip(".")
