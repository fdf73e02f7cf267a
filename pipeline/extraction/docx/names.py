"""The names of WordprocessingML (ISO/IEC 29500-1 §17) that a reader meets."""

from __future__ import annotations

from lxml.etree import _Element as Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATIONS.encode()),
)


def transitional(data: bytes) -> bytes:
    """The XML with the names of the strict variant, which Word can save, in those of the usual one."""
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return data


def local(element: Element) -> str:
    """The element's name without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element | None, name: str = "val") -> str:
    """An attribute `w:…` of the element; empty if there is neither."""
    return "" if element is None else element.get(f"{{{W}}}{name}", "")


def child(element: Element | None, *path: str) -> Element | None:
    """The element at the end of a path of `w:` names, or `None`."""
    for name in path:
        element = None if element is None else next(element.iterchildren(f"{{{W}}}{name}"), None)
    return element


def number(element: Element | None, default: int, name: str = "val") -> int:
    """An attribute as a count, `default` where it is none."""
    text = value(element, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default


def switched_on(properties: Element | None, name: str) -> bool:
    """Whether a switch such as `w:vanish` is set."""
    found = child(properties, name)
    return found is not None and value(found) not in ("0", "false", "off")


__all__ = [
    "PACKAGE_RELATIONS",
    "RELATIONS",
    "Element",
    "W",
    "child",
    "local",
    "number",
    "switched_on",
    "transitional",
    "value",
]
