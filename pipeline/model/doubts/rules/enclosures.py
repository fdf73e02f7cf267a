"""Counts of what goes with a memo, typed in its text, that are not those of its list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.diagnostics import Message
from pipeline.model.doubts.doubt import Odd, doubt
from pipeline.model.office_input import HasMemoHead
from pipeline.thai.digits import to_arabic

if TYPE_CHECKING:
    from pipeline.model.doubts.walk import Walked

_COUNTED = re.compile(r"สิ่งที่ส่งมาด้วย\s*(?:จำนวน\s*|รวม\s*)?(\d+)\s*(รายการ)?")


@doubt(
    "D0404",
    title=Message("จำนวนสิ่งที่ส่งมาด้วยไม่ตรงกับรายการ", "Another count of enclosures than are listed"),
    about=Message(
        "ข้อความที่บอกว่าสิ่งที่ส่งมาด้วยมีกี่รายการ ไม่ตรงกับจำนวนในรายการ หรืออ้างถึงลำดับที่ไม่มีในรายการ "
        "เฉพาะบันทึกที่มีรายการสิ่งที่ส่งมาด้วย",
        "A text that says how many enclosures there are, and another number is listed, or that names one "
        "by a number that the list does not have; only in a memo that lists any.",
    ),
    ask=Message("แก้จำนวน หรือพิมพ์ {enclosures} แทนจำนวน", "mend the count, or print {enclosures} for it"),
)
def count_of_enclosures(walked: Walked) -> Iterator[Odd]:
    """Each text with such a count."""
    told = walked.office_input
    if not isinstance(told, HasMemoHead) or not (listed := len(told.memo.enclosures)):
        return
    for path, value in walked.values:
        if not isinstance(value, str) or "สิ่งที่ส่งมาด้วย" not in value or path[:2] == ("memo", "enclosures"):
            continue
        for found in _COUNTED.finditer(to_arabic(value)):
            said, is_count = int(found[1]), found[2] is not None
            if said > listed or (is_count and said != listed):
                yield Odd(
                    path,
                    value[found.start() : found.end()].strip(),
                    Message(f"สิ่งที่ส่งมาด้วยมี {listed} รายการ", f"{listed} enclosures are listed"),
                )
