"""What a template is refused at run time; Jinja adds where it stood."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import partial

from jinja2 import TemplateRuntimeError

from pipeline.diagnostics import Message, Unplaced, diagnose

_KINDS = {
    "str": Message("ข้อความ", "text"),
    "Markup": Message("ข้อความ", "text"),
    "int": Message("ตัวเลข", "a number"),
    "float": Message("ตัวเลข", "a number"),
    "Decimal": Message("ตัวเลข", "a number"),
    "bool": Message("ค่าจริงหรือเท็จ", "true or false"),
    "NoneType": Message("ค่าว่าง", "an empty value"),
    "date": Message("วันที่", "a date"),
    "list": Message("รายการ", "a list"),
    "tuple": Message("รายการ", "a list"),
    "dict": Message("กลุ่มค่า", "a mapping"),
    "function": Message("ฟังก์ชัน", "a function"),
    "type": Message("ฟังก์ชัน", "a function"),
    "Macro": Message("มาโคร", "a macro"),
    "generator": Message("รายการ", "a list"),
}
"""How values of Python are called; a record is called by its class."""


class Refusal(TemplateRuntimeError):
    """Something that templates may not do, `told` where the template asked for it."""

    def __init__(self, told: Unplaced) -> None:
        super().__init__()
        self.told = told


def kind_of(value: object) -> Message:
    """What a value is called in a message: a record by its class."""
    name = type(value).__name__
    return _KINDS.get(name, Message(name, name))


def not_reached(holder: object, name: str, known: Iterable[str]) -> Refusal:
    """A name that is none of what the value `holder` shows to templates."""
    kind = kind_of(holder)
    near = ", ".join(difflib.get_close_matches(name, known, n=3))
    if near:
        return Refusal(partial(diagnose, "template-reach/near", kind=kind, name=name, near=near))
    return Refusal(partial(diagnose, "template-reach", kind=kind, name=name))


def not_text(value: object) -> Refusal:
    """A value that no paper can print."""
    return Refusal(partial(diagnose, "template-print", kind=kind_of(value)))
