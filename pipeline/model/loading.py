"""Plain values -> a record, or every fault in them at once."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipeline.diagnostics import Diagnostic, InputError, Location, Message
from pipeline.intake import Source, ValuePath
from pipeline.model.choices import choice_name
from pipeline.model.fields import description, has_rows, keys_at, path_in_data, tags_at, title
from pipeline.model.nearest import hint
from pipeline.model.partial import partial_record
from pipeline.model.records import Record
from pipeline.model.wording import CUT_BY_COMMA, EMPTY, OTHER, WORDINGS, Wording, in_a_table

Kind = TypeVar("Kind", bound=Record)

_LONGEST_QUOTE = 40
_MISSING = frozenset({"missing", "too_short", "union_tag_not_found"})
_READ_AS_TYPED = frozenset(
    {"not-a-number", "not-a-whole-number", "not-a-date", "not-a-time", "not-true-or-false", "national-id"}
)
"""Faults of a text that should be read as something: where there is none, it is empty and nothing worse."""
_QUOTED = re.compile(r"'([^']*)'")


def validate_record(source: Source, kind: type[Kind]) -> Kind:
    """The values as a record of `kind`. Raises `InputError` with each value that is wrong in itself, and
    with what intake found wrong with single cells.
    """
    record, faults = validate_parts(source, kind)
    if source.faults or faults:
        raise InputError([*source.faults, *faults])
    return record


def validate_parts(source: Source, kind: type[Kind]) -> tuple[Kind, list[Diagnostic]]:
    """The record, as far as it is sound, and a fault for each value that is not and was not told of."""
    untold = _untold(source)
    try:
        record = kind.model_validate(source.values)
        if not untold:
            return record, []
        return partial_record(kind, source.values, untold), []
    except ValidationError as error:
        details = [each for each in error.errors(include_url=False) if not _follows_from_others(each)]
    refused = {_refused(source, detail) for detail in details}
    faults = [_fault(source, kind, detail) for detail in details if not _is_told(source, detail, untold)]
    told = {place for fault in source.faults for place in fault.locations}
    return (
        partial_record(kind, source.values, refused | untold),
        [fault for fault in faults if fault.location not in told],
    )


def _refused(source: Source, detail: ErrorDetails) -> ValuePath:
    """What a fault leaves nothing to check of: the value, or the record whose values do not go together, of
    which pydantic names the tag.
    """
    path = path_in_data(source.values, detail["loc"])
    if detail["type"] in _MISSING or not path or detail["input"] is not _value_at(source.values, path[:-1]):
        return path
    return path[:-1]


def _untold(source: Source) -> set[ValuePath]:
    """The paths of values that could not be read: why is told already."""
    if not source.faults and not source.unread:
        return set()
    told = {place for fault in source.faults for place in fault.locations}
    at_told = (path for path, place in source.places.items() if path and place in told)
    return {*source.unread, *(path for path in at_told if _value_at(source.values, path) is None)} - {()}


def _value_at(values: Any, path: ValuePath) -> Any:
    for step in path:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def _is_told(source: Source, detail: ErrorDetails, untold: AbstractSet[ValuePath]) -> bool:
    """Whether a value is called missing, or a list too short, because it could not be read."""
    if detail["type"] not in _MISSING and detail["input"] is not None:
        return False
    path = path_in_data(source.values, detail["loc"])
    return () in source.unread or path in untold


def _follows_from_others(detail: ErrorDetails) -> bool:
    """A list is called too short when its entries are wrong; then only the entries are to mend."""
    typed = detail["input"]
    return detail["type"] == "too_short" and len(typed) >= detail["ctx"]["min_length"]


def _context(detail: ErrorDetails) -> dict[str, Any]:
    """The limits that pydantic names; a list's length is that of the list as typed."""
    context = dict(detail.get("ctx", {}))
    if isinstance(detail["input"], list):
        context["actual_length"] = len(detail["input"])
    return context


def _fault(source: Source, kind: type[Any], detail: ErrorDetails) -> Diagnostic:
    wording = _wording(detail)
    cut = _cut_by_comma(source, path_in_data(source.values, detail["loc"]), detail)
    wording = CUT_BY_COMMA if cut else wording
    loc = (*detail["loc"], wording.key) if wording.key else detail["loc"]
    loc = (*loc, *_inside_table(detail))
    path = path_in_data(source.values, loc)
    first, *also = _places(source, path, detail)
    if first.in_table:
        wording = in_a_table(wording, rows=has_rows(kind, loc))
    context = _context(detail)
    choices = _choices(kind, detail) if wording.says("choices") else []
    if first.in_table:
        choices = [choice_name(choice) for choice in choices]
    typed = str(context.get("tag", detail["loc"][-1] if wording.code == "unknown-key" else detail["input"]))
    shown = quote_typed(context.get("tag", context.get("typed", detail["input"])))
    nearest = hint(typed, choices) if wording.says("nearest") else Message("", "")
    field = _in_a_sheet(kind, loc, path) if first.in_table else _field(kind, loc, path)
    values = {
        **context, "choices": ", ".join(choices), "chooser": title(kind, (*loc[:-1], "type")),
        "owner": _owner(source, path), "field": field, "typed": shown, "nearest": nearest, **cut,
    }  # fmt: skip
    return wording.told(first, also=also, **values)


