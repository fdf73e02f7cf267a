"""Maps a pydantic error's `loc` to the path in the data, and to its record.

pydantic's `loc` holds steps that stand in no data: the tag of a chosen union member (`linear`), the
field that a bare text was wrapped into (`text`), names of validators. They are left out here.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from pipeline.intake import ValuePath
from pipeline.model.records import Filled, Made, PerLevel, Record

Loc = Sequence[int | str]

_END_OF_TITLE = re.compile(r" เช่น| ?\(|:")


def path_in_data(values: Any, loc: Loc) -> ValuePath:
    """`loc` without the steps that `values` does not have; a key that is missing may end it."""
    path: list[int | str] = []
    here = values
    for position, step in enumerate(loc, 1):
        if _holds(here, step):
            here = here[step]
        elif position < len(loc) or not isinstance(here, dict):
            continue
        path.append(step)
    return tuple(path)


def _holds(value: Any, step: int | str) -> bool:
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value


def record_at(kind: type[Record], loc: Loc) -> type[Record] | None:
    """The class of the record at `loc`, or `None` if no record stands there."""
    members = _records_at(kind, loc)
    return members[0] if len(members) == 1 else None


def keys_at(kind: type[Record], loc: Loc) -> list[str]:
    """The fields that the record at `loc` may have; of all members if it is a union."""
    records = _records_at(kind, loc)
    return list(dict.fromkeys(name for record in records for name in _typed_fields(record)))


def _typed_fields(record: type[Record]) -> Iterator[str]:
    """The fields that a person fills in; not those that are worked out."""
    for name, field in record.model_fields.items():
        if not any(isinstance(mark, Made) for mark in field.metadata):
            yield name


def tags_at(kind: type[Record], loc: Loc) -> list[str]:
    """The tags (`type: …`) of the union at `loc`."""
    return [tag for member in _records_at(kind, loc) for tag in tags_of(member)]


def _records_at(kind: type[Record], loc: Loc) -> list[type[Record]]:
    here: Any = kind
    for step in loc:
        here = _step_into(here, step)
    return [member for member in _members(here) if _is_record(member)]


def title_of(field: FieldInfo) -> str:
    """`คำนำหน้านาม` of `คำนำหน้านาม เช่น นาย นาง`: the field's title, or how its description begins."""
    return field.title or _END_OF_TITLE.split(field.description or "")[0]


def title(kind: type[Record], loc: Loc) -> str:
    """What a sheet calls the column of the field at `loc`; empty if it is not a field of a record.

    A list of one figure a level has a column for each; a union, one for the tags of all its members.
    """
    names = loc[:-1] if loc and isinstance(loc[-1], int) else loc
    field = next((each for each in _fields_at(kind, names)), None)
    if field is None:
        return ""
    return (
        f"{title_of(field)} {int(loc[-1]) + 1}"
        if names is not loc and is_by_level(field)
        else title_of(field)
    )


def is_by_level(field: FieldInfo) -> bool:
    """Whether the field is a list of one value for each of the levels, and no more."""
    return any(isinstance(mark, PerLevel) for mark in field.metadata)


def has_rows(kind: type[Record], loc: Loc) -> bool:
    """Whether the field at `loc` is a list of records: in a sheet, several rows."""
    field = next(_fields_at(kind, loc), None)
    return field is not None and any(_is_record(each) for each in get_args(field.annotation))


def _fields_at(kind: type[Record], loc: Loc) -> Iterator[FieldInfo]:
    """The field at `loc`, of each member of a union that has one."""
    for record in _records_at(kind, loc[:-1]) if loc else ():
        if field := record.model_fields.get(str(loc[-1])):
            yield field


def description(kind: type[Record], loc: Loc) -> str:
    """What the field at `loc` is, in Thai; empty if it is not a field of a record."""
    record = record_at(kind, loc[:-1]) if loc else None
    field = record.model_fields.get(str(loc[-1])) if record else None
    return (field.description or "") if field else ""


class Written(NamedTuple):
    """A text of the data: its record and field, and whether papers print names in braces in it."""

    record: type[Record]
    name: str
    filled: bool


def written_at(kind: type[Record], path: ValuePath) -> Written | None:
    """The text at `path` of an input of `kind`, whichever entry of a list it is in."""
    return _written_at(kind, tuple(0 if isinstance(step, int) else step for step in path))


@lru_cache(maxsize=8192)
def _written_at(kind: type[Record], path: ValuePath) -> Written | None:
    for end in range(len(path), -1, -1):
        record = record_at(kind, path[:end])
        if record is None:
            continue
        name = str(path[end]) if end < len(path) else "text"
        field = record.model_fields.get(name)
        return Written(record, name, _is_filled(field)) if field else None
    return None


def _is_filled(field: FieldInfo) -> bool:
    return any(isinstance(mark, Filled) for mark in (*field.metadata, *_marks(field.annotation)))


def _marks(annotation: Any) -> Iterator[Any]:
    """What is annotated anywhere inside a type."""
    inner = get_args(annotation)
    yield from inner[1:] if get_origin(annotation) is Annotated else ()
    for each in inner:
        yield from _marks(each)


def _step_into(annotation: Any, step: int | str) -> Any:
    """The type one step further in."""
    members = _members(annotation)
    for member in members:
        if _is_record(member) and step in tags_of(member) and len(members) > 1:
            return member
    for member in members:
        if _is_record(member) and step in member.model_fields:
            return types_of(member)[str(step)]
        if get_origin(member) is tuple:
            return get_args(member)[0]
        if get_origin(member) is dict:
            return get_args(member)[1]
    return None


def _members(annotation: Any) -> tuple[Any, ...]:
    """The types that a value of `annotation` may have."""
    if get_origin(annotation) in {Union, types.UnionType}:
        return tuple(inner for member in get_args(annotation) for inner in _members(member))
    return (annotation,)


def _is_record(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Record)


@lru_cache(maxsize=1024)
def types_of(record: type[Record]) -> dict[str, Any]:
    """The fields' types, with the names in them resolved (a passage holds passages) and limits left out."""
    return get_type_hints(record)


def tags_of(record: type[Record]) -> tuple[str, ...]:
    """What tells the record from others in a union: the literals of its `type`."""
    field = record.model_fields.get("type")
    return get_args(field.annotation) if field and get_origin(field.annotation) is Literal else ()
