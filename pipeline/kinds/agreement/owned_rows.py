"""Who answers for which results of an agreement."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.kinds.agreement.places import indicators
from pipeline.kinds.agreement.record import AgreementInput
from pipeline.kinds.responsible import OwnedRow, Responsible, all_parts, steps_of_scale
from pipeline.model.fields import title_of
from pipeline.model.indicators import Indicator, Part
from pipeline.model.soundness import is_refused

RESULTS = ("results",)


def owned_rows(office_input: AgreementInput) -> Iterator[OwnedRow]:
    """The result of each indicator that names who is responsible, and of its parts."""
    if is_refused(office_input.agreement):
        return
    for _, indicator in indicators(office_input.agreement):
        named = indicator.responsible
        if is_refused(named) or is_refused(indicator.id) or not named:
            continue
        who = Responsible(named, named)
        parts = tuple(all_parts(indicator.parts))
        yield OwnedRow(RESULTS, indicator.id, who, indicator.name, _about(indicator), whole=not parts)
        for part in parts:
            yield OwnedRow(RESULTS, part.id, who, part.name, _about(part), whole=not part.parts)


def _about(of: Indicator | Part) -> tuple[tuple[str, str], ...]:
    """What it is counted in, and its thresholds."""
    told = (
        (title_of(type(of).model_fields["unit"]), of.unit),
        ("เกณฑ์", steps_of_scale(of.scale)),
    )
    return tuple((title, text) for title, text in told if not is_refused(text) and text)
