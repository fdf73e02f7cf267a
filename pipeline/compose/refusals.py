"""What a template is refused at run time, said in both languages; Jinja adds where it stood."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from jinja2 import TemplateRuntimeError

from pipeline.diagnostics import Message

_DOCS = Message("(ดู docs/templates.md)", "(see docs/templates.md)")

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
    """Something that templates may not do. `code` is that of the fault."""

    def __init__(self, code: str, what: Message, remedy: Message) -> None:
        super().__init__(what.en)
        self.code = code
        self.what = what
        self.remedy = Message(f"{remedy.th} {_DOCS.th}", f"{remedy.en} {_DOCS.en}")


def too_much(what: Message) -> Refusal:
    """A template that works without end: `what` says which of its bounds it reached."""
    remedy = Message(
        "ตรวจลูป มาโครที่เรียกตัวเอง และข้อความที่ขยายไม่รู้จบ ในบรรทัดที่บอก",
        "look for loops, macros that call themselves and texts that grow without end at that line",
    )
    return Refusal("template-budget", what, remedy)


def kind_of(value: object) -> Message:
    """What a value is called in a message: a record by its class."""
    name = type(value).__name__
    return _KINDS.get(name, Message(name, name))


def not_reached(holder: object, name: str, known: Iterable[str]) -> Refusal:
    """A name that is none of what the value `holder` shows to templates."""
    kind = kind_of(holder)
    near = ", ".join(difflib.get_close_matches(name, known, n=3))
    what = Message(f"แม่แบบอ่าน '{name}' ของ {kind.th} ไม่ได้", f"a template cannot read '{name}' of {kind.en}")
    remedy = Message(
        f"ใช้ชื่อที่มี (ใกล้เคียง: {near})" if near else "ใช้เฉพาะช่องข้อมูลและชื่อที่เอกสารบอกไว้",
        f"use a name that is there (near: {near})" if near else "use fields and documented names only",
    )
    return Refusal("template-reach", what, remedy)


def not_text(value: object) -> Refusal:
    """A value that no paper can print."""
    kind = kind_of(value)
    what = Message(f"แม่แบบพิมพ์ {kind.th} เป็นข้อความไม่ได้", f"{kind.en} cannot be printed as text")
    remedy = Message(
        'พิมพ์ข้อความหรือตัวเลขในนั้น วันที่ใช้ |long_date หรือ |short_date ค่าที่อาจว่างใช้ or ""',
        'print a text or figure of it; a date by |long_date or |short_date, what may be missing with or ""',
    )
    return Refusal("template-print", what, remedy)


def not_allowed(what: Message) -> Refusal:
    """Something else that templates cannot do."""
    remedy = Message("เขียนแม่แบบด้วยวิธีที่เอกสารบอกไว้", "write the template in a documented way")
    return Refusal("template-reach", what, remedy)
