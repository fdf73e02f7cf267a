"""The shapes of an SVG as outlines: what is filled, what is drawn as a line, and what it is clipped to."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import partial
from typing import Any, NamedTuple

from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.svgLib.path import parse_path
from fontTools.svgLib.path.shapes import PathBuilder
from lxml import etree

from pipeline.diagnostics import diagnose
from pipeline.document.drawing_styles import Colour
from pipeline.document.drawing_transforms import NUMBER
from pipeline.document.picture_faults import PictureFault

Frame = tuple[float, float, float, float]
"""Left, top, width, height."""
Operation = tuple[str, tuple[tuple[float, float], ...]]
Outline = tuple[Operation, ...]

_PATH = re.compile(r"\s*[Mm][MmZzLlHhVvCcSsQqTtAaEe0-9+\-.,\s]*")
_COMMAND = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_ARGUMENTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2}
_LENGTH = re.compile(rf"({NUMBER.pattern})(px|pt|pc|mm|cm|in|%)?")
UNITS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""Lengths in px."""
_ACROSS = frozenset({"x", "width", "cx", "rx", "x1", "x2"})
_DOWN = frozenset({"y", "height", "cy", "ry", "y1", "y2"})
_NEVER_NEGATIVE = frozenset({"width", "height", "rx", "ry", "r"})
_BROKEN_PATH = partial(diagnose, "picture/svg-outline")

Viewport = tuple[float, float] | None
"""The sides that shares of a length are of; `None` where the picture tells none."""


class Clip(NamedTuple):
    """What is not inside this outline is not seen."""

    outline: Outline
    even_odd: bool


class Stroke(NamedTuple):
    """A line along an outline: it is drawn in the units of the element, which `place` leads to the picture's.

    `cap`, `join` and `dashes` are as PDF has them (ISO 32000-1 §8.4.3).
    """

    outline: Outline
    place: tuple[float, float, float, float, float, float]
    colour: Colour
    width: float
    cap: int
    join: int
    miter: float
    dashes: tuple[float, ...]
    offset: float
    opacity: float = 1.0

    @property
    def reach(self) -> float:
        """How far it may lie outside its outline, in units of the picture, corners apart."""
        a, b, c, d = self.place[:4]
        return self.width / 2 * max(math.hypot(a, b), math.hypot(c, d))


class Shape(NamedTuple):
    """One shape: its outline in units of the picture, its colour (0 to 255; `None`: not filled) and fill
    rule, the line along it, which lies above the fill unless `line_first`, and what it is clipped to.
    """

    outline: Outline
    colour: Colour | None
    even_odd: bool
    stroke: Stroke | None = None
    line_first: bool = False
    clips: tuple[Clip, ...] = ()
    opacity: float = 1.0

    @property
    def paints(self) -> int:
        """How many times it is painted."""
        return (self.colour is not None) + (self.stroke is not None)

    @property
    def seen(self) -> tuple[Colour, ...]:
        """Its colours on white paper."""
        told = [(self.colour, self.opacity)]
        if self.stroke:
            told.append((self.stroke.colour, self.stroke.opacity))
        return tuple(_on_white(colour, opacity) for colour, opacity in told if colour is not None)

    def fade(self, opacity: float) -> Shape:
        """The shape, so much of it as `opacity` says."""
        stroke = self.stroke and self.stroke._replace(opacity=self.stroke.opacity * opacity)
        return self._replace(stroke=stroke, opacity=self.opacity * opacity)


def _on_white(colour: Colour, opacity: float) -> Colour:
    red, green, blue = (round(255 - (255 - part) * opacity) for part in colour)
    return red, green, blue


def length(name: str, value: str, viewport: Viewport, line: int) -> float:
    """A length in px. Raises `PictureFault`."""
    found = _LENGTH.fullmatch(value.strip())
    if found is None or (found[2] == "%" and viewport is None):
        raise PictureFault(partial(diagnose, "picture/svg-number", name=name, value=value[:40]), line)
    if found[2] != "%" or viewport is None:
        return float(found[1]) * UNITS[found[2] or "px"]
    wide, high = viewport
    whole = wide if name in _ACROSS else high if name in _DOWN else math.hypot(wide, high) / math.sqrt(2)
    return float(found[1]) / 100 * whole


