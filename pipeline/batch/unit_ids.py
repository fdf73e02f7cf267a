"""Ids of units: which are one, although they are typed otherwise, and the faults of rows that share one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.diagnostics import Diagnostic, Location, Message, diagnose
from pipeline.papers.names import fold_name, safe_name
from pipeline.thai.digits import to_arabic

NAMED_TWINS = 3
"""So many of the other rows with one id are named."""

_INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF])


def fold_id(id: str) -> str:
    """The id without what tells no two units apart: case, composition (NFC, NFD), spaces, the kind of
    digits, and signs that no file name may hold.
    """
    return fold_name("".join(safe_name(to_arabic(id.translate(_INVISIBLE))).split()))


def find_twins(ids: Iterable[tuple[str, Location]]) -> Iterator[Diagnostic]:
    """A fault at each id that another row has as well, in whatever way it is typed (`fold_id`)."""
    rows: dict[str, list[tuple[str, Location]]] = {}
    for id, place in ids:
        rows.setdefault(fold_id(id), []).append((id, place))
    for alike in rows.values():
        for n, (id, place) in enumerate(alike):
            if others := [other for at, other in enumerate(alike) if at != n]:
                yield _fault_of_twin(id, place, others)


def _from(here: Location, there: Location) -> Location:
    """`there` as one speaks of it at `here`: in one workbook the file goes without saying."""
    return replace(there, file="") if there.sheet and there.file == here.file else there


def _fault_of_twin(id: str, place: Location, others: list[tuple[str, Location]]) -> Diagnostic:
    rest = len(others) - NAMED_TWINS
    th = ", ".join(f"'{other}' ({_from(place, at).text('th').strip()})" for other, at in others[:NAMED_TWINS])
    en = ", ".join(f"'{other}' ({_from(place, at).text('en').strip()})" for other, at in others[:NAMED_TWINS])
    th, en = (f"{th} และอีก {rest} แห่ง", f"{en} and {rest} more") if rest > 0 else (th, en)
    return diagnose("duplicate-unit", place, id=id, places=Message(th, en))
