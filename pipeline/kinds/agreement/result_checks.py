"""Each result belongs to one known indicator or part, once, and its figure fits the scale."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, Message, diagnose
from pipeline.intake import ValuePath
from pipeline.model.agreement import Agreement
from pipeline.model.checks.calling import name_choice
from pipeline.model.checks.figures import figure_faults
from pipeline.model.checks.places import At
from pipeline.model.checks.references import find_repeated_names, find_unknown_name
from pipeline.model.indicators import Indicator, Result
from pipeline.model.soundness import entries, is_refused, sound

_INDICATOR = Message("ตัวชี้วัดที่", "indicator")
_RESULT = Message("ผลของ", "a result of")


def agreement_result_faults(
    agreement: Agreement, results: tuple[Result, ...], at: At
) -> Iterator[Diagnostic]:
    """The results of an agreement's indicators and parts."""
    placed = list(entries(results))
    named = [(("results", n, "indicator"), result.indicator) for n, result in placed]
    yield from sound(find_repeated_names(_RESULT, named, at))
    reported = {result.indicator for _, result in placed if not is_refused(result.indicator)}
    for n, result in placed:
        yield from sound(_of_an_indicator(result, ("results", n), agreement, reported, at))


def _of_an_indicator(
    result: Result, path: ValuePath, agreement: Agreement, reported: set[str], at: At
) -> Iterator[Diagnostic]:
    scored, name = agreement.indicators, result.indicator
    composites = {indicator.id: indicator for indicator in scored if indicator.parts}
    scales = {indicator.id: indicator.scale for indicator in scored if indicator.scale}
    scales |= {part.id: part.scale for indicator in scored for part in indicator.parts}
    if name in composites:
        yield from _composite_faults(composites[name], result, reported, path, at)
    elif name in scales:
        yield from figure_faults(name, result, scales[name], path, at)
    else:
        known = [indicator.id for indicator in scored]
        known += [part.id for indicator in scored for part in indicator.parts]
        yield from find_unknown_name(_INDICATOR, name, known, [(*path, "indicator")], at)


def _composite_faults(
    indicator: Indicator, result: Result, reported: set[str], path: ValuePath, at: At
) -> Iterator[Diagnostic]:
    """A composite has no figure of its own; a status at it holds for all its parts."""
    ids = [part.id for part in indicator.parts]
    listed = ", ".join(ids)
    if result.status == "measured":
        yield diagnose("composite-result", at((*path, "indicator")), indicator=indicator.id, listed=listed)
    elif both := [id for id in ids if id in reported]:
        named, status = ", ".join(both), name_choice(at((*path, "status")), result.status)
        yield diagnose(
            "composite-result/status",
            at((*path, "status")),
            indicator=indicator.id,
            status=status,
            named=named,
        )
