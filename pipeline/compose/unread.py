"""Finds unread fields: filled in, but read neither by the papers nor by the scores of an input.

A copy of the input notes each field as a template, a fact or the scoring reads it (`watch_record`). Templates
have the fields of the input itself by name: of these the ones count that they say (`names_said`). Counts and
phrases of a result count as read when its prose names them. A field that must be filled is let be: nobody can
leave it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pipeline import kinds
from pipeline.compose.common_names import names_of_kind
from pipeline.compose.composing import compose
from pipeline.compose.own_templates import names_said
from pipeline.compose.papers import papers_of
from pipeline.compose.placeholders import names_in, noting_names
from pipeline.diagnostics import SarabanError
from pipeline.intake import ValuePath
from pipeline.kinds.scoring import score_input
from pipeline.model.fact_names import FactNames
from pipeline.model.facts import names_in as parts_of
from pipeline.model.office_input import OfficeInput
from pipeline.model.passages import Fact
from pipeline.model.quiet_reading import is_quiet
from pipeline.model.records import Record

Kind = TypeVar("Kind")

_OF_EVERY_INPUT = frozenset(OfficeInput.model_fields)
"""What every input says, for the program itself as well."""

_LOG = "_saraban_log"
_PATH = "_saraban_path"


class Unread(NamedTuple):
    """A filled field that nothing reads: its path in the data, and the record and name of it."""

    path: ValuePath
    record: type[Record]
    name: str


def find_unread_fields(office_input: OfficeInput, folder: Path | None = None) -> tuple[Unread, ...]:
    """The filled fields of an input that none of its papers prints and no score needs.

    Nothing for an input whose papers cannot be composed: what is wrong there is told by making them.
    """
    read: set[ValuePath] = set()
    looked_on = watch_record(office_input, read)
    try:
        card = score_input(looked_on)
        with noting_names() as printed:
            for paper in papers_of(looked_on):
                compose(paper, looked_on, card, folder=folder)
    except SarabanError:
        return ()
    said = {name for text in _texts(office_input) for name in names_in(text)}
    known = names_of_kind(kinds.kind_of(office_input))
    read |= {(name,) for name in names_said(folder, papers_of(office_input)) | _OF_EVERY_INPUT}
    read |= _used_paths(office_input, office_input.used)
    named = _paths_named(known, printed)
    read |= {path for path, _ in _placed(office_input, ()) if _in_any_row(path) in named}
    return tuple(_find_unread_in(office_input, read, said, ()))


def _paths_named(known: FactNames, printed: set[str]) -> set[tuple[str, ...]]:
    """The paths of fields that a printed name is made of, and of what these stand in; `*` is any row."""
    declared = (known.declared(name) for name in printed)
    reads = {tuple(read) for name in declared if name for read in name.reads}
    return {read[:end] for read in reads for end in range(1, len(read) + 1)}


def _in_any_row(path: ValuePath) -> tuple[str, ...]:
    """A path with `*` in place of the numbers of rows."""
    return tuple("*" if isinstance(step, int) else step for step in path)


def _used_paths(office_input: OfficeInput, used: frozenset[tuple[str, ...]]) -> set[ValuePath]:
    """The places of fields that the kind of an input uses; of a field in rows, in every row."""
    if not used:
        return set()
    every = (path for path, _ in _placed(office_input, ()))
    return {path for path in every if tuple(step for step in path if isinstance(step, str)) in used}


def _placed(value: Any, path: ValuePath) -> Iterator[tuple[ValuePath, Any]]:
    """Each field of a record and of the records in it, with its path."""
    for record, at in _records_in(value, path):
        for name in type(record).model_fields:
            yield (*at, name), getattr(record, name)
            yield from _placed(getattr(record, name), (*at, name))


def _find_unread_in(
    record: Record, read: set[ValuePath], said: set[str], path: ValuePath
) -> Iterator[Unread]:
    """The unread fields of a record and of those in it, in their order; `said` are names in other texts."""
    if not record.on_paper:
        return
    named = _find_named_facts(record, said)
    for name, field in type(record).model_fields.items():
        value, here = getattr(record, name), (*path, name)
        if name not in record.model_fields_set or _is_empty(value):
            continue
        if here not in read:
            if not field.is_required():
                yield Unread(here, type(record), name)
        elif isinstance(value, Mapping):
            yield from (Unread((*here, key), type(record), name) for key in value if key not in named)
        else:
            for inner, at in _records_in(value, here):
                yield from _find_unread_in(inner, read, said, at)


def _records_in(value: Any, path: ValuePath) -> Iterator[tuple[Record, ValuePath]]:
    if isinstance(value, Record):
        yield value, path
    elif isinstance(value, tuple):
        for n, each in enumerate(value):
            yield from _records_in(each, (*path, n))


def _find_named_facts(record: Record, said: set[str]) -> frozenset[str]:
    """What the texts of a record and others name in braces, and what that is made of in turn."""
    mappings = _mappings_of(record)
    if not mappings:
        return frozenset()
    found: set[str] = set()
    waiting = said | {
        name
        for name in type(record).model_fields
        for text in _texts(getattr(record, name))
        for name in names_in(text)
    }
    while waiting:
        found |= waiting
        made = (each[name] for name in waiting for each in mappings if name in each)
        waiting = {name for one in made for name in _names(one)} - found
    return frozenset(found)


def _mappings_of(record: Record) -> list[Mapping[str, Any]]:
    """What a record keeps under names, to be named in its texts."""
    return [
        value
        for name in type(record).model_fields
        if isinstance(value := getattr(record, name), Mapping) and value
    ]


def _names(made: Any) -> Iterable[str]:
    """The names that a count or a phrase is made of."""
    return parts_of(made) if isinstance(made, Fact) else names_in(made)


def _texts(value: Any) -> Iterator[str]:
    """The texts of a value and of the records in it, but for records that keep what only they can name."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record) and not _mappings_of(value):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str | tuple | Mapping) and not value)


def watch_record(value: Kind, log: set[ValuePath], path: ValuePath = ()) -> Kind:
    """A copy of a record, or of what holds records, that logs the path of each field when it is read."""
    made: Any = value
    if isinstance(value, Record):
        made = _watching(type(value)).model_construct(_fields_set=set(value.model_fields_set))
        own = made.__dict__
        own[_LOG], own[_PATH] = log, path
        own.update(
            {name: watch_record(vars(value)[name], log, (*path, name)) for name in type(value).model_fields}
        )
    elif isinstance(value, tuple):
        made = tuple(watch_record(each, log, (*path, n)) for n, each in enumerate(value))
    elif isinstance(value, Mapping):
        made = {name: watch_record(each, log, (*path, name)) for name, each in value.items()}
    return made  # type: ignore[no-any-return]


@lru_cache(maxsize=1024)
def _watching(kind: type[Record]) -> type[Record]:
    """The class of the watched copies of a class of records."""
    names = frozenset(kind.model_fields)

    def read(self: Any, name: str) -> Any:
        if name in names and not is_quiet():
            own = object.__getattribute__(self, "__dict__")
            if _LOG in own:
                own[_LOG].add((*own[_PATH], name))
        return object.__getattribute__(self, name)

    return type(kind.__name__, (kind,), {"__getattribute__": read, "__module__": __name__})
