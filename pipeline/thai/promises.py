"""What a text says is still to come, and by when: `คาดว่าจะแล้วเสร็จไตรมาสที่ 2`, `ภายในวันที่ 15 ก.พ. 69`."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.thai.dates import ERA, FIRST_BUDDHIST_YEAR, MONTHS, SHORT_MONTHS, month_of
from pipeline.thai.digits import to_arabic

_NAMES = sorted({*MONTHS, *SHORT_MONTHS, *(name.rstrip(".") for name in SHORT_MONTHS)}, key=len, reverse=True)
_MONTH = "|".join(map(re.escape, _NAMES))
_YEAR = r"(?:(?:ปี(?:งบประมาณ)?\s*)?(?:พ\.?\s?ศ\.?\s*)?(?P<year>\d{4}|\d{2})(?![\d.,:/]*\d))?"
_WHEN = (
    r"(?:(?:สิ้น|ต้น|กลาง|ปลาย|ช่วง|ระหว่าง|ประมาณ|ราว|ก่อน)*(?:วันที่\s*)?(?P<day>\d{1,2})?\s*"
    rf"(?:สิ้น|ต้น|กลาง|ปลาย|ช่วง|ประมาณ|ราว)*(?:เดือน)?\s*(?P<month>{_MONTH})\s*"
    rf"{_YEAR}|ไตรมาส\s*(?:ที่\s*)?(?P<quarter>[1-4])(?!\d)(?:\s*(?:ของ)?\s*ปี(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?\s*)?(?P<qyear>\d{{4}}|\d{{2}}))?"
    r"|(?P<next>เดือนหน้า|เดือนถัดไป|สัปดาห์หน้า))"
)
_TO_COME = r"(?:(?<!ที่)จะ|คาดว่า|คาดการณ์|มีกำหนด|กำหนด(?:การ|แล้วเสร็จ|เสร็จ|ส่ง|จัด)|มีแผน|เตรียม|เร่งรัด)"
_PROMISE = re.compile(
    rf"(?P<said>{_TO_COME}(?P<between>[^\n]{{0,90}}?)"
    rf"(?P<by>ภายใน|ใน|เมื่อ|ช่วง|ประมาณ|ราว|ถึง|ก่อน|เสร็จ|สิ้น|ต้น|กลาง|ปลาย|วันที่|เดือน(?!หน้า|ถัดไป)|(?=ไตรมาส|เดือนหน้า|เดือนถัดไป|สัปดาห์หน้า))\s*{_WHEN})"
)
_BEFORE = re.compile(rf"(?P<said>ภายใน\s*{_WHEN})")
"""A time limit by itself, as in `ส่งรายงานภายในเดือนเมษายน 2569`: to come, unless told as done."""

_MONTH_AND_YEAR = re.compile(rf"(?P<month>{_MONTH})\s*(?:พ\.?\s?ศ\.?\s*)?(?P<year>\d{{4}}|\d{{2}})(?!\d)")

_DONE = re.compile(r"แล้ว(?!เสร็จ)|แล้วเสร็จ|เสร็จสิ้น|เรียบร้อย|ได้ดำเนินการ|ครบถ้วน|ได้จัด|ได้รับ")
_CLAUSE = 60


@dataclass(frozen=True, slots=True)
class Promise:
    """Words that promise, where they begin, and the time: a day, a month or a quarter, its year (ค.ศ.) if it
    is said, or the month after the text was written (`is_next`).
    """

    said: str
    start: int
    day: int = 0
    month: int = 0
    quarter: int = 0
    year: int = 0
    is_next: bool = False

    @property
    def last_day(self) -> datetime.date | None:
        """The last day of a time whose year and month are said; of a quarter, nothing is known here."""
        if not self.year or not self.month:
            return None
        return self.day_in(self.year)

    def day_in(self, year: int) -> datetime.date | None:
        """The last day of the time in that year."""
        if not self.month:
            return None
        longest = calendar.monthrange(year, self.month)[1]
        return datetime.date(year, self.month, min(self.day, longest) or longest)


def promises_in(text: str) -> Iterator[Promise]:
    """Every promise with a time, in the order of the text."""
    plain = to_arabic(text)
    ended = 0
    for match in _PROMISE.finditer(plain):
        ended = match.end()
        yield _promise(match)
    for match in _BEFORE.finditer(plain):
        before = plain[max(0, match.start() - _CLAUSE) : match.start()]
        inside = match.start() < ended and any(
            each.start() <= match.start() < each.end() for each in _PROMISE.finditer(plain)
        )
        if not inside and not _DONE.search(before):
            yield _promise(match)


def last_month_in(text: str) -> datetime.date | None:
    """The last day of the latest month that a text names with its year: of `ต.ค. 2567 - ก.ย. 2568`, 30 กันยายน
    2568; `None` where it names none.
    """
    days: list[datetime.date] = []
    for match in _MONTH_AND_YEAR.finditer(to_arabic(text)):
        month, year = month_of(match["month"]), _common_year(match["year"])
        if month and year:
            days.append(datetime.date(year, month, calendar.monthrange(year, month)[1]))
    return max(days, default=None)


def _promise(match: re.Match[str]) -> Promise:
    groups = match.groupdict()
    month = month_of(groups["month"]) if groups["month"] else None
    return Promise(
        match["said"],
        match.start(),
        int(groups["day"] or 0),
        month or 0,
        int(groups["quarter"] or 0),
        _common_year(groups["year"] or groups["qyear"]),
        bool(groups["next"]),
    )


def _common_year(typed: str | None) -> int:
    """`69` and `2569` as 2026; 0 where none is said."""
    if not typed:
        return 0
    year = int(typed) + (2500 if len(typed) == 2 else 0)
    return year - ERA if year >= FIRST_BUDDHIST_YEAR else year
