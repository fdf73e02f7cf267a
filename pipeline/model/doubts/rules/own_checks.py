"""What a kind of paper itself has to ask: its checks that ask instead of refusing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.diagnostics import Message
from pipeline.model.doubts.doubt import Odd, doubt

if TYPE_CHECKING:
    from pipeline.model.doubts.walk import Walked


OWN_CHECKS = "D0901"


@doubt(
    OWN_CHECKS,
    title=Message("ข้อตรวจของเอกสารชนิดนี้", "A check of this kind of paper"),
    about=Message(
        "ข้อตรวจที่ชนิดของเอกสารกำหนดไว้ให้ถาม (ask ใน kind.yaml) แต่ละชนิดมีข้อของตน",
        "What a kind of paper has to ask (`ask` in its kind.yaml); each kind has its own.",
    ),
    ask=Message("ตรวจอีกครั้ง", "look again"),
)
def own_checks(walked: Walked) -> Iterator[Odd]:
    """Each check that asks and does not hold, by its own words: an exception accepts no other check's."""
    for path, what in walked.office_input.asked():
        yield Odd(path, what.th, what)
