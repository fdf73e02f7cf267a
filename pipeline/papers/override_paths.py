"""The readable path of a value in an input: `office.name`, `indicators[5].target`, `results[16.1].value`.

Steps are parted by points; an entry of a list stands in brackets, named by what tells it from the
others (its `id`, `number`, `indicator`, …), or by its place from 1 where the entries are plain
values. A path may begin with the name of any list with an entry, wherever it stands: `indicators[5]`
is found without its dimension and group. `target` of an indicator is the threshold of its target level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pipeline.diagnostics import InputError, Location, diagnose
from pipeline.intake import ValuePath
from pipeline.intake.source import Plain
from pipeline.kinds import Kinds
from pipeline.model.fields import keys_at
from pipeline.model.nearest import hint
from pipeline.model.records import Record
from pipeline.model.written_paths import IDENTITIES
from pipeline.thai.digits import to_arabic

MAY_GROW = "results"
"""The list that a path may add an entry to: a result for an indicator that had none."""

LIMITS = ("at_least", "at_most")
"""What the one limit of a scale (ผ่าน/ไม่ผ่าน) is called."""

_STEP = re.compile(r"([^.\[\]]+)((?:\[[^\[\]]+\])*)(?:\.|$)")
_KEY = re.compile(r"\[([^\[\]]+)\]")


class Found(NamedTuple):
    """Where a path leads. `identity` names the entry that it ends at, `added` one that it adds on its way."""

    path: ValuePath
    identity: dict[str, Plain]
    added: dict[str, Plain]


def find(text: str, values: dict[str, Plain], place: Location, known: Kinds) -> Found:
    """The place in `values` (an input of one of the `known` kinds) that the path `text` names.

    Raises `InputError` at `place`: no path (`path`), a field that no record has (`unknown-key`), an
    entry that the list does not hold (`no-entry`), or one that stands in several lists (`many-entries`).
    """
    return _Walk(text, values, place, known).to_its_end()


def steps_of(text: str) -> list[str]:
    """`indicators[16.1].target` -> `indicators`, `[16.1]`, `target`; empty if it is no path."""
    steps, position = [], 0
    for match in _STEP.finditer(text):
        if match.start() != position:
            return []
        position = match.end()
        steps += [match[1].strip(), *(f"[{key.strip()}]" for key in _KEY.findall(match[2]))]
    return steps if position == len(text) and not text.endswith(".") else []


def identity_of(entry: Mapping[str, object]) -> str | None:
    """The field that names an entry among its neighbours, or `None`."""
    return next((name for name in IDENTITIES if isinstance(entry.get(name), str)), None)


def is_same_name(one: object, other: object) -> bool:
    """Whether two names of an entry are one, whichever digits they are typed in."""
    return to_arabic(str(one)).strip() == to_arabic(str(other)).strip()


class _Walk:
    """One path on its way into the values of one input."""

    def __init__(self, text: str, values: dict[str, Plain], place: Location, known: Kinds) -> None:
        self.text = text
        self.values = values
        self.place = place
        kind = values.get("kind")
        self.record: type[Record] = (
            known.of(kind).record if isinstance(kind, str) and kind in known.names() else Record
        )

    def to_its_end(self) -> Found:
        steps = steps_of(self.text)
        if not steps:
            raise InputError([diagnose("path", self.place, path=self.text)])
        path, rest = self._start(steps)
        identity: dict[str, Plain] = {}
        added: dict[str, Plain] = {}
        for step in rest:
            identity = {}
            if step.startswith("["):
                path, identity = self._entry(path, step[1:-1])
                added = identity if value_at(self.values, path) is None else added
            elif step == "target" and step not in keys_at(self.record, path):
                path = self._target(path)
            else:
                path = self._field(path, step)
        return Found(path, identity, added)

    def _start(self, steps: list[str]) -> tuple[ValuePath, list[str]]:
        """The root, or the one list deeper down that holds the entry which the path begins with."""
        fields = keys_at(self.record, ())
        if steps[0] in fields or len(steps) < 2 or not steps[1].startswith("["):
            return (), steps
        lists = list(_lists(steps[0], self.values, ()))
        if not lists:
            return (), steps
        key = steps[1][1:-1]
        holding = [path for path, entries in lists if _position(entries, key) is not None]
        if len(holding) == 1:
            return holding[0], steps[1:]
        names = [name for _, entries in lists for name in _names(entries)]
        raise self._several(steps[0], key) if holding else self._no_entry(steps[0], key, names)

    def _field(self, path: ValuePath, name: str) -> ValuePath:
        fields = keys_at(self.record, path)
        if fields and name not in fields:
            if not path:
                fields = [*fields, *sorted({key for key, _ in _all_lists(self.values)})]
            nearest, choices = hint(name, fields), ", ".join(fields)
            fault = diagnose(
                "unknown-key/path", self.place, path=self.text, name=name, choices=choices, nearest=nearest
            )
            raise InputError([fault])
        return (*path, name)

    def _entry(self, path: ValuePath, key: str) -> tuple[ValuePath, dict[str, Plain]]:
        entries = value_at(self.values, path)
        entries = entries if isinstance(entries, list) else []
        position = _position(entries, key)
        if position is not None:
            entry = entries[position]
            name = identity_of(entry) if isinstance(entry, dict) else None
            return (*path, position), ({name: entry[name]} if name and isinstance(entry, dict) else {})
        fields = keys_at(self.record, (*path, 0))
        if path == (MAY_GROW,) and (name := next((name for name in IDENTITIES if name in fields), None)):
            return (*path, len(entries)), {name: key}
        raise self._no_entry(str(path[-1]) if path else "", key, _names(entries))

    def _target(self, path: ValuePath) -> ValuePath:
        """The threshold of the target level, a scale's one limit, or else the level itself."""
        level = value_at(self.values, (*path, "target_level"))
        thresholds = value_at(self.values, (*path, "scale", "thresholds"))
        for limit in LIMITS:
            if value_at(self.values, (*path, "scale", limit)) is not None:
                return (*path, "scale", limit)
        if not isinstance(thresholds, list):
            return self._field(path, "target_level")
        return (*path, "scale", "thresholds", target_level(level, thresholds) - 1)

    def _no_entry(self, name: str, key: str, names: list[str]) -> InputError:
        nearest, listed = hint(key, names), ", ".join(names) or "-"
        fault = diagnose(
            "no-entry", self.place, path=self.text, key=key, name=name, listed=listed, nearest=nearest
        )
        return InputError([fault])

    def _several(self, name: str, key: str) -> InputError:
        return InputError([diagnose("many-entries", self.place, path=self.text, key=key, name=name)])


