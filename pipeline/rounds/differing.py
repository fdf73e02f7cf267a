"""Two inputs of one kind -> every value that differs, row by row: what was changed, came, or went.

Records are compared, not files, so that it does not matter how a date or a figure was typed and in which
format. Rows that have a name or an id are found by it; texts of prose are aligned as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from pydantic.fields import FieldInfo

from pipeline.intake import ValuePath
from pipeline.model.criteria import MEASURED_BY
from pipeline.model.fields import title_of
from pipeline.model.last_round import LastRound
from pipeline.model.people import Person, PostHolder
from pipeline.model.period import Period
from pipeline.model.records import Record
from pipeline.model.round_fields import part_of
from pipeline.model.suppressions import AuditSettings
from pipeline.model.written_paths import keys_of

Part = Literal["results", "targets", "texts", "persons", "paper", "rows", "other"]
"""What a difference is about: a figure of the round, what is measured by, prose, who, the paper's own date
and number, a row that came or went, or anything else.
"""
_OF_TARGETS = frozenset({*MEASURED_BY, "weight", "scheme", "levels", "unmeasured", "achievement"})
_SCORED = frozenset({"name", "weight", "scale"})
"""What all records have that are scored: indicators, projects, their parts, rows of own kinds."""
_OF_ROUNDS: dict[str, Part] = {"result": "results", "text": "texts", "carried": "texts", "date": "paper"}


@dataclass(frozen=True, slots=True)
class Differing:
    """One value in both inputs, `None` where one has none; `path` leads to it in the later, or in the earlier
    where only that has it. `titles` are those of the fields from its row on.
    """

    part: Part
    path: ValuePath
    written: str
    row: str
    titles: tuple[str, ...]
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class _Place:
    path: ValuePath = ()
    written: str = ""
    row: str = ""
    titles: tuple[str, ...] = ()
    part: Part | None = None

    def field(self, name: str, field: FieldInfo, part: Part | None) -> _Place:
        """Where a field of the record here stands."""
        written = f"{self.written}.{name}" if self.written else name
        titles = self.titles if name == "text" else (*self.titles, title_of(field))
        return _Place((*self.path, name), written, self.row, titles, self.part or part)

    def entry(self, n: int, key: str, *, is_row: bool) -> _Place:
        """Where an entry of the list here stands; a row that is named begins its own titles."""
        path, written = (*self.path, n), f"{self.written}[{key}]"
        row, titles = (key, ()) if is_row else (self.row, self.titles)
        return _Place(path, written, row, titles, self.part)

    def named(self, name: str) -> _Place:
        """Where the value of a name stands that a person gave it."""
        path, written = (*self.path, name), f"{self.written}.{name}"
        return _Place(path, written, self.row, (f"{{{name}}}",), self.part)

    def told(self, before: Any, after: Any, part: Part | None = None) -> Differing:
        """What differs here."""
        own = part or self.part or _part_of(before if after is None else after)
        return Differing(own, self.path, self.written, self.row, self.titles, before, after)


def differing(before: Record, after: Record) -> Iterator[Differing]:
    """What differs between two inputs of one kind, in the order of the data."""
    yield from _between(before, after, _Place())


def _between(before: Any, after: Any, place: _Place) -> Iterator[Differing]:
    if before == after:
        return
    if isinstance(before, Record) and type(before) is type(after):
        yield from _fields(before, after, place)
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _lists(before, after, place)
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        for name in dict.fromkeys([*before, *after]):
            yield from _between(before.get(name), after.get(name), place.named(name))
    else:
        yield place.told(_none(before), _none(after))


def _none(value: Any) -> Any:
    return None if value in ("", (), {}) else value


def _fields(before: Record, after: Record, place: _Place) -> Iterator[Differing]:
    kind = type(after)
    if issubclass(kind, Period):
        yield place.told(before, after, "paper")
        return
    own: Part | None = "persons" if issubclass(kind, Person | PostHolder) else None
    if issubclass(kind, Person):
        yield place.told(before, after, own)
        return
    for name, field in kind.model_fields.items():
        was, now = getattr(before, name), getattr(after, name)
        if name == "kind" or isinstance(was if now is None else now, LastRound | AuditSettings):
            continue
        marked = part_of(field)
        part = own or (_OF_ROUNDS.get(marked) if marked else None)
        if part is None and kind.model_fields.keys() >= _SCORED and name in _OF_TARGETS:
            part = "targets"
        yield from _between(was, now, place.field(name, field, part))


def _lists(before: tuple[Any, ...], after: tuple[Any, ...], place: _Place) -> Iterator[Differing]:
    if _is_named((*before, *after)):
        yield from _rows(_by_key(before), _by_key(after), place)
        return
    matcher = SequenceMatcher(None, list(map(repr, before)), list(map(repr, after)), autojunk=False)
    for tag, i, until, j, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        for n in range(max(until - i, end - j)):
            was = before[i + n] if i + n < until else None
            now = after[j + n] if j + n < end else None
            at = min(j + n, len(after)) if now is not None else i + n
            yield from _between(was, now, place.entry(at, str(at + 1), is_row=False))


def _rows(before: dict[str, Any], after: dict[str, Any], place: _Place) -> Iterator[Differing]:
    """Rows by their names; those that went stand after those that are there."""
    at = {key: n for n, key in enumerate(before)} | {key: n for n, key in enumerate(after)}
    for key in dict.fromkeys([*after, *before]):
        here = place.entry(at[key], key, is_row=True)
        if key in before and key in after:
            yield from _between(before[key], after[key], here)
        else:
            titled = _Place(here.path, here.written, key, place.titles, "rows")
            yield titled.told(before.get(key), after.get(key))


def _by_key(entries: tuple[Any, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, entry in zip(keys_of(entries), entries, strict=True):
        count = 1
        while (name := key if count == 1 else f"{key} ({count})") in found:
            count += 1
        found[name] = entry
    return found


def _is_named(entries: tuple[Any, ...]) -> bool:
    """Whether all entries are records with a name, number or id of their own."""
    names = (keys_of([entry])[0] for entry in entries)
    numbered = any(getattr(entry, "number", None) not in (None, "") for entry in entries)
    return all(isinstance(entry, Record) for entry in entries) and (
        numbered or all(name != "1" for name in names)
    )


def _part_of(value: Any) -> Part:
    return "texts" if isinstance(value, str | Record) else "other"
