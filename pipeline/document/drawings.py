"""An office's SVG -> shapes, as both files draw them; what is not drawn is refused in words.

Drawn: shapes, groups, copies and viewports, filled and along their lines in plain colours, with both fill
rules, transforms, clips and plain style sheets. Everything else that would be seen (gradients, text, masks,
pictures, half-transparent colours) is refused: a signed paper bears the whole emblem or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple, cast

from lxml import etree

from pipeline.diagnostics import diagnose
from pipeline.document.drawing_shapes import UNITS, Frame, Outline, Shape, bounds
from pipeline.document.drawing_walk import Walk, view_box
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

_SVG = "{http://www.w3.org/2000/svg}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_LENGTH = re.compile(r"\s*(\d+\.?\d*|\.\d+)\s*(px|pt|pc|mm|cm|in)?\s*")


class Drawing(NamedTuple):
    """A picture: where its frame begins (y downwards), the frame's sides, and what is drawn in it.

    `framed` says whether the file itself tells the frame to every program, `plain` whether it needs nothing
    that programs read differently.
    """

    left: float
    top: float
    width: float
    height: float
    shapes: tuple[Shape, ...]
    framed: bool
    plain: bool


@lru_cache(maxsize=16)
def drawing_of(svg: Path | bytes) -> Drawing:
    """The drawing of a file. Raises `TemplateError` with the file, the line and what to do.

    Of a picture's own bytes the same, with `PictureFault`: they were looked at in a sandbox before.
    """
    return _drawing(svg) if isinstance(svg, bytes) else read_of_office(svg, _load_drawing)


def _load_drawing(svg: Path) -> Drawing:
    try:
        return _drawing(ordinary_bytes(svg))
    except PictureFault as fault:
        raise picture_error(svg, fault) from fault
    except OSError as error:
        raise picture_error(svg, PictureFault(partial(diagnose, "picture/svg-unreadable"))) from error


def _drawing(data: bytes) -> Drawing:
    root = _root(data)
    told = _frame(root)
    walk = Walk(root, told[2:] if told else None)
    shapes = walk.shapes()
    if not shapes:
        raise PictureFault(partial(diagnose, "picture/svg-no-shape"))
    points = [point for outline in _outlines(shapes) for _, points in outline for point in points]
    if len(points) > MOST_POINTS:
        raise PictureFault(partial(diagnose, "picture/svg-points", limit=f"{MOST_POINTS:,}"))
    if not all(abs(number) < FARTHEST for point in points for number in point):
        raise PictureFault(partial(diagnose, "picture/svg-position"))
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
    return Drawing(left, top, width, height, shapes, told is not None, walk.plain)


def _outlines(shapes: tuple[Shape, ...]) -> Iterator[Outline]:
    """The outlines of the shapes, and of what they are clipped to."""
    yield from (shape.outline for shape in shapes)
    yield from (clip.outline for clip in dict.fromkeys(clip for shape in shapes for clip in shape.clips))


def _is_seen(shapes: tuple[Shape, ...], frame: Frame) -> bool:
    """Whether anything of a colour other than the paper's is large enough to be seen."""
    dark = tuple(shape for shape in shapes if any(min(colour) < PALEST for colour in shape.seen))
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


def _frame(root: Any) -> Frame | None:
    """The frame that the file tells: its viewBox, or its width and height; `None` if it tells neither."""
    size = [_length(root, name) for name in ("width", "height")]
    box = view_box(root)
    if box is None:
        return (0.0, 0.0, size[0], size[1]) if size[0] and size[1] else None
    left, top, width, height = box
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
    return float(found[1]) * UNITS[found[2] or "px"]


def _bounds(shapes: tuple[Shape, ...]) -> Frame:
    """The frame around all shapes and their lines."""
    return bounds((shape.outline, shape.stroke.reach if shape.stroke else 0.0) for shape in shapes)
