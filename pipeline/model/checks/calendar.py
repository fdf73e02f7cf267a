"""Periods and spans of years (`domain.md` §3.5 check 5)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.intake import ValuePath
from pipeline.model.checks.calling import either, name_choice, name_field
from pipeline.model.checks.places import At
from pipeline.model.choices import choice_name
from pipeline.model.period import Period
from pipeline.model.records import Record
from pipeline.thai.dates import long_date


def period_faults(period: Period, at: At) -> Iterator[Diagnostic]:
    """A period starts before it ends, inside one year, of the kind that it names."""
    start, end = long_date(period.start), long_date(period.end)
    if period.start > period.end:
        places = at(("period", "start")), at(("period", "end"))
        first = name_field(places[0], Period, "start", "วันแรกของรอบ")
        last = name_field(places[1], Period, "end", "วันสุดท้ายของรอบ")
        yield diagnose(
            "period-order", places[0], also=places[1:], start=start, end=end, first=first, last=last
        )
        return
    yield from _other_year(period, at)


def _other_year(period: Period, at: At) -> Iterator[Diagnostic]:
    """A period that names no kind of year has to lie in one fiscal year, or be a whole calendar year."""
    first, last = period.first_year, period.year_number
    if first == last:
        return
    start, end = long_date(period.start), long_date(period.end)
    places = at(("period", "end")), at(("period", "start"))
    if period.year is None:
        field = name_field(at(("period", "year")), Period, "year", "นับปีแบบ")
        yield diagnose(
            "period-year",
            places[0],
            also=places[1:],
            start=start,
            end=end,
            first=first,
            last=last,
            before=last - 1,
            field=field,
            choices=either(name_choice(places[0], "calendar"), name_choice(places[0], "academic")),
        )
    else:
        kind = choice_name(period.year)
        yield diagnose(
            "period-year/named",
            places[0],
            also=places[1:],
            start=start,
            end=end,
            kind=kind,
            first=first,
            last=last,
        )


def years_turned(held: Record, first: ValuePath, last: ValuePath, at: At) -> Iterator[Diagnostic]:
    """The year at `first` is not after the one at `last`."""
    begins, ends = getattr(held, str(first[-1])), getattr(held, str(last[-1]))
    if begins > ends:
        yield diagnose("years-order", at(first), also=(at(last),), begins=begins, ends=ends)
