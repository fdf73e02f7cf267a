"""Fields: what Word works out anew when it is asked to (`PAGE`, `TOC`, `TC`, `PAGEREF`)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.render.docx.oxml import Element, text_element, w


def begin_field(instruction: str) -> Iterator[Element]:
    """The runs before a field's result; `end_field` ends it, in this paragraph or a later one."""
    yield w("r", w("fldChar", fldCharType="begin"))
    yield w("r", text_element(f" {instruction} ", "instrText"))
    yield w("r", w("fldChar", fldCharType="separate"))


def end_field() -> Element:
    """The run that ends a field."""
    return w("r", w("fldChar", fldCharType="end"))


def field(instruction: str, *result: Element) -> Iterator[Element]:
    """A field with the runs that it shows until Word works it out again."""
    yield from begin_field(instruction)
    yield from result
    yield end_field()


def silent(instruction: str) -> Iterator[Element]:
    """A field that shows nothing: a note for other fields."""
    yield w("r", w("fldChar", fldCharType="begin"))
    yield w("r", text_element(f" {instruction} ", "instrText"))
    yield end_field()


def quote_argument(text: str) -> str:
    """A text as an argument of a field."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
