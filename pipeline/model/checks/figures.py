"""The figure of one result: there is exactly one, and it is of the kind that its scale measures.

A linear or step scale measures a value or a ratio; a milestone, count or table scale counts in whole
numbers, typed as `steps` or `value`. A ratio may exceed its whole (8 of 7 planned) only where the
scale has a level above ร้อยละ 100 for it; elsewhere the two numbers are most likely swapped.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.faults import Fault, Place, Words
from pipeline.model.indicators import Measured
from pipeline.model.scales import LinearScale, MilestoneScale, Scale, StepScale

MILESTONES = 5


def figure_faults(whose: str, result: Measured, scale: Scale, place: Place) -> Iterator[Fault]:
    """All faults of the figure of one result; `whose` is the id it is of."""
    figures = _figures(result)
    if result.status != "measured":
        yield from _with_status(whose, result, figures, place)
    elif not figures:
        yield _no_figure(whose, place)
    elif len(figures) > 1:
        yield _two_figures(whose, figures, place)
    elif (result.numerator is None) != (result.denominator is None):
        yield _half_ratio(whose, result, place)
    else:
        yield from _unfit(whose, result, scale, place)


def _figures(result: Measured) -> list[str]:
    """The forms that the result is typed in."""
    ratio = result.numerator is not None or result.denominator is not None
    forms = {
        "value": result.value is not None,
        "numerator/denominator": ratio,
        "steps": result.steps is not None,
    }
    return [form for form, typed in forms.items() if typed]


def _with_status(whose: str, result: Measured, figures: list[str], place: Place) -> Iterator[Fault]:
    if figures:
        typed = ", ".join(figures)
        yield Fault(
            "figure-with-status",
            Words(
                f"ผลของ '{whose}' มี {typed} แต่สถานะเป็น {result.status}",
                f"the result of '{whose}' has {typed} although its status is {result.status}",
            ),
            Words(
                "ลบตัวเลข หรือเปลี่ยนสถานะ (status) เป็น มีผลแล้ว (measured)",
                "delete the figure, or make the status measured",
            ),
            place,
        )


def _no_figure(whose: str, place: Place) -> Fault:
    return Fault(
        "no-figure",
        Words(f"ผลของ '{whose}' ไม่มีตัวเลข", f"the result of '{whose}' has no figure"),
        Words(
            "ใส่ผลที่วัดได้ (value) หรือตัวตั้งกับตัวหาร (numerator, denominator) หรือขั้นตอนที่แล้วเสร็จ (steps); "
            "ถ้ายังไม่มีผล ใส่สถานะ (status) เช่น อยู่ระหว่างดำเนินการ (in-progress)",
            "type a value, a numerator and denominator, or steps; without any, a status such as in-progress",
        ),
        place,
    )


def _two_figures(whose: str, figures: list[str], place: Place) -> Fault:
    typed = ", ".join(figures)
    return Fault(
        "two-figures",
        Words(
            f"ผลของ '{whose}' มีตัวเลขมากกว่าหนึ่งแบบ: {typed}",
            f"the result of '{whose}' has more than one figure: {typed}",
        ),
        Words("เหลือไว้แบบเดียว", "keep one of them"),
        place,
    )


def _half_ratio(whose: str, result: Measured, place: Place) -> Fault:
    lacks = "numerator" if result.numerator is None else "denominator"
    return Fault(
        "half-ratio",
        Words(f"ผลของ '{whose}' ขาด {lacks}", f"the result of '{whose}' lacks its {lacks}"),
        Words("ใส่ทั้งตัวตั้ง (numerator) และตัวหาร (denominator)", "type both numerator and denominator"),
        place,
    )


def _unfit(whose: str, result: Measured, scale: Scale, place: Place) -> Iterator[Fault]:
    if isinstance(scale, LinearScale | StepScale):
        if result.steps is not None:
            remedy = Words(
                "ใส่ผลที่วัดได้ (value) หรือตัวตั้งกับตัวหาร (numerator, denominator)",
                "type a value, or a numerator and denominator",
            )
            yield _does_not_fit(whose, f"steps {result.steps}", scale, remedy, place)
        yield from _over_whole(whose, result, scale, place)
        return
    remedy = Words(
        "ใส่จำนวนเต็มในขั้นตอนที่แล้วเสร็จ (steps) หรือผลที่วัดได้ (value)", "type a whole number as steps or value"
    )
    counted = result.value if result.steps is None else result.steps
    if counted is None:
        yield _does_not_fit(whose, f"{result.numerator}/{result.denominator}", scale, remedy, place)
    elif counted >= 0 and counted != int(counted):
        yield _does_not_fit(whose, str(counted), scale, remedy, place)
    elif isinstance(scale, MilestoneScale) and counted > MILESTONES:
        yield _too_many_steps(whose, int(counted), place)


def _does_not_fit(whose: str, typed: str, scale: Scale, remedy: Words, place: Place) -> Fault:
    return Fault(
        "unfit-result",
        Words(
            f"ผลของ '{whose}' ({typed}) ใช้กับเกณฑ์แบบ {scale.type} ไม่ได้",
            f"the result of '{whose}' ({typed}) does not fit a {scale.type} scale",
        ),
        remedy,
        place,
    )


def _too_many_steps(whose: str, counted: int, place: Place) -> Fault:
    return Fault(
        "too-many-steps",
        Words(
            f"ผลของ '{whose}' ทำแล้ว {counted} ขั้นตอน แต่เกณฑ์มี {MILESTONES} ระดับ",
            f"the result of '{whose}' has {counted} steps done, but the scale has {MILESTONES} levels",
        ),
        Words(f"ใส่จำนวนขั้นตอนที่แล้วเสร็จ 0 ถึง {MILESTONES}", f"type the steps done, 0 to {MILESTONES}"),
        place,
    )


def _over_whole(
    whose: str, result: Measured, scale: LinearScale | StepScale, place: Place
) -> Iterator[Fault]:
    top, whole = result.numerator, result.denominator
    if top is None or whole is None or top <= whole or max(scale.thresholds) > 100:
        return
    yield Fault(
        "over-whole",
        Words(
            f"ผลของ '{whose}' มีตัวตั้ง {top} มากกว่าตัวหาร {whole} แต่เกณฑ์ไม่เกินร้อยละ 100",
            f"the result of '{whose}' is {top} of {whole}, but its scale ends at 100 percent",
        ),
        Words(
            "ตรวจว่าสลับกันหรือไม่ ถ้าทำได้เกินแผนจริง ใส่ร้อยละใน value แทน",
            "see whether the two are swapped; if more than planned was done, type the percentage as value",
        ),
        place,
    )
