"""The facts of a period that prose may print; texts with Arabic digits."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from pipeline.model.fact_names import FactName
from pipeline.model.period import Period
from pipeline.thai.dates import date_range, long_date

PERIOD_NAMES = (
    FactName("fiscal_year", ("ปีงบประมาณ", "ปี"), "ปี พ.ศ. ของรอบ ตามแบบของปี เช่น 2563"),
    FactName("year", ("ชื่อปี",), "ปีงบประมาณ พ.ศ. 2563, ปี พ.ศ. 2563 หรือ ปีการศึกษา 2563"),
    FactName("quarter", ("ไตรมาส",), "ไตรมาสที่"),
    FactName("months", ("จำนวนเดือน",), "รอบกี่เดือน"),
    FactName("period", ("ช่วงวันที่", "รอบ"), "ช่วงวันที่ของรอบ"),
    FactName("period_start", ("วันเริ่มรอบ",), "วันแรกของรอบ"),
    FactName("period_end", ("วันสิ้นรอบ",), "วันสุดท้ายของรอบ"),
)


def period_facts(period: Period) -> dict[str, str]:
    """The period in words and figures."""
    return {
        "fiscal_year": str(period.year_number),
        "year": period.year_text,
        "quarter": str(period.quarter),
        "months": str(period.months),
        "period": date_range(period.start, period.end),
        "period_start": long_date(period.start),
        "period_end": long_date(period.end),
    }


def period_names() -> Iterable[str]:
    """The names of `period_facts`, whatever the period."""
    day = datetime.date(2020, 3, 31)
    return period_facts(Period.model_construct(start=day, end=day))
