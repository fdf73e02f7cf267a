"""Who signs a list of people."""

from __future__ import annotations

import datetime

from pipeline.kinds.name_list.record import NameListInput
from pipeline.kinds.signing import SentMemo, Signing, memo_signing


def signing(office_input: NameListInput, paper: str) -> Signing:
    """The proposer, and on the memo itself those who give orders on it."""
    return memo_signing(sent_memo(office_input), paper)


def date(office_input: NameListInput) -> datetime.date | None:
    """The memo's date."""
    return office_input.memo.date


def sent_memo(office_input: NameListInput) -> SentMemo:
    """The paper `letter`."""
    return SentMemo("letter", office_input.memo)
