"""Periods and spans of years (`domain.md` §3.5 check 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.diagnostics import Diagnostic, Message
from pipeline.intake import ValuePath
from pipeline.model.checks.calling import called
from pipeline.model.checks.places import At
from pipeline.model.inputs import HrScorecardInput
from pipeline.model.period import Period, fiscal_year
from pipeline.model.records import Record
from pipeline.model.soundness import sound
from pipeline.thai.dates import long_date


def period_faults(period: Period, at: At) -> Iterator[Diagnostic]:
    """A period starts before it ends, inside one fiscal year (1 ตุลาคม - 30 กันยายน)."""
    start, end = long_date(period.start), long_date(period.end)
    if period.start > period.end:
        places = at(("period", "start")), at(("period", "end"))
        first = called(places[0], Period, "start", "วันแรกของรอบ")
        last = called(places[1], Period, "end", "วันสุดท้ายของรอบ")
        yield Diagnostic(
            "period-order",
            Message(f"รอบเริ่ม {start} หลังวันสิ้นสุด {end}", f"the period starts {start}, after its end {end}"),
            Message(f"แก้{first.th} หรือ{last.th}", f"mend {first.en} or {last.en}"),
            places[0],
            places[1:],
        )
        return
    yield from _other_year(period, at)


def _other_year(period: Period, at: At) -> Iterator[Diagnostic]:
    start, end = long_date(period.start), long_date(period.end)
    first, last = fiscal_year(period.start), fiscal_year(period.end)
    if first != last:
        yield Diagnostic(
            "period-year",
            Message(
                f"รอบ {start} ถึง {end} คร่อมปีงบประมาณ {first} และ {last}",
                f"the period {start} to {end} runs from fiscal year {first} into {last}",
            ),
            Message(
                f"ให้อยู่ในปีงบประมาณเดียว เช่น 1 ตุลาคม {last - 1} ถึง 30 กันยายน {last}",
                f"keep it inside one, such as 1 ตุลาคม {last - 1} to 30 กันยายน {last}",
            ),
            at(("period", "end")),
            (at(("period", "start")),),
        )


def years_faults(office_input: HrScorecardInput, at: At) -> Iterator[Diagnostic]:
    """The first year of a plan is not after its last."""
    spans: tuple[tuple[ValuePath, str, str, Callable[[], Record]], ...] = (
        (("plan",), "first_year", "last_year", lambda: office_input.plan),
        (("report", "action_plan"), "first_year", "last_year", lambda: office_input.report.action_plan),
        (("report",), "reviewed_first_year", "reviewed_last_year", lambda: office_input.report),
    )
    for path, first, last, record in spans:
        yield from sound(_years_turned(record, (*path, first), (*path, last), at))


def _years_turned(
    record: Callable[[], Record], first: ValuePath, last: ValuePath, at: At
) -> Iterator[Diagnostic]:
    held = record()
    begins, ends = getattr(held, str(first[-1])), getattr(held, str(last[-1]))
    if begins > ends:
        yield Diagnostic(
            "years-order",
            Message(f"ปีแรก {begins} อยู่หลังปีสุดท้าย {ends}", f"the first year {begins} is after the last {ends}"),
            Message("สลับหรือแก้ปีให้ถูกต้อง", "swap or mend the years"),
            at(first),
            (at(last),),
        )
