"""Which edition each document of a batch is, and whether it is signed, as the run report tells it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.output.editions import has_signed_copy, is_signed_electronically
from pipeline.output.folder import Output
from pipeline.output.ledger_signatures import Edition
from pipeline.thai.dates import short_date


class SigningStates:
    """The editions and signatures of an output folder."""

    def __init__(self, output: Output) -> None:
        self._folder = output.folder
        self._signatures = output.ledger.signatures.all()
        editions = output.ledger.signatures.editions()
        self._of_name = {each.name: several for several in editions.values() for each in several}

    def is_superseded(self, name: str) -> bool:
        """Whether a later edition of the paper counts."""
        return name in self._of_name and self._of_name[name][-1].name != name

    def of(self, name: str) -> dict[str, Any]:
        """`edition`; `signed` (`None`, or date, number, scan, whether electronically); `earlier`
        editions with the same; `sign_again`: it is not signed, and an earlier one is.
        """
        *earlier, latest = self._of_name.get(name, [Edition(name, name)])
        before = [
            {
                "name": each.name,
                "edition": each.number,
                "signed": self._signed(each.name, is_signed_electronically(self._folder, each.name)),
            }
            for each in earlier
        ]
        signed = self._signed(name, has_signed_copy(self._folder, name))
        return {
            "edition": latest.number,
            "signed": signed,
            "earlier": before,
            "sign_again": signed is None and any(each["signed"] for each in before),
        }

    def _signed(self, name: str, electronically: bool) -> dict[str, Any] | None:
        row = self._signatures.get(name)
        if row is None and not electronically:
            return None
        date, number, scan = (row.date, row.number, row.scan) if row else ("", "", "")
        return {"date": date, "number": number, "scan": scan, "electronically": electronically}


def describe_signing(documents: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """A line of each unit for its row of the register; empty where nothing of the batch is signed or a later
    edition.
    """
    told = [each for each in documents if each["signed"] or each["edition"] > 1]
    lines: dict[str, list[str]] = {}
    for each in told:
        lines.setdefault(each["unit"], []).append(_line(each))
    return {unit: "; ".join(several) for unit, several in lines.items()}


def _line(document: Mapping[str, Any]) -> str:
    edition = f"ฉบับที่ {document['edition']} " if document["edition"] > 1 else ""
    signed = document["signed"]
    if signed is None:
        return f"{edition}ต้องลงนามใหม่" if document["sign_again"] else f"{edition}ยังไม่ลงนาม"
    day = f" {short_date(datetime.date.fromisoformat(signed['date']))}" if signed["date"] else ""
    number = f" เลขที่ {signed['number']}" if signed["number"] else ""
    return f"{edition}ลงนามแล้ว{day}{number}"
