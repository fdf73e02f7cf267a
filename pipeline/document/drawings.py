"""An office's SVG -> filled shapes, as both files draw them; what is not simple is refused in words.

Drawn: paths, rectangles, circles, ellipses and polygons in groups, with solid colours, both fill rules and
transforms. Everything else that would be seen (lines, gradients, text, pictures, clips, half-transparent
colours, style sheets) is refused: a signed paper bears the whole emblem or none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple, cast

from fontTools.misc.transform import Identity, Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.svgLib.path import parse_path
from fontTools.svgLib.path.shapes import PathBuilder
from lxml import etree

from pipeline.diagnostics import diagnose
from pipeline.document.drawing_styles import Look, change_look
from pipeline.document.drawing_transforms import NUMBER, transform_of
from pipeline.document.office_files import read_of_office
from pipeline.document.picture_faults import PALEST, PictureFault, picture_error
from pipeline.intake.opening import ordinary_bytes

LARGEST = 500_000
"""Bytes of a file."""
MOST_POINTS = 50_000
FARTHEST = 1_000_000.0
"""No coordinate lies further out."""
SMALLEST = 0.02
"""A side of what is seen, as a share of the frame's."""
LONGEST_SIDE = 20.0
"""How many times one side may be as long as the other."""

Frame = tuple[float, float, float, float]
"""Left, top, width, height."""
Operation = tuple[str, tuple[tuple[float, float], ...]]

_SVG = "{http://www.w3.org/2000/svg}"
_GROUPS = frozenset({"svg", "g"})
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "line"})
_UNSEEN = frozenset({
    "title", "desc", "metadata", "defs", "linearGradient", "radialGradient", "pattern", "clipPath", "mask",
    "filter", "marker", "symbol", "view",
})  # fmt: skip
"""Elements that are not drawn by themselves; what refers to them is refused."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_PATH = re.compile(r"\s*[Mm][MmZzLlHhVvCcSsQqTtAaEe0-9+\-.,\s]*")
_COMMAND = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_ARGUMENTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2}
_LENGTH = re.compile(r"\s*(\d+\.?\d*|\.\d+)\s*(px|pt|pc|mm|cm|in)?\s*")
_UNITS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}

_BROKEN_PATH = partial(diagnose, "picture/svg-outline")


class Shape(NamedTuple):
    """One filled shape: its outline in units of the picture, its colour (0 to 255) and fill rule."""

    outline: tuple[Operation, ...]
    colour: tuple[int, int, int]
    even_odd: bool


class Drawing(NamedTuple):
    """A picture: where its frame begins (y downwards), the frame's sides, and what is drawn in it.

    `framed` says whether the file itself tells the frame to every program.
    """

    left: float
    top: float
    width: float
    height: float
    shapes: tuple[Shape, ...]
    framed: bool


@lru_cache(maxsize=16)
def drawing_of(svg: Path) -> Drawing:
    """The drawing of a file. Raises `TemplateError` with the file, the line and what to do."""
    return read_of_office(svg, _load_drawing)


def _load_drawing(svg: Path) -> Drawing:
    try:
        return _drawing(ordinary_bytes(svg))
    except PictureFault as fault:
        raise picture_error(svg, fault) from fault
    except OSError as error:
        raise picture_error(svg, PictureFault(partial(diagnose, "picture/svg-unreadable"))) from error


def _drawing(data: bytes) -> Drawing:
    root = _root(data)
    shapes = tuple(_shapes(root, Look(), Identity))
    if not shapes:
        raise PictureFault(partial(diagnose, "picture/svg-no-shape"))
    points = [point for shape in shapes for _, points in shape.outline for point in points]
    if len(points) > MOST_POINTS:
        raise PictureFault(partial(diagnose, "picture/svg-points", limit=f"{MOST_POINTS:,}"))
    if not all(abs(number) < FARTHEST for point in points for number in point):
        raise PictureFault(partial(diagnose, "picture/svg-position"))
    told = _frame(root)
    left, top, width, height = told or _bounds(shapes)
    if (
        not (0 < width < FARTHEST and 0 < height < FARTHEST)
        or not 1 / LONGEST_SIDE <= width / height <= LONGEST_SIDE
    ):
        raise PictureFault(partial(diagnose, "picture/svg-frame"))
    if told and not _overlap(told, _bounds(shapes)):
        raise PictureFault(partial(diagnose, "picture/svg-outside"))
    if not _is_seen(shapes, (left, top, width, height)):
        raise PictureFault(partial(diagnose, "picture/svg-blank"))
    return Drawing(left, top, width, height, shapes, told is not None)


def _is_seen(shapes: tuple[Shape, ...], frame: Frame) -> bool:
    """Whether anything of a colour other than the paper's is large enough to be seen."""
    dark = tuple(shape for shape in shapes if min(shape.colour) < PALEST)
    _, _, width, height = _bounds(dark)
    return width > frame[2] * SMALLEST and height > frame[3] * SMALLEST


def _overlap(frame: Frame, other: Frame) -> bool:
    """Whether two frames share any place."""
    return all(
        frame[axis] < other[axis] + other[axis + 2] and other[axis] < frame[axis] + frame[axis + 2]
        for axis in (0, 1)
    )


