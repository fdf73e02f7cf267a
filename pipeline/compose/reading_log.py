"""Logs which fields of an input are read while its papers are scored and composed.

`watch_record` makes a copy of the input of classes that note each field as it is read. Nothing says by name
which field is printed: what a template, a fact or the scoring reads is used, whatever it is called.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from pipeline.intake import ValuePath
from pipeline.model.records import Record

Kind = TypeVar("Kind")

_LOG = "_saraban_log"
_PATH = "_saraban_path"


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


@cache
def _watching(kind: type[Record]) -> type[Record]:
    """The class of the watched copies of a class of records."""
    names = frozenset(kind.model_fields)

    def read(self: Any, name: str) -> Any:
        if name in names:
            own = object.__getattribute__(self, "__dict__")
            if _LOG in own:
                own[_LOG].add((*own[_PATH], name))
        return object.__getattribute__(self, name)

    return type(kind.__name__, (kind,), {"__getattribute__": read, "__module__": __name__})
