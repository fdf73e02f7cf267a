"""What a valid input may still contradict: sums, references, dates, results that do not fit.

Each check is a small function that yields faults; `at` gives the place of a value by its path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.diagnostics import Diagnostic
from pipeline.intake import Source
from pipeline.model.checks.marks import mark_faults
from pipeline.model.free_memo import MemoInput
from pipeline.model.soundness import sound

if TYPE_CHECKING:
    from pipeline.model.inputs import AgreementInput, HrScorecardInput


def check(office_input: HrScorecardInput | AgreementInput | MemoInput, source: Source) -> list[Diagnostic]:
    """All faults of an input whose values are valid one by one; empty if there are none."""
    if isinstance(office_input, MemoInput):
        return list(sound(mark_faults(office_input.memo, source.place)))
    from pipeline.model.checks.kinds import kind_faults  # noqa: PLC0415

    return list(kind_faults(office_input, source))


__all__ = ["check"]
