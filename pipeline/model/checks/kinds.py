"""The checks of plans and agreements, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.faults import Fault
from pipeline.intake import Source
from pipeline.model.checks.calendar import period_faults, years_faults
from pipeline.model.checks.facts import fact_faults
from pipeline.model.checks.marks import mark_faults
from pipeline.model.checks.negatives import negative_faults
from pipeline.model.checks.percents import percent_faults
from pipeline.model.checks.places import At
from pipeline.model.checks.references import (
    agreement_reference_faults,
    baseline_faults,
    plan_reference_faults,
)
from pipeline.model.checks.results import agreement_result_faults, plan_result_faults
from pipeline.model.checks.weights import agreement_weight_faults, plan_weight_faults, scale_or_parts_faults
from pipeline.model.inputs import AgreementInput, HrScorecardInput


def kind_faults(office_input: HrScorecardInput | AgreementInput, source: Source) -> Iterator[Fault]:
    """All faults of an input with results, then its percentages as they were typed."""
    match office_input:
        case HrScorecardInput():
            yield from _plan_faults(office_input, source.place)
        case AgreementInput():
            yield from _agreement_faults(office_input, source.place)
    yield from negative_faults(office_input, source.place)
    yield from percent_faults(office_input, source)


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
