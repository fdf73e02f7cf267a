"""The doubts of a batch's units: told with the unit's id, kept in the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from pipeline.batch.batch_file import UnitOrder
from pipeline.diagnostics import Diagnostic, Location, Message
from pipeline.model.doubts import Doubt


@dataclass(frozen=True, slots=True)
class UnitDoubt:
    """A doubt of one unit of a batch: its id and folder, and the doubt as it is told at its place."""

    unit: str
    folder: str
    fault: Diagnostic
    accepted: str = ""

    @property
    def named(self) -> Diagnostic:
        """The doubt with the unit's id before its words."""
        what = Message(f"{self.unit}: {self.fault.message.th}", f"{self.unit}: {self.fault.message.en}")
        return replace(self.fault, message=what)


def doubts_for_ledger(
    doubts: Iterable[Doubt], unit: UnitOrder, base: Callable[[], Iterable[Doubt]]
) -> list[dict[str, Any]]:
    """A unit's doubts as the ledger keeps them.

    One that the base has as well stands at its place there; any other is of the unit: at the cell that it
    gives, or else at its row.
    """
    several = tuple(doubts)
    cells = {place for override in unit.overrides for place in override.cells}
    elsewhere = any(doubt.place not in cells for doubt in several)
    of_base = {(each.code, each.path, each.what) for each in base()} if elsewhere and cells else None
    told = []
    for doubt in several:
        fault = doubt.as_fault()
        own = of_base is not None and (doubt.code, doubt.path, doubt.what) not in of_base
        place = unit.place if own and doubt.place not in cells else doubt.place
        said = {"code": fault.code, "what": list(fault.message), "remedy": list(fault.help)}
        told.append({**said, "place": asdict(place), "accepted": doubt.accepted})
    return told


def doubts_from_ledger(unit: UnitOrder, told: Iterable[Mapping[str, Any]]) -> Iterator[UnitDoubt]:
    """What the ledger keeps, as it is told."""
    for each in told:
        words = Message(*each["what"]), Message(*each["remedy"])
        fault = Diagnostic(each["code"], *words, Location(**each["place"]))
        yield UnitDoubt(unit.id, unit.folder, fault, each["accepted"])


def is_settled(facts: Mapping[str, Any]) -> bool:
    """Whether what the ledger keeps of a unit need not be looked at again: its places may have moved since
    where a doubt is open.
    """
    return "doubts" in facts and all(each["accepted"] for each in facts["doubts"])
