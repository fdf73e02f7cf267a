"""The checks of plans and agreements, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.diagnostics import Diagnostic
from pipeline.intake import Source
from pipeline.model.checks.calendar import period_faults, years_faults
from pipeline.model.checks.facts import fact_faults
from pipeline.model.checks.marks import mark_faults
from pipeline.model.checks.negatives import negative_faults
from pipeline.model.checks.percents import percent_faults
from pipeline.model.checks.references import (
    agreement_reference_faults,
    baseline_faults,
    plan_reference_faults,
)
from pipeline.model.checks.results import agreement_result_faults, plan_result_faults
from pipeline.model.checks.weights import agreement_weight_faults, plan_weight_faults, scale_or_parts_faults
from pipeline.model.inputs import AgreementInput, HrScorecardInput
from pipeline.model.soundness import sound


def kind_faults(office_input: HrScorecardInput | AgreementInput, source: Source) -> Iterator[Diagnostic]:
    """All faults of an input with results, then its percentages as they were typed."""
    match office_input:
        case HrScorecardInput():
            yield from _plan_faults(office_input, source)
        case AgreementInput():
            yield from _agreement_faults(office_input, source)
    yield from sound(negative_faults(office_input, source.place))
    yield from sound(percent_faults(office_input, source))


def _plan_faults(office_input: HrScorecardInput, source: Source) -> Iterator[Diagnostic]:
    """Each check by itself: what one cannot tell for want of a sound value, another may."""
    at = source.place
    checks: tuple[Callable[[], Iterator[Diagnostic]], ...] = (
        lambda: period_faults(office_input.period, at),
        lambda: years_faults(office_input, at),
        lambda: plan_reference_faults(office_input, at),
        lambda: plan_weight_faults(office_input.plan, source),
        lambda: plan_result_faults(office_input, at),
        lambda: fact_faults(office_input.results, at),
        lambda: mark_faults(office_input.memo, at),
    )
    for check in checks:
        yield from sound(check())


def _agreement_faults(office_input: AgreementInput, source: Source) -> Iterator[Diagnostic]:
    at, agreement = source.place, office_input.agreement
    checks: tuple[Callable[[], Iterator[Diagnostic]], ...] = (
        lambda: period_faults(office_input.period, at),
        lambda: agreement_reference_faults(agreement, at),
        lambda: baseline_faults(agreement, at),
        lambda: scale_or_parts_faults(agreement, at),
        lambda: agreement_weight_faults(agreement, source),
        lambda: agreement_result_faults(office_input, at),
    )
    for check in checks:
        yield from sound(check())
