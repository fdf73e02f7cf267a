"""Periods and spans of years (`domain.md` §3.5 check 5)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.faults import Fault, Words
from pipeline.model.checks.places import At
from pipeline.model.inputs import HrScorecardInput
from pipeline.model.period import Period, fiscal_year
from pipeline.thai.dates import long_date


def period_faults(period: Period, at: At) -> Iterator[Fault]:
    """A period starts before it ends, inside one fiscal year (1 ตุลาคม - 30 กันยายน)."""
    start, end = long_date(period.start), long_date(period.end)
    if period.start > period.end:
        yield Fault(
            "period-order",
            Words(f"รอบเริ่ม {start} หลังวันสิ้นสุด {end}", f"the period starts {start}, after its end {end}"),
            Words("แก้ start หรือ end ให้ start ไม่หลัง end", "mend start or end so that start comes first"),
            at(("period", "start")),
        )
        return
    first, last = fiscal_year(period.start), fiscal_year(period.end)
    if first != last:
        yield Fault(
            "period-year",
            Words(
                f"รอบ {start} ถึง {end} คร่อมปีงบประมาณ {first} และ {last}",
                f"the period {start} to {end} runs from fiscal year {first} into {last}",
            ),
            Words(
                f"ให้อยู่ในปีงบประมาณเดียว เช่น 1 ตุลาคม {last - 1} ถึง 30 กันยายน {last}",
                f"keep it inside one, such as 1 ตุลาคม {last - 1} to 30 กันยายน {last}",
            ),
            at(("period", "end")),
        )


def years_faults(office_input: HrScorecardInput, at: At) -> Iterator[Fault]:
    """The first year of a plan is not after its last."""
    plan, report = office_input.plan, office_input.report
    spans = (
        (("plan", "first_year"), plan.first_year, plan.last_year),
        (
            ("report", "action_plan", "first_year"),
            report.action_plan.first_year,
            report.action_plan.last_year,
        ),
        (("report", "reviewed_first_year"), report.reviewed_first_year, report.reviewed_last_year),
    )
    for path, first, last in spans:
        if first > last:
            yield Fault(
                "years-order",
                Words(f"ปีแรก {first} อยู่หลังปีสุดท้าย {last}", f"the first year {first} is after the last {last}"),
                Words("สลับหรือแก้ปีให้ถูกต้อง", "swap or mend the years"),
                at(path),
            )
