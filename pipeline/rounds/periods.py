"""The period that follows a period, within its kind of year."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from pipeline.diagnostics import Message
from pipeline.model.period import Period

_YEAR = 12
_QUARTER = 3
_GROWING = (3, 6, 9)
"""Lengths in months of a round that began with the year and that the next one, told from the year's beginning
too, is longer than."""


def round_title(period: Period) -> Message:
    """`ปีงบประมาณ พ.ศ. 2563 รอบ 6 เดือน`; a whole year is its year alone."""
    year, months = period.year_text, period.months
    in_english = f"{period.year_kind} year {period.year_number}"
    if months == _YEAR:
        return Message(year, in_english)
    return Message(f"{year} รอบ {months} เดือน", f"{in_english}, first {months} months")


class NextPeriod(NamedTuple):
    """The days of the next round, and whether another year begins with it."""

    start: datetime.date
    end: datetime.date
    is_new_year: bool
    year_number: int


def next_period(last: Period, before: Period | None, *, apart: bool) -> NextPeriod:
    """The round after `last`; `before` is the one that came before it, if the data tell.

    A round that begins with the year grows by a quarter, or as it grew from the one before, to the year's
    end; then the first round of the next year begins. `apart` says that rounds of this kind
    follow one another; so do those that begin within the year, and months.
    """
    months = _months(last.start, last.end)
    if not months:
        length = last.end - last.start
        start = last.end + datetime.timedelta(days=1)
        return _told(last, start, start + length)
    step = 0 if apart else _growth(last, before, months)
    if step and months < _YEAR:
        return _told(last, last.start, _month_end(last.start, min(months + step, _YEAR)))
    start = last.end + datetime.timedelta(days=1)
    return _told(last, start, _month_end(start, step or months))


def _growth(last: Period, before: Period | None, months: int) -> int:
    """By how many months a round that is told from the year's beginning grows; 0: it stands apart."""
    if before is not None:
        if before.start == last.start and before.end < last.end:
            return months - _months(before.start, before.end)
        if (
            before.end + datetime.timedelta(days=1) == last.start
            and _months(before.start, before.end) == months
        ):
            return 0
    begins = last.start.month == last.first_month
    return _QUARTER if begins and months in _GROWING else 0


def _told(last: Period, start: datetime.date, end: datetime.date) -> NextPeriod:
    following = Period.model_construct(start=start, end=end, year=last.year_kind)
    begins_anew = following.first_year != last.first_year
    return NextPeriod(start, end, begins_anew, following.year_number)


def _months(start: datetime.date, end: datetime.date) -> int:
    """The length in whole months; 0 where it is not."""
    after = end + datetime.timedelta(days=1)
    if start.day != 1 or after.day != 1:
        return 0
    return (after.year - start.year) * _YEAR + after.month - start.month


def _month_end(start: datetime.date, months: int) -> datetime.date:
    """The last day of so many months from `start`."""
    count = start.year * _YEAR + start.month - 1 + months
    return datetime.date(count // _YEAR, count % _YEAR + 1, 1) - datetime.timedelta(days=1)
