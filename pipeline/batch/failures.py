"""What of a batch could not be made, and the faults that a batch finds itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.diagnostics import Diagnostic, Message, SarabanError

if TYPE_CHECKING:
    from pipeline.batch.batch_file import UnitOrder


@dataclass(frozen=True, slots=True)
class Failure:
    """A unit or paper that could not be made: the faults, and the class of those who found them.

    `defect` is the traceback of an error that is no fault of the user's.
    """

    unit: str
    paper: str
    faults: tuple[Diagnostic, ...]
    kind: type[SarabanError]
    defect: str = ""


def edited_by_hand(unit: UnitOrder, why: Iterable[Message]) -> Diagnostic:
    """A document of the unit is out of date, and someone has changed its file."""
    thai, english = ("; ".join(each) for each in zip(*why, strict=True))
    what = Message(f"ไม่ได้ทำฉบับใหม่ทับแฟ้มที่แก้ด้วยมือ ({thai})", f"edited by hand, so not made anew ({english})")
    remedy = Message(
        "เก็บแฟ้มที่แก้ไว้ในชื่ออื่น หรือเขียนทับด้วย --force",
        "keep the edited file under another name, or overwrite it with --force",
    )
    return Diagnostic("edited", what, remedy, unit.place)


def worker_lost(unit: UnitOrder) -> Diagnostic:
    """A worker died at a unit, and again when it did nothing else."""
    what = Message(
        f"ตัวทำงานหยุดไปกลางคันเมื่อทำ {unit.id} สองครั้ง (หน่วยความจำไม่พอ หรือถูกสั่งหยุด)",
        f"the worker vanished at {unit.id}, twice (out of memory, or stopped)",
    )
    remedy = Message("สั่งใหม่อีกครั้ง โดยลดจำนวนด้วย --jobs 1", "run it again, with fewer workers: --jobs 1")
    return Diagnostic("worker-lost", what, remedy, unit.place)
