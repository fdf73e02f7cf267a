"""Results that lie far from what their scale speaks of: a point left out, a sign, a figure of another row."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.diagnostics import Message
from pipeline.model.doubts.doubt import Odd, doubt

if TYPE_CHECKING:
    from pipeline.model.doubts.walk import Walked
    from pipeline.model.indicators import MeasuredBy


@doubt(
    "D0101",
    title=Message("ผลอยู่ไกลจากเกณฑ์", "A result far from its scale"),
    about=Message(
        "ผลที่มากกว่าสองเท่าของเกณฑ์สูงสุด (ร้อยละ 935 บนเกณฑ์ 60-80) ผลติดลบบนเกณฑ์ที่มากกว่า 0 ทุกระดับ (-52 วัน) "
        "และบนเกณฑ์ที่เริ่มจาก 0 หรือติดลบ ผลที่เลยปลายเกณฑ์ออกไปเกินค่ามากที่สุดหรือความกว้างของเกณฑ์ ทั้งเกณฑ์ที่มากดีและน้อยดี "
        "ผลต่ำที่ไม่ติดลบไม่ถามถึง เพราะต้นปีมักยังทำได้น้อย",
        "A result more than twice the highest threshold (935 per cent on a scale of 60 to 80); a "
        "negative one on "
        "a scale above 0 throughout (-52 days); on a scale that begins at 0 or below, one that "
        "passes an end by "
        "more than the greatest figure or the width of the scale. So whether more or less is better. "
        "A low result of 0 or more is not asked about: early in a year little is done.",
    ),
    ask=Message("ตรวจจุดทศนิยม เครื่องหมายลบ และแถวของผล", "look at the decimal point, the sign and the row"),
)
def far_results(walked: Walked) -> Iterator[Odd]:
    """Each result outside the bounds of its scale, at the figure that was typed."""
    for each in walked.office_input.measured:
        figure = _figure(each)
        if figure is None:
            continue
        number, field = figure
        lowest, highest = each.scale.reach(each.rules)
        low, high = bounds(lowest, highest)
        if not low <= number <= high:
            shown = _percent(number) if field == "numerator" else f"{number:f}"
            typed = f"{getattr(each.result, field):f}"
            yield Odd(
                (*each.path, field),
                typed,
                Message(
                    f"ผลของ '{each.whose}' คือ {shown} แต่เกณฑ์อยู่ระหว่าง {lowest:f} ถึง {highest:f}",
                    f"the result of '{each.whose}' is {shown}, on a scale from {lowest:f} to {highest:f}",
                ),
            )


@doubt(
    "D0102",
    title=Message("ตัวตั้งมากกว่าตัวหาร", "More than the whole"),
    about=Message(
        "ผลที่เป็นตัวตั้งหารตัวหารซึ่งเกินร้อยละ 100 (120 จาก 100) บนเกณฑ์ที่ไม่เกินร้อยละ 100 อาจพิมพ์สลับกัน "
        "ถ้าทำได้เกินแผนจริง ยืนยันได้ คะแนนเท่ากับระดับสูงสุด ไม่ถามเมื่อเกณฑ์เกินร้อยละ 100 หรือคิดต่อจำนวนอื่น (per)",
        "A ratio of more than 100 per cent (120 of 100) on a scale that ends at 100: the two may be "
        "swapped. What was really more than planned can be confirmed, and earns the highest level. Not "
        "asked where the scale goes beyond 100, or counts per another number.",
    ),
    ask=Message("ตรวจว่าตัวตั้งกับตัวหารสลับกันหรือไม่", "see whether the two are swapped"),
)
def more_than_the_whole(walked: Walked) -> Iterator[Odd]:
    """Each ratio beyond its whole, at its numerator."""
    for each in walked.office_input.measured:
        top, whole = each.result.numerator, each.result.denominator
        if top is None or whole is None or top <= whole or each.scale.per is not None:
            continue
        low, high = each.scale.reach(each.rules)
        is_far = not bounds(low, high)[0] <= top * 100 / whole <= bounds(low, high)[1]  # D0101 asks
        if high <= 100 and not is_far:
            yield Odd(
                (*each.path, "numerator"),
                f"{top:f}",
                Message(
                    f"ผลของ '{each.whose}' มีตัวตั้ง {top:f} มากกว่าตัวหาร {whole:f}",
                    f"the result of '{each.whose}' is {top:f} of {whole:f}",
                ),
            )


def bounds(lowest: Decimal, highest: Decimal) -> tuple[Decimal, Decimal]:
    """Between which a result needs no question.

    An end is passed by as much as the scale itself is large: by its greatest figure or, where it has figures
    on either side of 0, by its width. Below a scale that is positive throughout nothing is negative.
    """
    room = max(abs(lowest), abs(highest), highest - lowest)
    return (Decimal(0) if lowest > 0 else lowest - room), highest + room


def _percent(number: Decimal) -> str:
    """A ratio in per cent, with two decimals at most."""
    return f"{number.quantize(Decimal('0.01')).normalize():f}"


def _figure(each: MeasuredBy) -> tuple[Decimal, str] | None:
    """The result as its scale takes it, and the field that it was typed in."""
    result = each.result
    if result.value is not None:
        return result.value, "value"
    if result.steps is not None:
        return Decimal(result.steps), "steps"
    if result.numerator is not None and result.denominator:
        return result.numerator * (each.scale.per or 100) / result.denominator, "numerator"
    return None
