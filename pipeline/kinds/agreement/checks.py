"""What an agreement and its results may contradict, in the order in which it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from pipeline.diagnostics import Diagnostic
from pipeline.intake import Source
from pipeline.kinds.agreement.places import indicators, parts, scheme_names
from pipeline.kinds.agreement.record import AgreementInput
from pipeline.kinds.agreement.reference_checks import agreement_reference_faults, baseline_faults
from pipeline.kinds.agreement.result_checks import agreement_result_faults
from pipeline.kinds.agreement.weight_checks import agreement_weight_faults
from pipeline.model.checks.calendar import period_faults
from pipeline.model.checks.negatives import negative_indicators, negative_results
from pipeline.model.checks.percents import percent_faults
from pipeline.model.checks.places import At
from pipeline.model.checks.scored import scale_or_parts_faults
from pipeline.model.checks.scoring import scoring_faults
from pipeline.model.soundness import entries, sound


def faults(office_input: AgreementInput, source: Source) -> Iterator[Diagnostic]:
    """Each check by itself: what one cannot tell for want of a sound value, another may."""
    at, agreement = source.place, office_input.agreement
    checks: tuple[Callable[[], Iterator[Diagnostic]], ...] = (
        lambda: period_faults(office_input.period, at),
        lambda: agreement_reference_faults(agreement, at),
        lambda: baseline_faults(agreement, at),
        lambda: scale_or_parts_faults(office_input.scored, at),
        lambda: agreement_weight_faults(office_input, source),
        lambda: agreement_result_faults(office_input, at),
        lambda: _scheme_checks(office_input, at),
        lambda: negative_results(office_input.measured, at),
        lambda: negative_indicators(chain(indicators(agreement), parts(agreement)), at),
        lambda: percent_faults(office_input.scored, office_input.measured, source),
    )
    for check in checks:
        yield from sound(check())


def _scheme_checks(office_input: AgreementInput, at: At) -> Iterator[Diagnostic]:
    """The rules by which it is scored, and what they are laid on."""
    agreement, results = office_input.agreement, entries(office_input.results)
    placed = [(("results", n), each.indicator, each) for n, each in results]
    yield from scoring_faults(office_input, agreement.scheme, list(scheme_names(agreement)), placed, at)
