"""Sums that were spent beyond what was given: a point left out, or the sum of another row."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from pipeline.diagnostics import Message
from pipeline.model.doubts.doubt import Odd, doubt

if TYPE_CHECKING:
    from pipeline.model.doubts.walk import Walked


@runtime_checkable
class _Granted(Protocol):
    """A project with the sum that it was given; plans are not loaded for it."""

    @property
    def id(self) -> str: ...
    @property
    def budget(self) -> Decimal | None: ...


@runtime_checkable
class _Spent(Protocol):
    """A result with the sum that was spent."""

    @property
    def project(self) -> str: ...
    @property
    def spent(self) -> Decimal | None: ...


@doubt(
    "D0103",
    title=Message("ใช้เกินงบประมาณที่ได้รับ", "More spent than given"),
    about=Message(
        "งบประมาณที่ใช้ของแผนงาน/โครงการที่มากกว่างบประมาณที่ได้รับของแผนงาน/โครงการเดียวกัน (350,000 จาก 35,000) "
        "ถ้าได้รับโอนหรือจัดสรรเพิ่มจริง ยืนยันได้ ไม่ถามเมื่อไม่ได้ใส่งบประมาณที่ได้รับ",
        "A project on which more was spent than its budget (350,000 of 35,000). What was really granted "
        "later can be confirmed. Not asked of a project without a budget.",
    ),
    ask=Message("ตรวจจุดทศนิยมและแถวของงบประมาณทั้งสองช่อง", "look at the decimal point and the row of both sums"),
)
def overspent(walked: Walked) -> Iterator[Odd]:
    """Each sum beyond the budget of its project, at the sum that was spent."""
    budgets = {each.id: each.budget for _, each in walked.values if isinstance(each, _Granted)}
    for path, result in walked.values:
        if not isinstance(result, _Spent):
            continue
        budget = budgets.get(result.project)
        if isinstance(budget, Decimal) and isinstance(result.spent, Decimal) and result.spent > budget:
            yield Odd(
                (*path, "spent"),
                f"{result.spent:f}",
                Message(
                    f"'{result.project}' ใช้งบประมาณ {result.spent:,f} บาท มากกว่าที่ได้รับ {budget:,f} บาท",
                    f"'{result.project}' spent {result.spent:,f} baht, of a budget of {budget:,f}",
                ),
            )
