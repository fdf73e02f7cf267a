"""Who signs which paper of an input, and under which number: for the bundle that goes to be signed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import assert_never

from pipeline.compose import Paper
from pipeline.model.inputs import AgreementInput, HrScorecardInput, MemoInput, OfficeInput
from pipeline.model.people import Person


@dataclass(frozen=True, slots=True)
class Signing:
    """How a paper is signed: its number (`""`: not given yet), and the signers in order as `(name, post)`.

    A paper that nobody signs by itself, such as an annex, goes with the signers of what it belongs to.
    """

    number: str
    signers: tuple[tuple[str, str], ...]


def signing_of(office_input: OfficeInput, paper: Paper) -> Signing:
    """The signing of one paper of an input."""
    match office_input:
        case AgreementInput():
            parties = [office_input.agreement.maker]
            if paper.id == "agreement":
                parties = [office_input.agreement.receiver, office_input.agreement.maker]
            return Signing("", tuple(_signer(party.person, party.position) for party in parties))
        case HrScorecardInput() | MemoInput():
            memo = office_input.memo
            signers = [memo.proposer, *(each.signer for each in memo.endorsements)]
            if paper.id != "memo":
                signers = [memo.proposer]
            return Signing(memo.number, tuple(_signer(signer.person, signer.position) for signer in signers))
        case _:
            assert_never(office_input)


def date_of(office_input: OfficeInput) -> datetime.date | None:
    """The date that the signed paper of an input bears, if the data hold it."""
    match office_input:
        case AgreementInput():
            return office_input.agreement.signed
        case HrScorecardInput() | MemoInput():
            return office_input.memo.date
        case _:
            assert_never(office_input)


def _signer(person: Person, position: str) -> tuple[str, str]:
    return person.full_name, position
