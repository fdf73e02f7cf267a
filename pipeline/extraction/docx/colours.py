"""Colours of WordprocessingML as red, green and blue, and whether one is seen upon another.

Where a colour is named by the theme, the theme's own counts: what is written beside it is only a copy
(ISO/IEC 29500-1 §17.3.2.6).
"""

from __future__ import annotations

from pipeline.extraction.docx.names import Element, local, value

Rgb = tuple[float, float, float]

BLACK: Rgb = (0.0, 0.0, 0.0)
WHITE: Rgb = (1.0, 1.0, 1.0)
LEAST_CONTRAST = 2.5
"""Text with less contrast to what is behind it (WCAG 2.2, 1 to 21) is not read on a printed page."""

_THEME_NAMES = {
    "text1": "dk1", "dark1": "dk1", "tx1": "dk1", "background1": "lt1", "light1": "lt1", "bg1": "lt1",
    "text2": "dk2", "dark2": "dk2", "tx2": "dk2", "background2": "lt2", "light2": "lt2", "bg2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_MAPPED = {"t1": "text1", "bg1": "background1", "t2": "text2", "bg2": "background2"}
"""The attributes of `w:clrSchemeMapping`, and the names that they map."""
HIGHLIGHTS: dict[str, Rgb] = {
    "black": BLACK, "white": WHITE, "blue": (0, 0, 1), "cyan": (0, 1, 1), "green": (0, 1, 0),
    "magenta": (1, 0, 1), "red": (1, 0, 0), "yellow": (1, 1, 0), "darkBlue": (0, 0, 0.5),
    "darkCyan": (0, 0.5, 0.5), "darkGreen": (0, 0.5, 0), "darkMagenta": (0.5, 0, 0.5), "darkRed": (0.5, 0, 0),
    "darkYellow": (0.5, 0.5, 0), "darkGray": (0.5, 0.5, 0.5), "lightGray": (0.75, 0.75, 0.75),
}  # fmt: skip


class Palette:
    """The colours of one document's theme."""

    def __init__(self, theme: Element | None, settings: Element | None) -> None:
        self._theme: dict[str, Rgb] = {}
        for scheme in [] if theme is None else theme.iter("{*}clrScheme"):
            self._theme = {local(one): _first(one) for one in scheme}
            break
        self._names = dict(_THEME_NAMES)
        for mapping in [] if settings is None else settings.iter("{*}clrSchemeMapping"):
            for short, name in _MAPPED.items():
                if mapped := value(mapping, short):
                    self._names[name] = _THEME_NAMES.get(mapped, mapped)

    def colour(self, element: Element | None, name: str = "val") -> Rgb | None:
        """A colour attribute (`val`, `color` or `fill`) of `element`, by its theme name if it has one.

        `None`: automatic.
        """
        kind, prefix = ("themeFill", "themeFill") if name == "fill" else ("themeColor", "theme")
        named = self.colour_named(value(element, kind))
        if named is None:
            return rgb(value(element, name))
        tinted = _toward(named, WHITE, value(element, f"{prefix}Tint"))
        return _toward(tinted, BLACK, value(element, f"{prefix}Shade"))

    def colour_named(self, name: str) -> Rgb | None:
        """A colour of the theme by any of its names."""
        return self._theme.get(self._names.get(name, name)) if name else None

    def shading(self, shading: Element | None) -> Rgb | None:
        """What a `w:shd` paints; `None`: nothing."""
        pattern = value(shading)
        if shading is None or pattern == "nil":
            return None
        fill = self.colour(shading, "fill")
        share = _share(pattern)
        if not share:
            return fill
        return _mix_colours(self.colour(shading, "color") or BLACK, fill or WHITE, share)


def rgb(text: str) -> Rgb | None:
    """A colour written as six hexadecimal digits; `None` for what is none, such as `auto`."""
    try:
        parts = bytes.fromhex(text) if len(text) == 6 else b""
    except ValueError:
        return None
    return (parts[0] / 255, parts[1] / 255, parts[2] / 255) if parts else None


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast of two colours, from 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Rgb) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _share(pattern: str) -> float:
    """How much of its ground a pattern covers with its own colour."""
    if pattern in ("clear", ""):
        return 0.0
    if pattern == "solid":
        return 1.0
    if pattern.startswith("pct") and pattern[3:].isdigit():
        return min(int(pattern[3:]), 100) / 100
    return 0.25 if pattern.startswith("thin") else 0.5


def _mix_colours(one: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (
        first * share + second * (1 - share) for first, second in zip(one, other, strict=True)
    )
    return red, green, blue


def _toward(colour: Rgb, end: Rgb, kept: str) -> Rgb:
    """The colour as a tint or shade; `kept`, `00` to `FF`, is how much of it stays."""
    try:
        return _mix_colours(colour, end, int(kept, 16) / 255) if kept else colour
    except ValueError:
        return colour


def _first(element: Element) -> Rgb:
    """The colour that an entry of a theme holds."""
    for one in element:
        found = rgb(one.get("lastClr", "") or one.get("val", ""))
        if found is not None:
            return found
    return BLACK
