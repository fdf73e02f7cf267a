"""Promises whose time has passed: told as still to come, or promised last round and not spoken of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.diagnostics import Message
from pipeline.model.doubts.doubt import Odd, doubt
from pipeline.thai.dates import ERA, long_date
from pipeline.thai.promises import Promise, promises_in

if TYPE_CHECKING:
    from pipeline.model.doubts.against import Against
    from pipeline.model.doubts.walk import Walked
    from pipeline.model.period import Period

_TOLD = re.compile(r"แล้ว|เสร็จ|ครบ|เลื่อน|ยกเลิก|ชะลอ|ไม่สามารถ|ไม่ได้|งด|ขยาย")
"""Words that say what became of something."""


@doubt(
    "D1008",
    title=Message("เวลาที่สัญญาไว้ผ่านไปแล้ว", "A promise whose time has passed"),
    about=Message(
        "ข้อความของผลที่บอกว่าจะทำหรือจะแล้วเสร็จภายในวัน เดือน หรือไตรมาสที่สิ้นสุดแล้วเมื่อสิ้นรอบนี้ "
        "(จะ… ในเดือน… ภายใน… คาดว่า… เดือนหน้า ของข้อความเดิม) "
        "และเรื่องที่รอบก่อนบอกว่าจะทำ แต่รอบนี้ไม่เอ่ยถึงผล ปีสองหลักและเลขไทยอ่านได้",
        "A text of a result that tells as still to come what was to be by a day, month or quarter that is "
        "over when this round ends; and what was promised last round and is not told of now.",
    ),
    ask=Message("บอกผลที่เกิดขึ้น หรือเวลาใหม่", "tell what came of it, or a new time"),
)
def passed_promises(walked: Walked) -> Iterator[Odd]:
    """Each promise of this round, and those of the last that nobody speaks of."""
    held = walked.against
    if held is None or held.end is None:
        return
    for owner, values in held.by_owner.items():
        texts = [each for each in values if each.is_text and not held.is_past(each)]
        old = {" ".join(each.value.split()) for each in held.last_texts(owner)}
        told: set[str] = set()
        for each in texts:
            is_old = " ".join(each.value.split()) in old
            for promise in promises_in(each.value):
                day = _day_of(promise, held, is_old=is_old)
                if day is not None and day <= held.end and promise.said not in told:
                    told.add(promise.said)
                    yield _make_odd(each.path, promise, day)
        if texts and not told and owner:
            yield from _in_silence(held, [each.value for each in texts], owner)


def _in_silence(held: Against, texts: list[str], owner: tuple[str | int, ...]) -> Iterator[Odd]:
    """A promise of the last round that no text of this one says anything of."""
    said = " ".join(texts)
    record = held.record(owner)
    if _TOLD.search(said) or getattr(record, "status", "measured") == "cancelled" or held.end is None:
        return
    for last in held.last_texts(owner):
        for promise in promises_in(last.value):
            day = _day_of(promise, held, is_old=True)
            if day is not None and day <= held.end:
                first = next(each.path for each in held.by_owner[owner] if each.is_text)
                yield _make_odd(first, promise, day)
                return


def _day_of(promise: Promise, held: Against, *, is_old: bool) -> datetime.date | None:
    """The last day of the time that is promised; `None` where it is not known to be over.

    A month without a year, and a quarter, are those since the last round ended; in a text of the last round,
    those since this one began.
    """
    if promise.last_day is not None:
        return promise.last_day
    if promise.is_next:
        return held.last_end if is_old and held.last_end != held.end else None
    period, since = held.period, held.last_end
    if period is None or held.end is None or since is None:
        return None
    first = period.start if is_old else since + datetime.timedelta(days=1)
    if promise.quarter:
        day = _quarter_end(promise, period)
        return day if day is not None and (promise.year or first <= day) else None
    days = (promise.day_in(year) for year in range(first.year, held.end.year + 1))
    return next((day for day in days if day and first <= day <= held.end), None)


def _quarter_end(promise: Promise, period: Period) -> datetime.date | None:
    """The last day of a quarter, of the year of this round or of the one that is said."""
    begun = datetime.date(period.start.year, period.first_month, 1)
    if begun > period.start:
        begun = begun.replace(year=begun.year - 1)
    if promise.year:
        begun = begun.replace(year=begun.year + promise.year + ERA - period.year_number)
    months = begun.year * 12 + begun.month - 1 + 3 * promise.quarter
    return datetime.date(months // 12, months % 12 + 1, 1) - datetime.timedelta(days=1)


def _make_odd(path: tuple[str | int, ...], promise: Promise, day: datetime.date) -> Odd:
    return Odd(
        path,
        promise.said,
        Message(
            f"“{promise.said}” คือภายใน {long_date(day)} ซึ่งผ่านไปแล้วเมื่อสิ้นรอบ",
            f"“{promise.said}” is by {long_date(day)}, which is over when the round ends",
        ),
    )
