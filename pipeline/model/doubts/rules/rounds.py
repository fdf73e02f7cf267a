"""Rounds of a length that no office has, and memos dated before the round that they report has ended."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.diagnostics import Message
from pipeline.intake import ValuePath
from pipeline.model.choices import choice_name
from pipeline.model.doubts.doubt import Odd, doubt
from pipeline.model.doubts.walk import values_in
from pipeline.model.office_input import HasMemoHead, HasPeriod
from pipeline.model.people import Signer
from pipeline.thai.dates import long_date

if TYPE_CHECKING:
    from pipeline.model.doubts.walk import Walked
    from pipeline.model.memo import MemoHead

ORDINARY = (3, 6, 9, 12)
"""The lengths of a round, in months."""


@doubt(
    "D0201",
    title=Message("รอบที่ไม่มีหน่วยงานใดใช้", "A round of an uncommon length"),
    about=Message(
        "รอบที่ไม่ใช่ 3, 6, 9 หรือ 12 เดือนเต็ม หรือไม่สิ้นสุดที่เดือนที่ 3, 6, 9 หรือ 12 ของปี",
        "A round that is not 3, 6, 9 or 12 whole months, or does not end with the 3rd, 6th, 9th or "
        "12th month "
        "of the year.",
    ),
    ask=Message("ตรวจวันแรกและวันสุดท้ายของรอบ", "look at the first and the last day of the round"),
)
def uncommon_round(walked: Walked) -> Iterator[Odd]:
    """The period, at the day that makes it odd."""
    if not isinstance(walked.office_input, HasPeriod):
        return
    period = walked.office_input.period
    if period.start > period.end:
        return
    whole = period.start.day == 1 and (period.end + datetime.timedelta(days=1)).day == 1
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    if whole and months in ORDINARY and period.months in ORDINARY:
        return
    start, end = long_date(period.start), long_date(period.end)
    length = (
        Message(f"{months} เดือน", f"{months} months") if whole else Message("ไม่เต็มเดือน", "not whole months")
    )
    kind = choice_name(period.year_kind)
    at = "start" if period.start.day != 1 else "end"
    yield Odd(
        ("period", at),
        start if at == "start" else end,
        Message(
            f"รอบ {start} ถึง {end} คือ {length.th} สิ้นสุดที่เดือนที่ {period.months} ของ{kind}",
            f"the round {start} to {end} is {length.en} and ends in month {period.months} "
            f"of the {period.year_kind} year",
        ),
    )


@doubt(
    "D0202",
    title=Message("ลงวันที่ก่อนสิ้นรอบ", "Dated before the round's end"),
    about=Message(
        "วันที่ของบันทึกที่รายงานผล หรือวันที่ของผู้ลงนามในบันทึก ที่อยู่ก่อนวันสุดท้ายของรอบที่รายงาน",
        "The date of a memo that reports results, or of a signer of it, before the last day of the round.",
    ),
    ask=Message(
        "ตรวจวันที่ และดูว่าเปลี่ยนรอบครบทุกช่องแล้ว", "look at the date, and whether all of the round was changed"
    ),
)
def before_the_end(walked: Walked) -> Iterator[Odd]:
    """Each date of the memo that comes before the round's end."""
    told = walked.office_input
    if not (isinstance(told, HasPeriod) and isinstance(told, HasMemoHead)):
        return
    period, memo = told.period, told.memo
    end = long_date(period.end)
    for path, date in _dates(memo):
        if date is not None and date < period.end:
            said = long_date(date)
            yield Odd(
                path,
                said,
                Message(f"วันที่ {said} อยู่ก่อนสิ้นรอบ {end}", f"{said} is before the end of the round, {end}"),
            )


def _dates(memo: MemoHead) -> Iterator[tuple[ValuePath, datetime.date | None]]:
    """The memo's own date and those of its signers."""
    yield ("memo", "date"), memo.date
    for path, value in values_in(memo, ("memo",)):
        if isinstance(value, Signer):
            yield (*path, "date"), value.date