def outline_of(element: Any, name: str, viewport: Viewport) -> Outline:
    """The outline of a shape in its own units. Raises `PictureFault`."""
    line = element.sourceline
    if name == "path":
        _check_path(element)
    bare = etree.Element(name, {key: element.get(key) for key in ("d", "points") if element.get(key)})
    for key in sorted((_ACROSS | _DOWN | {"r"}) & set(element.keys())):
        if element.get(key) != "auto":
            bare.set(key, repr(_size(key, element.get(key), viewport, line)))
    builder, pen = PathBuilder(), RecordingPen()
    try:
        if name in {"circle", "ellipse"}:
            return _round(bare)
        builder.add_path_from_element(bare)
        for path in builder.paths:
            parse_path(path, pen)
    except Exception as error:  # fontTools raises whatever it stumbles over
        raise PictureFault(_BROKEN_PATH, line) from error
    return tuple((operation, tuple(points)) for operation, points in pen.value)


def _round(bare: Any) -> Outline:
    """A circle or an ellipse from its right end on, as dashes count (SVG 2 §10.3); none without a size."""
    radii = [float(bare.get(key, bare.get("r", 0))) for key in ("rx", "ry")]
    x, y = (float(bare.get(key, 0)) for key in ("cx", "cy"))
    wide, high = radii
    if not wide or not high:
        return ()
    pen = RecordingPen()
    arcs = f"A{wide} {high} 0 0 1 {x - wide} {y}A{wide} {high} 0 0 1 {x + wide} {y}Z"
    parse_path(f"M{x + wide} {y}{arcs}", pen)
    return tuple((operation, tuple(points)) for operation, points in pen.value)


def _size(key: str, value: str, viewport: Viewport, line: int) -> float:
    size = length(key, value, viewport, line)
    if size < 0 and key in _NEVER_NEGATIVE:
        raise PictureFault(partial(diagnose, "picture/svg-number", name=key, value=value), line)
    return size


def move(outline: Outline, place: Transform) -> Outline:
    """The outline in other units."""
    pen = RecordingPen()
    _draw(outline, TransformPen(pen, place))
    return tuple((operation, tuple(points)) for operation, points in pen.value)


def box(left: float, top: float, width: float, height: float) -> Outline:
    """The outline of a rectangle."""
    right, bottom = left + width, top + height
    corners = ((right, top), (right, bottom), (left, bottom))
    return (("moveTo", ((left, top),)), *(("lineTo", (corner,)) for corner in corners), ("closePath", ()))


def bounds(outlines: Iterable[tuple[Outline, float]]) -> Frame:
    """The frame around outlines, each with how far it reaches beyond itself."""
    sides: list[tuple[float, float, float, float]] = []
    for outline, reach in outlines:
        pen = BoundsPen(None)
        _draw(outline, pen)
        if pen.bounds:
            left, top, right, bottom = pen.bounds
            sides.append((left - reach, top - reach, right + reach, bottom + reach))
    if not sides:
        return 0.0, 0.0, 0.0, 0.0
    left, top = min(side[0] for side in sides), min(side[1] for side in sides)
    return left, top, max(side[2] for side in sides) - left, max(side[3] for side in sides) - top


def _draw(outline: Outline, pen: Any) -> None:
    for operation, points in outline:
        getattr(pen, operation)(*points)


def _check_path(element: Any) -> None:
    path = element.get("d", "")
    if not path.strip() or path.strip() == "none":
        return
    if not _PATH.fullmatch(path):
        raise PictureFault(_BROKEN_PATH, element.sourceline)
    for command, numbers in _COMMAND.findall(path):
        many, wanted = len(NUMBER.findall(numbers)), _ARGUMENTS.get(command.lower())
        if (
            (wanted and (not many or many % wanted))
            or (command in "Aa" and many < 5)
            or (command in "Zz" and many)
        ):
            raise PictureFault(_BROKEN_PATH, element.sourceline)
