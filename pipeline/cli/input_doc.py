"""`docs/input.md`: every field that a data file may hold, in Thai, made from the records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from typing import Any

from pydantic.json_schema import models_json_schema

from pipeline.cli.input_guide import BEGINNING, TYPING
from pipeline.cli.record_titles import record_title
from pipeline.compose.common_names import OFFICE_NAMES, TEXT_NAMES
from pipeline.kinds import Kinds
from pipeline.kinds.papers import Paper
from pipeline.kinds.period_facts import PERIOD_NAMES
from pipeline.model.fact_names import guide

_TITLE = "x-title"
_SCALARS = {"string": "ข้อความ", "integer": "จำนวนเต็ม", "number": "ตัวเลข", "boolean": "true หรือ false"}
_BOUNDS = {"gt": "มากกว่า {}", "ge": "ตั้งแต่ {}", "lt": "น้อยกว่า {}", "le": "ไม่เกิน {}"}


def input_doc(known: Kinds) -> str:
    """The whole page, in Markdown: the guide, the kinds of input, and the records they hold."""
    _, definitions = models_json_schema([(kind.record, "validation") for kind in known.every()])
    records: dict[str, Any] = definitions["$defs"]
    tops = {kind.record.__name__ for kind in known.every()}
    titles = {name: record_title(name, record) for name, record in records.items() if name not in tops}
    _entitle(records, titles)
    names = (
        guide("ในข้อความทุกแห่ง", (*OFFICE_NAMES, *TEXT_NAMES)),
        guide("เมื่อข้อมูลมี `period`", PERIOD_NAMES),
    )
    lines = [BEGINNING.strip(), "", *_papers(known), "", TYPING.strip(), "", "\n".join(names).strip()]
    for kind in known.every():
        lines += ["", kind.fact_guide.strip()] if kind.fact_guide else []
    lines += ["", "## ชนิดของข้อมูล"]
    for kind in known.every():
        table = _table(records[kind.record.__name__])
        lines += ["", f"### `kind: {kind.name}` {kind.title}", "", *table]
    lines += ["", "## รายละเอียดของแต่ละรายการ"]
    for name in _in_order(records, tops, known):
        lines += ["", f'<a id="{name}"></a>', "", f"### {titles[name]}", "", *_table(records[name])]
    return "\n".join(lines) + "\n"


def _papers(known: Kinds) -> list[str]:
    """A row for each kind with the papers that it makes."""
    rows = [f"| `{kind.name}` | {', '.join(map(_paper, kind.papers))} |" for kind in known.every()]
    return ["| `kind` | เอกสารที่ได้ |", "|---|---|", *rows]


def _paper(paper: Paper) -> str:
    return f"`{paper.id}` {paper.title}" + (f" (เมื่อมี `{paper.needs}`)" if paper.needs else "")


def _entitle(node: Any, titles: Mapping[str, str]) -> None:
    """Says at each place that refers to a record what the record is called."""
    if isinstance(node, dict):
        if "$ref" in node and _name(node) in titles:
            node[_TITLE] = titles[_name(node)]
        for value in node.values():
            _entitle(value, titles)
    elif isinstance(node, list):
        for each in node:
            _entitle(each, titles)


def _in_order(records: dict[str, Any], tops: Set[str], known: Kinds) -> list[str]:
    """The records in the order in which the kinds first speak of them."""
    found: dict[str, None] = {}
    waiting = [kind.record.__name__ for kind in reversed(known.every())]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            waiting += reversed(list(dict.fromkeys(_references(records[name]))))
    return [name for name in found if name not in tops]


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield _name(node)
        for key, value in node.items():
            if key != "discriminator":
                yield from _references(value)
    elif isinstance(node, list):
        for each in node:
            yield from _references(each)


def _table(record: dict[str, Any]) -> list[str]:
    required = record.get("required", ())
    rows = [
        f"| `{name}` | {_kind_of(field)} | {'ต้องมี' if name in required else _otherwise(field)} "
        f"| {field.get('description', '')} |"
        for name, field in record["properties"].items()
    ]
    return ["| ช่อง | ชนิด | จำเป็น | ความหมาย |", "|---|---|---|---|", *rows]


def _otherwise(field: dict[str, Any]) -> str:
    """What an absent field counts as."""
    default = field.get("default")
    if default in (None, "", [], {}):
        return "-"
    return f"ถ้าไม่มี: `{str(default).lower() if isinstance(default, bool) else default}`"


def _kind_of(node: dict[str, Any]) -> str:
    """What may be typed there, in plain words."""
    words = _plain_kind(node)
    bounds = [phrase.format(node[key]) for key, phrase in _BOUNDS.items() if key in node]
    if "minItems" in node and node.get("minItems") == node.get("maxItems"):
        bounds.append(f"{node['minItems']} รายการ")
    return f"{words} {' '.join(bounds)}".rstrip()


def _plain_kind(node: dict[str, Any]) -> str:
    if "$ref" in node:
        return f"[{node[_TITLE]}](#{_name(node)})"
    if values := node.get("enum", [node["const"]] if "const" in node else []):
        return " ".join(f"`{value}`" for value in values)
    if choices := node.get("anyOf") or node.get("oneOf"):
        return _one_of([choice for choice in choices if choice.get("type") != "null"])
    return _WHOLES.get(node["type"], _scalar)(node)


def _list(node: dict[str, Any]) -> str:
    words = _kind_of(node["items"])
    return f"รายการของ{words if words[0] >= 'ก' else f' {words}'}"


def _describe_named_values(node: dict[str, Any]) -> str:
    return f"ชื่อ: {_kind_of(node['additionalProperties'])}"


def _scalar(node: dict[str, Any]) -> str:
    return "วันที่" if "examples" in node else _SCALARS[node["type"]]


_WHOLES: dict[str, Callable[[dict[str, Any]], str]] = {"array": _list, "object": _describe_named_values}


def _one_of(choices: list[dict[str, Any]]) -> str:
    """A number may be typed as text as well; that is said once, as a number."""
    types = [choice.get("type") for choice in choices]
    if "number" in types:
        choices = [choice for choice in choices if choice.get("type") != "string"]
    return " หรือ ".join(_kind_of(choice) for choice in choices)


def _name(node: dict[str, Any]) -> str:
    return str(node["$ref"]).removeprefix("#/$defs/")
