"""What is asked about before anything is signed: the doubts of an input, and who refuses while "
"one is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from pipeline.faults import AuditFaults, Fault, Place, Words
from pipeline.intake import Source
from pipeline.model.doubts import Doubt, Settled, settled
from pipeline.model.doubts.doubt import SHEET_OF_EXCEPTIONS

if TYPE_CHECKING:
    from pipeline.batch.batch_file import UnitOrder
    from pipeline.model.inputs import OfficeInput

_OF_AUDIT = "A"
"""How the codes of the audit's rules begin; the rules are loaded only where one is named."""


def doubts_of(office_input: OfficeInput, source: Source) -> Settled:
    """The doubts of an input, the accepted ones marked, and exceptions that accept nothing.

    Exceptions of the audit's own rules are left to the audit.
    """
    if not any(each.meant.startswith(_OF_AUDIT) for each in office_input.audit.allow):
        return settled(office_input, source)
    from pipeline.audit.table import RULE_OF  # noqa: PLC0415

    return settled(office_input, source, RULE_OF)


def open_doubts(doubts: Iterable[Doubt]) -> tuple[Fault, ...]:
    """Those that nobody has accepted, as they are told."""
    return tuple(doubt.as_fault() for doubt in doubts if not doubt.accepted)


def refuse_doubtful(doubts: Iterable[Doubt]) -> None:
    """Raises `AuditFaults` while a doubt is open: nothing is bundled, sent or signed until then."""
    if faults := open_doubts(doubts):
        raise AuditFaults(faults)


def refuse_to_sign(doubts: Iterable[Doubt]) -> None:
    """The same for a finished paper: its doubts are those of the data inside it."""
    if faults := open_doubts(doubts):
        raise AuditFaults(replace(fault, remedy=_MAKE_ANEW) for fault in faults)


_MAKE_ANEW = Words(
    f"แก้ข้อมูล หรือยอมรับพร้อมเหตุผลในข้อมูล (แผ่นงาน '{SHEET_OF_EXCEPTIONS}' หรือ audit: allow) "
    f"แล้วทำเอกสารใหม่ก่อนลงนาม",
    f"mend the data, or accept it with a reason there (sheet '{SHEET_OF_EXCEPTIONS}' or audit: "
    f"allow), and make "
    "the paper anew before it is signed",
)


@dataclass(frozen=True, slots=True)
class UnitDoubt:
    """A doubt of one unit of a batch: its id and folder, and the doubt as it is told at its place."""

    unit: str
    folder: str
    fault: Fault
    accepted: str = ""

    @property
    def named(self) -> Fault:
        """The doubt with the unit's id before its words."""
        what = Words(f"{self.unit}: {self.fault.what.th}", f"{self.unit}: {self.fault.what.en}")
        return replace(self.fault, what=what)


def kept(
    doubts: Iterable[Doubt], unit: UnitOrder, base: Callable[[], Iterable[Doubt]]
) -> list[dict[str, Any]]:
    """A unit's doubts as the ledger keeps them.

    One that the base has as well stands at its place there; any other is of the unit: at the cell that it
    gives, or else at its row.
    """
    several = tuple(doubts)
    cells = {override.place for override in unit.overrides}
    elsewhere = any(doubt.place not in cells for doubt in several)
    of_base = {(each.code, each.path, each.what) for each in base()} if elsewhere and cells else None
    told = []
    for doubt in several:
        fault = doubt.as_fault()
        own = of_base is not None and (doubt.code, doubt.path, doubt.what) not in of_base
        place = unit.place if own and doubt.place not in cells else doubt.place
        said = {"code": fault.code, "what": list(fault.what), "remedy": list(fault.remedy)}
        told.append({**said, "place": asdict(place), "accepted": doubt.accepted})
    return told


def from_kept(unit: UnitOrder, told: Iterable[Mapping[str, Any]]) -> Iterator[UnitDoubt]:
    """What the ledger keeps, as it is told."""
    for each in told:
        words = Words(*each["what"]), Words(*each["remedy"])
        fault = Fault(each["code"], *words, Place(**each["place"]))
        yield UnitDoubt(unit.id, unit.folder, fault, each["accepted"])


def is_settled(facts: Mapping[str, Any]) -> bool:
    """Whether what the ledger keeps of a unit need not be looked at again: its places may have moved since
    where a doubt is open.
    """
    return "doubts" in facts and all(each["accepted"] for each in facts["doubts"])
