"""The elements of an SVG, from the root down: groups, shapes, copies (`use`) and viewports -> shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from typing import Any

from fontTools.misc.transform import Identity, Transform

from pipeline.diagnostics import diagnose
from pipeline.document.drawing_css import rules_in
from pipeline.document.drawing_shapes import (
    Clip,
    Frame,
    Shape,
    Stroke,
    Viewport,
    bounds,
    box,
    length,
    move,
    outline_of,
)
from pipeline.document.drawing_styles import Look, change_look, not_drawn
from pipeline.document.drawing_transforms import NUMBER, transform_of
from pipeline.document.picture_faults import PictureFault

MOST_ELEMENTS = 10_000
"""So many elements are drawn at the most, each as often as it is copied."""
DEEPEST = 120
"""So deep may elements stand in one another, what is copied counted."""

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_GROUPS = frozenset({"g", "a"})
_VIEWPORTS = frozenset({"svg", "symbol"})
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "line"})
_UNSEEN = frozenset({
    "title", "desc", "metadata", "defs", "style", "linearGradient", "radialGradient", "pattern", "clipPath",
    "mask", "filter", "marker", "symbol", "view",
})  # fmt: skip
"""Elements that are not drawn by themselves; what refers to them is drawn with them, or refused."""
_CONDITIONS = ("requiredExtensions", "requiredFeatures", "systemLanguage")
_REFERENCE = re.compile(r"""url\(\s*(["']?)#([^"')]+)\1\s*\)""")
_ASPECT = re.compile(r"(?:defer\s+)?(none|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?")
_PART = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


@dataclass(frozen=True, slots=True)
class _Setting:
    """What holds where an element stands: its look, its units in those of the picture, what it is clipped to,
    the viewport that shares are of, and what is being copied.
    """

    look: Look
    place: Transform
    clips: tuple[Clip, ...]
    viewport: Viewport
    copied: tuple[str, ...] = ()
    depth: int = 0


class Walk:
    """Walks one picture. `plain` says afterwards whether it needs nothing that programs read differently."""

    def __init__(self, root: Any, viewport: Viewport) -> None:
        self._root = root
        for script in root.iter(f"{_SVG}script"):
            raise PictureFault(partial(diagnose, "picture/svg-element", element="script"), script.sourceline)
        self._rules = rules_in(root)
        self._named = {
            element.get("id"): element for element in reversed(list(root.iter())) if _name(element)
        }
        self._count = 0
        self._viewport = viewport
        self.plain = not self._rules

    def shapes(self) -> tuple[Shape, ...]:
        """What is drawn, in the order in which it is painted. Raises `PictureFault`."""
        start = _Setting(Look(), Identity, (), self._viewport)
        look = change_look(start.look, "svg", self._root, self._rules)
        if look.hidden:
            return ()
        inside = self._clipped(self._root, replace(start, look=look))
        return tuple(self._children(self._root, inside))

    def _children(self, element: Any, at: _Setting | None) -> Iterator[Shape]:
        if at is not None:
            for child in element:
                yield from self._element(child, at)

    def _element(self, element: Any, at: _Setting) -> Iterator[Shape]:
        """The shapes of an element and of those in it."""
        name = _name(element)
        if not name or name in _UNSEEN:
            return
        self._count += 1
        if self._count > MOST_ELEMENTS or at.depth > DEEPEST:
            raise PictureFault(
                partial(diagnose, "picture/svg-copies", limit=f"{MOST_ELEMENTS:,}"), _line(element)
            )
        look = change_look(at.look, name, element, self._rules)
        if look.hidden:
            return
        place = at.place.transform(transform_of(element))
        inside = self._clipped(element, replace(at, look=look, place=place, depth=at.depth + 1))
        if inside is None:
            return
        if look.opacity == 1:
            yield from self._drawn(element, name, inside)
        else:
            yield from _faded(list(self._drawn(element, name, inside)), look.opacity, element)

    def _drawn(self, element: Any, name: str, at: _Setting) -> Iterator[Shape]:
        if name in _GROUPS:
            yield from self._children(element, at)
        elif name == "switch":
            chosen = next((child for child in element if _name(child) and not _asks(child)), None)
            if chosen is not None:
                yield from self._element(chosen, at)
        elif name == "svg":
            yield from self._children(element, self._viewport_of(element, element, at))
        elif name == "use":
            yield from self._copy(element, at)
        elif name in _SHAPES:
            yield from _shape(element, name, at)
        else:
            raise PictureFault(partial(diagnose, "picture/svg-element", element=name), _line(element))

    def _copy(self, element: Any, at: _Setting) -> Iterator[Shape]:
        """What a `use` copies, where it wants it."""
        self.plain = False
        target = element.get("href") or element.get(_XLINK) or ""
        found = self._named.get(target.removeprefix("#")) if target.startswith("#") else None
        if found is None or target in at.copied:
            raise PictureFault(partial(diagnose, "picture/svg-copy", value=target[:40]), _line(element))
        x, y = (length(key, element.get(key, "0"), at.viewport, _line(element)) for key in ("x", "y"))
        there = replace(at, place=at.place.translate(x, y), copied=(*at.copied, target))
        name = _name(found)
        if name not in _VIEWPORTS:
            yield from self._element(found, there)
            return
        look = change_look(there.look, name, found, self._rules)
        if not look.hidden:
            inside = replace(there, look=look, depth=there.depth + 1)
            yield from self._children(found, self._viewport_of(found, element, inside))

    def _viewport_of(self, element: Any, sized: Any, at: _Setting) -> _Setting | None:
        """The setting inside a viewport of its own, whose size `sized` tells; `None` where it has none."""
        self.plain = False

        def side(key: str, usual: str) -> float:
            given = sized.get(key) or element.get(key) or usual
            return length(key, usual if given == "auto" else given, at.viewport, _line(element))

        is_svg = _name(element) == "svg"
        left, top = (side("x", "0"), side("y", "0")) if is_svg and sized is element else (0.0, 0.0)
        width, height = side("width", "100%"), side("height", "100%")
        if width <= 0 or height <= 0:
            return None
        frame = view_box(element)
        clips = at.clips
        if not at.look.overflows:
            clips = (*clips, Clip(move(box(left, top, width, height), at.place), even_odd=False))
        place = at.place.translate(left, top)
        if frame is None:
            return replace(at, place=place, clips=clips, viewport=(width, height))
        place = place.transform(_fit(frame, (width, height), element))
        return replace(at, place=place, clips=clips, viewport=frame[2:])

    def _clipped(self, element: Any, at: _Setting) -> _Setting | None:
        """The setting with what the element is clipped to; `None` where nothing of it is left to see."""
        if not at.look.clip:
            return at
        self.plain = False
        found = _REFERENCE.fullmatch(at.look.clip)
        path = self._named.get(found[2]) if found else None
        if path is None or _name(path) != "clipPath" or path.get("clipPathUnits", "") == "objectBoundingBox":
            raise not_drawn("clip-path", at.look.clip, _line(element))
        look = change_look(Look(), "clipPath", path, self._rules)
        place = at.place.transform(transform_of(path))
        inside = replace(at, look=look._replace(clip=""), place=place, clips=(), depth=at.depth + 1)
        shapes = list(self._children(path, inside))
        # nested clips, and shapes that overlap, are a region that one path cannot say
        parts = [bounds([(shape.outline, 0.0)]) for shape in shapes]
        if look.clip or any(s.clips for s in shapes) or any(_meet(*two) for two in combinations(parts, 2)):
            raise not_drawn("clip-path", at.look.clip, _line(element))
        if len({shape.even_odd for shape in shapes}) > 1:
            raise not_drawn("clip-rule", at.look.clip, _line(element))
        outline = tuple(operation for shape in shapes for operation in shape.outline)
        clip = Clip(outline, even_odd=bool(shapes) and shapes[0].even_odd)
        return replace(at, clips=(*at.clips, clip)) if outline else None


def view_box(element: Any) -> Frame | None:
    """The viewBox of an element; `None` if it has none. Raises `PictureFault`."""
    given = element.get("viewBox")
    if given is None:
        return None
    parts = given.replace(",", " ").split()
    if len(parts) != 4 or not all(NUMBER.fullmatch(part) for part in parts):
        raise PictureFault(partial(diagnose, "picture/svg-view-box", value=given[:40]), _line(element))
    left, top, width, height = map(float, parts)
    return left, top, width, height


def _fit(frame: Frame, size: tuple[float, float], element: Any) -> Transform:
    """From the units of a viewBox to those around it, by `preserveAspectRatio`."""
    told = element.get("preserveAspectRatio", "xMidYMid").strip()
    found = _ASPECT.fullmatch(told)
    left, top, width, height = frame
    if found is None or width <= 0 or height <= 0:
        raise not_drawn("preserveAspectRatio", told, _line(element))
    wide, high = size[0] / width, size[1] / height
    if found[1] == "none":
        return Identity.scale(wide, high).translate(-left, -top)
    scale = (max if found[4] == "slice" else min)(wide, high)
    x = (size[0] - width * scale) * _PART[found[2]]
    y = (size[1] - height * scale) * _PART[found[3]]
    return Identity.translate(x, y).scale(scale).translate(-left, -top)


def _faded(shapes: list[Shape], opacity: float, element: Any) -> Iterator[Shape]:
    """The shapes of an element that is half-transparent as a whole: they may not lie on one another."""
    parts = [_bounds(shape) for shape in shapes]
    if opacity and (any(s.paints > 1 for s in shapes) or any(_meet(*two) for two in combinations(parts, 2))):
        raise not_drawn("opacity", f"{opacity:g}", _line(element))
    yield from (shape.fade(opacity) for shape in shapes if opacity)


def _bounds(shape: Shape) -> Frame:
    return bounds([(shape.outline, shape.stroke.reach if shape.stroke else 0.0)])


def _shape(element: Any, name: str, at: _Setting) -> Iterator[Shape]:
    """The shape of an element; none of what shows nothing."""
    look = at.look
    outline = outline_of(element, name, at.viewport) if look.visible else ()
    colour = None if name == "line" or not look.fill_opacity else look.paint(look.fill)
    stroke = _stroke(element, outline, at)
    if outline and (colour is not None or stroke is not None or _is_in_clip(element)):
        even_odd = look.clips_even_odd if _is_in_clip(element) else look.even_odd
        placed = move(outline, at.place)
        yield Shape(placed, colour, even_odd, stroke, look.line_first, at.clips, look.fill_opacity)


def _is_in_clip(element: Any) -> bool:
    """Whether the element stands in a `clipPath`, of which only the outline counts."""
    return any(above.tag == f"{_SVG}clipPath" for above in element.iterancestors())


def _stroke(element: Any, outline: tuple[Any, ...], at: _Setting) -> Stroke | None:
    look, line = at.look, _line(element)
    colour = look.paint(look.stroke)
    if colour is None or not outline or not look.stroke_opacity:
        return None
    width = length("stroke-width", look.width, at.viewport, line)
    if width <= 0:
        return None
    if look.fixed_width:
        raise not_drawn("vector-effect", "non-scaling-stroke", line)
    miter = length("stroke-miterlimit", look.miter, None, line)
    if miter < 1:
        raise not_drawn("stroke-miterlimit", look.miter, line)
    offset = length("stroke-dashoffset", look.offset, at.viewport, line)
    dashes = _dashes(look.dashes, at.viewport, line)
    cap, join = _CAPS[look.cap], _JOINS[look.join]
    ends = (cap, join, miter, dashes, offset)
    return Stroke(outline, tuple(at.place), colour, width, *ends, look.stroke_opacity)


def _dashes(told: str, viewport: Viewport, line: int) -> tuple[float, ...]:
    """Dashes and gaps as long as PDF takes them: an odd number is said twice, one of no length is none."""
    if told == "none":
        return ()
    made = tuple(length("stroke-dasharray", part, viewport, line) for part in told.replace(",", " ").split())
    if min(made, default=0.0) < 0 or len(made) > 20:
        raise not_drawn("stroke-dasharray", told, line)
    return () if not sum(made) else made * (1 + len(made) % 2)


def _name(element: Any) -> str:
    """The element's name in SVG; of another program's notes, comments and the like `""`."""
    tag = element.tag
    return tag.removeprefix(_SVG) if isinstance(tag, str) and tag.startswith(_SVG) else ""


def _asks(element: Any) -> bool:
    """Whether an element in a `switch` is for programs that know more than SVG."""
    return any(element.get(condition) for condition in _CONDITIONS) or _name(element) == "foreignObject"


def _line(element: Any) -> int:
    return int(element.sourceline or 0)


def _meet(one: Frame, other: Frame) -> bool:
    """Whether two frames share any place."""
    return all(
        one[axis] < other[axis] + other[axis + 2] and other[axis] < one[axis] + one[axis + 2]
        for axis in (0, 1)
    )
