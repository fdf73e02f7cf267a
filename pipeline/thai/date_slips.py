"""What is wrong with a text that is nearly a date: its weekday, its day, or how its month is spelt."""

from __future__ import annotations

import calendar
import datetime
import re
from difflib import get_close_matches
from typing import Literal, NamedTuple

from pipeline.thai.dates import (
    ERA,
    FIRST_BUDDHIST_YEAR,
    FIRST_OF_THE_LAST_CENTURY,
    MONTHS,
    WEEKDAYS,
    long_date,
    month_of,
    parse_date,
    plain_date,
    without_weekday,
)

_NAMED = re.compile(r"(\d{1,2})\s*([ก-๎.]+?|[A-Za-z]+\.?)\s*(?:พ\.?ศ\.?\s*|ค\.?ศ\.?\s*)?(\d{4}|\d{2})")
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")
_ALIKE = 0.5


class Slip(NamedTuple):
    """The kind of slip, the month and date that are meant, and the true weekday or the month's days."""

    kind: Literal["weekday", "month", "day"]
    month: str
    meant: str
    detail: str = ""


def slip_of(typed: str) -> Slip | None:
    """What is wrong with `typed`, which is no date; `None` if it is not nearly one."""
    weekday, text = without_weekday(plain_date(typed))
    if weekday and (day := parse_date(text)):
        return Slip("weekday", MONTHS[day.month - 1], long_date(day), WEEKDAYS[day.weekday()])
    if named := _NAMED.fullmatch(text):
        month = month_of(named[2].casefold())
        nearest = month or _nearest_month(named[2])
        return (
            _check_named_date(int(named[1]), nearest, named[3], spelt=month is not None) if nearest else None
        )
    if figures := _FIGURES.fullmatch(text):
        written = (figures[1], figures[2], figures[3]) if figures[1] else (figures[6], figures[5], figures[4])
        number = int(written[1])
        return (
            _check_named_date(int(written[0]), number, written[2], spelt=True) if 1 <= number <= 12 else None
        )
    return None


def _check_named_date(day: int, month: int, year: str, *, spelt: bool) -> Slip | None:
    common = _common_year(year)
    if common is None:
        return None
    last = calendar.monthrange(common, month)[1]
    name = MONTHS[month - 1]
    if not 1 <= day <= last:
        return Slip("day", f"{name} {common + ERA}", long_date(datetime.date(common, month, last)), str(last))
    return None if spelt else Slip("month", name, long_date(datetime.date(common, month, day)))


def _common_year(year: str) -> int | None:
    """The year (ค.ศ.); `None` for one of two digits that may be of either era."""
    if len(year) == 2 and int(year) < FIRST_OF_THE_LAST_CENTURY:
        return None
    number = int(year) + (2500 if len(year) == 2 else 0)
    common = number - ERA if number >= FIRST_BUDDHIST_YEAR else number
    return common if 1 <= common <= 9000 else None


def _nearest_month(typed: str) -> int | None:
    found = get_close_matches(typed.strip("."), MONTHS, n=1, cutoff=_ALIKE)
    return MONTHS.index(found[0]) + 1 if found else None
