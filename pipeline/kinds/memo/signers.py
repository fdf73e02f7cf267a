"""Who signs a free memo."""

from __future__ import annotations

import datetime

from pipeline.kinds.memo.record import MemoInput
from pipeline.kinds.signing import SentMemo, Signing, memo_signing


def signing(office_input: MemoInput, paper: str) -> Signing:
    """The proposer, and on the memo itself those who give orders on it."""
    return memo_signing(sent_memo(office_input), paper)


def date(office_input: MemoInput) -> datetime.date | None:
    """The memo's date."""
    return office_input.memo.date


def sent_memo(office_input: MemoInput) -> SentMemo:
    """The paper `memo`."""
    return SentMemo("memo", office_input.memo)
