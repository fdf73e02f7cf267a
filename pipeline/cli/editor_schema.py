"""A JSON Schema from the records, so that editors complete the fields and explain them in Thai."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from pipeline.batch.batch_record import BatchRecord
from pipeline.cli.record_titles import record_title
from pipeline.kinds import Kinds
from pipeline.kinds.unknown import unknown_kind
from pipeline.model.records import Record

BATCH_TITLE = "แฟ้มชุดงานของหลายหน่วยงาน"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_NAME = "saraban.schema.json"

_BOUNDS = {"gt": "exclusiveMinimum", "ge": "minimum", "lt": "exclusiveMaximum", "le": "maximum"}
_AS_TYPED = {
    "string": ["string", "number"],
    "integer": ["integer", "string"],
    "number": ["number", "string"],
    "boolean": ["boolean", "string"],
}
"""Editors give a type to what is typed (`3092` is a number to them, `๑๐` a text); we take both."""


def written_files(known: Kinds) -> dict[str, tuple[type[Record], str]]:
    """What people write, by name: the kinds of input and the batch file, each with its record and title."""
    inputs = {kind.name: (kind.record, kind.title) for kind in known.every()}
    return {**inputs, "batch": (BatchRecord, BATCH_TITLE)}


def editor_schema(kind: str | None, known: Kinds) -> dict[str, Any]:
    """The schema of one kind of file, or of all. Nothing at the top is required, nor directly below
    it, as a folder may spread that over several files. Raises `InputError` for an unknown kind.
    """
    files = {name: file for name, file in written_files(known).items() if kind in (None, name)}
    if not files:
        raise unknown_kind(str(kind), [*known.names(), "batch"])
    _, definitions = models_json_schema([(record, "validation") for record, _ in files.values()])
    records: dict[str, Any] = definitions["$defs"]
    tops = {name: records.pop(record.__name__) for name, (record, _) in files.items()}
    whole: dict[str, Any] = {"$schema": DIALECT}
    if kind:
        whole |= _top(files[kind][1], tops[kind])
    else:
        whole |= {"title": "saraban", "anyOf": [_top(files[name][1], top) for name, top in tops.items()]}
    spread = {name for top in tops.values() for name in _directly_below(top)}
    return whole | {
        "$defs": {name: _record(name, record, name in spread) for name, record in records.items()}
    }


def _directly_below(top: dict[str, Any]) -> list[str]:
    """The records that are fields of an input themselves, not entries of a list."""
    return [str(field["$ref"]).rpartition("/")[2] for field in top["properties"].values() if "$ref" in field]


def _top(title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return _loose_record(schema, title, spread=True)


def _record(name: str, schema: dict[str, Any], spread: bool) -> dict[str, Any]:
    return _loose_record(schema, record_title(name, schema), spread=spread)


def _loose_record(schema: dict[str, Any], title: str, *, spread: bool) -> dict[str, Any]:
    loose: dict[str, Any] = _loosen_schema(schema)
    if spread:
        loose.pop("required", None)
    return loose | {"title": title, "description": title}


def _loosen_schema(node: Any) -> Any:
    """The schema with the types that people's editors see, bounds in standard words, no titles of code."""
    if isinstance(node, list):
        return [_loosen_schema(each) for each in node]
    if not isinstance(node, dict):
        return node
    loose = {
        _BOUNDS.get(key, key): _loosen_schema(value)
        for key, value in node.items()
        if not _is_noise(key, value)
    }
    if isinstance(node.get("type"), str) and not {"const", "enum"} & node.keys():
        loose["type"] = _AS_TYPED.get(node["type"], node["type"])
    return loose


def _is_noise(key: str, value: Any) -> bool:
    """pydantic's names of fields, and its hint for unions, which only OpenAPI knows."""
    return (key == "title" and isinstance(value, str)) or (key == "discriminator" and isinstance(value, dict))
