"""Suppressions (`audit.allow`): findings and doubts that the office accepts, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import Field

from pipeline.diagnostics import Diagnostic, Location, diagnose
from pipeline.model.records import Record
from pipeline.thai.alike import key
from pipeline.thai.digits import to_arabic

NO_REASON = "A0001"
MATCHES_NOTHING = "A0002"
UNKNOWN_CODE = "A0003"


class Suppression(Record, title="ข้อค้นพบที่ยอมรับ"):
    """One exception. It accepts what was found as `code` and whose place or words hold `where`."""

    code: str = Field(
        title="รหัสข้อค้นพบ", description="รหัสของข้อค้นพบหรือข้อสงสัย เช่น A0101, D0101 (ดู docs/audit.md)"
    )
    where: str = Field("", description="ส่วนหนึ่งของข้อความหรือตำแหน่งที่ยอมรับ (เว้นว่าง = ทุกแห่งของรหัสนี้)")
    reason: str = Field("", description="เหตุผลที่ยอมรับ (ถ้าเว้นว่าง จะไม่มีผลและถูกรายงาน)")

    @property
    def meant(self) -> str:
        """The code, in whatever case and digits it was typed."""
        return to_arabic(self.code).strip().upper()

    def meets(self, said: Said) -> bool:
        """Whether it accepts what was found as `said`."""
        wanted = key(self.where)
        return self.meant == said.code and (not wanted or any(wanted in key(text) for text in said.texts))


class AuditSettings(Record, title="การตรวจทาน"):
    """How what is found odd in this input is treated."""

    on_paper = False

    allow: tuple[Suppression, ...] = Field((), description="ข้อค้นพบและข้อสงสัยที่ยอมรับ พร้อมเหตุผล")


@dataclass(frozen=True, slots=True)
class Said:
    """Something found: its code, and the texts of which `where` may name a part."""

    code: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedExceptions:
    """Exceptions, and where the n-th of them is written."""

    allowed: Sequence[Suppression] = ()
    place: Callable[[int], Location] = lambda _: Location("")


class WrongException(NamedTuple):
    """An exception that accepts nothing, and why."""

    allowed: Suppression
    fault: Diagnostic


def reasons(
    found: Sequence[Said], exceptions: PlacedExceptions, known: Container[str]
) -> tuple[list[str], list[WrongException]]:
    """Why each of what was found is accepted (`""`: it is not), and what is wrong with the exceptions.

    An exception without a reason accepts nothing; one of a code that is not `known`, or that matches nothing
    that was found, is told, so that it does not outlive its cause.
    """
    accepted = [""] * len(found)
    wrong: list[WrongException] = []
    for n, allowed in enumerate(exceptions.allowed):
        met = [index for index, said in enumerate(found) if allowed.meets(said)]
        if allowed.meant not in known:
            wrong.append(WrongException(allowed, _unknown_code(allowed, exceptions.place(n))))
        elif not allowed.reason:
            wrong.append(WrongException(allowed, _no_reason(allowed, exceptions.place(n))))
        elif not met:
            wrong.append(WrongException(allowed, _matches_nothing(allowed, exceptions.place(n))))
        else:
            for index in met:
                accepted[index] = allowed.reason
    return accepted, wrong


def _unknown_code(allowed: Suppression, place: Location) -> Diagnostic:
    return diagnose("A0003", place, code=allowed.code)


def _no_reason(allowed: Suppression, place: Location) -> Diagnostic:
    return diagnose("A0001", place, code=allowed.code)


def _matches_nothing(allowed: Suppression, place: Location) -> Diagnostic:
    if allowed.where:
        return diagnose("A0002/where", place, code=allowed.code, where=allowed.where)
    return diagnose("A0002", place, code=allowed.code)
