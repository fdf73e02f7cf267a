"""The names that the texts of one input may print, with what they print now, by where a text stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from pipeline.compose.names_in_scope import Scopes
from pipeline.diagnostics import Message
from pipeline.intake import Source
from pipeline.model.fact_names import Present
from pipeline.model.fields import title_of
from pipeline.model.records import Record

if TYPE_CHECKING:
    from pipeline.intake import ValuePath
    from pipeline.model.office_input import OfficeInput
    from pipeline.scoring.cards import ScoreCard

EVERYWHERE = Message("ทุกข้อความ", "every text")


class NamesOfPlace(NamedTuple):
    """The names that texts at one place may print beside those of every text."""

    place: Message
    names: tuple[Present, ...]


def present_names(office_input: OfficeInput, card: ScoreCard | None) -> tuple[NamesOfPlace, ...]:
    """First those of every text, then those of each part of a checked input that has names of its own."""
    scopes = Scopes(office_input, card, Source("", {}), {None})
    everywhere = NamesOfPlace(EVERYWHERE, scopes.present(scopes.common, ()))
    return (everywhere, *(place for name in type(office_input).model_fields for place in _of(name, scopes)))


def _of(field: str, scopes: Scopes) -> Iterator[NamesOfPlace]:
    """Those of the entries of a list at the top of the input: once where all have the same."""
    value = getattr(scopes.office_input, field)
    if not isinstance(value, tuple):
        return
    title = title_of(type(scopes.office_input).model_fields[field])
    places = [_at((field, n), scopes) for n in range(len(value) or 1)]
    if len(set(places)) == 1:
        yield from [NamesOfPlace(Message(title, field), names) for names in places[:1] if names]
        return
    for entry, names in zip(value, places, strict=True):
        whose = _called(entry)
        yield NamesOfPlace(Message(f"{title} {whose}", f"{field} {whose}"), names)


def _at(path: ValuePath, scopes: Scopes) -> tuple[Present, ...]:
    try:
        ids = tuple(scopes.of_entry(path))
    except IndexError:  # no entry: the names depend on one
        return ()
    return scopes.present(ids, path) if ids else ()


def _called(entry: object) -> str:
    """What an entry is of: the first of its fields, such as the project of a result."""
    first = next(iter(type(entry).model_fields)) if isinstance(entry, Record) else ""
    named = [name for name in ("project", "indicator", "id") if hasattr(entry, name)]
    return str(getattr(entry, named[0] if named else first, ""))
