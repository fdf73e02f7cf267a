"""The names by which prose prints fields: `{total}`, or their Thai titles without spaces, `{รวมเป็นเงิน}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.kinds.from_yaml.kind_file import FieldSpec
from pipeline.model.records import Record

_IN_BRACES = re.compile(r"\{([^{}]+)\}")

FieldPath = tuple[str, ...]


def names_of(name: str, title: str) -> tuple[str, str]:
    """The name of a field, and its title without spaces."""
    return name, thai_name(title)


def thai_name(title: str) -> str:
    """A title as it stands in braces: without spaces and braces."""
    return "".join(title.split()).translate({ord("{"): None, ord("}"): None})


def post_names(name: str, title: str) -> tuple[str, str]:
    """The names of the post of a signer."""
    return names_of(f"{name}_position", f"ตำแหน่ง{title}")


def fields_named(fields: Mapping[str, FieldSpec], value: Any) -> frozenset[FieldPath]:
    """The fields that texts in a value name in braces."""
    said = {"".join(name.split()) for text in _texts(value) for name in _IN_BRACES.findall(text)}
    return (
        frozenset(path for path, names in _named(fields) if not said.isdisjoint(names))
        if said
        else frozenset()
    )


def _named(fields: Mapping[str, FieldSpec]) -> Iterator[tuple[FieldPath, tuple[str, ...]]]:
    """The fields of an input, and of its groups, each with its names."""
    for name, spec in fields.items():
        yield (name,), (*names_of(name, spec.title), *post_names(name, spec.title))
        if spec.type == "group":
            for inner, each in spec.fields.items():
                yield (name, inner), names_of(f"{name}_{inner}", spec.title + each.title)


def _texts(value: Any) -> Iterator[str]:
    """The texts in a record, and in what it holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
