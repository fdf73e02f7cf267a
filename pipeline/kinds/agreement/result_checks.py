"""Each result belongs to one known indicator or part, once, and its figure fits the scale."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, Message
from pipeline.kinds.agreement.record import AgreementInput
from pipeline.model.checks.places import At
from pipeline.model.checks.results import result_faults
from pipeline.model.soundness import entries

_INDICATOR = Message("ตัวชี้วัดที่", "indicator")


def agreement_result_faults(office_input: AgreementInput, at: At) -> Iterator[Diagnostic]:
    """The results of an agreement's indicators and parts."""
    placed = [(("results", n), result.indicator, result) for n, result in entries(office_input.results)]
    yield from result_faults(
        placed,
        "indicator",
        _INDICATOR,
        office_input,
        at,
        all_scored=lambda: office_input.agreement.indicators,
    )
