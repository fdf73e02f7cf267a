"""Fields: what Word works out anew when it is asked to (`PAGE`, `TOC`, `TC`, `PAGEREF`)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.render.docx.oxml import Element, text_element, w


def opened(instruction: str) -> Iterator[Element]:
    """The runs before a field's result; `closed` ends it, in this paragraph or a later one."""
    yield w("r", w("fldChar", fldCharType="begin"))
    yield w("r", text_element(f" {instruction} ", "instrText"))
    yield w("r", w("fldChar", fldCharType="separate"))


def closed() -> Element:
    """The run that ends a field."""
    return w("r", w("fldChar", fldCharType="end"))


def field(instruction: str, *result: Element) -> Iterator[Element]:
    """A field with the runs that it shows until Word works it out again."""
    yield from opened(instruction)
    yield from result
    yield closed()


def silent(instruction: str) -> Iterator[Element]:
    """A field that shows nothing: a note for other fields."""
    yield w("r", w("fldChar", fldCharType="begin"))
    yield w("r", text_element(f" {instruction} ", "instrText"))
    yield closed()


def quoted(text: str) -> str:
    """A text as an argument of a field."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
