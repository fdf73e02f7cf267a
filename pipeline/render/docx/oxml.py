"""Elements of WordprocessingML as they are written, and lengths in the units that it counts in.

A paper has thousands of elements that are made once, written once and asked nothing. A tree of lxml makes
each ten times as dear (docs/performance.md), so ours are lists of their children that know their own tag.
What is read from other files stays with lxml; `raw_element` brings it over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from pipeline.document.lengths import Emu, Pt, Twips

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION = f"{{{R}}}id"

DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_NAMESPACES = f' xmlns:w="{W}" xmlns:r="{R}"'
_IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_IN_QUOTES = {**_IN_TEXT, '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
"""What stands for a sign, `&` first, as the others bring one."""
_NO_XML = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
"""What XML 1.0 §2.2 has no place for."""
_NOT_XML = re.compile(f"[{_NO_XML}]")
_TO_ESCAPE = re.compile(f'[&<>"\t\n{_NO_XML}]')


class Element(list["Element"]):
    """`<w:NAME ATTRIBUTES>TEXT CHILDREN</w:NAME>`: the list of its children.

    `attributes` and `text` are as they are written, escaped. One without a name is only its text.
    """

    __slots__ = ("attributes", "name", "text")

    name: str
    attributes: str
    text: str


Value = str | int | Twips | Emu
"""What an attribute says; lengths are whole ones."""


def w(name: str, /, *children: Element, **attributes: Value) -> Element:
    """The element `w:name` with `attributes` in the same namespace."""
    made = Element(children)
    made.name = name
    made.text = ""
    made.attributes = "".join([f' w:{key}="{quote_attribute(value)}"' for key, value in attributes.items()])
    return made


def text_element(text: str, name: str = "t") -> Element:
    """`w:t`, or another element of text, its spaces kept. Raises `ValueError` as `escape_text` does."""
    made = w(name)
    made.text = escape_text(text)
    made.attributes = ' xml:space="preserve"'
    return made


def relationship_element(name: str, relation: str, **attributes: Value) -> Element:
    """An element that stands for another part: `r:id` is the relationship that leads there."""
    made = w(name, **attributes)
    made.attributes += f' r:id="{quote_attribute(relation)}"'
    return made


def raw_element(xml: str) -> Element:
    """An element that is written already, with the namespaces that it needs."""
    made = Element()
    made.name = made.attributes = ""
    made.text = xml
    return made


def switch(name: str, on: bool) -> Element:
    """A property that is on or off: `<w:b/>`, `<w:b w:val="0"/>`."""
    return w(name) if on else w(name, val=0)


def container(name: str, children: Iterable[Element]) -> list[Element]:
    """`w:name` around `children`, or nothing where there are none."""
    held = list(children)
    return [w(name, *held)] if held else []


def part_xml(root: Element) -> bytes:
    """A part's bytes: UTF-8, with the declaration that Word writes."""
    root.attributes = _NAMESPACES + root.attributes
    return f"{DECLARATION}{markup(root)}".encode()


def markup(*elements: Element) -> str:
    """The elements one after the other, as they are written."""
    pieces: list[str] = []
    for element in elements:
        _write(element, pieces)
    return "".join(pieces)


def _write(element: Element, pieces: list[str]) -> None:
    name, text = element.name, element.text
    if not name:
        pieces.append(text)
    elif element:
        pieces.append(f"<w:{name}{element.attributes}>{text}")
        for child in element:
            _write(child, pieces)
        pieces.append(f"</w:{name}>")
    elif text:
        pieces.append(f"<w:{name}{element.attributes}>{text}</w:{name}>")
    else:
        pieces.append(f"<w:{name}{element.attributes}/>")


def escape_text(text: str) -> str:
    """A text as it stands between tags. Raises `ValueError` for a character that XML cannot hold."""
    return _replace_signs(text, _IN_TEXT) if _TO_ESCAPE.search(text) else text


def quote_attribute(value: Value) -> str:
    """A value as it stands between the quotes of an attribute. Raises `ValueError` as `escape_text` does."""
    if not isinstance(value, str):
        return str(value)
    return _replace_signs(value, _IN_QUOTES) if _TO_ESCAPE.search(value) else value


def _replace_signs(text: str, signs: dict[str, str]) -> str:
    if found := _NOT_XML.search(text):
        raise ValueError(f"XML cannot hold U+{ord(found.group()):04X}")
    for sign, written in signs.items():
        text = text.replace(sign, written)
    return text


def xml_bytes(root: etree._Element) -> bytes:
    """The bytes of a part that is a tree of lxml."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def half_points(points: Pt) -> int:
    """A type size in pt as `w:sz` counts it."""
    return round(points * 2)


def eighths(points: Pt) -> int:
    """The width of a line in pt as `w:sz` of a border counts it."""
    return round(points * 8)
