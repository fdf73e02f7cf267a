"""Who signs a list of people."""

from __future__ import annotations

import datetime

from pipeline.kinds.name_list.record import NameListInput
from pipeline.kinds.signing import SentLetter, SentMemo, Signing, letter_of, memo_signing


def signing(office_input: NameListInput, paper: str) -> Signing:
    """The proposer, and on the memo itself those who give orders on it."""
    return memo_signing(_memo(office_input), paper)


def date(office_input: NameListInput) -> datetime.date | None:
    """The memo's date."""
    return office_input.memo.date


def sent_letter(office_input: NameListInput) -> SentLetter:
    """The paper `letter`."""
    return letter_of(_memo(office_input))


def _memo(office_input: NameListInput) -> SentMemo:
    return SentMemo("letter", office_input.memo)
