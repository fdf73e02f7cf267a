"""The tables of docs/own-kinds.md: what `kind.yaml` may say, its types and its functions.

`python -m pipeline.kinds.from_yaml.reference_page docs/own-kinds.md` (make docs-kinds) writes them between
their marks in the page; all else there is written by people.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.diagnostics import Message
from pipeline.kinds.from_yaml.calls import SPECIAL
from pipeline.kinds.from_yaml.field_types import TYPES, FieldType
from pipeline.kinds.from_yaml.function_words import WORDS
from pipeline.kinds.from_yaml.functions import FUNCTIONS, Function
from pipeline.kinds.from_yaml.kind_file import CheckSpec, FieldSpec, KindFile, LetterSpec, PaperSpec
from pipeline.kinds.from_yaml.value_types import ValueType
from pipeline.model.records import Record

_RECORDS: tuple[tuple[str, type[Record]], ...] = (
    ("kind.yaml", KindFile),
    ("fields", FieldSpec),
    ("checks", CheckSpec),
    ("papers", PaperSpec),
    ("letter", LetterSpec),
)
_SHAPES: Mapping[str, Message] = {
    "cell": Message("ช่องเดียว", "a cell"),
    "section": Message("หมวดในแผ่นข้อมูลทั่วไป", "a section of the form"),
    "table": Message("แผ่นงานของตัวเอง", "a sheet of its own"),
    "texts": Message("แผ่นงานของตัวเอง", "a sheet of its own"),
    "prose": Message("แผ่นงานของตัวเอง", "a sheet of its own"),
    "chapters": Message("แผ่นงานของตัวเอง", "a sheet of its own"),
    "memo": Message("แผ่นงานของตัวเอง", "sheets of its own"),
}
_NEEDS: Mapping[str, str] = {
    "value": "",
    "choice": "`options`",
    "rows": "`fields`",
    "group": "`fields`",
    "measured": "",
}
_ANY = Message("ค่าใดก็ได้", "any value")
_SAME = Message("ชนิดเดียวกับในรายการ", "what the list holds")


def tables() -> dict[str, str]:
    """Each table by the name of its marks."""
    return {
        "keys": "\n".join(_keys()),
        "types": "\n".join(_types()),
        "functions": "\n".join(_functions()),
    }


def with_tables(page: str) -> str:
    """The page with its tables made anew. Raises `ValueError` where the marks of one are missing."""
    for name, table in tables().items():
        marked = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        if not marked.search(page):
            raise ValueError(f"no marks for {name}")
        page = marked.sub(lambda found, table=table: f"{found[1]}{table}\n{found[2]}", page)  # type: ignore[misc]
    return page


def _keys() -> Iterator[str]:
    yield "| ที่ · where | ช่อง · key | ต้องมี · required | คืออะไร · what it is |"
    yield "|---|---|---|---|"
    for where, record in _RECORDS:
        for name, field in record.model_fields.items():
            required = "✓" if field.is_required() else ""
            yield f"| {where} | `{name}` | {required} | {field.description} |"


def _types() -> Iterator[str]:
    yield "| `type` | คืออะไร · what it is | ต้องมีด้วย · needs | ในสมุดงาน · in the workbook |"
    yield "|---|---|---|---|"
    for name, kind in TYPES.items():
        needs = ", ".join(part for part in (_NEEDS[kind.holds], _called(kind)) if part)
        yield f"| `{name}` | {_both(kind.about)} | {needs} | {_both(_SHAPES[kind.shape])} |"


def _called(kind: FieldType) -> str:
    return f"ชื่อ `{kind.needs_name}`, `required: true`" if kind.needs_name else ""


def _functions() -> Iterator[str]:
    yield "| ฟังก์ชัน · function | ให้ · gives | คืออะไร · what it is |"
    yield "|---|---|---|"
    for name, special in SPECIAL.items():
        yield f"| `{special.usage}` |  | {_both(WORDS[name])} |"
    for name, function in FUNCTIONS.items():
        yield f"| `{function.usage}` | {_both(_gives(function))} | {_both(WORDS[name])} |"


def _gives(function: Function) -> Message:
    given: ValueType | None = function.gives
    return given.said if given else _SAME if function.takes_lists else _ANY


def _both(words: Message) -> str:
    return f"{words.th} · *{words.en}*"


def main() -> None:
    """Writes the tables into the page that is named."""
    file = Path(sys.argv[1])
    file.write_text(with_tables(file.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
