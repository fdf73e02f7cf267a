"""Builds a partial record when some values are refused, for the checks that follow validation."""

from __future__ import annotations

import types
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

from pydantic import ConfigDict, TypeAdapter, ValidationError

from pipeline.intake import ValuePath
from pipeline.model.fields import tags_of
from pipeline.model.records import Record
from pipeline.model.soundness import REFUSED

Kind = TypeVar("Kind", bound=Record)

_AS_IN_RECORDS = ConfigDict(str_strip_whitespace=True)


def partial_record(kind: type[Kind], values: Any, refused: AbstractSet[ValuePath]) -> Kind:
    """A record of `kind` with a stand-in at each path of `refused`, and where a required value is missing."""
    return cast("Kind", _Building(refused).record(kind, values, ()))


class _Building:
    """The walk through the values; `on_the_way` are the paths below which something is refused."""

    def __init__(self, refused: AbstractSet[ValuePath]) -> None:
        self.refused = refused
        self.on_the_way = {path[:end] for path in refused for end in range(len(path) + 1)}

    def record(self, kind: type[Record], values: Any, path: ValuePath) -> Any:
        if not isinstance(values, dict):
            return REFUSED
        kind.model_rebuild()
        return kind.model_construct(
            **{name: self.field(kind, name, values, path) for name in kind.model_fields}
        )

    def field(self, kind: type[Record], name: str, values: dict[str, Any], path: ValuePath) -> Any:
        here, field = (*path, name), kind.model_fields[name]
        if here in self.refused:
            return REFUSED
        if values.get(name) is None:
            return REFUSED if field.is_required() else field.get_default(call_default_factory=True)
        if here not in self.on_the_way:
            return _validate_or_refuse(_of_field(kind, name), values[name])
        return self.value(field.annotation, values[name], here)

    def value(self, annotation: Any, value: Any, path: ValuePath) -> Any:
        """A value of which a part is refused, as far as it is made of parts."""
        if path in self.refused:
            return REFUSED
        if path not in self.on_the_way:
            return _validate_or_refuse(_of_type(annotation), value)
        members = _members(annotation)
        if isinstance(value, list):
            inner = next((get_args(member)[0] for member in members if get_origin(member) is tuple), None)
            return tuple(self.value(inner, each, (*path, n)) for n, each in enumerate(value))
        if not isinstance(value, dict):
            return REFUSED
        if mapping := next((member for member in members if get_origin(member) is dict), None):
            inner = get_args(mapping)[1]
            return {key.strip(): self.value(inner, each, (*path, key)) for key, each in value.items()}
        record = _choose_record(
            [each for each in members if isinstance(each, type) and issubclass(each, Record)], value
        )
        return self.record(record, value, path) if record else REFUSED


def _choose_record(records: list[type[Record]], value: dict[str, Any]) -> type[Record] | None:
    """The record that the value says it is: the only one, or the one whose tag it names."""
    if len(records) == 1:
        return records[0]
    typed = str(value.get("type") or "").strip()
    return next((record for record in records if typed in tags_of(record)), None)


def _members(annotation: Any) -> tuple[Any, ...]:
    bare = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    if get_origin(bare) in {Union, types.UnionType}:
        return tuple(inner for member in get_args(bare) for inner in _members(member))
    return (bare,)


def _validate_or_refuse(adapter: TypeAdapter[Any], value: Any) -> Any:
    try:
        return adapter.validate_python(value)
    except ValidationError:
        return REFUSED


@lru_cache(maxsize=4096)
def _of_field(kind: type[Record], name: str) -> TypeAdapter[Any]:
    field = kind.model_fields[name]
    annotation = field.annotation
    for limit in field.metadata:
        annotation = Annotated[annotation, limit]  # type: ignore[assignment]
    return _of_type(annotation)


def _of_type(annotation: Any) -> TypeAdapter[Any]:
    members = _members(annotation)
    is_record = any(isinstance(each, type) and issubclass(each, Record) for each in members)
    return TypeAdapter(annotation, config=None if is_record else _AS_IN_RECORDS)
