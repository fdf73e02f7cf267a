"""What the choices of a field are called in the workbook's drop-downs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

_NAMES: dict[str, str] = {
    "thai": "เลขไทย",
    "arabic": "เลขอารบิก",
    "mixed": "เลขไทย เว้นที่ติดคำอังกฤษ",
    "excluded": "ไม่นับ",
    "zero": "นับเป็น 0",
    "floor": "คะแนนระดับแรก",
    "first": "คะแนนระดับแรก",
    "failed": "ถือว่าไม่ผ่าน",
    "none": "ถือว่าไม่มีผล",
    "scale": "ตามแบบของเกณฑ์",
    "interpolate": "เทียบบัญญัติไตรยางศ์",
    "weighted": "เฉลี่ยถ่วงน้ำหนัก",
    "mean": "เฉลี่ย",
    "sum": "รวมคะแนน",
    "one": "ตามที่ใช้ตัดสิน",
    "least": "ต่ำสุด",
    "measured": "มีผลแล้ว",
    "in-progress": "อยู่ระหว่างดำเนินการ",
    "cancelled": "ยกเลิก",
    "starts-later": "เริ่มรอบถัดไป",
    "not-reported": "ไม่ได้รายงาน",
    "level": "ร้อยละของคะแนนเต็ม",
    "ratio": "ร้อยละที่วัดได้",
    "fiscal": "ปีงบประมาณ",
    "calendar": "ปีปฏิทิน",
    "academic": "ปีการศึกษา",
    "below": "ถัดลงมา",
    "beside": "เคียงข้างกัน",
    "above": "บรรทัดของตนเอง",
    "run-in": "นำหน้าย่อหน้าแรก",
    "number": "เฉพาะเลขนำหน้าย่อหน้าแรก",
    "true": "ใช่",
    "false": "ไม่ใช่",
}

_FORMER = {"นับเป็น 1": "floor", "ระดับ × 20": "level"}
"""Names that workbooks of earlier versions hold."""


@cache
def choice_names() -> dict[str, str]:
    """A value of the data -> its name; scales name themselves. A memo starts without scales."""
    from pipeline.model.scales import SCALES  # noqa: PLC0415

    return _NAMES | {type: scale.choice for type, scale in SCALES.items()}


def choice_name(value: str) -> str:
    """The name that the drop-down shows for `value`; a value that is Thai already is its own name."""
    return choice_names().get(value, value)


def choice_value(
    typed: str, values: Iterable[str], name_of: Callable[[str], str] = choice_name
) -> str | None:
    """The one of `values` that was chosen by its name, or typed as in YAML; `None` for any other text."""
    wanted = _fold_text(typed)
    former = next((value for name, value in _FORMER.items() if _fold_text(name) == wanted), wanted)
    return next(
        (value for value in values if {wanted, former} & {_fold_text(name_of(value)), _fold_text(value)}),
        None,
    )


def _fold_text(text: str) -> str:
    return "".join(text.split()).casefold()
