"""How the shapes of an SVG look: colour and fill rule, inherited; what we do not draw is refused."""

from __future__ import annotations

import re
from functools import partial
from typing import Any, NamedTuple

from PIL import ImageColor

from pipeline.diagnostics import diagnose
from pipeline.document.picture_faults import PictureFault

_DRAWN = frozenset(
    {"fill", "fill-rule", "fill-opacity", "opacity", "stroke", "stroke-width", "display", "visibility"}
)
_REFERRING = frozenset({"clip-path", "mask", "filter", "marker", "marker-start", "marker-mid", "marker-end"})
_HARMLESS = re.compile(
    r"-.*|font.*|text.*|letter-spacing|word-spacing|line-height|white-space|writing-mode|direction|unicode-bidi"
    r"|stroke-.*|clip-rule|color|color-.*|overflow|enable-background|shape-rendering|image-rendering"
    r"|solid-.*|stop-.*|flood-.*|lighting-.*|baseline-shift|dominant-baseline|paint-order|pointer-events|cursor"
    r"|shape-.*|inline-size|vector-effect|isolation|fill-.*"
)
"""Properties that change nothing about a filled shape in one colour."""


class Look(NamedTuple):
    """What an element hands down: its colour (`None`: not filled), its rule, the line around it."""

    colour: tuple[int, int, int] | None = (0, 0, 0)
    even_odd: bool = False
    stroke: str = "none"
    stroke_width: str = "1"
    hidden: bool = False


def change_look(above: Look, element: Any) -> Look:
    """The look of an element below `above`. Raises `PictureFault` for what would be drawn otherwise."""
    line = element.sourceline
    told = {str(name): str(value).strip() for name, value in element.attrib.items()}
    if scripted := next((name for name in told if name.startswith("on")), None):
        raise PictureFault(partial(diagnose, "picture/svg-script", name=scripted), line)
    properties = {name: value for name, value in told.items() if name in _DRAWN | _REFERRING}
    properties |= _parse_declarations(told.get("style", ""), line)
    properties = {name: value for name, value in properties.items() if value not in {"inherit", ""}}
    for name in sorted(_REFERRING & properties.keys()):
        if properties[name] != "none":
            raise _not_drawn(name, properties[name], line)
    for name in ("opacity", "fill-opacity"):
        if properties.get(name, "1") not in {"1", "1.0", "100%"}:
            raise _not_drawn(name, properties[name], line)
    look = _look(above, properties, line)
    if look.stroke not in {"none", "transparent"} and not re.fullmatch(r"0*\.?0*(px)?", look.stroke_width):
        raise _not_drawn("stroke", look.stroke, line)
    return look


def _look(above: Look, properties: dict[str, str], line: int) -> Look:
    rule = properties.get("fill-rule", "evenodd" if above.even_odd else "nonzero")
    if rule not in {"evenodd", "nonzero"}:
        raise _not_drawn("fill-rule", rule, line)
    if (seen := properties.get("visibility", "visible")) != "visible":
        raise _not_drawn("visibility", seen, line)
    return Look(
        _colour(properties["fill"], line) if "fill" in properties else above.colour,
        rule == "evenodd",
        properties.get("stroke", above.stroke),
        properties.get("stroke-width", above.stroke_width),
        properties.get("display") == "none",
    )


def _parse_declarations(style: str, line: int) -> dict[str, str]:
    """The properties of a `style` attribute."""
    found = {}
    for declaration in filter(str.strip, style.split(";")):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name in _DRAWN | _REFERRING:
            found[name] = value.removesuffix("!important").strip()
        elif not _HARMLESS.fullmatch(name) and value not in {"none", "normal"}:
            raise _not_drawn(name, value, line)
    return found


def _colour(fill: str, line: int) -> tuple[int, int, int] | None:
    if fill in {"none", "transparent"}:
        return None
    try:
        parts = ImageColor.getrgb(fill)
    except ValueError as error:
        raise _not_drawn("fill", fill, line) from error
    if len(parts) != 3:
        raise _not_drawn("fill", fill, line)
    return parts


def _not_drawn(name: str, value: str, line: int) -> PictureFault:
    return PictureFault(partial(diagnose, "picture/svg-property", name=name, value=value[:40]), line)
