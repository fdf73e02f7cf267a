"""One cell of a workbook -> the text that its user would have typed, or a fault that asks.

Excel keeps 80 % as 0.8, 17.50 as 17.5 with a format, and a date as a day count. The number format says
how a person sees it; it is taken at its word, and the figure itself is never rounded.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Any

from pipeline.faults import Fault, InputFaults, Place, Words
from pipeline.intake.sheets import Cell, Stored
from pipeline.thai.dates import ERA
from pipeline.thai.repair import repair_text

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DECIMALS = re.compile(r"[0#?]\.(0+)")
_BUDDHIST = re.compile(r"\[\$-[0-9A-F]?[Dd]?0?7[0-9A-F]{4,6}\]|\[~buddhist\]|\bb{2,4}\b", re.IGNORECASE)
"""Formats whose years are พ.ศ.: a calendar of type 7 (Thai) in the locale code, or `bbbb`."""

_SIGNIFICANT = 15
"""Digits that Excel keeps; more of them are noise of binary fractions."""

_SHORT_YEAR_GUESSES = range(1930, 2000)
"""Where Excel puts a year typed with two digits from 30 to 99."""


def cell_of(value: Any, kind: str, number_format: str, place: Place) -> Cell | None:
    """The cell as text, `None` if it holds nothing.

    `kind` is openpyxl's data type. Raises `InputFaults`: an error value such as `#REF!`, or a date whose
    century Excel has guessed.
    """
    if kind == "e":
        raise InputFaults([_error_value(str(value), place)])
    if isinstance(value, bool):
        return Cell("true" if value else "false", place, "boolean")
    if isinstance(value, int | float):
        return _number(value, number_format, place)
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return _moment(value, number_format, place)
    text = repair_text(str(value)).strip() if value is not None else ""
    return Cell(text, place) if text else None


def _number(value: float, number_format: str, place: Place) -> Cell:
    exact = Decimal(f"{value:.{_SIGNIFICANT}g}")
    section = _QUOTED.sub("", number_format.partition(";")[0])
    stored: Stored = "percent" if "%" in section else "number"
    if stored == "percent":
        exact *= 100
    text = _with_decimals(exact, section)
    sign = "%" if stored == "percent" else ""
    grouped = f"{Decimal(text):,f}" if "," in section else text
    return Cell(text + sign, place, stored, grouped + sign)


def _with_decimals(number: Decimal, section: str) -> str:
    """All digits of the number, and as many decimals as the format shows."""
    shown = _DECIMALS.search(section)
    digits = f"{number.normalize():f}" if number else "0"
    have = len(digits.partition(".")[2])
    want = len(shown[1]) if shown else 0
    return f"{number:.{max(have, want)}f}"


def _moment(
    value: datetime.datetime | datetime.date | datetime.time, number_format: str, place: Place
) -> Cell:
    if isinstance(value, datetime.time):
        return Cell(f"{value.hour:02}.{value.minute:02}", place, "date")
    if value.year in _SHORT_YEAR_GUESSES and not _BUDDHIST.search(number_format):
        raise InputFaults([_guessed_century(value, place)])
    time = ""
    if isinstance(value, datetime.datetime) and (value.hour or value.minute):
        time = f" {value.hour:02}.{value.minute:02}"
    return Cell(f"{value.year}-{value.month:02}-{value.day:02}{time}", place, "date")


def _error_value(value: str, place: Place) -> Fault:
    what = Words(f"สูตรในช่องนี้ให้ค่าผิดพลาด {value}", f"the formula in this cell gives the error {value}")
    remedy = Words("แก้สูตร หรือพิมพ์ค่าแทน", "mend the formula, or type the value")
    return Fault("formula-error", what, remedy, place)


def _guessed_century(value: datetime.date, place: Place) -> Fault:
    day, short = f"{value.day}/{value.month}", value.year % 100
    what = Words(
        f"Excel เก็บวันที่นี้เป็นปี ค.ศ. {value.year} ไม่แน่ชัดว่าหมายถึง พ.ศ. 25{short} หรือ พ.ศ. {value.year + ERA}",
        f"Excel keeps this date as of {value.year}; is พ.ศ. 25{short} meant, or พ.ศ. {value.year + ERA}?",
    )
    remedy = Words(
        f"พิมพ์ปีสี่หลักเป็นข้อความ: '{day}/25{short} หรือ '{day}/{value.year + ERA} (ขึ้นต้นด้วยเครื่องหมาย ')",
        f"type four digits, beginning with ': '{day}/25{short} or '{day}/{value.year + ERA}",
    )
    return Fault("guessed-year", what, remedy, place)
