"""What a memo says of other letters and it cannot be (ระเบียบงานสารบรรณ ข้อ 11.6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model.memo import MemoHead
from pipeline.model.soundness import entries, is_refused
from pipeline.thai.dates import long_date

if TYPE_CHECKING:
    from pipeline.model.checks.places import At


def letter_faults(memo: MemoHead, at: At) -> Iterator[Diagnostic]:
    """Letters that the memo refers to and that were written after it."""
    if is_refused(memo.date) or memo.date is None:
        return
    for n, letter in entries(memo.references):
        date = letter.date
        if not is_refused(date) and date is not None and date > memo.date:
            yield diagnose(
                "cited-after-memo",
                at(("memo", "references", n, "date")),
                also=(at(("memo", "date")),),
                date=long_date(date),
                memo=long_date(memo.date),
            )
