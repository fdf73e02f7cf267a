"""The score of one indicator, project or part with a scale of its own, and what it counts as in the totals.

What was not measured counts as the policy says (`domain.md` §2.4). What was cancelled or starts in a later
round is left out under every policy. What was measured without reaching the first level is worth what the
scale or the scheme says: the first level's score, 0, nothing as if unmeasured, or no level of its own while
totals take the first level's score; leaving it out would reward falling below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from pipeline.model.indicators import Measured, Status
from pipeline.model.scales import Scale
from pipeline.model.schemes import Adjustment, Gate, Rules, Unmeasured
from pipeline.scoring.cards import IndicatorScore, Origin
from pipeline.scoring.curve import score_of
from pipeline.scoring.figures import exact_figure, measured_figure
from pipeline.scoring.rounding import as_level, as_percent, round_to, settle_figure

NOT_REPORTED = Measured(status="not-reported")
ALWAYS_EXCLUDED: tuple[Status, ...] = ("cancelled", "starts-later")


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is scored on a scale: whose it is, by which rules and policy, and what was changed from outside.

    `is_ratio` says that its percentage is the measured ratio itself and not the share of full marks.
    """

    id: str
    name: str
    weight: Decimal | None
    scale: Scale
    rules: Rules
    policy: Unmeasured
    result: Measured
    is_ratio: bool = False
    adjustments: Sequence[Adjustment] = ()
    gates: Sequence[Gate] = ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one result gave: the figure as printed, its score, and whether it counts although it has none."""

    figure: Decimal | None = None
    score: Decimal | None = None
    is_below: bool = False
    origin: Origin | None = None


def score_leaf(leaf: Leaf) -> IndicatorScore:
    """The score of a leaf; `weight` and `weighted` are for its parent to say."""
    full = leaf.scale.full(leaf.rules)
    policy: Unmeasured = "excluded" if leaf.result.status in ALWAYS_EXCLUDED else leaf.policy
    reading = _read(leaf)
    percent = None if reading.score is None else as_percent(reading.score * 100 / full)
    if leaf.is_ratio and (reading.figure is not None or reading.score is None):
        percent = reading.figure
    counted, counted_percent = _count(leaf, policy, reading, percent, full)
    return IndicatorScore(
        id=leaf.id,
        name=leaf.name,
        weight=Decimal(0) if leaf.weight is None else leaf.weight,
        status=leaf.result.status,
        policy=policy,
        result=reading.figure,
        score=reading.score,
        level=None if reading.score is None else as_level(reading.score),
        percent=percent,
        counted=counted,
        counted_percent=counted_percent,
        weighted=None,
        reported=leaf.result,
        rounded=_is_rounded(reading),
        full=full,
        places=leaf.rules.places,
        cells=leaf.scale.cells(leaf.rules),
        origin=reading.origin,
        rules=leaf.rules,
    )


def _read(leaf: Leaf) -> _Reading:
    """The score of a result: by the scale or as given, adjusted, under its ceilings."""
    result, rules = leaf.result, leaf.rules
    if result.status != "measured":
        return _Reading(origin=Origin(leaf.scale, rules))
    figure, exact = measured_figure(result, leaf.scale, rules), exact_figure(result, leaf.scale)
    curve = leaf.scale.curve(rules)
    score = unrounded = by_scale = None
    if figure is not None and exact is not None:
        score = score_of(curve, leaf.scale.compared(figure))
        unrounded = score_of(curve, leaf.scale.compared(exact))
        by_scale = score = None if score is None else round_to(score, rules.rounding.score)
    if result.score is not None:
        score = result.score
    is_below = figure is not None and score is None and curve.below == "no-level"
    base = leaf.scale.first(rules) if is_below else score
    ceilings = unmet(leaf.gates)
    if base is not None and (leaf.adjustments or ceilings):
        score, is_below = change(base, leaf.adjustments, ceilings), False
    origin = Origin(
        leaf.scale, rules, exact, unrounded, by_scale, result.score, tuple(leaf.adjustments), ceilings
    )
    return _Reading(figure, score, is_below, origin)


def change(score: Decimal, adjustments: Sequence[Adjustment], ceilings: Sequence[Gate]) -> Decimal:
    """A score with what was given or taken, at most what the gates that do not hold leave."""
    changed = score + sum((each.amount for each in adjustments), Decimal(0))
    return min((changed, *(gate.ceiling for gate in ceilings if gate.ceiling is not None)))


def unmet(gates: Sequence[Gate]) -> tuple[Gate, ...]:
    """The gates whose condition does not hold."""
    return tuple(gate for gate in gates if gate.met is False)


def _is_rounded(reading: _Reading) -> bool:
    """Whether the score on the scale is not quite what the unrounded figures give."""
    origin = reading.origin
    if origin is None or origin.exact is None:
        return False
    if origin.by_scale is None or origin.unrounded is None:
        return origin.by_scale is not origin.unrounded
    return settle_figure(origin.unrounded) != origin.by_scale


def _count(
    leaf: Leaf, policy: Unmeasured, reading: _Reading, percent: Decimal | None, full: Decimal
) -> tuple[Decimal | None, Decimal | None]:
    """Score and percentage as the totals take them."""
    first = leaf.scale.first(leaf.rules)
    of_first = as_percent(first * 100 / full)
    if reading.is_below:
        return first, of_first if percent is None else percent
    if reading.score is not None:
        return reading.score, percent
    match policy:
        case "excluded":
            return None, None
        case "floor":
            return first, of_first
        case "zero" | "failed":
            return Decimal(0), Decimal(0)
        case _:
            assert_never(policy)
