"""Display names of fields and choices: a title in a workbook, a name in YAML."""

from __future__ import annotations

from pipeline.diagnostics import Location, Message
from pipeline.model.choices import choice_name
from pipeline.model.fields import title_of
from pipeline.model.records import Record


def name_field(place: Location, record: type[Record], name: str, told: str = "") -> Message:
    """`'ตัวตั้ง'` in a workbook; `numerator` in YAML, behind what it is `told` to be: `ตัวตั้ง (numerator)`."""
    if place.in_table:
        title = title_of(record.model_fields[name])
        return Message(f"'{title}'", f"'{title}'")
    return Message(f"{told} ({name})" if told else name, name)


def name_choice(place: Location, value: str) -> Message:
    """`'อยู่ระหว่างดำเนินการ'` in a workbook, `in-progress` in YAML."""
    if place.in_table:
        return Message(f"'{choice_name(value)}'", f"'{choice_name(value)}'")
    return Message(value, value)


def said_of(place: Location, table: Message, yaml: Message) -> Message:
    """The words for a workbook, or those for YAML."""
    return table if place.in_table else yaml


def and_(*words: Message) -> Message:
    """`ก และ ข`."""
    return Message(" และ ".join(each.th for each in words), " and ".join(each.en for each in words))


def either(*words: Message) -> Message:
    """`ก หรือ ข`."""
    return Message(" หรือ ".join(each.th for each in words), " or ".join(each.en for each in words))
