"""The dates, ranges of dates and years that a text names."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.audit.text_blocks import Span, TextBlock
from pipeline.thai.dates import ERA, FIRST_BUDDHIST_YEAR, FIRST_YEAR, LAST_YEAR, MONTHS, SHORT_MONTHS

_NAMES = {name: n for n, name in enumerate(MONTHS, 1)} | {name: n for n, name in enumerate(SHORT_MONTHS, 1)}
_NAMES |= {name.rstrip("."): n for n, name in enumerate(SHORT_MONTHS, 1)}
_MONTH = "|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))
_YEAR = r"(?:พ\.ศ\.\s*)?(\d{4}|\d{2}(?![\d.:,]))"

_ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

DATE = re.compile(
    rf"(?:วัน(?P<weekday>จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)\s*ที่\s*)?"
    rf"(?<![\d/.,])(?P<day>\d{{1,2}})\s*(?P<month>{_MONTH})\s*(?P<era>พ\.ศ\.\s*)?(?P<year>\d{{4}}|\d{{2}}(?![\d.:,]))(?!\d)"
)
RANGE = re.compile(
    rf"(?<![\d/.,])(?P<d1>\d{{1,2}})(?:\s*(?P<m1>{_MONTH})(?:\s*(?:พ\.ศ\.\s*)?(?P<y1>\d{{4}}))?)?"
    rf"\s*(?P<dash>[-–—]|ถึง(?:วันที่)?)\s*(?P<d2>\d{{1,2}})\s*(?P<m2>{_MONTH})\s*{_YEAR}(?!\d)"
)


@dataclass(frozen=True)
class DateSaid:
    """A date in a text. `day` is `None` when the calendar has no such day."""

    spot: Span
    day: datetime.date | None
    weekday: str


@dataclass(frozen=True)
class RangeSaid:
    """From `start` to `end`, as a text says it; either is `None` when the calendar has no such day."""

    spot: Span
    start: datetime.date | None
    end: datetime.date | None


def dates_in(passage: TextBlock) -> Iterator[DateSaid]:
    """Every full date of a passage, those that end a range too."""
    for match in DATE.finditer(passage.plain):
        day = _day(match["day"], match["month"], match["year"])
        yield DateSaid(passage.span_of(match), day, match["weekday"] or "")


def ranges_in(passage: TextBlock) -> Iterator[RangeSaid]:
    """Every range of dates; what is said once (`1 - 31 ธันวาคม 2562`) belongs to both ends."""
    for match in RANGE.finditer(passage.plain):
        month, year = match["m1"] or match["m2"], match["y1"] or match[match.re.groups]
        spot = passage.span_of(match)
        yield RangeSaid(
            spot, _day(match["d1"], month, year), _day(match["d2"], match["m2"], match[match.re.groups])
        )


def _day(day: str, month: str, year: str) -> datetime.date | None:
    typed = int(year) + (2500 if len(year) == 2 else 0)
    common = typed - ERA if typed >= FIRST_BUDDHIST_YEAR else typed
    number = _NAMES[month]
    if not FIRST_YEAR <= common <= LAST_YEAR or not 1 <= int(day) <= calendar.monthrange(common, number)[1]:
        return None
    return datetime.date(common, number, int(day))


def english_weekday(day: datetime.date) -> str:
    """`Saturday`, whatever the machine's language is."""
    return _ENGLISH_WEEKDAYS[day.weekday()]


def holiday(day: datetime.date) -> str:
    """The public holiday of fixed date that falls on `day`, in Thai; `""` for none."""
    since, name = _HOLIDAYS.get((day.month, day.day), (9999, ""))
    return name if day.year >= since else ""


_HOLIDAYS = {
    (1, 1): (1941, "วันขึ้นปีใหม่"),
    (4, 6): (1918, "วันจักรี"),
    (4, 13): (1989, "วันสงกรานต์"),
    (4, 14): (1989, "วันสงกรานต์"),
    (4, 15): (1998, "วันสงกรานต์"),
    (5, 4): (2020, "วันฉัตรมงคล"),
    (6, 3): (2019, "วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี"),
    (7, 28): (2017, "วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว"),
    (8, 12): (1976, "วันแม่แห่งชาติ"),
    (10, 13): (2017, "วันนวมินทรมหาราช"),
    (10, 23): (1912, "วันปิยมหาราช"),
    (12, 5): (1960, "วันพ่อแห่งชาติ"),
    (12, 10): (1932, "วันรัฐธรรมนูญ"),
    (12, 31): (1970, "วันสิ้นปี"),
}
"""By month and day: the first year (ค.ศ.) and the name. Lunar holidays are not known here."""
