"""What a value is, to an expression over fields: a number, a text, a date, yes or no, a record, a list of
such.
"""

from __future__ import annotations

import datetime
import types
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pipeline.diagnostics import Message
from pipeline.model.in_templates import derived_names
from pipeline.model.records import Record


@dataclass(frozen=True, slots=True)
class ValueType:
    """The type of a value: its `name`; of a list what it holds, of a record its class."""

    name: str
    of: ValueType | None = None
    record: type[Record] | None = None

    @property
    def said(self) -> Message:
        """What it is called to the person who writes the expression."""
        if self.of is not None:
            return Message(f"รายการของ{self.of.said.th}", f"a list of {self.of.said.en}s")
        return _SAID[self.name]


NUMBER = ValueType("number")
TEXT = ValueType("text")
DATE = ValueType("date")
YES_NO = ValueType("yes-no")
NOTHING = ValueType("nothing")
"""Of an empty list, whose entries nobody can name."""

_SAID = {
    "number": Message("จำนวน", "number"),
    "text": Message("ข้อความ", "text"),
    "date": Message("วันที่", "date"),
    "yes-no": Message("ใช่หรือไม่ใช่", "yes or no"),
    "record": Message("กลุ่มข้อมูล", "group of fields"),
    "nothing": Message("ค่าว่าง", "nothing"),
}

_PLAIN: dict[type, ValueType] = {
    bool: YES_NO,
    int: NUMBER,
    Decimal: NUMBER,
    str: TEXT,
    datetime.date: DATE,
}


def list_of(inner: ValueType) -> ValueType:
    """The type of a list of such values."""
    return ValueType("list", of=inner)


def record_type(record: type[Record]) -> ValueType:
    """The type of the records of a class."""
    return ValueType("record", record=record)


def type_of(annotation: Any) -> ValueType | None:
    """What values an annotation of a record's field stands for; `None`: none for expressions."""
    bare = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    if get_origin(bare) in {Union, types.UnionType}:
        members = [each for each in get_args(bare) if each is not types.NoneType]
        return type_of(members[0]) if len(members) == 1 else None
    if get_origin(bare) is Literal:
        return TEXT
    if get_origin(bare) is tuple:
        inner = type_of(get_args(bare)[0])
        return list_of(inner) if inner else None
    if isinstance(bare, type) and issubclass(bare, Record):
        return record_type(bare)
    return _PLAIN.get(bare) if isinstance(bare, type) else None


def members_of(record: type[Record]) -> dict[str, Any]:
    """The names that a record's values can be asked for, each with its annotation."""
    found = {name: field.annotation for name, field in record.model_fields.items()}
    for name in derived_names(record):
        member = getattr(record, name)
        if isinstance(member, property):
            found[name] = get_type_hints(member.fget)["return"]
    return found


def member_type(record: type[Record], name: str) -> ValueType | None:
    """The type of one of a record's values; `None` if it has none of that name that expressions can use."""
    members = members_of(record)
    return type_of(members[name]) if name in members else None
