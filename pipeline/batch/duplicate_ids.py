"""Units of a batch whose ids are one: their papers would stand in one folder, or be taken for one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.diagnostics import Diagnostic, Location, Message, diagnose
from pipeline.papers.names import fold_name, safe_name
from pipeline.thai.digits import to_arabic

_INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF])
NAMED = 3
"""So many of the other rows are named."""


def twins(ids: Iterable[tuple[str, Location]]) -> Iterator[Diagnostic]:
    """A fault at each id that another row has as well.

    Ids are one that differ only in case, in composition (NFC, NFD), in spaces, in the kind of digits, or in
    signs that no file name may hold.
    """
    rows: dict[str, list[tuple[str, Location]]] = {}
    for id, place in ids:
        rows.setdefault(_fold_id(id), []).append((id, place))
    for alike in rows.values():
        for n, (id, place) in enumerate(alike):
            if others := [other for at, other in enumerate(alike) if at != n]:
                yield _fault(id, place, others)


def _fold_id(id: str) -> str:
    return fold_name("".join(safe_name(to_arabic(id.translate(_INVISIBLE))).split()))


def _from(here: Location, there: Location) -> Location:
    """`there` as one speaks of it at `here`: in one workbook the file goes without saying."""
    return replace(there, file="") if there.sheet and there.file == here.file else there


def _fault(id: str, place: Location, others: list[tuple[str, Location]]) -> Diagnostic:
    rest = len(others) - NAMED
    th = ", ".join(f"'{other}' ({_from(place, at).text('th').strip()})" for other, at in others[:NAMED])
    en = ", ".join(f"'{other}' ({_from(place, at).text('en').strip()})" for other, at in others[:NAMED])
    th, en = (f"{th} และอีก {rest} แห่ง", f"{en} and {rest} more") if rest > 0 else (th, en)
    return diagnose("duplicate-unit", place, id=id, places=Message(th, en))
