"""The pictures, drawings and objects of a DOCX: what they show, how large, and whether over the text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from pipeline.extraction.docx.names import RELATIONS, Element, local
from pipeline.extraction.extracted import Graphic, TextLocation

Data = Callable[[str], bytes | None]
"""Gives the bytes of what a relation of the part leads to; `None` for what is not in the file."""

_VML = frozenset({"shape", "rect", "roundrect", "oval", "line", "polyline", "curve", "arc", "image", "group"})
_FILLS = frozenset({"solidFill", "gradFill", "blipFill", "pattFill"})
_EFFECTS_ASIDE = frozenset({"extLst", ""})
_FURTHEST = 20_000_000
"""EMU; further from its anchor a drawing stands on no page."""


def graphics_of(root: Element, place_of: Callable[[Element], TextLocation], data: Data) -> Iterator[Graphic]:
    """What is drawn below `root`, in order; of two ways of drawing one thing, the first."""
    for element in root.iter():
        name = local(element)
        drawn = name in ("inline", "anchor") or (name in _VML and _is_outermost(element))
        if drawn and not any(local(one) == "Fallback" for one in element.iterancestors()):
            yield _graphic(element, place_of(element), data)


def _is_outermost(shape: Element) -> bool:
    """Whether a shape of VML stands in the text itself, not in a group or a definition."""
    return local(above) in ("pict", "object") if (above := shape.getparent()) is not None else False


def _graphic(element: Element, place: TextLocation, data: Data) -> Graphic:
    images = tuple(found for id in _image_ids(element) if (found := data(id)) is not None)
    missing = {f"missing {id}" for id in _image_ids(element) if data(id) is None}
    style = _style(element)
    width, height = _size(element)
    return Graphic(
        place,
        _name_graphic(element),
        frozenset({hashlib.sha256(one).hexdigest() for one in images} | missing),
        width,
        height,
        in_front=_is_in_front(element, style),
        hidden=_is_hidden(element, style),
        look=tuple(sorted(set(_look(element)))),
        images=images,
    )


def _image_ids(element: Element) -> Iterator[str]:
    for one in element.iter():
        if local(one) in ("blip", "svgBlip", "imagedata"):
            for name in ("embed", "link", "id", "href"):
                if id := one.get(f"{{{RELATIONS}}}{name}"):
                    yield id


def _name_graphic(element: Element) -> str:
    """What its author calls it, else what it is."""
    for one in element.iter():
        if local(one) == "docPr":
            return one.get("descr") or one.get("name") or ""
    return element.get("alt") or element.get("id") or ""


def _size(element: Element) -> tuple[int, int]:
    for one in element:
        if local(one) == "extent":
            return _emu(one.get("cx")), _emu(one.get("cy"))
    return 0, 0


def _style(element: Element) -> dict[str, str]:
    """The style of a shape of VML."""
    parts = (part.partition(":") for part in element.get("style", "").split(";"))
    return {name.strip(): said.strip() for name, _, said in parts}


def _is_in_front(element: Element, style: dict[str, str]) -> bool:
    if local(element) == "anchor":
        wraps = any(
            local(one) in ("wrapSquare", "wrapTight", "wrapTopAndBottom", "wrapThrough") for one in element
        )
        return not wraps and element.get("behindDoc") not in ("1", "true")
    return style.get("position") == "absolute" and not style.get("z-index", "").startswith("-")


def _is_hidden(element: Element, style: dict[str, str]) -> bool:
    if style.get("visibility") == "hidden" or style.get("mso-hide") == "all":
        return True
    return any(local(one) == "docPr" and one.get("hidden") in ("1", "true") for one in element)


def _look(element: Element) -> Iterator[str]:
    """What was done to the images: crops, effects, lines, turns, and whether it stands off its page."""
    for one in element.iter():
        name = local(one)
        if name == "srcRect" and any(_emu(side) for side in one.values()):
            yield "crop"
        elif name == "blip":
            yield from (effect for child in one if (effect := local(child)) not in _EFFECTS_ASIDE)
        elif name == "xfrm" and any(
            one.get(turn, "0") not in ("0", "false") for turn in ("rot", "flipH", "flipV")
        ):
            yield "turn"
        elif name == "custGeom" or (name == "prstGeom" and one.get("prst") != "rect"):
            yield "shape"
        elif name == "ln" and any(local(fill) in _FILLS for fill in one):
            yield "line"
        elif name in ("effectLst", "effectDag") and len(one):
            yield "effects"
        elif name == "posOffset" and not -_FURTHEST / 4 < _emu(one.text) < _FURTHEST:
            yield "off-page"
        elif name == "imagedata":
            yield from (turn for turn in ("gain", "blacklevel", "croptop", "cropleft") if one.get(turn))


def _emu(text: object) -> int:
    try:
        return int(float(str(text or 0).strip().removesuffix("%")))
    except ValueError:
        return 0
