"""Which values of an input speak of one round: the marks `EachRound`, found by walking the records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args, get_origin

from pydantic.fields import FieldInfo

from pipeline.intake import ValuePath
from pipeline.intake.source import Plain
from pipeline.model.fields import record_at, tags_of, types_of
from pipeline.model.records import EachRound, Record, RoundPart


class RoundField(NamedTuple):
    """A field that is marked, where it stands in an input, with the record that it is of and its value."""

    path: ValuePath
    part: RoundPart
    record: type[Record]
    value: Plain

    @property
    def field(self) -> FieldInfo:
        """What the field says of itself."""
        return self.record.model_fields[str(self.path[-1])]


def part_of(field: FieldInfo) -> RoundPart | None:
    """What its mark says of a field; `None` for one that is kept from round to round."""
    return next((mark.part for mark in field.metadata if isinstance(mark, EachRound)), None)


def round_part_at(kind: type[Record], path: ValuePath) -> RoundPart | None:
    """The mark at `path` of an input of `kind`, or of what the value there stands in."""
    for end in range(1, len(path) + 1):
        record = record_at(kind, path[: end - 1])
        field = record.model_fields.get(str(path[end - 1])) if record else None
        if field is not None and (part := part_of(field)) is not None:
            return part
    return None


def round_fields(kind: type[Record], values: Plain) -> Iterator[RoundField]:
    """Every marked field that is filled in, in the order of the data; what is in it is not looked at."""
    return _in(kind, values, ())


def _in(annotation: Any, value: Plain, path: ValuePath) -> Iterator[RoundField]:
    if isinstance(value, list):
        for n, entry in enumerate(value):
            for inner in _entries_of(annotation):
                yield from _in(inner, entry, (*path, n))
    elif isinstance(value, dict):
        record = _record_of(annotation, value)
        if record is None:
            return
        types = types_of(record)
        for name, inner in value.items():
            field = record.model_fields.get(name)
            if field is None or inner is None:
                continue
            part = part_of(field)
            if part is not None:
                yield RoundField((*path, name), part, record, inner)
                if part != "apart":
                    continue
            yield from _in(types[name], inner, (*path, name))


def _members(annotation: Any) -> tuple[Any, ...]:
    """The types that a value may have."""
    if isinstance(annotation, type) or get_origin(annotation) in {tuple, dict}:
        return (annotation,)
    return tuple(each for inner in get_args(annotation) for each in _members(inner))


def _entries_of(annotation: Any) -> tuple[Any, ...]:
    """The type of the entries of a list."""
    return tuple(get_args(each)[0] for each in _members(annotation) if get_origin(each) is tuple)


def _record_of(annotation: Any, value: dict[str, Plain]) -> type[Record] | None:
    """The record that named values are: of several, the one whose tag they have."""
    records = [each for each in _members(annotation) if isinstance(each, type) and issubclass(each, Record)]
    if len(records) < 2:
        return next(iter(records), None)
    return next((each for each in records if value.get("type") in tags_of(each)), None)


__all__ = ["RoundField", "part_of", "round_fields", "round_part_at"]
