"""What is wrong with a value of a style sheet, in both languages, and where in its file the value stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic_core import ErrorDetails
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from pipeline.diagnostics import Location, Message
from pipeline.intake.safe_yaml import safe_yaml

_SAID = {
    "missing": Message("ต้องระบุ", "it is missing"),
    "extra_forbidden": Message("ไม่รู้จักชื่อนี้", "this name is not known"),
    "greater_than": Message("ต้องมากกว่า {gt:g}", "it must be more than {gt:g}"),
    "greater_than_equal": Message("ต้องไม่น้อยกว่า {ge:g}", "it must be at least {ge:g}"),
    "less_than_equal": Message("ต้องไม่เกิน {le:g}", "it must be at most {le:g}"),
    "finite_number": Message("ต้องเป็นตัวเลข", "it must be a number"),
    "float_parsing": Message("ต้องเป็นตัวเลขอารบิก", "it must be a number"),
    "float_type": Message("ต้องเป็นตัวเลข", "it must be a number"),
    "int_parsing": Message("ต้องเป็นจำนวนเต็ม", "it must be a whole number"),
    "bool_parsing": Message("ต้องเป็น true หรือ false", "it must be true or false"),
    "bool_type": Message("ต้องเป็น true หรือ false", "it must be true or false"),
    "string_type": Message("ต้องเป็นข้อความ", "it must be a text"),
    "string_pattern_mismatch": Message("ต้องเป็นรหัสสี 6 หลัก เช่น C00000", "it must be a colour such as C00000"),
    "string_too_long": Message("ยาวเกินไป", "it is too long"),
    "literal_error": Message("ต้องเป็น {expected}", "it must be {expected}"),
    "model_type": Message("ต้องเป็นรายการ ชื่อ: ค่า", "it must hold entries `name: value`"),
    "model_attributes_type": Message("ต้องเป็นรายการ ชื่อ: ค่า", "it must hold entries `name: value`"),
    "dict_type": Message("ต้องเป็นรายการ ชื่อ: ค่า", "it must hold entries `name: value`"),
    "tuple_type": Message("ต้องเป็นรายการ", "it must be a list"),
    "too_short": Message("ต้องมีอย่างน้อยหนึ่งรายการ", "it needs an entry"),
}


def said_of(detail: ErrorDetails) -> Message:
    """What pydantic found, in words."""
    context: dict[str, Any] = detail.get("ctx", {})
    said = _SAID.get(detail["type"], Message(detail["msg"], detail["msg"]))
    if "x00" in str(context.get("pattern", "")):
        return Message("มีอักขระควบคุมที่พิมพ์ไม่ได้", "it holds a control character")
    return (
        Message(said.th.format_map(context), said.en.format_map(context)) if detail["type"] in _SAID else said
    )


class SheetPlaces:
    """Where the values of a style sheet stand, as far as the sheet itself has them; it is read once."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @cached_property
    def _root(self) -> Node | None:
        try:
            root: Node = safe_yaml().compose(self._file.read_text(encoding="utf-8"))
        except (YAMLError, OSError, ValueError, RecursionError):
            return None
        return root

    def of(self, path: Sequence[int | str]) -> Location:
        """The place of the value at `path`."""
        name, node, found = f"styles/{self._file.name}", self._root, None
        for step in path:
            key = None if node is None else _step(node, step)
            if key is None:
                break
            found, node = key
        return (
            Location(name, found.start_mark.line + 1, found.start_mark.column + 1)
            if found
            else Location(name)
        )


def _step(node: Node, step: int | str) -> tuple[Node, Node] | None:
    """The key (or entry) and the value one step further in."""
    if isinstance(node, MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, SequenceNode) and str(step).isdecimal() and int(step) < len(node.value):
        return node.value[int(step)], node.value[int(step)]
    return None
