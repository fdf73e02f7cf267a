"""What a valid input may still contradict: sums, references, dates, results that do not fit.

Each check is a small function that yields faults; `at` gives the place of a value by its path.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.faults import Fault
from pipeline.model.checks.calendar import period_faults, years_faults
from pipeline.model.checks.facts import fact_faults
from pipeline.model.checks.marks import mark_faults
from pipeline.model.checks.places import At
from pipeline.model.checks.references import (
    agreement_reference_faults,
    baseline_faults,
    plan_reference_faults,
)
from pipeline.model.checks.results import agreement_result_faults, plan_result_faults
from pipeline.model.checks.weights import agreement_weight_faults, plan_weight_faults, scale_or_parts_faults
from pipeline.model.inputs import AgreementInput, HrScorecardInput, MemoInput


def check(office_input: HrScorecardInput | AgreementInput | MemoInput, at: At) -> list[Fault]:
    """All faults of an input whose values are valid one by one; empty if there are none."""
    match office_input:
        case HrScorecardInput():
            return list(_plan_faults(office_input, at))
        case AgreementInput():
            return list(_agreement_faults(office_input, at))
        case MemoInput():
            return list(mark_faults(office_input.memo, at))


def _plan_faults(office_input: HrScorecardInput, at: At) -> Iterator[Fault]:
    yield from period_faults(office_input.period, at)
    yield from years_faults(office_input, at)
    yield from plan_reference_faults(office_input, at)
    yield from plan_weight_faults(office_input.plan, at)
    yield from plan_result_faults(office_input, at)
    yield from fact_faults(office_input.results, at)
    yield from mark_faults(office_input.memo, at)


def _agreement_faults(office_input: AgreementInput, at: At) -> Iterator[Fault]:
    yield from period_faults(office_input.period, at)
    yield from agreement_reference_faults(office_input.agreement, at)
    yield from baseline_faults(office_input.agreement, at)
    yield from scale_or_parts_faults(office_input.agreement, at)
    yield from agreement_weight_faults(office_input.agreement, at)
    yield from agreement_result_faults(office_input, at)


__all__ = ["check"]