def _cut_by_comma(source: Source, path: ValuePath, detail: ErrorDetails) -> dict[str, str]:
    """The field `before` and its whole `text`, of which a comma inside `{…}` made two: what stands behind it
    is read as a field without a value. Nothing for other faults.
    """
    whole = _value_at(source.values, path[:-1]) if path else None
    if detail["type"] != "extra_forbidden" or detail["input"] is not None or not isinstance(whole, dict):
        return {}
    names = list(whole)
    number = names.index(path[-1])
    if number == 0 or not isinstance(before := whole[names[number - 1]], str):
        return {}
    here, there = source.places.get(path), source.places.get((*path[:-1], names[number - 1]))
    if here is None or there is None or here.in_table or (here.file, here.line) != (there.file, there.line):
        return {}
    return {"before": names[number - 1], "text": f"{before}, {path[-1]}"}


def _inside_table(detail: ErrorDetails) -> ValuePath:
    """The way from a table to the row or cell that a fault of it is about; nothing for other faults."""
    told, type = detail.get("ctx", {}), detail["type"]
    if type in ("table_row", "table_head_row"):
        return (told["row"] - (1 if type == "table_row" else 2), *_cell_too_many(told))
    if type == "table_merge":
        return (told["row"] - 1, told["column"] - 1)
    if type == "table_head_merge":
        row = ("header",) if told["row"] == 1 else ("subheaders", told["row"] - 2)
        return (*row, told["column"] - 1)
    return ()


def _cell_too_many(told: dict[str, Any]) -> ValuePath:
    """The first cell of a row that goes beyond the header."""
    return (told["columns"],) if told["cells"] > told["columns"] else ()


def _places(source: Source, path: ValuePath, detail: ErrorDetails) -> tuple[Location, ...]:
    """Where a value stands; of a list that does not belong there, the cells that are filled in."""
    if detail["type"] == "extra_forbidden" and isinstance(detail["input"], list):
        filled = [n for n, each in enumerate(detail["input"]) if each is not None]
        entries = tuple(source.places[*path, n] for n in filled if (*path, n) in source.places)
        if path not in source.places and entries:
            return entries
    return source.places_of(path)


def _owner(source: Source, path: ValuePath) -> Message:
    """` ของ 'training'`, with its space: the nearest entry around the field at `path`, if it has a name."""
    here: Any = source.values
    named = ""
    for step in path[:-1]:
        here = here[step]
        own = [here.get(name) for name in ("id", "number")] if isinstance(here, dict) else []
        if isinstance(step, int):
            named = next((each for each in own if isinstance(each, str) and each), "")
    return Message(f" ของ '{named}'", f" of '{named}'") if named else Message("", "")


def _wording(detail: ErrorDetails) -> Wording:
    found = WORDINGS.get(detail["type"], OTHER)
    typed = detail["input"]
    if isinstance(typed, str) and not typed.strip() and found.code in _READ_AS_TYPED:
        return EMPTY
    return EMPTY if typed is None and found.code not in {"missing", "unknown-key"} else found


def _choices(kind: type[Any], detail: ErrorDetails) -> list[str]:
    """The names that would have been valid: of a literal, a union's tags or a record's fields."""
    context = detail.get("ctx", {})
    if detail["type"] == "union_tag_not_found":
        return tags_at(kind, detail["loc"])
    if named := context.get("expected_tags", context.get("expected", "")):
        return _QUOTED.findall(str(named))
    loc = detail["loc"][:-1] if detail["type"] == "extra_forbidden" else detail["loc"]
    return keys_at(kind, loc)


def _field(kind: type[Any], loc: tuple[int | str, ...], path: ValuePath) -> Message:
    """`'weight' (ค่าน้ำหนัก)`; an entry of a list by its number, from 1."""
    step = path[-1] if path else loc[-1]
    if isinstance(step, int):
        names = [name for name in path if isinstance(name, str)]
        whole = names[-1] if names else ""
        return Message(f"รายการที่ {step + 1} ของ '{whole}'", f"entry {step + 1} of '{whole}'")
    told = description(kind, loc)
    return Message(f"'{step}' ({told})" if told else f"'{step}'", f"'{step}'")


def _in_a_sheet(kind: type[Any], loc: tuple[int | str, ...], path: ValuePath) -> Message:
    """`'ค่าน้ำหนัก'`, as the column is called; of an entry of a list, the list's if it has no column.

    A field that the chosen member of a union lacks is called as in the others, found at its `path`.
    """
    told = title(kind, loc) or title(kind, path) or str(loc[-1])
    return Message(f"'{told}'", f"'{told}'")


def quote_typed(typed: object) -> Message:
    """What was typed, short enough for a message."""
    if isinstance(typed, dict):
        return Message("กลุ่มข้อมูล", "named values")
    if isinstance(typed, list):
        return Message("รายการ", "a list")
    text = str(typed)
    short = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return Message(f"'{short}'", f"'{short}'")
