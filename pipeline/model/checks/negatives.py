"""Amounts of things are not negative: numerators, counts, and what is told in persons or times.

What is a count by its field alone (`Count`, `Amount`) is refused when it is read; here are the figures of
which the scale or the unit says so. A change, such as growth, may be negative, and is left to the scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from pipeline.diagnostics import Diagnostic, Location, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.model.checks.places import At
from pipeline.model.indicators import Indicator, Measured, MeasuredBy, Part
from pipeline.model.soundness import sound
from pipeline.thai.units import UNITS

_LEFT = "{remaining}"


def negative_results(measured: Iterable[MeasuredBy], at: At) -> Iterator[Diagnostic]:
    """The negative amounts of an input's results, each at its own value."""
    for each in measured:
        yield from sound(_of_result(each, at))


def negative_indicators(placed: Iterable[tuple[ValuePath, Indicator | Part]], at: At) -> Iterator[Diagnostic]:
    """The negative amounts among the thresholds and baselines of indicators, each with its path."""
    for path, indicator in placed:
        yield from sound(_of_indicator(path, indicator, at))


def _of_result(each: MeasuredBy, at: At) -> Iterator[Diagnostic]:
    result, scale = each.result, each.scale
    if result.numerator is not None and result.numerator < 0 <= scale.reach(each.rules)[0]:
        yield _negative(Message("ตัวตั้ง", "the numerator"), result.numerator, at((*each.path, "numerator")))
    if left := _printed_left(result):
        told = Message(f"จำนวนที่เหลือ {_LEFT}", f"what is left, {_LEFT},")
        yield _negative(told, left, at((*each.path, "numerator")))
    if result.value is not None and result.value < 0 and (scale.counts or _is_counted(each.unit)):
        yield _negative(Message("ผลที่วัดได้", "the result"), result.value, at((*each.path, "value")))


def _printed_left(result: Measured) -> Decimal | None:
    """What is left where more was done than planned, if the result's prose prints it."""
    done, planned = result.numerator, result.denominator
    if done is None or planned is None or done <= planned or _LEFT not in result.model_dump_json():
        return None
    return planned - done


def _of_indicator(path: ValuePath, indicator: Indicator | Part, at: At) -> Iterator[Diagnostic]:
    if not _is_counted(indicator.unit):
        return
    for threshold in indicator.scale.thresholds_typed if indicator.scale else ():
        if threshold.figure < 0:
            level = Message(f"เกณฑ์ระดับ {threshold.level}", f"the threshold of level {threshold.level}")
            yield _negative(level, threshold.figure, at((*path, "scale", *threshold.path)))
    for n, baseline in enumerate(indicator.baselines):
        if baseline.value is not None and baseline.value < 0:
            year = Message(f"ผลงานปี {baseline.year}", f"the result of {baseline.year}")
            yield _negative(year, baseline.value, at((*path, "baselines", n, "value")))


def _is_counted(unit: str) -> bool:
    return unit.strip() in UNITS


def _negative(what: Message, typed: Decimal, place: Location) -> Diagnostic:
    return diagnose("negative-count", place, what=what, typed=typed)
