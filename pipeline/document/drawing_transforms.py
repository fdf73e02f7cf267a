"""Transforms of an office's SVG: the attribute `transform` -> one transform of points."""

from __future__ import annotations

import math
import re
from functools import partial
from typing import Any

from fontTools.misc.transform import Identity, Transform

from pipeline.diagnostics import diagnose
from pipeline.document.picture_faults import PictureFault

NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
"""A number as SVG writes it."""

_TRANSFORM = re.compile(r"\s*,?\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)\s*")
_OPERANDS = {
    "matrix": (6,),
    "translate": (1, 2),
    "scale": (1, 2),
    "rotate": (1, 3),
    "skewX": (1,),
    "skewY": (1,),
}
"""How many numbers each takes."""


def transform_of(element: Any) -> Transform:
    """All transforms that an element says, the first the outermost. Raises `PictureFault`."""
    text, made, at = element.get("transform", "").rstrip(), Identity, 0
    while at < len(text):
        found = _TRANSFORM.match(text, at)
        numbers = found[2].replace(",", " ").split() if found else []
        if not found or len(numbers) not in _OPERANDS[found[1]] or not all(map(NUMBER.fullmatch, numbers)):
            told = partial(diagnose, "picture/svg-transform", value=text[:40])
            raise PictureFault(told, element.sourceline)
        made = made.transform(_one_transform(found[1], *map(float, numbers)))
        at = found.end()
    return made


def _one_transform(kind: str, *numbers: float) -> Transform:
    match kind:
        case "matrix":
            return Transform(*numbers)
        case "translate":
            return Identity.translate(*numbers)
        case "scale":
            return Identity.scale(*numbers)
        case "rotate":
            x, y = numbers[1:] or (0.0, 0.0)
            return Identity.translate(x, y).rotate(math.radians(numbers[0])).translate(-x, -y)
        case "skewX":
            return Identity.skew(math.radians(numbers[0]), 0)
        case "skewY":
            return Identity.skew(0, math.radians(numbers[0]))
        case _:
            raise ValueError(f"no transform of a picture: {kind}")
