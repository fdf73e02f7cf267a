"""Plain values -> a checked record of their kind, or every fault in them at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipeline.faults import Fault, InputFaults, Words
from pipeline.intake import Source, ValuePath
from pipeline.model.checks import check
from pipeline.model.fields import description, keys_at, path_in_data, tags_at, title
from pipeline.model.free_memo import MemoInput
from pipeline.model.nearest import hint
from pipeline.model.records import Record
from pipeline.model.wording import EMPTY, OTHER, WORDINGS, Wording

if TYPE_CHECKING:
    from pipeline.model.inputs import AgreementInput, HrScorecardInput

Kind = TypeVar("Kind", bound=Record)

_LONGEST_QUOTE = 40
_QUOTED = re.compile(r"'([^']*)'")


def load(source: Source) -> HrScorecardInput | AgreementInput | MemoInput:
    """The input as records. Raises `InputFaults` with all that is wrong, each with its place.

    Values are validated first; what contradicts what (`checks`) is looked at when each value is valid.
    """
    office_input = validated(source, _kind(source))
    if faults := check(office_input, source):
        raise InputFaults(faults)
    return office_input


def validated(source: Source, kind: type[Kind]) -> Kind:
    """The values as a record of `kind`. Raises `InputFaults` with each value that is wrong in itself, and
    with what intake found wrong with single cells.
    """
    try:
        record = kind.model_validate(source.values)
    except ValidationError as error:
        raise InputFaults(_together(source.faults, _faults(source, kind, error))) from None
    if source.faults:
        raise InputFaults(source.faults)
    return record


def _together(of_cells: Sequence[Fault], of_values: Sequence[Fault]) -> list[Fault]:
    """Both, but of a cell that could not be read only why."""
    unread = {fault.place for fault in of_cells}
    return [*of_cells, *(fault for fault in of_values if fault.place not in unread)]


def _kind(source: Source) -> type[HrScorecardInput | AgreementInput | MemoInput]:
    typed = source.values.get("kind")
    if isinstance(typed, str) and typed.strip() == "memo":
        return MemoInput
    from pipeline.model.inputs import KINDS  # noqa: PLC0415

    if isinstance(typed, str) and typed.strip() in KINDS:
        return KINDS[typed.strip()]
    choices = ", ".join(KINDS)
    if typed is None:
        what = Words("ขาดช่อง 'kind' (ชนิดของข้อมูล)", "'kind' is missing")
        remedy = Words(f"เพิ่มบรรทัด kind: เลือกจาก {choices}", f"add the line kind: with one of {choices}")
        raise InputFaults([Fault("missing", what, remedy, source.place(("kind",)))])
    shown, nearest = _quoted(typed), hint(str(typed), list(KINDS))
    raise InputFaults(
        [
            Fault(
                "unknown-kind",
                Words(f"ไม่รู้จักชนิดของข้อมูล kind: {shown.th}", f"unknown kind: {shown.en}"),
                Words(f"ใช้ค่าใดค่าหนึ่ง: {choices}{nearest.th}", f"use one of: {choices}{nearest.en}"),
                source.place(("kind",)),
            )
        ]
    )


def _faults(source: Source, kind: type[Any], error: ValidationError) -> list[Fault]:
    details = error.errors(include_url=False)
    return [_fault(source, kind, detail) for detail in details if not _follows_from_others(detail)]


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


def _fault(source: Source, kind: type[Any], detail: ErrorDetails) -> Fault:
    wording = _wording(detail)
    loc = (*detail["loc"], wording.key) if wording.key else detail["loc"]
    path = path_in_data(source.values, loc)
    context = _context(detail)
    choices = _choices(kind, detail) if "{choices}" in wording.remedy.th else []
    typed = str(context.get("tag", detail["loc"][-1] if wording.code == "unknown-key" else detail["input"]))
    shown = _quoted(context.get("tag", context.get("typed", detail["input"])))
    nearest = hint(typed, choices) if "{nearest}" in wording.remedy.th else Words("", "")
    place = source.place(path)
    field = _in_a_sheet(kind, loc) if place.sheet else _field(kind, loc, path)
    told = {"choices": ", ".join(choices)}
    th = {**context, **told, "field": field.th, "typed": shown.th, "nearest": nearest.th}
    en = {**context, **told, "field": field.en, "typed": shown.en, "nearest": nearest.en}
    what = Words(wording.what.th.format_map(th), wording.what.en.format_map(en))
    remedy = Words(wording.remedy.th.format_map(th), wording.remedy.en.format_map(en))
    return Fault(wording.code, what, remedy, place)


def _wording(detail: ErrorDetails) -> Wording:
    found = WORDINGS.get(detail["type"], OTHER)
    return EMPTY if detail["input"] is None and found.code not in {"missing", "unknown-key"} else found


def _choices(kind: type[Any], detail: ErrorDetails) -> list[str]:
    """The names that would have been valid: of a literal, a union's tags or a record's fields."""
    context = detail.get("ctx", {})
    if detail["type"] == "union_tag_not_found":
        return tags_at(kind, detail["loc"])
    if named := context.get("expected_tags", context.get("expected", "")):
        return _QUOTED.findall(str(named))
    loc = detail["loc"][:-1] if detail["type"] == "extra_forbidden" else detail["loc"]
    return keys_at(kind, loc)


def _field(kind: type[Any], loc: tuple[int | str, ...], path: ValuePath) -> Words:
    """`'weight' (ค่าน้ำหนัก)`; an entry of a list by its number, from 1."""
    step = path[-1] if path else loc[-1]
    if isinstance(step, int):
        names = [name for name in path if isinstance(name, str)]
        whole = names[-1] if names else ""
        return Words(f"รายการที่ {step + 1} ของ '{whole}'", f"entry {step + 1} of '{whole}'")
    told = description(kind, loc)
    return Words(f"'{step}' ({told})" if told else f"'{step}'", f"'{step}'")


def _in_a_sheet(kind: type[Any], loc: tuple[int | str, ...]) -> Words:
    """`'ค่าน้ำหนัก'`, as the column is called; of an entry of a list, the list's."""
    names = loc[: -1 if isinstance(loc[-1], int) else None]
    told = title(kind, names) or str(loc[-1])
    return Words(f"'{told}'", f"'{told}'")


def _quoted(typed: object) -> Words:
    """What was typed, short enough for a message."""
    if isinstance(typed, dict):
        return Words("กลุ่มข้อมูล", "named values")
    if isinstance(typed, list):
        return Words("รายการ", "a list")
    text = str(typed)
    short = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return Words(f"'{short}'", f"'{short}'")
