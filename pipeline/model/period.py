"""The period that a paper reports. Its year, quarter and round follow from its dates and the kind of year."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from pipeline.model.in_templates import in_templates
from pipeline.model.records import Record, ThaiDate
from pipeline.thai.dates import buddhist_year

YearKind = Literal["fiscal", "calendar", "academic"]
"""ปีงบประมาณ (1 ตุลาคม - 30 กันยายน), ปีปฏิทิน, or ปีการศึกษา, which begins with the period's first month."""


@dataclass(frozen=True, slots=True)
class _Year:
    """What a kind of year is called, and the months that it may begin with, the usual one first.

    `ahead` says that it is called by the calendar year in which it ends.
    """

    name: str
    first_months: tuple[int, ...]
    ahead: bool = False


_YEARS: dict[YearKind, _Year] = {
    "fiscal": _Year("ปีงบประมาณ พ.ศ.", (10,), ahead=True),
    "calendar": _Year("ปี พ.ศ.", (1,)),
    "academic": _Year("ปีการศึกษา", (6, 5, 7, 8)),
}


def year_of(day: datetime.date, kind: YearKind, first_month: int) -> int:
    """The year (พ.ศ.) of that kind, beginning with `first_month`, in which a day lies."""
    begun = buddhist_year(day) - (day.month < first_month)
    return begun + _YEARS[kind].ahead


class Period(Record, title="รอบเวลา"):
    """From `start` to `end`, both inside one year, in whole months."""

    start: ThaiDate = Field(description="วันแรกของรอบ เช่น 1 ตุลาคม 2562")
    end: ThaiDate = Field(description="วันสุดท้ายของรอบ เช่น 31 มีนาคม 2563")
    year: YearKind | None = Field(
        None,
        title="นับปีแบบ",
        description="fiscal ปีงบประมาณ, calendar ปีปฏิทิน, academic ปีการศึกษา "
        "(เว้นว่าง = ปีงบประมาณ หรือปีปฏิทินเมื่อเป็น 1 มกราคม - 31 ธันวาคม)",
    )

    @property
    def year_kind(self) -> YearKind:
        """The kind that is named; else the calendar year if it is a whole one, else the fiscal year."""
        if self.year is not None:
            return self.year
        dates = (self.start.month, self.start.day, self.end.month, self.end.day)
        is_whole = dates == (1, 1, 12, 31) and self.start.year == self.end.year
        return "calendar" if is_whole else "fiscal"

    @property
    def first_month(self) -> int:
        """The month with which its year begins; an academic year with the period's, where one may."""
        months = _YEARS[self.year_kind].first_months
        return self.start.month if self.start.month in months else months[0]

    @property
    def first_year(self) -> int:
        """The year (พ.ศ.) in which it starts: that of its end, unless it crosses into another."""
        return year_of(self.start, self.year_kind, self.first_month)

    @property
    def year_number(self) -> int:
        """The year (พ.ศ.) in which it ends."""
        return year_of(self.end, self.year_kind, self.first_month)

    @property
    @in_templates
    def year_name(self) -> str:
        """What stands before the number of a year: `ปีงบประมาณ พ.ศ.`, `ปี พ.ศ.` or `ปีการศึกษา`."""
        return _YEARS[self.year_kind].name

    @property
    @in_templates
    def year_text(self) -> str:
        """`ปีงบประมาณ พ.ศ. 2567`, `ปี พ.ศ. 2567` or `ปีการศึกษา 2567`."""
        return f"{self.year_name} {self.year_number}"

    @property
    @in_templates
    def fiscal_year(self) -> int:
        """ปีงบประมาณ พ.ศ.; 0 where years are counted otherwise."""
        return self.year_number if self.year_kind == "fiscal" else 0

    @property
    @in_templates
    def months(self) -> int:
        """รอบ n เดือน: months from the start of the year to `end`."""
        return (self.end.month - self.first_month) % 12 + 1

    @property
    @in_templates
    def quarter(self) -> int:
        """ไตรมาส in which the period ends, 1 to 4."""
        return (self.months + 2) // 3

    @property
    @in_templates
    def years(self) -> int:
        """How many years the period spans, for `ระยะเวลา n ปี`; 0 when it is not whole years."""
        after = self.end + datetime.timedelta(days=1)
        whole = (after.month, after.day) == (self.start.month, self.start.day)
        return after.year - self.start.year if whole else 0
