"""Elements of WordprocessingML, and lengths in the units that it counts in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.document.style import pt

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W, "r": R}
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
RELATION = f"{{{R}}}id"

SINGLE_LINE = 240
"""`w:line` counts 240ths of a line where the rule is `auto`."""


@lru_cache(maxsize=512)
def qname(name: str) -> str:
    """`p` -> the qualified name of `w:p`."""
    return f"{{{W}}}{name}"


def w(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """The element `w:name` with `attributes` in the same namespace."""
    made = etree.Element(
        qname(name), {qname(key): str(value) for key, value in attributes.items()}, NAMESPACES
    )
    if children:
        made.extend(children)
    return made


def text_element(text: str, name: str = "t") -> Element:
    """`w:t`, or another element of text, its spaces kept."""
    made = w(name)
    made.text = text
    made.set(PRESERVE, "preserve")
    return made


def switch(name: str, on: bool) -> Element:
    """A property that is on or off: `<w:b/>`, `<w:b w:val="0"/>`."""
    return w(name) if on else w(name, val=0)


def container(name: str, children: Iterable[Element]) -> list[Element]:
    """`w:name` around `children`, or nothing where there are none."""
    held = list(children)
    return [w(name, *held)] if held else []


def xml_bytes(root: Element) -> bytes:
    """A part's bytes: UTF-8, with the declaration that Word writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def twips(points: float) -> int:
    """A length in pt as twentieths of a point."""
    return round(points * 20)


def twips_of_cm(cm: float) -> int:
    """A length in cm as twentieths of a point."""
    return twips(pt(cm))


def half_points(points: float) -> int:
    """A type size in pt as `w:sz` counts it."""
    return round(points * 2)


def eighths(points: float) -> int:
    """The width of a line in pt as `w:sz` of a border counts it."""
    return round(points * 8)


def emu(cm: float) -> int:
    """A length in cm as DrawingML counts it, 360 000 to the cm."""
    return round(cm * 360_000)
