"""The names that a text may print where it stands, also in an input of which something was refused.

Of a sound input they are those that `facts` gives. Where a fact needs what was refused, its name is there all
the same: that it cannot be printed follows from what is told already.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from pipeline.compose.facts import PLAN_STEPS, measured_facts, period_facts, project_facts
from pipeline.compose.placeholders import BRACES, SHORT_OFFICE
from pipeline.model.fields import Written
from pipeline.model.free_memo import MemoInput
from pipeline.model.passages import Passage
from pipeline.model.period import Period
from pipeline.model.soundness import Unsound, entries, is_refused

if TYPE_CHECKING:
    from pipeline.compose.papers import AnyInput
    from pipeline.diagnostics import Location
    from pipeline.intake import Source, ValuePath
    from pipeline.model.agreement import Agreement
    from pipeline.model.indicators import Indicator, Part
    from pipeline.model.inputs import HrScorecardInput
    from pipeline.model.plan import ProjectResult
    from pipeline.scoring.cards import ScoreCard

_OFFICE = ("office", SHORT_OFFICE, "ministry", "office_head", "office_head_short")
_PARTIES = ("maker", "maker_position", "receiver", "receiver_position")
_SCORES = ("level", "percent")
_PROJECT = ("project", "step_count", "next_step")
_FIGURES = ("value", "numerator", "denominator", "steps", "status")
_RESULT = (*_PROJECT, "value", "numerator", "denominator", "remaining", "steps", "steps_done", *_SCORES)


class Scopes:
    """The names of one input, by where a text stands.

    `card` is there if nothing was refused; `told` are the places of what was.
    """

    def __init__(
        self,
        office_input: AnyInput,
        card: ScoreCard | None,
        source: Source,
        told: AbstractSet[Location | None],
    ) -> None:
        self.office_input, self.card, self.source, self.told = office_input, card, source, told
        self.common = (*_common(office_input), *BRACES)
        self._of_results: dict[int, tuple[str, ...]] = {}

    def at(self, path: ValuePath, written: Written) -> tuple[str, ...]:
        """The names that the text at `path` may print."""
        names = self.common
        if path[0] == "results" and self.office_input.kind == "hr-scorecard" and isinstance(path[1], int):
            names = (*names, *self._of_result(path[1], self.office_input))
            if issubclass(written.record, Passage):
                names = (*names, PLAN_STEPS.strip("{}"))
        if issubclass(written.record, Passage):
            names = (*names, "count")
        return (*names, "weight") if written.record.__name__ == "IndicatorGroup" else names

    def all_known(self, path: ValuePath) -> bool:
        """Whether all names that the text may print are known: not where a result's own were not read."""
        if path[0] != "results" or self.office_input.kind != "hr-scorecard" or not isinstance(path[1], int):
            return True
        try:
            result = self.office_input.results[path[1]]
            return not (is_refused(result.facts) or is_refused(result.phrases))
        except Unsound:
            return False

    def _of_result(self, number: int, office_input: HrScorecardInput) -> tuple[str, ...]:
        if number not in self._of_results:
            self._of_results[number] = tuple(dict.fromkeys(self._named(number, office_input)))
        return self._of_results[number]

    def _named(self, number: int, office_input: HrScorecardInput) -> Iterator[str]:
        """Those of a project and its result; all that any result has, where its figures were refused."""
        figures = {self.source.place(("results", number, name)) for name in _FIGURES}
        try:
            result = office_input.results[number]
            for own in (result.facts, result.phrases):
                yield from () if is_refused(own) else own
            yield from _RESULT if figures & self.told else _of_a_result(result, office_input, self.card)
        except Unsound:
            yield from _RESULT


def _common(office_input: AnyInput) -> Iterator[str]:
    yield from _OFFICE
    if isinstance(office_input, MemoInput):
        return
    day = datetime.date(2020, 3, 31)
    yield from period_facts(Period.model_construct(start=day, end=day))
    if office_input.kind == "agreement":
        yield from _PARTIES
        yield from _of_agreement(office_input.agreement)


def _of_agreement(agreement: Agreement) -> Iterator[str]:
    """Names of dimensions and targets; `target_16_1` is of indicator 16.1."""
    if is_refused(agreement):
        return
    for _, dimension in entries(agreement.dimensions):
        if not is_refused(dimension.number):
            yield from (f"dimension_{dimension.number}", f"dimension_{dimension.number}_weight")
        for _, group in entries(dimension.groups):
            for _, indicator in entries(group.indicators):
                scored: list[Indicator | Part] = [indicator, *(part for _, part in entries(indicator.parts))]
                for one in scored:
                    if not is_refused(one.id) and one.scale is not None:
                        yield f"target_{one.id.replace('.', '_')}"


def _of_a_result(
    result: ProjectResult, office_input: HrScorecardInput, card: ScoreCard | None
) -> Iterator[str]:
    project = next((each for each in office_input.plan.projects if each.id == result.project), None)
    if project is None:
        raise Unsound
    if card is not None:
        yield from project_facts(office_input, project, card, {})
    else:
        yield from (*_PROJECT, *measured_facts(result, project), *_SCORES)
