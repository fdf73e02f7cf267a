"""What is asked about before anything is signed: the doubts of an input, and who refuses while "
"one is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.faults import AuditFaults, Fault, Words
from pipeline.intake import Source
from pipeline.model.doubts import Doubt, Settled, settled

if TYPE_CHECKING:
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


def refuse_doubtful(doubts: Iterable[Doubt], whose: Words | None = None) -> None:
    """Raises `AuditFaults` while a doubt is open: nothing is bundled, sent or signed until then."""
    if faults := open_doubts(doubts):
        raise AuditFaults(faults if whose is None else (of_unit(fault, whose) for fault in faults))


def of_unit(fault: Fault, whose: Words) -> Fault:
    """A fault with the name of what it is of before its words."""
    what = Words(f"{whose.th}: {fault.what.th}", f"{whose.en}: {fault.what.en}")
    return replace(fault, what=what)
