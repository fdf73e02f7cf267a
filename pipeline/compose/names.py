"""The names in an input that lines are not to divide: of people, the office and its units."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ForwardRef, get_args, get_origin

from pipeline.model.fields import types_of
from pipeline.model.people import Person, Unit
from pipeline.model.records import Record
from pipeline.thai.breaks import Names
from pipeline.thai.lexicon import load_lexicon

if TYPE_CHECKING:
    from pipeline.model.office_input import OfficeInput

SHORT_ENOUGH = 30
"""A longer name (a project's) fills half a line: kept whole it would tear the line before it open."""

_NAMED = (Person, Unit)


def names_of(office_input: OfficeInput, folder: Path | None = None) -> Names:
    """Every person of the input, and the short names of its office and units."""
    people, phrases = [], [office_input.office.name, office_input.office.ministry, office_input.office.head]
    for record in _records(office_input):
        if isinstance(record, Person):
            people.append((record.titles, record.given, record.surname))
        elif isinstance(record, Unit):
            phrases.append(record.name)
    units = [phrase for phrase in phrases if len(phrase) <= SHORT_ENOUGH]
    return Names.of(people=people, units=units, lexicon=load_lexicon(folder))


def _records(value: Any) -> Iterator[Record]:
    """The record and those inside it, as far as they lead to people and units."""
    if isinstance(value, Record):
        yield value
        for name in _ways(type(value)):
            yield from _records(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _records(item)


@lru_cache(maxsize=128)
def _ways(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a record that people or units may stand below, by their types: prose, say, has none."""
    return tuple(name for name in kind.model_fields if _leads(_type(kind, name), (kind,)))


def _leads(annotation: Any, above: tuple[type[Record], ...]) -> bool:
    """Whether a value of the type may hold a person or a unit; below `above` it is asked already."""
    if get_origin(annotation) is Annotated:
        return _leads(get_args(annotation)[0], above)
    if inner := get_args(annotation):
        return any(_leads(each, above) for each in inner)
    if not isinstance(annotation, type) or not issubclass(annotation, Record) or annotation in above:
        return False
    below = (*above, annotation)
    return annotation in _NAMED or any(
        _leads(_type(annotation, name), below) for name in annotation.model_fields
    )


def _type(kind: type[Record], name: str) -> Any:
    """The type of a field; one that was named before it was there (a passage's passages) is looked up."""
    annotation = kind.model_fields[name].annotation
    return types_of(kind)[name] if isinstance(annotation, ForwardRef) else annotation
