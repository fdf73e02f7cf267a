"""The checks of every input that is scored: its schemes, and what is laid on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.diagnostics import Diagnostic
from pipeline.intake import ValuePath
from pipeline.model.checks.places import At
from pipeline.model.checks.schemes import Named, scheme_faults, track_schemes
from pipeline.model.checks.scored import given_score_faults, scored_faults
from pipeline.model.checks.tracks import change_faults, track_faults
from pipeline.model.indicators import Measured
from pipeline.model.placed import rules_of
from pipeline.model.scored_input import ScoredInput
from pipeline.model.soundness import sound


def scoring_faults(
    scored_input: ScoredInput,
    scheme: str,
    named: Iterable[Named],
    results: Iterable[tuple[ValuePath, str, Measured]],
    at: At,
) -> Iterator[Diagnostic]:
    """The faults of schemes, scales, judges and changes of an input whose document names `scheme`.

    `named` are all fields that name a scheme, `results` the results with the ids that they are of.
    """
    schemes = scored_input.scheme_book
    named = [*named, *track_schemes(scored_input)]
    yield from scheme_faults(scored_input.schemes, schemes, named, at)
    yield from sound(scored_faults(scored_input.scored, at))
    yield from sound(given_score_faults(scored_input.measured, at))
    yield from sound(track_faults(scored_input, results, at))
    yield from sound(change_faults(scored_input, rules_of(schemes, scheme, None), at))
