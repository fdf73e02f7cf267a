"""Faults of the figure of one result; `{whose}` is the id that it is of."""

from pipeline.diagnostics.catalogue import Entry
from pipeline.diagnostics.diagnostic import Message

_UNFIT = Message(
    "ผลของ '{whose}' คือ{names} {figure} ซึ่งใช้กับเกณฑ์แบบ {kind} ไม่ได้",
    "the result of '{whose}', {names} {figure}, does not fit a scale of the type {kind}",
)

MESSAGES = {
    "figure-with-status": Entry(
        Message(
            "ผลของ '{whose}' มี {held} แต่สถานะเป็น {status}",
            "the result of '{whose}' has {held} although its status is {status}",
        ),
        Message(
            "ลบตัวเลข หรือเปลี่ยน{field} เป็น {measured} ถ้ามีผลแล้ว",
            "delete the figure, or make {field} {measured} if it has been measured",
        ),
    ),
    "no-figure": Entry(
        Message("ผลของ '{whose}' ไม่มีตัวเลข", "the result of '{whose}' has no figure"),
        Message(
            "ใส่{value} หรือ{ratio} หรือ{steps} ถ้ายังไม่มีผล ให้ใส่{status} เช่น {going}",
            "type {value}, {ratio}, or {steps}; without any, {status} such as {going}",
        ),
    ),
    "two-figures": Entry(
        Message(
            "ผลของ '{whose}' มีตัวเลขมากกว่าหนึ่งแบบ: {listed}",
            "the result of '{whose}' has more than one figure: {listed}",
        ),
        Message("เหลือไว้แบบเดียว", "keep one of them"),
    ),
    "half-ratio": Entry(
        Message("ผลของ '{whose}' ขาด{lacking}", "the result of '{whose}' lacks {lacking}"),
        Message("ใส่ทั้ง{both}", "type both {both}"),
    ),
    "unfit-result": Entry(_UNFIT, Message("ใส่{asked} แทน", "type {asked} instead")),
    "unfit-result/whole": Entry(
        _UNFIT,
        Message("ใส่จำนวนเต็มตั้งแต่ 0 ขึ้นไปที่{asked} แทน", "type a whole number, 0 or more, as {asked} instead"),
    ),
    "too-many-steps": Entry(
        Message(
            "ผลของ '{whose}' ทำแล้ว {counted} ขั้นตอน แต่เกณฑ์มี {most} ระดับ",
            "the result of '{whose}' has {counted} steps done, but the scale has {most} levels",
        ),
        Message("ใส่จำนวนขั้นตอนที่แล้วเสร็จ 0 ถึง {most}", "type the steps done, 0 to {most}"),
    ),
}
