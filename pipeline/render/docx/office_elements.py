"""Elements of an office's own Word file: trees of lxml, since they are searched and changed on their way."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as OfficeElement

from pipeline.render.docx import oxml

__all__ = ["OfficeElement", "as_written", "make_element", "qname"]


def qname(name: str) -> str:
    """`p` -> the qualified name of `w:p`."""
    return f"{{{oxml.W}}}{name}"


def make_element(name: str, *children: OfficeElement, **attributes: str) -> OfficeElement:
    """A new element `w:name` with `attributes` in the same namespace."""
    said = {qname(key): value for key, value in attributes.items()}
    element = etree.Element(qname(name), said, {"w": oxml.W, "r": oxml.R})
    element.extend(children)
    return element


def as_written(element: OfficeElement) -> oxml.Element:
    """The element for a part of ours, without what may follow it in its own file."""
    return oxml.raw_element(etree.tostring(element, encoding="unicode", with_tail=False))
