"""The period that a paper reports. Fiscal year, quarter and round follow from its dates."""

from __future__ import annotations

import datetime

from pydantic import Field

from pipeline.model.in_templates import in_templates
from pipeline.model.records import Record, ThaiDate
from pipeline.thai.dates import buddhist_year

FISCAL_START_MONTH = 10


def fiscal_year(day: datetime.date) -> int:
    """The fiscal year (พ.ศ.) of a day: it begins on 1 ตุลาคม of the year before."""
    return buddhist_year(day) + (day.month >= FISCAL_START_MONTH)


class Period(Record, title="รอบเวลา"):
    """From `start` to `end`, both inside one fiscal year, in whole months."""

    start: ThaiDate = Field(description="วันแรกของรอบ เช่น 1 ตุลาคม 2562")
    end: ThaiDate = Field(description="วันสุดท้ายของรอบ เช่น 31 มีนาคม 2563")

    @property
    @in_templates
    def fiscal_year(self) -> int:
        """ปีงบประมาณ พ.ศ."""
        return fiscal_year(self.end)

    @property
    @in_templates
    def months(self) -> int:
        """รอบ n เดือน: months from the start of the fiscal year to `end`."""
        return (self.end.month - FISCAL_START_MONTH) % 12 + 1

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
