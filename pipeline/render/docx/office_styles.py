"""Styles that an office's headers bring along, under ids and names of their own.

Below them lie the defaults of the office's file, so that a header paragraph without a style looks as it does
there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from pipeline.extraction.docx.names import child, local, value
from pipeline.render.docx.office_elements import OfficeElement, make_element, qname

PREFIX = "office-"
DEFAULTS = f"{PREFIX}defaults"
REFERRING = ("pStyle", "rStyle", "tblStyle")
"""Elements of a text that name a style."""

_DROPPED = ("next", "link", "autoRedefine", "qFormat", "aliases")
_THEMES = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}

ThemeFonts = Mapping[str, str]
"""`minorBidi` -> the family that the theme means by it."""


class OfficeStyles:
    """The styles of an office's file; those that are asked for come along."""

    def __init__(self, styles: OfficeElement, fonts: ThemeFonts) -> None:
        found = [one for one in styles if local(one) == "style"]
        self._styles = {value(one, "styleId"): one for one in found}
        self._defaults = child(styles, "docDefaults")
        self._fonts = fonts
        self._usual = next(
            (
                value(one, "styleId")
                for one in found
                if (value(one, "type"), value(one, "default")) == ("paragraph", "1")
            ),
            "",
        )
        self._wanted: dict[str, None] = {}

    def settle(self, content: OfficeElement) -> None:
        """Names the styles in `content` as they are called with us, each paragraph's one too."""
        for paragraph in content.iter(qname("p")):
            properties = child(paragraph, "pPr")
            if properties is None:
                properties = make_element("pPr")
                paragraph.insert(0, properties)
            if child(properties, "pStyle") is None:
                properties.insert(0, make_element("pStyle", val=self._usual))
        for one in [one for one in content.iter() if local(one) in REFERRING]:
            style = value(one)
            if style and style not in self._styles:
                one.getparent().remove(one)  # type: ignore[union-attr]
                continue
            one.set(qname("val"), self._want_style(style))
        self._resolve(content)

    def styles_in_use(self) -> Iterator[OfficeElement]:
        """The styles that the settled contents use, and the defaults below them."""
        if not self._wanted:
            return
        yield self._below()
        for style in list(self._wanted):
            yield self._copy_style(style)

    def _want_style(self, style: str) -> str:
        if not style:
            return DEFAULTS
        for _ in range(len(self._styles)):
            if style in self._wanted or style not in self._styles:
                break
            self._wanted[style] = None
            base = value(child(self._styles[style], "basedOn"))
            if not base:
                break
            self._want_style(base)
        return f"{PREFIX}{style}"

    def _below(self) -> OfficeElement:
        """The defaults of the file as a style."""
        about = (make_element("name", val=DEFAULTS), make_element("basedOn", val="Normal"))
        style = make_element("style", *about, type="paragraph", styleId=DEFAULTS, customStyle="1")
        for base, name in (("pPrDefault", "pPr"), ("rPrDefault", "rPr")):
            said = child(self._defaults, base, name)
            if said is not None and len(said):
                style.append(make_element(name, *map(deepcopy, said)))
        self._resolve(style)
        return style

    def _copy_style(self, style: str) -> OfficeElement:
        copied = deepcopy(self._styles[style])
        for one in [one for one in copied if local(one) in _DROPPED]:
            copied.remove(one)
        copied.attrib.pop(qname("default"), "")
        copied.set(qname("customStyle"), "1")
        copied.set(qname("styleId"), f"{PREFIX}{style}")
        name, base = child(copied, "name"), child(copied, "basedOn")
        if name is not None:
            name.set(qname("val"), f"{PREFIX}{value(name)}")
        if base is not None:
            base.set(qname("val"), f"{PREFIX}{value(base)}")
        elif value(copied, "type") == "paragraph" and name is not None:
            name.addnext(make_element("basedOn", val=DEFAULTS))
        self._resolve(copied)
        return copied

    def _resolve(self, content: OfficeElement) -> None:
        """Fonts by their own names, not by a theme's; no lists, whose numbering stays behind."""
        for fonts in content.iter(qname("rFonts")):
            for theme, plain in _THEMES.items():
                named = str(fonts.attrib.pop(qname(theme), ""))
                if family := self._fonts.get(named, ""):
                    fonts.set(qname(plain), family)
        for numbers in list(content.iter(qname("numPr"))):
            numbers.getparent().remove(numbers)  # type: ignore[union-attr]


def theme_fonts(theme: OfficeElement | None) -> dict[str, str]:
    """The families of a theme: `majorHAnsi`, `minorBidi`, …"""
    families: dict[str, str] = {}
    for scheme in () if theme is None else theme.iter():
        size = local(scheme).removesuffix("Font")
        if size not in ("major", "minor"):
            continue
        said = {local(one): one.get("typeface", "") for one in scheme if local(one) != "font"}
        thai = next((one.get("typeface", "") for one in scheme if one.get("script") == "Thai"), "")
        latin = said.get("latin", "")
        families |= {f"{size}HAnsi": latin, f"{size}Ascii": latin, f"{size}EastAsia": said.get("ea", "")}
        families[f"{size}Bidi"] = said.get("cs") or thai
    return families
