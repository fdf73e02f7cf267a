"""How the shapes of an SVG look: fill and line, inherited; what we do not draw is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import Any, Literal, NamedTuple

from PIL import ImageColor

from pipeline.diagnostics import diagnose
from pipeline.document.drawing_css import Rule
from pipeline.document.drawing_transforms import NUMBER
from pipeline.document.picture_faults import PictureFault

_SHARE = re.compile(rf"({NUMBER.pattern})(%?)")
_RGB_PERCENT = re.compile(r"rgb\(\s*(\d+\.?\d*)%[\s,]+(\d+\.?\d*)%[\s,]+(\d+\.?\d*)%\s*\)")

Colour = tuple[int, int, int]
Paint = Colour | Literal["currentcolor"] | None

_IMPORTANT = "!important"
_OPACITY = ("opacity", "fill-opacity", "stroke-opacity")
_LINES = ("stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit")
_DASHES = ("stroke-dasharray", "stroke-dashoffset")
_DRAWN = frozenset(
    {"fill", "fill-rule", "clip-rule", "stroke", "color", "display", "visibility", "clip-path"}
    | {"vector-effect", "paint-order", "overflow"}
    | {*_OPACITY, *_LINES, *_DASHES}
)
_REFERRING = frozenset({"mask", "filter", "marker", "marker-start", "marker-mid", "marker-end"})
_HARMLESS = re.compile(
    r"-.*|font.*|text.*|letter-spacing|word-spacing|line-height|white-space|writing-mode|direction|unicode-bidi"
    r"|color-.*|enable-background|shape-rendering|image-rendering"
    r"|solid-.*|stop-.*|flood-.*|lighting-.*|baseline-shift|dominant-baseline|pointer-events|cursor"
    r"|shape-.*|inline-size|isolation|block-progression|marker-knockout-.*"
)
"""Properties that change nothing about a shape in plain colours."""


class Look(NamedTuple):
    """What an element hands down: its paints (`None`: none), its rules, its line with lengths as told.

    `hidden` are the element and all in it, `visible` says whether it is painted itself; `clip` is the element
    that it is clipped to, `overflows` whether a viewport of its own shows what lies outside it, `opacity`
    (0 to 1) how far the whole of it covers what is below: these four are not handed down.
    """

    fill: Paint = (0, 0, 0)
    even_odd: bool = False
    clips_even_odd: bool = False
    stroke: Paint = None
    width: str = "1"
    cap: str = "butt"
    join: str = "miter"
    miter: str = "4"
    dashes: str = "none"
    offset: str = "0"
    color: Colour = (0, 0, 0)
    fixed_width: bool = False
    line_first: bool = False
    visible: bool = True
    hidden: bool = False
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    opacity: float = 1.0
    clip: str = ""
    overflows: bool = False

    def paint(self, what: Paint) -> Colour | None:
        """A paint as a colour."""
        return self.color if what == "currentcolor" else what


def change_look(above: Look, name: str, element: Any, rules: Iterable[Rule] = ()) -> Look:
    """The look of an element `name` below `above`. Raises `PictureFault` for what is not drawn."""
    line = element.sourceline
    told = {str(key): str(value).strip() for key, value in element.attrib.items()}
    if scripted := next((key for key in told if key.startswith("on")), None):
        raise PictureFault(partial(diagnose, "picture/svg-script", name=scripted), line)
    properties = {key: value for key, value in told.items() if key in _DRAWN | _REFERRING}
    declared = [rule.declared for rule in rules if rule.is_for(name, element)]
    for text in (*declared, told.get("style", "")):
        properties |= _parse_declarations(text, line)
    for text in declared if any(_IMPORTANT in text for text in declared) else ():
        properties |= _parse_declarations(
            ";".join(one for one in text.split(";") if one.rstrip().endswith(_IMPORTANT)), line
        )
    properties = {key: value for key, value in properties.items() if value not in {"inherit", ""}}
    _refuse_others(properties, line)
    return _look(above, properties, line)


def _refuse_others(properties: dict[str, str], line: int) -> None:
    for name in sorted(_REFERRING & properties.keys()):
        if properties[name] != "none":
            raise not_drawn(name, properties[name], line)


def _look(above: Look, properties: dict[str, str], line: int) -> Look:
    def choice(name: str, allowed: tuple[str, ...], inherited: str) -> str:
        value = properties.get(name, inherited)
        if value not in allowed:
            raise not_drawn(name, value, line)
        return value

    rules = ("nonzero", "evenodd")
    told = {
        "fill": _paint(properties, "fill", above.fill, line),
        "stroke": _paint(properties, "stroke", above.stroke, line),
        "color": above.color,
        "even_odd": choice("fill-rule", rules, rules[above.even_odd]) == "evenodd",
        "clips_even_odd": choice("clip-rule", rules, rules[above.clips_even_odd]) == "evenodd",
        "cap": choice("stroke-linecap", ("butt", "round", "square"), above.cap),
        "join": choice("stroke-linejoin", ("miter", "round", "bevel"), above.join),
        "width": properties.get("stroke-width", above.width),
        "miter": properties.get("stroke-miterlimit", above.miter),
        "dashes": properties.get("stroke-dasharray", above.dashes),
        "offset": properties.get("stroke-dashoffset", above.offset),
        "fixed_width": properties.get("vector-effect", "none") != "none",
        "line_first": _is_line_first(properties, above),
        "visible": properties.get("visibility", "visible" if above.visible else "hidden") == "visible",
        "hidden": properties.get("display") == "none",
        "fill_opacity": _share(properties, "fill-opacity", above.fill_opacity, line),
        "stroke_opacity": _share(properties, "stroke-opacity", above.stroke_opacity, line),
        "opacity": _share(properties, "opacity", 1.0, line),
        "clip": properties.get("clip-path", "none").removeprefix("none"),
        "overflows": properties.get("overflow") in {"visible", "auto"},
    }
    if properties.get("color", "currentcolor").lower() != "currentcolor":
        told["color"] = _colour("color", properties["color"], line)
    return Look(**told)  # type: ignore[arg-type]


def _share(properties: dict[str, str], name: str, inherited: float, line: int) -> float:
    """A share of the whole, 0 to 1, as a number or in percent."""
    told = properties.get(name)
    if told is None:
        return inherited
    found = _SHARE.fullmatch(told)
    if found is None:
        raise not_drawn(name, told, line)
    return min(max(float(found[1]) / (100 if found[2] else 1), 0.0), 1.0)


def _is_line_first(properties: dict[str, str], above: Look) -> bool:
    """Whether the line is painted below the fill."""
    order = properties.get("paint-order")
    if order is None:
        return above.line_first
    return "stroke" in order.split("fill")[0].split()


def _parse_declarations(style: str, line: int) -> dict[str, str]:
    """The properties of a `style` attribute, or of a rule."""
    found = {}
    for declaration in filter(str.strip, style.split(";")):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name in _DRAWN | _REFERRING:
            found[name] = value.removesuffix(_IMPORTANT).strip()
        elif not _HARMLESS.fullmatch(name) and value not in {"none", "normal"}:
            raise not_drawn(name, value, line)
    return found


def _paint(properties: dict[str, str], name: str, inherited: Paint, line: int) -> Paint:
    told = properties.get(name)
    if told is None:
        return inherited
    if told in {"none", "transparent"}:
        return None
    return "currentcolor" if told.lower() == "currentcolor" else _colour(name, told, line)


def _colour(name: str, told: str, line: int) -> Colour:
    if found := _RGB_PERCENT.fullmatch(told):
        red, green, blue = (round(min(float(part), 100.0) * 2.55) for part in found.groups())
        return red, green, blue
    try:
        parts = ImageColor.getrgb(told)
    except ValueError as error:
        raise not_drawn(name, told, line) from error
    if len(parts) == 4 and parts[3] == 255:
        return parts[0], parts[1], parts[2]
    if len(parts) != 3:
        raise not_drawn(name, told, line)
    return parts


def not_drawn(name: str, value: str, line: int) -> PictureFault:
    """The fault of a property that is not drawn."""
    return PictureFault(partial(diagnose, "picture/svg-property", name=name, value=value[:40]), line)
