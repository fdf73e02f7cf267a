"""The single values of an input that speak of one round: figures, statuses and texts, each with its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic.fields import FieldInfo

from pipeline.intake import ValuePath
from pipeline.model.fields import title_of
from pipeline.model.last_round import LastRound
from pipeline.model.passages import Fact
from pipeline.model.records import Record, RoundPart
from pipeline.model.round_fields import part_of
from pipeline.model.suppressions import AuditSettings
from pipeline.model.written_paths import keys_of

_OF_ONE_ROUND: frozenset[RoundPart] = frozenset({"result", "text", "carried"})


class RoundValue(NamedTuple):
    """One value: its path, in the data and as written, the row that it is of, and the field that holds it.

    `is_word` says that it is one of a few options, and so no text of anybody's own.
    """

    path: ValuePath
    written: str
    part: RoundPart
    owner: ValuePath
    record: type[Record]
    name: str
    value: Any
    is_word: bool

    @property
    def field(self) -> FieldInfo:
        """What the marked field says of itself."""
        return self.record.model_fields[self.name]

    @property
    def title(self) -> str:
        """What the marked field is called."""
        return title_of(self.field)

    @property
    def is_text(self) -> bool:
        """Whether it is a text that somebody wrote."""
        return isinstance(self.value, str) and not self.is_word


def round_values(office_input: Record) -> Iterator[RoundValue]:
    """Every value of a round that is filled in, in the order of the data."""
    yield from _in_record(office_input, (), "")


def _in_record(record: Record, path: ValuePath, written: str) -> Iterator[RoundValue]:
    kind = type(record)
    for name, field in kind.model_fields.items():
        value = getattr(record, name)
        if value is None or value in ("", (), {}) or isinstance(value, LastRound | AuditSettings):
            continue
        here, said = (*path, name), f"{written}.{name}" if written else name
        part = part_of(field)
        if part in _OF_ONE_ROUND and part is not None and name in record.model_fields_set:
            is_word = _is_one_of_few(field.annotation)
            for inner, at, single in _leaves(value, here, said):
                yield RoundValue(inner, at, part, path, kind, name, single, is_word)
        elif part not in _OF_ONE_ROUND:
            yield from _below(value, here, said)


def _below(value: Any, path: ValuePath, written: str) -> Iterator[RoundValue]:
    if isinstance(value, Record):
        yield from _in_record(value, path, written)
    elif isinstance(value, tuple) and any(isinstance(each, Record) for each in value):
        for n, (key, entry) in enumerate(zip(keys_of(value), value, strict=True)):
            if isinstance(entry, Record):
                yield from _in_record(entry, (*path, n), f"{written}[{key}]")


def _leaves(value: Any, path: ValuePath, written: str) -> Iterator[tuple[ValuePath, str, Any]]:
    """The single values in a value, with their paths."""
    if isinstance(value, Fact):
        if value.value is not None:
            yield path, written, value.value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _leaves(getattr(value, name), (*path, name), f"{written}.{name}")
    elif isinstance(value, tuple):
        for n, (key, entry) in enumerate(zip(keys_of(value), value, strict=True)):
            yield from _leaves(entry, (*path, n), f"{written}[{key}]")
    elif isinstance(value, Mapping):
        for name, entry in value.items():
            yield from _leaves(entry, (*path, name), f"{written}.{name}")
    elif value is not None and value != "":
        yield path, written, value


def _is_one_of_few(annotation: Any) -> bool:
    if annotation is bool or get_origin(annotation) is Literal:
        return True
    return any(_is_one_of_few(each) for each in get_args(annotation))


__all__ = ["RoundValue", "round_values"]
