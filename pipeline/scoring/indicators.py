"""The score of one project, indicator or part, and what it counts as in the totals.

What was not measured counts as the policy says (`domain.md` §2.4): `excluded` leaves it out and the
rest is renormalised, `zero` counts 0 (0 %), `floor` counts 1 (20 %). What was cancelled or starts in
a later round is left out under every policy. What was measured without reaching the first level has
no level and no score, but counts 1 (20 %) in the totals under every policy: the work was assessed
and nothing done is 1.0000, as on a linear scale; leaving it out would reward falling below level 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import assert_never

from pipeline.model.indicators import Indicator, Measured, Part, Status, Unmeasured
from pipeline.model.plan import Project, ProjectResult
from pipeline.model.scales import Scale
from pipeline.scoring.cards import IndicatorScore
from pipeline.scoring.levels import LOWEST, exact_figure, measured_figure, score_on
from pipeline.scoring.rounding import as_level, as_percent, as_score, settle_figure
from pipeline.scoring.totals import weighted_mean

PERCENT_OF_A_LEVEL = 20
"""Level 5 is ร้อยละ 100."""

NOT_REPORTED = Measured(status="not-reported")
ALWAYS_EXCLUDED: tuple[Status, ...] = ("cancelled", "starts-later")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one result gave: the figure in the scale's unit, its score and its percentage, each as printed."""

    figure: Decimal | None = None
    score: Decimal | None = None
    percent: Decimal | None = None
    rounded: bool = False


def score_project(project: Project, result: ProjectResult | None, policy: Unmeasured) -> IndicatorScore:
    """A project's score. `percent` is level × 20 or the measured ratio, as the plan declares."""
    measured = result or NOT_REPORTED
    reading = _reading(project.scale, measured)
    match project.achievement:
        case "ratio":
            reading = replace(reading, percent=reading.figure)
        case "level":
            pass
        case _:
            assert_never(project.achievement)
    return _card(project, measured, project.unmeasured or policy, reading)


def score_indicator(
    indicator: Indicator, results: Mapping[str, Measured], policy: Unmeasured
) -> IndicatorScore:
    """An indicator of an agreement; `results` by the id of indicator or part. `percent` is score × 20."""
    effective = indicator.unmeasured or policy
    if indicator.scale is None:
        return _composite(indicator, results, effective)
    return _score_indicator(indicator, indicator.scale, results.get(indicator.id, NOT_REPORTED), effective)


def _score_indicator(
    indicator: Indicator | Part, scale: Scale, result: Measured, policy: Unmeasured
) -> IndicatorScore:
    return _card(indicator, result, policy, _reading(scale, result))


def _reading(scale: Scale, result: Measured) -> _Reading:
    """What a result gives on its scale, the score from the figure that is printed."""
    figure, exact = measured_figure(result), exact_figure(result)
    if result.status != "measured" or figure is None or exact is None:
        return _Reading()
    score = score_on(scale, figure)
    if score is None:
        return _Reading(figure, rounded=score_on(scale, exact) is not None)
    printed, unrounded = as_score(score), score_on(scale, exact)
    rounded = unrounded is None or settle_figure(unrounded) != printed
    return _Reading(figure, printed, _percent_of(printed), rounded)


def _percent_of(score: Decimal | None) -> Decimal | None:
    return None if score is None else as_percent(score * PERCENT_OF_A_LEVEL)


def _card(
    scored: Project | Indicator | Part, result: Measured, policy: Unmeasured, reading: _Reading
) -> IndicatorScore:
    """The card of what has a scale of its own. A part's weight is of 1, any other's of 100."""
    effective: Unmeasured = "excluded" if result.status in ALWAYS_EXCLUDED else policy
    counted, counted_percent = _count_in_totals(result, effective, reading)
    return IndicatorScore(
        id=scored.id,
        name=scored.name,
        weight=scored.weight,
        status=result.status,
        policy=effective,
        result=reading.figure,
        score=reading.score,
        level=None if reading.score is None else as_level(reading.score),
        percent=reading.percent,
        counted=counted,
        counted_percent=counted_percent,
        weighted=None if counted is None else scored.weight * counted / 100,
        reported=result,
        rounded=reading.rounded,
    )


def _count_in_totals(
    result: Measured, policy: Unmeasured, reading: _Reading
) -> tuple[Decimal | None, Decimal | None]:
    """Score and percent as the totals take them."""
    if result.status == "measured":
        score = LOWEST if reading.score is None else reading.score
        return score, _percent_of(LOWEST) if reading.percent is None else reading.percent
    match policy:
        case "excluded":
            return None, None
        case "floor":
            return LOWEST, _percent_of(LOWEST)
        case "zero":
            return Decimal(0), _percent_of(Decimal(0))
        case _:
            assert_never(policy)


def _composite(indicator: Indicator, results: Mapping[str, Measured], policy: Unmeasured) -> IndicatorScore:
    """Σ(w × s) / Σw over the parts that count (`domain.md` §2.2, §2.5 b).

    A status that stands at the indicator itself (`cancelled`) holds for all its parts.
    """
    whole = results.get(indicator.id)
    parts = tuple(
        _score_indicator(part, part.scale, whole or results.get(part.id, NOT_REPORTED), policy)
        for part in indicator.parts
    )
    mean = weighted_mean([(part.weight, part.counted) for part in parts if part.counted is not None])
    counted = None if mean is None else as_score(mean)
    status = _common_status(parts)
    score = counted if status == "measured" else None
    return IndicatorScore(
        id=indicator.id,
        name=indicator.name,
        weight=indicator.weight,
        status=status,
        policy="excluded" if counted is None else policy,
        result=None,
        score=score,
        level=None if score is None else as_level(score) or None,
        percent=_percent_of(score),
        counted=counted,
        counted_percent=_percent_of(counted),
        weighted=None if counted is None else indicator.weight * counted / 100,
        reported=whole,
        rounded=(mean is not None and settle_figure(mean) != counted) or any(part.rounded for part in parts),
        parts=parts,
    )


def _common_status(parts: tuple[IndicatorScore, ...]) -> Status:
    """`measured` if any part was; else what all parts share, or `not-reported`."""
    statuses = {part.status for part in parts}
    if "measured" in statuses:
        return "measured"
    return parts[0].status if len(statuses) == 1 else "not-reported"
