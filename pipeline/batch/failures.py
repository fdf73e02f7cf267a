"""Failures of a batch: documents that could not be made, and errors that only a batch can have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.diagnostics import Diagnostic, Message, SarabanError, diagnose

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
    return diagnose("edited/batch", unit.place, papers=Message(thai, english))


def worker_lost(unit: UnitOrder) -> Diagnostic:
    """A worker died at a unit, and again when it did nothing else."""
    return diagnose("worker-lost", unit.place, unit=unit.id)
