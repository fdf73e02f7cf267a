"""Who signs the memo of a round, and what goes with it."""

from __future__ import annotations

import datetime

from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.kinds.signing import SentLetter, SentMemo, Signing, letter_of, memo_signing, signer


def signing(office_input: HrScorecardInput, paper: str) -> Signing:
    """Those who sign the report by itself, if there are any; else the proposer, and on the memo itself those
    who give orders on it.
    """
    signers = office_input.report.signers
    if paper == "report" and signers:
        return Signing(office_input.memo.number, tuple(map(signer, signers)))
    return memo_signing(_memo(office_input), paper)


def date(office_input: HrScorecardInput) -> datetime.date | None:
    """The memo's date."""
    return office_input.memo.date


def sent_letter(office_input: HrScorecardInput) -> SentLetter:
    """The memo."""
    return letter_of(_memo(office_input))


def _memo(office_input: HrScorecardInput) -> SentMemo:
    return SentMemo("memo", office_input.memo)
