"""Who signs the memo of a round, and what goes with it."""

from __future__ import annotations

import datetime

from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.kinds.signing import SentLetter, SentMemo, Signing, letter_of, memo_signing


def signing(office_input: HrScorecardInput, paper: str) -> Signing:
    """The proposer, and on the memo itself those who give orders on it."""
    return memo_signing(_memo(office_input), paper)


def date(office_input: HrScorecardInput) -> datetime.date | None:
    """The memo's date."""
    return office_input.memo.date


def sent_letter(office_input: HrScorecardInput) -> SentLetter:
    """The memo."""
    return letter_of(_memo(office_input))


def _memo(office_input: HrScorecardInput) -> SentMemo:
    return SentMemo("memo", office_input.memo)