def target_level(typed: Plain, thresholds: list[Plain]) -> int:
    """The level that an indicator aims at, from 1: as typed, or the highest of its thresholds."""
    number = to_arabic(typed).strip() if isinstance(typed, str) else ""
    level = int(number) if number.isdecimal() and int(number) else len(thresholds)
    return min(level, len(thresholds))


def value_at(values: Plain, path: ValuePath) -> Plain:
    """The value at `path`, or `None`."""
    here = values
    for step in path:
        if isinstance(here, dict) and isinstance(step, str):
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return None
    return here


def _position(entries: list[Plain], key: str) -> int | None:
    """Where the entry named `key` stands; plain values are named by their place from 1."""
    for position, entry in enumerate(entries):
        if isinstance(entry, dict):
            name = identity_of(entry)
            if name is not None and is_same_name(entry[name], key):
                return position
        elif is_same_name(position + 1, key):
            return position
    return None


def _names(entries: list[Plain]) -> list[str]:
    named = [entry[name] for entry in entries if isinstance(entry, dict) and (name := identity_of(entry))]
    return [str(name) for name in named] or [str(n) for n in range(1, len(entries) + 1)]


def _lists(name: str, values: Plain, path: ValuePath) -> Iterator[tuple[ValuePath, list[Plain]]]:
    """Every list called `name`, with its path."""
    if isinstance(values, dict):
        for key, value in values.items():
            if key == name and isinstance(value, list):
                yield (*path, key), value
            yield from _lists(name, value, (*path, key))
    elif isinstance(values, list):
        for position, value in enumerate(values):
            yield from _lists(name, value, (*path, position))


def _all_lists(values: Plain) -> Iterator[tuple[str, list[Plain]]]:
    """Every list of records with its name."""
    inner = (
        values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    )
    for key, value in inner:
        if isinstance(key, str) and isinstance(value, list) and value and isinstance(value[0], dict):
            yield key, value
        yield from _all_lists(value)
