"""The facts that prose of a plan's results may print, and the look-ups that its templates need.

`docs/input.md` lists the names. All are texts with Arabic digits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from pipeline.intake import ValuePath
from pipeline.kinds.hr_scorecard.fact_names import (
    BLOCKS,
    GUIDE,
    IN_MEMO,
    NAMES,
    PLAN_NAMES,
    REPORT_NAMES,
    STEPS_OF_PLAN,
)
from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.kinds.hr_scorecard.report_facts import (
    blocks_with_data,
    money,
    plan_facts,
    score_facts,
    share_of,
)
from pipeline.kinds.hr_scorecard.wording import wording_of
from pipeline.kinds.last_round_facts import last_facts, last_names, last_row_facts, last_row_names
from pipeline.kinds.period_facts import period_facts, period_names
from pipeline.kinds.score_functions import score_functions
from pipeline.model.facts import evaluate_facts
from pipeline.model.plan import Project, ProjectResult
from pipeline.model.quiet_reading import reads_quietly
from pipeline.model.soundness import Unsound, is_refused
from pipeline.scoring.cards import IndicatorScore, ScoreCard
from pipeline.scoring.rounding import figure_text

__all__ = [
    "GUIDE",
    "NAMES",
    "are_names_known",
    "facts",
    "facts_at",
    "functions",
    "names",
    "names_at",
    "names_in",
]

_SCORES = ("level", "percent", "value")
_PROJECT = ("project", "step_count", "next_step", "target", "budget")
_FIGURES = ("value", "numerator", "denominator", "steps", "status", "spent")
_RESULT = (
    *_PROJECT,
    *("numerator", "denominator", "remaining", "steps", "steps_done", "spent", "spent_percent"),
    *_SCORES,
)
_SCORE_NAMES = ("score_title", "total_score", "total_percent")


def facts(office_input: HrScorecardInput) -> Mapping[str, str]:
    """Those of the round's period, of the plan and of what the report refers to."""
    return {**period_facts(office_input.period), **plan_facts(office_input)}


def names(office_input: HrScorecardInput) -> Iterable[str]:
    """Their names; those of all that a sound input might have, where something was refused."""
    yield from period_names()
    try:
        yield from plan_facts(office_input)
        if office_input.is_scored:
            yield from _SCORE_NAMES
            yield from last_names(office_input, (each.number for each in office_input.plan.dimensions))
    except (Unsound, TypeError, ArithmeticError, StopIteration, IndexError):
        yield from (name.id for name in (*PLAN_NAMES, *REPORT_NAMES))


def functions(
    office_input: HrScorecardInput, data: Any, card: ScoreCard | None, common: Mapping[str, str]
) -> Mapping[str, object]:
    """What scores give, the wording, and look-ups over the plan for templates; `data` is the input's view."""
    units = {unit.id: unit for unit in data.units}

    def facts_of(project: Project) -> dict[str, str]:
        return project_facts(office_input, project, card, common)

    def result_of(project: Project) -> Any:
        told = _decisive_first(data.results, project.id, card)
        return next((result for result in told if result.memo or result.done), next(iter(told), None))

    def unit_of(id: str) -> Any:
        return units[id]

    return {
        **score_functions(office_input, card),
        "facts": {**common, **score_facts(card), **last_facts(office_input, card)},
        "wording": wording_of(office_input),
        "facts_of": facts_of,
        "result_of": result_of,
        "unit_of": unit_of,
        "share_of": share_of,
        "money": money,
    }


def names_in(_: type[object]) -> Iterable[str]:
    """None: a text prints the same in whichever record it stands."""
    return ()


def names_at(
    office_input: HrScorecardInput,
    card: ScoreCard | None,
    path: ValuePath,
    is_told: Callable[[ValuePath], bool],
) -> Iterator[str]:
    """Those of a project and its result; all that any result has, where its figures were refused. In the memo
    and the chapters, the blocks that have something to print.
    """
    if path[:1] in {("body",), ("chapters",)}:
        yield from _blocks(office_input, path[0])
    number = _result_at(path)
    if number is None:
        return
    try:
        result = office_input.results[number]
        for own in (result.facts, result.phrases):
            yield from () if is_refused(own) else own
        figures = any(is_told(("results", number, name)) for name in _FIGURES)
        yield from _RESULT if figures else _of_a_result(result, office_input, card)
    except Unsound:
        yield from _RESULT
    yield from last_row_names(office_input)
    yield STEPS_OF_PLAN


def _blocks(office_input: HrScorecardInput, part: str | int) -> Iterator[str]:
    try:
        blocks = tuple(blocks_with_data(office_input))
    except (Unsound, TypeError, AttributeError):
        blocks = tuple(block.id for block in BLOCKS)
    yield from (block for block in blocks if part == "chapters" or block in IN_MEMO)


