"""The names in an input that lines are not to divide: of people, the office and its units."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.compose.papers import AnyInput
from pipeline.model.people import Person, Unit
from pipeline.model.records import Record
from pipeline.thai.breaks import Names
from pipeline.thai.lexicon import load_lexicon

SHORT_ENOUGH = 30
"""A longer name (a project's) fills half a line: kept whole it would tear the line before it open."""


def names_of(office_input: AnyInput, folder: Path | None = None) -> Names:
    """Every person of the input, and the short names of its office and units."""
    people, phrases = [], [office_input.office.name, office_input.office.ministry, office_input.office.head]
    for record in _records(office_input):
        if isinstance(record, Person):
            people.append((record.title, record.given, record.surname))
        elif isinstance(record, Unit):
            phrases.append(record.name)
    units = [phrase for phrase in phrases if len(phrase) <= SHORT_ENOUGH]
    return Names.of(people=people, units=units, lexicon=load_lexicon(folder))


def _records(value: Any) -> Iterator[Record]:
    """The record and all records inside it."""
    if isinstance(value, Record):
        yield value
        for name in type(value).model_fields:
            yield from _records(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _records(item)
