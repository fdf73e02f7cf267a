"""Periods and spans of years (`domain.md` §3.5 check 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.intake import ValuePath
from pipeline.model.checks.calling import name_field
from pipeline.model.checks.places import At
from pipeline.model.period import Period, fiscal_year
from pipeline.model.records import Record
from pipeline.thai.dates import long_date


def period_faults(period: Period, at: At) -> Iterator[Diagnostic]:
    """A period starts before it ends, inside one fiscal year (1 ตุลาคม - 30 กันยายน)."""
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
    start, end = long_date(period.start), long_date(period.end)
    first, last = fiscal_year(period.start), fiscal_year(period.end)
    if first != last:
        yield diagnose(
            "period-year",
            at(("period", "end")),
            also=(at(("period", "start")),),
            start=start,
            end=end,
            first=first,
            last=last,
            before=last - 1,
        )


def years_turned(
    record: Callable[[], Record], first: ValuePath, last: ValuePath, at: At
) -> Iterator[Diagnostic]:
    """The year at `first` is not after the one at `last`."""
    held = record()
    begins, ends = getattr(held, str(first[-1])), getattr(held, str(last[-1]))
    if begins > ends:
        yield diagnose("years-order", at(first), also=(at(last),), begins=begins, ends=ends)