def facts_at(office_input: HrScorecardInput, card: ScoreCard | None, path: ValuePath) -> Mapping[str, str]:
    """The present values of what a result's texts may print beside; elsewhere those of the scores."""
    number = _result_at(path)
    of_scores = {**score_facts(card), **last_facts(office_input, card)}
    if number is None:
        return of_scores
    result = office_input.results[number]
    project = next(each for each in office_input.plan.projects if each.id == result.project)
    return {**of_scores, **project_facts(office_input, project, card, {})}


def are_names_known(office_input: HrScorecardInput, path: ValuePath) -> bool:
    """Whether all names that a text may print are known: not where a result's own were not read."""
    number = _result_at(path)
    if number is None:
        return True
    try:
        result = office_input.results[number]
        return not (is_refused(result.facts) or is_refused(result.phrases))
    except Unsound:
        return False


def _result_at(path: ValuePath) -> int | None:
    """The number of the result that a path leads into, from 0."""
    if len(path) > 1 and path[0] == "results" and isinstance(path[1], int):
        return path[1]
    return None


def _of_a_result(
    result: ProjectResult, office_input: HrScorecardInput, card: ScoreCard | None
) -> Iterator[str]:
    project = next((each for each in office_input.plan.projects if each.id == result.project), None)
    if project is None:
        raise Unsound
    if card is not None or not office_input.is_scored:
        yield from project_facts(office_input, project, card, {})
    else:
        yield from (*_PROJECT, *measured_facts(result, project), *_SCORES)


def project_facts(
    office_input: HrScorecardInput, project: Project, card: ScoreCard | None, common: Mapping[str, str]
) -> dict[str, str]:
    """What the prose of one project's result may print: `common` and what is its own, phrases included."""
    facts = {**common, **_of_project(project)}
    if card is not None:
        facts |= _facts_of_score(card.indicator(project.id))
        facts |= last_row_facts(office_input, card, project.id)
    results = _decisive_first(office_input.results, project.id, card)
    if not results:
        return facts
    own = {name: text for result in reversed(results) for name, text in _own(result).items()}
    return facts | measured_facts(results[0], project, is_scored=card is not None) | own


@reads_quietly
def _of_project(project: Project) -> dict[str, str]:
    facts = {"project": project.name, "step_count": str(len(project.steps))}
    if project.steps:
        facts["next_step"] = project.steps[0]
    if project.target:
        facts["target"] = project.target
    if project.budget is not None:
        facts["budget"] = money(project.budget)
    return facts


def _decisive_first(results: Iterable[Any], project: str, card: ScoreCard | None) -> list[Any]:
    """The results of a project, that of the judge or round whose score decides before the others."""
    decisive = card.decided_by.id if card and card.decided_by else ""
    return sorted(
        (each for each in results if each.project == project), key=lambda each: each.track != decisive
    )


def _facts_of_score(score: IndicatorScore) -> dict[str, str]:
    """Level, percentage and the measured figure (of a ratio, what it comes to), where there are any."""
    facts = {}
    if score.result is not None:
        facts["value"] = figure_text(score.result)
    if score.level is not None:
        facts["level"] = figure_text(score.level)
    if score.percent is not None:
        facts["percent"] = figure_text(score.percent)
    return facts


@reads_quietly
def measured_facts(result: ProjectResult, project: Project, *, is_scored: bool = True) -> dict[str, str]:
    """The figures of a result as typed, thousands marked, and what follows from them; where nothing is
    scored, the percentage too.
    """
    facts = {}
    for name in ("value", "numerator", "denominator"):
        figure = getattr(result, name)
        if figure is not None:
            facts[name] = f"{figure:,f}"
    if result.numerator is not None and result.denominator is not None:
        facts["remaining"] = f"{result.denominator - result.numerator:,f}"
        if not is_scored:
            facts["percent"] = figure_text(Decimal(share_of(result.numerator, result.denominator)))
    if result.steps is not None:
        facts |= _steps(result.steps, project)
    if result.spent is not None:
        facts["spent"] = money(result.spent)
        if percent := share_of(result.spent, project.budget):
            facts["spent_percent"] = percent
    return facts


def _steps(done: int, project: Project) -> dict[str, str]:
    facts = {"steps": str(done)}
    if done:
        facts["steps_done"] = "1" if done == 1 else f"1 - {done}"
    if done < len(project.steps):
        facts["next_step"] = project.steps[done]
    return facts


def _own(result: ProjectResult) -> dict[str, str]:
    numbers = {name: figure_text(number) for name, number in evaluate_facts(result.facts).items()}
    return {**numbers, **result.phrases}
