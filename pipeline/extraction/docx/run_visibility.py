"""Whether the text of a run is seen as it is read: not struck, hidden, faint, tiny or in other signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extraction.docx.cascade import RunLook
from pipeline.extraction.docx.colours import BLACK, HIGHLIGHTS, LEAST_CONTRAST, Palette, Rgb, contrast, rgb
from pipeline.extraction.docx.names import Element, local, value
from pipeline.extraction.extracted import Obstacle

LEAST_SIZE = 8.0
"""Type smaller than this (pt) is not read on a printed page."""
NARROWEST, WIDEST = 50, 250
"""Per cent (`w:w`): outside of these, letters are no letters any more."""
CLOSEST, FURTHEST = 1 / 8, 2.0
"""Letters may move so many sizes of their type towards each other, or away (`w:spacing`)."""
HIGHEST = 0.5
"""So many sizes of its type a text may be raised or lowered (`w:position`)."""

THICKEST = 1 / 40
"""A line round letters in the colour of the paper eats their strokes if it is wider than so many sizes."""

_EMU = 12_700
"""In a point."""
HIDING = ("vanish", "specVanish", "webHidden")
_USUAL_SIZE = 20
_SYMBOLS = ("wingdings", "webdings", "symbol", "marlett", "zapfdingbats", "zapf dingbats", "opensymbol")
_REVERSED = re.compile("[\u202a\u202b\u202d\u202e\u2066-\u2069]")
_THAI = re.compile("[\u0e00-\u0e7f]")


class RunVisibility:
    """Looks at runs in the palette of a document; `symbol_fonts` are those that its font table calls so."""

    def __init__(self, palette: Palette, theme_fonts: dict[str, str], symbol_fonts: frozenset[str]) -> None:
        self._palette = palette
        self._theme_fonts = theme_fonts
        self._symbol_fonts = symbol_fonts

    def issues(self, look: RunLook, text: str, grounds: tuple[Rgb, ...]) -> Iterator[Obstacle]:
        """What keeps the text from being seen as it is read; `grounds` are what lies behind it."""
        if look.is_on("strike") or look.is_on("dstrike"):
            yield "struck"
        if any(look.is_on(switch) for switch in HIDING):
            yield "hidden"
        size = min(_half_points(look, "sz"), _half_points(look, "szCs")) / 2
        if self._is_faint(look, grounds) or self._is_outlined(look, grounds, size):
            yield "faint"
        if size < LEAST_SIZE:
            yield "tiny"
        elif _is_distorted(look, text, size):
            yield "distorted"
        if any(self._is_symbolic(font) for font in self._fonts(look, text)):
            yield "symbol-font"
        if look.is_on("rtl") or _REVERSED.search(text):
            yield "direction"

    def _is_faint(self, look: RunLook, grounds: tuple[Rgb, ...]) -> bool:
        if look.is_on("emboss") or look.is_on("imprint"):
            return True
        colour = self._colour(look)
        return colour is None or self._is_lost(colour, look, grounds)

    def _is_outlined(self, look: RunLook, grounds: tuple[Rgb, ...], size: float) -> bool:
        """Whether a thick line in the colour of what is behind the letters runs round them."""
        line = next(
            (one for layer in reversed(look.layers) for one in layer if local(one) == "textOutline"), None
        )
        width = _of_word_2010(line, "w")
        if line is None or not width.isdigit() or int(width) / _EMU <= size * THICKEST:
            return False
        colour = next((one for one in map(self._colour_of_element, line.iter()) if one), None)
        return colour is not None and self._is_lost(colour, look, grounds)

    def _is_lost(self, colour: Rgb, look: RunLook, grounds: tuple[Rgb, ...]) -> bool:
        """Whether a colour cannot be told from what is behind it."""
        behind = self._ground(look)
        return any(contrast(colour, one) < LEAST_CONTRAST for one in ((behind,) if behind else grounds))

    def _colour(self, look: RunLook) -> Rgb | None:
        """The colour of the letters, black where it is automatic; `None` for letters without any."""
        fill = next((one for one in map(_text_fill, reversed(look.layers)) if one is not None), None)
        if fill is None:
            return self._palette.colour(look.last("color")) or BLACK
        if any(local(one) == "noFill" for one in fill.iter()):
            return None
        if any(local(one) == "alpha" and _per_mille(one) > 500 for one in fill.iter()):
            return None
        return next((one for one in map(self._colour_of_element, fill.iter()) if one), BLACK)

    def _colour_of_element(self, element: Element) -> Rgb | None:
        """The colour of an element of DrawingML in a run."""
        said = _of_word_2010(element, "val")
        if local(element) == "schemeClr":
            return self._palette.colour_named(said)
        return rgb(said) if local(element) == "srgbClr" else None

    def _ground(self, look: RunLook) -> Rgb | None:
        highlight = HIGHLIGHTS.get(value(look.last("highlight")))
        return highlight or self._palette.shading(look.last("shd"))

    def _fonts(self, look: RunLook, text: str) -> Iterator[str]:
        """The fonts that set the text, by its script."""
        named = look.attributes_of("rFonts")
        complex_script = look.is_on("cs") or look.is_on("rtl")
        kinds = ["cs"] if complex_script or _THAI.search(text) else []
        if not complex_script and _THAI.sub("", text).strip():
            kinds += ["ascii", "hAnsi"]
        for kind in kinds:
            theme = named.get("cstheme" if kind == "cs" else f"{kind}Theme")
            yield self._theme_fonts.get(theme, "") if theme else named.get(kind, "")

    def _is_symbolic(self, font: str) -> bool:
        return font.lower().startswith(_SYMBOLS) or font.lower() in self._symbol_fonts


def _is_distorted(look: RunLook, text: str, size: float) -> bool:
    scale = _integer(look, "w", 100)
    spacing = _integer(look, "spacing", 0) / 20
    raised = value(look.last("vertAlign")) in ("superscript", "subscript")
    fitted = _integer(look, "fitText", 0) / 20
    return (
        not NARROWEST <= scale <= WIDEST
        or not -CLOSEST * size <= spacing <= FURTHEST * size
        or abs(_integer(look, "position", 0)) / 2 > HIGHEST * size
        or raised
        or 0 < fitted < len(text) * size * CLOSEST
        or any(
            value(look.last("eastAsianLayout"), name) in ("1", "true", "on") for name in ("combine", "vert")
        )
    )


def _half_points(look: RunLook, name: str) -> float:
    return float(_integer(look, name, _USUAL_SIZE))


def _integer(look: RunLook, name: str, usual: int) -> int:
    said = value(look.last(name)).removesuffix("%")
    try:
        return int(float(said)) if said else usual
    except ValueError:
        return usual


def _text_fill(properties: Element) -> Element | None:
    """`w14:textFill` among the properties of a run."""
    return next((one for one in properties if local(one) == "textFill"), None)


def _of_word_2010(element: Element | None, name: str) -> str:
    """An attribute `w14:…`; empty if there is none."""
    said = () if element is None else element.items()
    return next((str(text) for key, text in said if str(key).endswith(f"}}{name}")), "")


def _per_mille(element: Element) -> float:
    said = _of_word_2010(element, "val")
    return float(said) / 100 if said.isdigit() else 0.0
