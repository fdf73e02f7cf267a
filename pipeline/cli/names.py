"""`saraban names`: the names in braces that the texts of an input may print, with their present values."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline import api
from pipeline.cli.console import Console, say_json
from pipeline.compose.common_names import names_of_kind
from pipeline.compose.present_names import NamesOfPlace, present_names
from pipeline.diagnostics import Message
from pipeline.kinds import kind_of

_TABLE = Message("(ตารางหรือรายการ เป็นย่อหน้าของตัวเอง)", "(a table or list, in a paragraph of its own)")


def names(console: Console, path: Path, as_json: bool, templates: Path | None) -> None:
    """Reads, checks and scores the input, and lists its names as text or JSON."""
    prepared = api.load(path, options=api.render_options(templates=templates))
    known = names_of_kind(kind_of(prepared.office_input))
    places = present_names(prepared.office_input, prepared.card)
    if as_json:
        told = [_json(place, console) for place in places]
        say_json(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for place in places:
        console.print(Message(f"ใน{place.place.th}", f"In {place.place.en}"))
        for each in place.names:
            nothing = _TABLE if known.is_block(each.id) else Message("", "")
            value = Message(each.value, each.value) if each.value else nothing
            both = tuple(dict.fromkeys((each.thai, *each.also, each.id)))
            console.print(Message(_line(both, value.th), _line(tuple(reversed(both)), value.en)))


def _line(called: tuple[str, ...], value: str) -> str:
    return f"  {' '.join(f'{{{name}}}' for name in called)} = {value or '-'}"


def _json(place: NamesOfPlace, console: Console) -> dict[str, object]:
    return {
        "where": console.text(place.place),
        "names": [
            {
                "name": each.id,
                "thai": [each.thai, *each.also],
                "value": each.value or None,
                "about": each.about,
            }
            for each in place.names
        ],
    }
