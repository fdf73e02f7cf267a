"""Shifts all thresholds of an indicator with its target: `indicators[5].shift`, in sheets `เลื่อนเกณฑ์ทั้งชุด`.

The value is ใช่ (as far as the same unit moves the target), or by how much (`+2`, `-2`). Scales that name no
figures of their own (counts, steps, look-up tables, marks, points of a scheme) cannot be shifted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import ValidationError

from pipeline.diagnostics import InputError, Location, diagnose
from pipeline.intake import ValuePath
from pipeline.intake.source import Plain
from pipeline.model.scales import SCALES, AnyScale, Threshold
from pipeline.papers.override_paths import target_level, value_at
from pipeline.thai.digits import to_arabic

SHIFT = "shift"

_YES, _NO = ("ใช่", "yes", "true"), ("ไม่ใช่", "no", "false", "-", "–", "—", "")
_NUMBER = re.compile(r"(?P<sign>[+\-–−]?)(?P<figure>\d[\d,]*(?:\.\d+)?)%?")


@dataclass(frozen=True, slots=True)
class Shift:
    """A wish to shift the thresholds of the entry at `entry` (called `name`), as typed at `place`."""

    entry: ValuePath
    name: str
    typed: str
    place: Location


def can_shift(entry: Mapping[str, Any]) -> bool:
    """Whether the scale of an indicator has thresholds that may move."""
    return bool(_thresholds(entry.get("scale")))


def shifted(shift: Shift, base: Plain, values: Plain, touched: Collection[ValuePath]) -> dict[ValuePath, str]:
    """The thresholds that move, by their paths, with their new texts.

    `base` are the values before the unit's own, `values` those with them, `touched` the paths that the unit
    gives. Raises `InputError` with one fault at the shift's cell.
    """
    typed = " ".join(to_arabic(shift.typed).split()).casefold()
    if typed in _NO:
        return {}
    before = value_at(base, shift.entry)
    before = before if isinstance(before, dict) else {}
    limits = [*_thresholds(before.get("scale"))]
    if not limits:
        raise InputError([diagnose("shift-none", shift.place, name=shift.name)])
    if before.get("targets"):
        raise InputError([diagnose("shift-rounds", shift.place, name=shift.name)])
    target = limits[target_level(before.get("target_level"), ["" for _ in limits]) - 1]
    if own := [limit for limit in limits if limit is not target and _is_touched(shift, limit, touched)]:
        raise InputError([diagnose("shift-and-steps", shift.place, name=shift.name, level=own[0].level)])
    by = _by(typed, shift, limits, _moved(shift, target, values, touched))
    if all(limit.figure >= 0 for limit in limits) and any(limit.figure + by < 0 for limit in limits):
        steps = ", ".join(f"{limit.figure + by:f}" for limit in limits)
        raise InputError([diagnose("shift-below-zero", shift.place, name=shift.name, steps=steps)])
    return {_at(shift, limit): f"{limit.figure + by:f}" for limit in limits}


def _by(typed: str, shift: Shift, limits: list[Threshold], moved: Decimal | None) -> Decimal:
    """How far to shift."""
    if typed in _YES:
        if moved is None:
            raise InputError([diagnose("shift-no-target", shift.place, name=shift.name)])
        return moved
    number = _NUMBER.fullmatch(typed.replace(" ", ""))
    if number is None:
        raise InputError([diagnose("shift-unreadable", shift.place, name=shift.name, typed=shift.typed)])
    by = Decimal(number["figure"].replace(",", ""))
    by = -by if number["sign"] in ("-", "–", "−") and number["sign"] else by
    figures = [limit.figure for limit in limits]
    if moved is not None and moved != by:
        raise InputError(
            [diagnose("shift-disagrees", shift.place, name=shift.name, by=f"{by:+f}", moved=f"{moved:+f}")]
        )
    if moved is None and not number["sign"] and by > max(figures) - min(figures):
        raise InputError([diagnose("shift-or-target", shift.place, name=shift.name, typed=shift.typed)])
    return by


def _moved(shift: Shift, target: Threshold, values: Plain, touched: Collection[ValuePath]) -> Decimal | None:
    """How far the unit itself moves the target; `None` if it does not name it.

    Raises `InputError` without a fault for a target that is no figure, which is told at its own cell.
    """
    if not _is_touched(shift, target, touched):
        return None
    try:
        scale = value_at(values, (*shift.entry, "scale"))
        typed = value_at(scale, target.path)
        text = re.sub(r"[\s,%]|ร้อยละ|เปอร์เซ็นต์", "", to_arabic(str(typed)))
        return Decimal(text) - target.figure
    except InvalidOperation:
        raise InputError([]) from None


def _thresholds(scale: Any) -> list[Threshold]:
    """The figures that a scale names itself, in order; none of one that is not sound."""
    record: type[AnyScale] | None = (
        SCALES.get(str(scale.get("type")).strip()) if isinstance(scale, dict) else None
    )
    if record is None:
        return []
    try:
        return [*record.model_validate(scale).thresholds_typed]
    except ValidationError:
        return []


def _is_touched(shift: Shift, limit: Threshold, touched: Collection[ValuePath]) -> bool:
    at = _at(shift, limit)
    return any(end in touched for end in _ends(at, len(shift.entry)))


def _ends(path: ValuePath, least: int) -> Iterator[ValuePath]:
    return (path[:n] for n in range(least, len(path) + 1))


def _at(shift: Shift, limit: Threshold) -> ValuePath:
    return (*shift.entry, "scale", *limit.path)
