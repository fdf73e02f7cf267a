"""Braces in the texts of an input: a pair holds a name that has a value where it stands, or is told there.

Looked at before anything is composed, in every text of the data: a text that no paper fills in may hold no
braces at all, for they would be printed as they were typed. Braces that are to be printed have names of their
own (`placeholders.BRACES`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pipeline.compose.common_names import BRACES
from pipeline.compose.free_tables import is_sum, not_numbers
from pipeline.compose.names_in_scope import Scopes
from pipeline.diagnostics import Diagnostic, Location, Message, diagnose
from pipeline.model.fact_names import Present
from pipeline.model.fields import written_at
from pipeline.model.nearest import hint_of
from pipeline.model.passages import FreeTable

if TYPE_CHECKING:
    from pipeline.intake import Source, ValuePath
    from pipeline.intake.source import Plain
    from pipeline.model.office_input import OfficeInput
    from pipeline.scoring.cards import ScoreCard

_PAIR = re.compile(r"\{([^{}]*)\}")
_LONGEST_QUOTE, _LONGEST_VALUE, _MOST_LISTED = 60, 24, 14
_PRINT = Message(
    f"ถ้าต้องการพิมพ์วงเล็บปีกกา ใช้ {{{'} {'.join(BRACES)}}}",
    f"a brace itself is printed by {{{'} {'.join(BRACES)}}}",
)


def brace_faults(
    office_input: OfficeInput, card: ScoreCard | None, source: Source, faults: Sequence[Diagnostic] = ()
) -> Iterator[Diagnostic]:
    """All faults of braces in the texts of `source`, each at its own place; `office_input` is its record.

    `faults` were told of it already; then there is no `card`.
    """
    told = {place for fault in faults for place in (*fault.locations, None)}
    texts = list(_with_braces(source.values, ()))
    scopes = Scopes(office_input, card, source, told) if texts else None
    for path, text in texts:
        written = written_at(type(office_input), path)
        if written is None or scopes is None or not written.record.on_paper:
            continue
        place = source.place(path)
        if place in told:
            continue
        if not written.filled:
            yield _not_filled(text, place)
            continue
        if scopes.all_known(path):
            yield from _of_names(text, scopes.at(path, written), scopes, path, place)
        if is_sum(text) and issubclass(written.record, FreeTable):
            in_rows = path[-3] in ("rows", "subheaders")
            yield from _of_a_sum(path if in_rows else (*path[:-1], 0, 0), source, place)
        yield from _of_single_braces(text, place)


def _with_braces(value: Plain, path: ValuePath) -> Iterator[tuple[ValuePath, str]]:
    if isinstance(value, str):
        if "{" in value or "}" in value:
            yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _with_braces(inner, (*path, key))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from _with_braces(inner, (*path, n))


def _of_names(
    text: str, ids: Sequence[str], scopes: Scopes, path: ValuePath, place: Location
) -> Iterator[Diagnostic]:
    known = scopes.known
    for name in dict.fromkeys(match.strip() for match in _PAIR.findall(text)):
        id = name if name in ids else known.id_of(name)
        declared = known.declared(id)
        if id in ids and not (known.is_block(id) and text.strip() != f"{{{name}}}"):
            continue
        if id in ids:
            yield diagnose(
                "placeholder/block",
                place,
                name=name,
                about=declared.about.replace("`", "") if declared else "",
            )
        elif declared is not None and declared.id == id:
            listed = listed_names(scopes.present(ids, path))
            about = declared.about.replace("`", "")
            yield diagnose(
                "placeholder/empty", place, name=name, about=about, text=_quote(text), listed=listed
            )
        else:
            yield _diagnose_unknown_name(name, text, scopes.present(ids, path), place)


def _of_a_sum(path: ValuePath, source: Source, place: Location) -> Iterator[Diagnostic]:
    """A sum stands in the last row, below numbers; each cell that is none is told."""
    table, part, (row, column) = path[:-3], path[-3], path[-2:]
    held: Any = source.values
    for step in table:
        held = held[step]
    rows: list[list[Any]] = held["rows"]
    if part != "rows" or not isinstance(column, int) or row != len(rows) - 1:
        yield diagnose("column-sum/place", place)
        return
    if any(not isinstance(cells, list) or len(cells) <= column for cells in rows):
        return
    even = [[str(cell or "") for cell in cells] for cells in rows]
    for at in not_numbers(even, column):
        cell = source.place((*table, "rows", at, column))
        yield diagnose("column-sum", cell, also=(place,), typed=even[at][column])


def _of_single_braces(text: str, place: Location) -> Iterator[Diagnostic]:
    """Braces that no other closes or opens, told once."""
    left = [brace for brace in "{}" if brace in _PAIR.sub("", text)]
    if len(left) > 1:
        yield diagnose("brace/pairs", place, text=_quote(text), how=_PRINT)
    elif left:
        brace, lacks = left[0], "}" if left[0] == "{" else "{"
        yield diagnose("brace", place, brace=brace, lacks=lacks, text=_quote(text), how=_PRINT)


def _diagnose_unknown_name(name: str, text: str, present: Sequence[Present], place: Location) -> Diagnostic:
    near = hint_of(name.casefold(), [each.id for each in present]) or hint_of(
        name, [each.thai for each in present]
    )
    th = f" (หมายถึง {{{near}}} หรือไม่)" if near else ""
    en = f" (did you mean {{{near}}}?)" if near else ""
    return diagnose(
        "placeholder", place, name=name, text=_quote(text), near=Message(th, en), listed=listed_names(present)
    )


def listed_names(present: Sequence[Present], most: int = _MOST_LISTED) -> Message:
    """Names with what they print now, by their Thai names and by their ids; the last `most` of them, which
    are those of the place itself.
    """
    told = [each for each in present if each.id not in BRACES]
    shown, more = told[-most:], len(told) - most
    th = ", ".join(f"{{{each.thai}}}{_value(each)}" for each in shown)
    en = ", ".join(f"{{{each.id}}}{_value(each)}" for each in shown)
    th += f" และอีก {more} ชื่อ" if more > 0 else ""
    en += f" and {more} more" if more > 0 else ""
    return Message(th, en)


def _value(each: Present) -> str:
    if not each.value:
        return ""
    short = each.value if len(each.value) <= _LONGEST_VALUE else f"{each.value[:_LONGEST_VALUE]}…"
    return f" = {short}"


def _not_filled(text: str, place: Location) -> Diagnostic:
    return diagnose("brace/not-filled", place, text=_quote(text))


def _quote(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
