"""What a free memo may contradict: the marks on it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic
from pipeline.intake import Source
from pipeline.kinds.memo.record import MemoInput
from pipeline.model.checks.letters import letter_faults
from pipeline.model.checks.marks import mark_faults
from pipeline.model.soundness import sound


def faults(office_input: MemoInput, source: Source) -> Iterator[Diagnostic]:
    """All faults of a memo whose values are valid one by one."""
    yield from sound(mark_faults(office_input.memo, source.place))
    yield from sound(letter_faults(office_input.memo, source.place))
