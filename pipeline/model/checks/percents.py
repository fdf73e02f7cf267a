"""Percentages typed as fractions, and fractions that are none: asked about where it is not certain.

A spreadsheet shows 0.8 as 80 % and may hand it over as either. `80%` and `0.8%` are certain; a bare `0.8` is,
too, where 80 would make no sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.intake import Source, ValuePath
from pipeline.model.indicators import MeasuredBy
from pipeline.model.placed import Placed, scales_of
from pipeline.model.scales import Scale
from pipeline.model.soundness import sound

_SIGNS = re.compile(r"[%％]|ร้อยละ|เปอร์เซ็?นต์")
_BEYOND = 10
"""So many times the scale no result is."""

_HUNDRED = Decimal(100)


def percent_faults(
    scored: Iterable[Placed], measured: Iterable[MeasuredBy], source: Source
) -> Iterator[Diagnostic]:
    """Figures of scales and results that may be fractions of 100, as typed in `source`."""
    for placed in scored:
        for scale in scales_of(placed):
            yield from sound(_thresholds(scale.path, scale.scale, scale.unit, source))
    for each in measured:
        value = each.result.value
        if value is not None:
            yield from sound(_value((*each.path, "value"), value, each, source))


def _thresholds(path: ValuePath, scale: Scale, unit: str, source: Source) -> Iterator[Diagnostic]:
    """A scale of per cent whose five figures are all fractions."""
    typed = list(scale.thresholds_typed) if _is_percent(unit) else []
    if not typed or any(_has_percent_sign(source, (*path, *each.path)) for each in typed):
        return
    highest = max(typed, key=lambda each: each.figure)
    if highest.figure <= 1:
        yield _fraction(highest.figure, source, (*path, *highest.path))


def _value(path: ValuePath, value: Decimal, by: MeasuredBy, source: Source) -> Iterator[Diagnostic]:
    scale, unit = by.scale, by.unit
    signed = _has_percent_sign(source, path)
    if signed and (scale.counts or (unit and not _is_percent(unit))):
        yield _no_percent(source, path)
    if scale.counts or not _is_percent(unit):
        return
    low, high = scale.reach(by.rules)
    if value >= _BEYOND * max(_HUNDRED, high):
        yield _hundredfold(value, source, path)
    elif not signed and 0 < value <= 1 < high and not _fits(value, low, high):
        yield _fraction(value, source, path)


def _fits(value: Decimal, low: Decimal, high: Decimal) -> bool:
    """Whether the bare figure makes sense on the scale, and a hundred times as much does not."""
    return low <= value <= high and value * _HUNDRED > high


def _is_percent(unit: str) -> bool:
    return "ร้อยละ" in unit or "%" in unit


def _has_percent_sign(source: Source, path: ValuePath) -> bool:
    """Whether the figure was typed as a percentage."""
    return bool(_SIGNS.search(_text_as_typed(source, path)))


def _text_as_typed(source: Source, path: ValuePath) -> str:
    here: Any = source.values
    for step in path:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            return ""
    return str(here)


def _fraction(value: Decimal, source: Source, path: ValuePath) -> Diagnostic:
    hundredfold = f"{(value * _HUNDRED).normalize():f}"
    return diagnose("fraction-or-percent", source.place(path), value=value, hundredfold=hundredfold)


def _hundredfold(value: Decimal, source: Source, path: ValuePath) -> Diagnostic:
    """96 in a cell that shows per cent is 9600 %."""
    meant = f"{(value / _HUNDRED).normalize():f}"
    return diagnose("hundredfold", source.place(path), value=value, meant=meant)


def _no_percent(source: Source, path: ValuePath) -> Diagnostic:
    return diagnose("percent-of-count", source.place(path))
