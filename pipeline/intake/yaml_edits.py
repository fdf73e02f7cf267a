"""Changes single values in the text of a YAML file; comments, order and all else stay as somebody wrote them.

A value is replaced where it stands, and a new one goes below the last of its record. What cannot be done so
(a value that is shared by an alias) is found by reading the text again: `edited_yaml` answers for its result.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from pipeline.intake.source import Path, Plain
from pipeline.intake.yaml_reader import compose_nodes, read_yaml
from pipeline.intake.yaml_writer import write_yaml


class NotEdited(ValueError):
    """The text cannot be edited so that it says what is wanted."""


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def edited_yaml(text: str, changes: Iterable[tuple[Path, Plain]], file: str) -> str:
    """The text with these values at these paths; `None` empties one.

    Raises `NotEdited` where the result would not read back as the values with these changes.
    """
    asked = list(changes)
    wanted, _ = read_yaml(text, file)
    for path, value in asked:
        put_value(wanted, path, value)
    for path, value in asked:
        root = compose_nodes(text, file)
        assert root is not None
        edit = _edit(text, root, path, value)
        text = text[: edit.start] + edit.text + text[edit.end :]
    found, _ = read_yaml(text, file)
    if _lean(found) != _lean(wanted):
        raise NotEdited(file)
    return text


def put_value(values: Any, path: Path, value: Plain) -> None:
    """Sets a value in plain values; a list grows by one entry, records on the way are made."""
    here: Any = values
    for step, following in pairwise(path):
        if isinstance(here, list) and isinstance(step, int) and step == len(here):
            here.append({})
        inner = here[int(step)] if isinstance(here, list) else here.get(step)
        if inner is None:
            inner = [] if isinstance(following, int) else {}
            here[step] = inner
        here = inner
    last = path[-1]
    if isinstance(here, list) and last == len(here):
        here.append(value)
    else:
        here[last] = value


def _lean(value: Any) -> Any:
    """A value without what is empty."""
    if isinstance(value, dict):
        return {
            name: lean for name, inner in value.items() if (lean := _lean(inner)) not in (None, "", [], {})
        }
    if isinstance(value, list):
        return [_lean(inner) for inner in value]
    return value


def _edit(text: str, root: Node, path: Path, value: Plain) -> _Edit:
    here, before, key = root, _Edit(0, 0, ""), None
    for n, step in enumerate(path):
        inner = _inner(here, step)
        if inner is None:
            return _insert(text, here, path[n:], value, before)
        key, here = inner
        if _is_nothing(here):
            colon = text.index(":", key.end_mark.index) + 1 if key is not None else here.start_mark.index
            end = here.end_mark.index if here.start_mark.index < here.end_mark.index else colon
            return _Edit(colon, max(colon, end), _behind_colon(key, _nested(path[n + 1 :], value)))
        before = _Edit(here.start_mark.index, _end(here), "")
    return _replace(text, key, here, value)


def _inner(node: Node, step: str | int) -> tuple[Node | None, Node] | None:
    """The node one step further in, with the node of its name."""
    if isinstance(node, MappingNode):
        return next(((key, inner) for key, inner in node.value if key.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def _is_nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and str(node.tag).endswith(":null")


def _end(node: Node) -> int:
    """Where a node's own text ends; a block collection ends with its last entry."""
    if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
        last = node.value[-1]
        key, inner = last if isinstance(last, tuple) else (last, last)
        return max(_end(inner), key.end_mark.index + 1) if _is_nothing(inner) else _end(inner)
    return int(node.end_mark.index)


def _replace(text: str, key: Node | None, node: Node, value: Plain) -> _Edit:
    """The node with another value; what is none of its own kind goes right behind its name."""
    if node.anchor:
        raise NotEdited(text[node.start_mark.index : node.end_mark.index])
    start, end = node.start_mark.index, _end(node)
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    is_block = isinstance(node, MappingNode | SequenceNode) and not node.flow_style
    if is_block and value and not isinstance(value, str):
        return _Edit(start, end, _indented(_dump(value), node.start_mark.column))
    if key is None or (isinstance(node, ScalarNode) and isinstance(value, str)):
        return _Edit(start, end, _flow(value))
    return _Edit(text.index(":", key.end_mark.index) + 1, end, _behind_colon(key, value))


def _insert(text: str, node: Node, rest: Path, value: Plain, own: _Edit) -> _Edit:
    """A new entry of a record or a list that stands at `own`."""
    inner = _nested(rest[1:], value)
    if not isinstance(node, MappingNode | SequenceNode):
        raise NotEdited(text[own.start : own.end])
    named = f"{rest[0]}: " if isinstance(node, MappingNode) else ""
    if node.flow_style or not node.value:
        end = int(node.end_mark.index) - 1
        return _Edit(end, end, f"{', ' if node.value else ''}{named}{_flow(inner)}")
    column, end = node.start_mark.column, _end(node)
    end -= len(text[:end]) - len(text[:end].rstrip())
    dumped = _dump({str(rest[0]): inner}) if named else _dump([inner])
    return _Edit(end, end, "\n" + " " * column + _indented(dumped, column))


def _nested(path: Path, value: Plain) -> Plain:
    """The value inside of what leads to it."""
    for step in reversed(path):
        value = [value] if isinstance(step, int) else {step: value}
    return value


def _behind_colon(key: Node | None, value: Plain) -> str:
    if value is None:
        return ""
    if isinstance(value, str) or key is None:
        return f" {_flow(value)}"
    column = int(key.start_mark.column) + 2
    return "\n" + " " * column + _indented(_dump(value), column)


def _dump(value: Plain) -> str:
    """A value as block YAML, from the first column on."""
    if isinstance(value, dict):
        return write_yaml(value).strip("\n")
    whole = write_yaml({"x": value}).strip("\n").split("\n")
    return "\n".join(line[2:] for line in whole[1:]) if isinstance(value, list) else _flow(value)


def _indented(text: str, column: int) -> str:
    return text.replace("\n", "\n" + " " * column)


def _flow(value: Plain) -> str:
    """A value on one line."""
    if value is None:
        return '""'
    if isinstance(value, str):
        plain = write_yaml({"x": value}).strip("\n").removeprefix("x: ")
        return (
            plain
            if "\n" not in plain and plain == value and not set(value) & set(",[]{}")
            else _quoted(value)
        )
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    return "{" + ", ".join(f"{name}: {_flow(inner)}" for name, inner in value.items()) + "}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
