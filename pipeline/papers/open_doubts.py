"""Blocks signing while a doubt of the input is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.diagnostics import AuditError, Diagnostic, diagnose
from pipeline.intake import Source
from pipeline.model.doubts import Doubt, Settled, settle_doubts
from pipeline.model.doubts.doubt import SHEET_OF_EXCEPTIONS

if TYPE_CHECKING:
    from pipeline.model.office_input import OfficeInput

_OF_AUDIT = "A"
"""How the codes of the audit's rules begin; the rules are loaded only where one is named."""


def doubts_of(office_input: OfficeInput, source: Source) -> Settled:
    """The doubts of an input, the accepted ones marked, and exceptions that accept nothing.

    Exceptions of the audit's own rules are left to the audit.
    """
    if not any(each.meant.startswith(_OF_AUDIT) for each in office_input.audit.allow):
        return settle_doubts(office_input, source)
    from pipeline.audit.table import RULE_OF  # noqa: PLC0415

    return settle_doubts(office_input, source, RULE_OF)


def open_doubts(doubts: Iterable[Doubt]) -> tuple[Diagnostic, ...]:
    """Those that nobody has accepted, as they are told."""
    return tuple(doubt.as_fault() for doubt in doubts if not doubt.accepted)


def refuse_doubtful(doubts: Iterable[Doubt]) -> None:
    """Raises `AuditError` while a doubt is open: nothing is bundled, sent or signed until then."""
    if faults := open_doubts(doubts):
        raise AuditError(faults)


def refuse_to_sign(doubts: Iterable[Doubt]) -> None:
    """The same for a finished paper: its doubts are those of the data inside it."""
    if faults := open_doubts(doubts):
        raise AuditError(map(_to_make_anew, faults))


def _to_make_anew(fault: Diagnostic) -> Diagnostic:
    """The doubt of a paper that is finished: its data are mended, and it is made again."""
    told = diagnose("doubt-in-paper", what=fault.message, sheet=SHEET_OF_EXCEPTIONS)
    return replace(fault, help=told.help)
