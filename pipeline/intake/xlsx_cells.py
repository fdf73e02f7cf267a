"""One cell of a workbook -> the text that its user would have typed, or a fault that asks.

Excel keeps 80 % as 0.8, 17.50 as 17.5 with a format, and a date as a day count. The number format says
how a person sees it; it is taken at its word, and the figure itself is never rounded.
"""

from __future__ import annotations

import datetime
import math
import re
from decimal import Decimal
from typing import Literal, NamedTuple, assert_never

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel, from_ISO8601

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.sheets import Cell
from pipeline.intake.xlsx_formats import (
    GENERAL,
    NumberFormats,
    first_section,
    is_buddhist,
    shown_as,
    shows_time,
)
from pipeline.intake.xlsx_seen import figure_seen, moment_seen
from pipeline.intake.xlsx_sheet import StoredCell
from pipeline.intake.xlsx_strings import LONGEST, LONGEST_STORED, SharedStrings, plain_text
from pipeline.thai.dates import ERA

_DECIMALS = re.compile(r"[0#?]\.(0+)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_WHOLE = re.compile(r"[+-]?[0-9]{16,40}")

_LONGEST_NUMBER = 400

_SIGNIFICANT = 15
"""Digits that Excel keeps; more of them are noise of binary fractions."""

_SHORT_YEAR_GUESSES = range(1930, 2000)
"""Where Excel puts a year typed with two digits from 30 to 99."""

Moment = datetime.datetime | datetime.date | datetime.time | datetime.timedelta


class Values(NamedTuple):
    """What the cells of a workbook refer to."""

    strings: SharedStrings
    formats: NumberFormats
    since_1904: bool


def cell_of(stored: StoredCell, values: Values, place: Location) -> Cell | None:
    """The cell as text, `None` if it holds nothing.

    Raises `InputError`: an error value such as `#REF!`, a date whose century Excel has guessed, a value
    that is none of its kind; `IndexError` for a shared text that the workbook does not hold.
    """
    match stored.kind:
        case "n":
            return _number(stored, values, place)
        case "s":
            return _shared_text(int(stored.value), values.strings, place)
        case "str" | "inlineStr":
            _refuse_endless(stored.value, place)
            return _text(plain_text(stored.value), place)
        case "b" if stored.value.strip() in {"0", "1", "true", "false"}:
            return Cell("true" if stored.value.strip() in {"1", "true"} else "false", place, "boolean")
        case "e":
            raise InputError([_error_value(stored.value, place)])
        case "d":
            return _iso_moment(stored, values, place)
        case _:
            raise InputError([_diagnose_odd_value(stored.value, place)])


def _shared_text(index: int, strings: SharedStrings, place: Location) -> Cell | None:
    _refuse_endless(strings.stored_text(index), place)
    return _text(strings.plain(index), place)


def _refuse_endless(stored: str, place: Location) -> None:
    if len(stored) > LONGEST_STORED:
        raise InputError([_diagnose_long_text(place)])


def _text(text: str, place: Location) -> Cell | None:
    if len(text) > LONGEST:
        raise InputError([_diagnose_long_text(place)])
    if found := _CONTROL.search(text):
        raise InputError([_control(ord(found.group()), place)])
    return Cell(text, place) if text else None


def _number(stored: StoredCell, values: Values, place: Location) -> Cell | None:
    typed = stored.value.strip()
    if not typed:
        return None
    try:
        number = float(typed) if len(typed) <= _LONGEST_NUMBER else math.nan
    except ValueError:
        number = math.nan
    number_format = values.formats.of(stored.style)
    if not math.isfinite(number) or "_" in typed or number_format is None:
        raise InputError([_diagnose_odd_value(typed, place)])
    shown = shown_as(number_format)
    match shown:
        case "moment" | "elapsed":
            return _moment(_moment_of(number, shown == "elapsed", values, place), number_format, place)
        case "number" | "percent":
            exact = Decimal(typed) if _WHOLE.fullmatch(typed) else Decimal(f"{number:.{_SIGNIFICANT}g}")
            return _figure(exact, number_format, shown, place)
        case _:
            assert_never(shown)


def _figure(
    exact: Decimal, number_format: str, stored: Literal["number", "percent"], place: Location
) -> Cell:
    if stored == "percent":
        exact *= 100
    section = first_section(number_format)
    text = _with_decimals(exact, section)
    sign = "%" if stored == "percent" else ""
    grouped = f"{Decimal(text):,f}" if "," in section else text
    return Cell(text + sign, place, stored, grouped + sign, seen=figure_seen(exact, number_format))


def _with_decimals(number: Decimal, section: str) -> str:
    """All digits of the number, and as many decimals as the format shows."""
    shown = _DECIMALS.search(section)
    digits = f"{number.normalize():f}" if number else "0"
    have = len(digits.partition(".")[2])
    want = len(shown[1]) if shown else 0
    return digits if want <= have else digits + "." * (not have) + "0" * (want - have)


def _moment_of(number: float, elapsed: bool, values: Values, place: Location) -> Moment:
    epoch = CALENDAR_MAC_1904 if values.since_1904 else CALENDAR_WINDOWS_1900
    try:
        found = from_excel(number, epoch, timedelta=elapsed)
    except (ValueError, OverflowError) as error:
        raise InputError([_no_such_day(number, place)]) from error
    if isinstance(found, datetime.datetime) and number < 0:
        raise InputError([_no_such_day(number, place)])
    assert isinstance(found, datetime.datetime | datetime.time | datetime.timedelta)
    return found


def _iso_moment(stored: StoredCell, values: Values, place: Location) -> Cell:
    try:
        found = from_ISO8601(stored.value.strip())  # type: ignore[no-untyped-call]
    except ValueError:
        found = None
    if found is None:
        raise InputError([_diagnose_odd_value(stored.value, place)])
    number_format = values.formats.of(stored.style) or GENERAL
    return _moment(found, number_format, place)


def _moment(value: Moment, number_format: str, place: Location) -> Cell:
    if isinstance(value, datetime.timedelta):
        minutes = round(value.total_seconds() / 60)
        length = f"{minutes // 60:02}.{minutes % 60:02}"
        return Cell(length, place, "date", seen=length)
    if isinstance(value, datetime.time):
        clock = f"{value.hour:02}.{value.minute:02}"
        return Cell(clock, place, "date", seen=f"{clock} น.")
    if value.year in _SHORT_YEAR_GUESSES and not is_buddhist(number_format):
        raise InputError([_guessed_century(value, place)])
    time = ""
    if isinstance(value, datetime.datetime) and (value.hour or value.minute) and shows_time(number_format):
        time = f"{value.hour:02}.{value.minute:02}"
    day = f"{value.year}-{value.month:02}-{value.day:02}"
    return Cell(f"{day} {time}".strip(), place, "date", seen=moment_seen(value, time, number_format))


def _error_value(stored: str, place: Location) -> Diagnostic:
    value = stored[:40]
    return diagnose("formula-error", place, value=value)


def _diagnose_odd_value(value: str, place: Location) -> Diagnostic:
    shown = value if len(value) <= 40 else value[:39] + "…"
    return diagnose("odd-value", place, shown=shown)


def _no_such_day(number: float, place: Location) -> Diagnostic:
    return diagnose("no-such-day", place, number=f"{number:.15g}")


def _diagnose_long_text(place: Location) -> Diagnostic:
    return diagnose("too-long/cell", place, limit=f"{LONGEST:,}")


def _control(found: int, place: Location) -> Diagnostic:
    number = f"U+{found:04X}"
    return diagnose("control-character", place, number=number)


def _guessed_century(value: datetime.date, place: Location) -> Diagnostic:
    day, short = f"{value.day}/{value.month}", value.year % 100
    return diagnose("guessed-year", place, year=value.year, short=short, era_year=value.year + ERA, day=day)
