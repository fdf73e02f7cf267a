"""The facts of a period that prose may print; texts with Arabic digits."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from pipeline.model.period import Period
from pipeline.thai.dates import date_range, long_date


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