def _root(data: bytes) -> Any:
    if len(data) > LARGEST:
        raise PictureFault(partial(diagnose, "picture/svg-too-large", limit=f"{LARGEST:,}"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PictureFault(partial(diagnose, "picture/svg-encoding")) from error
    if "<!ENTITY" in text or "<?xml-stylesheet" in text:
        raise PictureFault(partial(diagnose, "picture/svg-declares"))
    try:
        root = etree.fromstring(text.encode("utf-8"), _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = int(error.position[0]) if isinstance(error, etree.XMLSyntaxError) else 0
        raise PictureFault(partial(diagnose, "picture/svg-syntax"), line) from error
    if root.tag != f"{_SVG}svg":
        raise PictureFault(
            partial(diagnose, "picture/svg-root", element=root.tag), cast(int, root.sourceline)
        )
    return root


def _shapes(element: Any, above: Look, place: Transform) -> Iterator[Shape]:
    """The shapes of an element and of those in it, in the order in which they are painted."""
    name = _name(element)
    if name in _UNSEEN or not name:
        _check_unseen(element)
        return
    if name not in _GROUPS | _SHAPES or (name == "svg" and element.getparent() is not None):
        raise PictureFault(partial(diagnose, "picture/svg-element", element=name), element.sourceline)
    look = change_look(above, element)
    place = place.transform(transform_of(element))
    if look.hidden:
        return
    if name in _GROUPS:
        for child in element:
            yield from _shapes(child, look, place)
    elif look.colour is not None and name != "line":
        outline = _outline(element, name, place)
        if outline:
            yield Shape(outline, look.colour, look.even_odd)


def _name(element: Any) -> str:
    """The element's name in SVG; of another program's notes, comments and the like `""`."""
    tag = element.tag
    return tag.removeprefix(_SVG) if isinstance(tag, str) and tag.startswith(_SVG) else ""


def _check_unseen(element: Any) -> None:
    for inner in element.iter(f"{_SVG}style", f"{_SVG}script"):
        raise PictureFault(partial(diagnose, "picture/svg-element", element=_name(inner)), inner.sourceline)


def _outline(element: Any, name: str, place: Transform) -> tuple[Operation, ...]:
    """The outline of a shape in units of the picture. Raises `PictureFault`."""
    if name == "path":
        _check_path(element)
    bare = etree.Element(name, {key: value for key, value in element.attrib.items() if _draws(key)})
    _check_sizes(bare, element.sourceline)
    builder, pen = PathBuilder(), RecordingPen()
    try:
        builder.add_path_from_element(bare)
        for path in builder.paths:
            parse_path(path, TransformPen(pen, place))
    except Exception as error:  # fontTools raises whatever it stumbles over
        raise PictureFault(_BROKEN_PATH, element.sourceline) from error
    return tuple((operation, tuple(points)) for operation, points in pen.value)


def _draws(key: str) -> bool:
    return key in {"d", "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "points"}


def _check_path(element: Any) -> None:
    path = element.get("d", "")
    if not path.strip():
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


def _check_sizes(element: Any, line: int) -> None:
    for key in ("width", "height", "rx", "ry", "r", "x", "y", "cx", "cy"):
        size = element.get(key, "0")
        number = float(size) if NUMBER.fullmatch(size) else math.nan
        if math.isnan(number) or (number < 0 and key not in {"x", "y", "cx", "cy"}):
            raise PictureFault(partial(diagnose, "picture/svg-number", name=key, value=size), line)


def _frame(root: Any) -> Frame | None:
    """The frame that the file tells: its viewBox, or its width and height; `None` if it tells neither."""
    size = [_length(root, name) for name in ("width", "height")]
    given = root.get("viewBox")
    if given is None:
        return (0.0, 0.0, size[0], size[1]) if size[0] and size[1] else None
    parts = given.replace(",", " ").split()
    if len(parts) != 4 or not all(NUMBER.fullmatch(part) for part in parts):
        raise PictureFault(partial(diagnose, "picture/svg-view-box", value=given[:40]), root.sourceline)
    left, top, width, height = map(float, parts)
    if (
        size[0]
        and size[1]
        and width > 0
        and height > 0
        and abs(size[0] / size[1] / (width / height) - 1) > 0.02
    ):
        raise PictureFault(partial(diagnose, "picture/svg-proportion"), root.sourceline)
    return left, top, width, height


def _length(root: Any, name: str) -> float:
    """A side of the picture in px; 0 if it is not told, or told as a share of something else."""
    given = root.get(name, "").strip()
    if not given or given.endswith(("%", "em", "ex")) or given == "auto":
        return 0.0
    found = _LENGTH.fullmatch(given)
    if found is None or not float(found[1]):
        raise PictureFault(
            partial(diagnose, "picture/svg-length", name=name, value=given[:40]), root.sourceline
        )
    return float(found[1]) * _UNITS[found[2] or "px"]


def _bounds(shapes: tuple[Shape, ...]) -> Frame:
    """The frame around all shapes, where the file tells none."""
    pen = BoundsPen(None)
    for shape in shapes:
        for operation, points in shape.outline:
            getattr(pen, operation)(*points)
    left, top, right, bottom = pen.bounds or (0.0, 0.0, 0.0, 0.0)
    return left, top, right - left, bottom - top
