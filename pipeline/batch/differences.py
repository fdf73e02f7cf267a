"""What changed between two inputs, in words of the data: `ตัวชี้วัดที่ 5 เป้าหมาย: 20 → 18`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.diagnostics import Message
from pipeline.intake import ValuePath
from pipeline.intake.source import Plain
from pipeline.kinds import Kinds
from pipeline.model.fields import description
from pipeline.model.records import Record
from pipeline.papers.override_paths import identity_of, target_level, value_at
from pipeline.thai.digits import to_arabic
from pipeline.workbook.levels import levels_of

LISTS = {
    "dimensions": "มิติที่",
    "groups": "กลุ่ม",
    "indicators": "ตัวชี้วัดที่",
    "parts": "ตัวชี้วัดย่อยที่",
    "projects": "แผนงาน/โครงการที่",
    "results": "ผลของ",
    "units": "หน่วยงาน",
    "baselines": "ผลงานปี",
}
"""What an entry of a list is called before its name."""

FIELDS = {
    "target": "เป้าหมาย",
    "weight": "น้ำหนัก",
    "name": "ชื่อ",
    "title": "คำนำหน้า",
    "given": "ชื่อ",
    "surname": "นามสกุล",
    "maker": "ผู้ทำคำรับรอง",
    "receiver": "ผู้รับคำรับรอง",
    "office": "ส่วนราชการ",
    "value": "ค่า",
    "steps": "ขั้นตอนที่แล้วเสร็จ",
    "numerator": "ตัวตั้ง",
    "denominator": "ตัวหาร",
    "status": "สถานะ",
    "target_level": "ระดับเป้าหมาย",
}
"""Shorter names than the descriptions of the records."""

_LONGEST = 40


class Step(NamedTuple):
    """One step into an input: a field, or an entry (`key`) of a list (`name`)."""

    name: str
    key: str = ""


Leaf = tuple[tuple[Step, ...], ValuePath, str]
"""A value: the readable way to it, its path in the values, and its text."""


def differences(before: dict[str, Plain], after: dict[str, Plain], known: Kinds) -> tuple[Message, ...]:
    """Each value that was changed, added or taken away, in the order of the data.

    Entries of lists are compared by what they are named by, so one more entry is one difference.
    """
    told = _Teller(after, known)
    old = {steps: (path, text) for steps, path, text in _leaves(before)}
    new = {steps: (path, text) for steps, path, text in _leaves(after)}
    ways = dict.fromkeys([*old, *new])
    return tuple(
        told.describe_change(way, (new.get(way) or old[way])[0], _text(old.get(way)), _text(new.get(way)))
        for way in ways
        if _text(old.get(way)) != _text(new.get(way))
    )


def headers_of(values: dict[str, Plain], known: Kinds) -> Iterator[tuple[str, str]]:
    """What a table may head a value by (`ตัวชี้วัดที่ 5 เป้าหมาย`), with the path that it stands for."""
    told, levels = _Teller(values, known), levels_of(values)
    for way, path, _ in _leaves(values):
        steps = _from_last_entry(way)
        if not (steps[0].key and steps[0].name in LISTS):
            if not any(step.key for step in way):
                yield told.name_value(way, path).th, ".".join(step.name for step in way)
            continue
        typed = ".".join(f"{step.name}[{step.key}]" if step.key else step.name for step in steps)
        yield told.name_value(way, path).th, typed
        if steps[-1].name == "thresholds" and steps[-1].key:
            entry = told.name_value(way[:-2], path[:-3]).th
            called = [name for name, level in levels.numbers.items() if str(level) == steps[-1].key]
            for name in (f"ระดับ {steps[-1].key}", *called, *(f"ระดับ{name}" for name in called)):
                yield from ((f"{entry} {name}", typed), (f"{entry} เกณฑ์{name}", typed))


def _text(found: tuple[ValuePath, str] | None) -> str | None:
    return found[1] if found else None


def _leaves(values: Plain, way: tuple[Step, ...] = (), path: ValuePath = ()) -> Iterator[Leaf]:
    """Every text of the values."""
    if isinstance(values, dict):
        for name, value in values.items():
            yield from _leaves(value, (*way, Step(name)), (*path, name))
        return
    if isinstance(values, list):
        seen: dict[str, int] = {}
        for position, entry in enumerate(values):
            field = identity_of(entry) if isinstance(entry, dict) else None
            key = str(entry[field]) if field and isinstance(entry, dict) else str(position + 1)
            seen[key] = seen.get(key, 0) + 1
            key = key if seen[key] == 1 else f"{key} ({seen[key]})"
            yield from _leaves(entry, (*way[:-1], Step(way[-1].name, key)), (*path, position))
        return
    if values is not None:
        yield way, path, values


class _Teller:
    """Names values of an input to a person."""

    def __init__(self, values: dict[str, Plain], known: Kinds) -> None:
        self._values = values
        kind = str(values.get("kind"))
        self._kind: type[Record] = known.of(kind).record if kind in known.names() else Record

    def describe_change(
        self, way: tuple[Step, ...], path: ValuePath, old: str | None, new: str | None
    ) -> Message:
        """`ตัวชี้วัดที่ 5 เป้าหมาย: 20 → 18`, and the same with the path as it would be typed."""
        change, named = f"{_shorten_text(old)} → {_shorten_text(new)}", self.name_value(way, path)
        return Message(f"{named.th}: {change}", f"{named.en}: {change}")

    def name_value(self, way: tuple[Step, ...], path: ValuePath) -> Message:
        """The value's name alone."""
        steps = [step for step in _from_last_entry(way) if step.name != "scale"]
        thai = " ".join(dict.fromkeys(self._word(step, path) for step in steps))
        typed = ".".join(self._typed_step(step, path) for step in steps)
        return Message(thai, typed)

    def _typed_step(self, step: Step, path: ValuePath) -> str:
        if self._is_target(step, path):
            return "target"
        return f"{step.name}[{step.key}]" if step.key else step.name

    def _word(self, step: Step, path: ValuePath) -> str:
        if step.name == "thresholds" and step.key:
            return FIELDS["target"] if self._is_target(step, path) else f"เกณฑ์ระดับ {step.key}"
        if step.key:
            return f"{LISTS.get(step.name, step.name)} {to_arabic(step.key)}".strip()
        if step.name in FIELDS:
            return FIELDS[step.name]
        end = max((n for n, name in enumerate(path) if name == step.name), default=len(path) - 1)
        told = description(self._kind, path[: end + 1])
        return told.partition(" เช่น ")[0].partition(" (")[0] or step.name

    def _is_target(self, step: Step, path: ValuePath) -> bool:
        """Whether a threshold is the one of its indicator's target level."""
        if step.name != "thresholds" or not step.key:
            return False
        thresholds = value_at(self._values, path[:-1])
        if not isinstance(thresholds, list):
            return False
        level = target_level(value_at(self._values, (*path[:-3], "target_level")), thresholds)
        return step.key == str(level)


def _shorten_text(text: str | None) -> str:
    if text is None:
        return "-"
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _from_last_entry(way: tuple[Step, ...]) -> tuple[Step, ...]:
    """The way from its last entry that has a word of its own: an indicator without dimension and group."""
    known = [position for position, step in enumerate(way) if step.key and step.name in LISTS]
    start = known[-1] if known else 0
    if start and way[start].name == "baselines":
        start = known[-2] if len(known) > 1 else start
    return way[start:]
