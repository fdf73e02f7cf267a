"""From what an input says of its indicators and their results to its score card."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import Protocol, TypeVar, assert_never

from pipeline.model.indicators import Measured, Scored
from pipeline.model.placed import scale_for
from pipeline.model.scheme_rules import Schemes
from pipeline.model.schemes import Adjustment, Gate, Rules, Track, Unmeasured
from pipeline.model.scored_input import ScoredInput
from pipeline.scoring.cards import GroupScore, Overall, ScoreCard, TrackCard
from pipeline.scoring.grades import grade_of
from pipeline.scoring.leaf import NOT_REPORTED, Leaf, change, unmet
from pipeline.scoring.rounding import EXACT, round_to
from pipeline.scoring.totals import weighted_mean
from pipeline.scoring.tree import Branch, Composite, score_branch

Each = TypeVar("Each", Adjustment, Gate)

TOTAL = ""
"""The id by which adjustments and gates name the total."""


@dataclass(frozen=True, slots=True)
class Round:
    """The results of one judge or round, by the ids of indicators and parts, and what was changed in them.

    `scheme` is the track's own, or the document's; `unmeasured` the policy that the document names, over
    that of its schemes.
    """

    track: str
    scheme: str
    results: Mapping[str, Measured]
    adjustments: Mapping[str, tuple[Adjustment, ...]]
    gates: Mapping[str, tuple[Gate, ...]]
    schemes: Schemes
    unmeasured: Unmeasured | None


Grow = Callable[[Round], Branch]
"""A kind's tree for one round: its dimensions, groups and indicators."""


def score_input(
    scored: ScoredInput,
    scheme: str,
    results: Iterable[tuple[str, Measured]],
    unmeasured: Unmeasured | None,
    grow: Grow,
) -> ScoreCard:
    """All scores of a checked input: of its one round, or of each of its tracks; `results` by the ids.
    `scheme` is the document's.
    """
    schemes, listed = Schemes(scored.schemes), list(results)

    def card(track: str, scheme: str, *, is_decisive: bool) -> ScoreCard:
        round_ = Round(
            track,
            scheme,
            {id: result for id, result in listed if result.track == track},
            _by_indicator(scored.adjustments, track, is_decisive=is_decisive),
            _by_indicator(scored.gates, track, is_decisive=True),
            schemes,
            unmeasured,
        )
        return _score_round(grow(round_), round_)

    with localcontext(EXACT):
        if not scored.tracks:
            return card("", scheme, is_decisive=True)
        has_results = {result.track for _, result in listed}
        decisive = _decisive(scored, has_results)
        cards = {
            track.id: card(track.id, track.scheme or scheme, is_decisive=track == decisive)
            for track in scored.tracks
            if track.id in has_results or track == decisive
        }
        overall = _overall(scored, cards, schemes.rules(scheme))
    tracks = tuple(TrackCard(track, cards.get(track.id)) for track in scored.tracks)
    return replace(cards[decisive.id], tracks=tracks, decided_by=decisive, overall=overall)


def _overall(scored: ScoredInput, cards: Mapping[str, ScoreCard], rules: Rules) -> Overall | None:
    """What the totals of several tracks come to, rounded as a total is; each as its share of full marks."""
    made = [(track, cards[track.id]) for track in scored.tracks if track.id in cards]
    with_total = [(track, card.exact, card.total.full) for track, card in made if card.exact is not None]
    if not with_total:
        return None
    full = rules.out_of or with_total[0][2]
    pairs = [(track.weight or Decimal(0), exact * full / of) for track, exact, of in with_total]
    mean = sum((score for _, score in pairs), Decimal(0)) / len(pairs)
    score: Decimal | None
    match scored.combine_tracks:
        case "one":
            return None
        case "weighted":
            score = weighted_mean(pairs)
        case "mean":
            score = mean
        case "least":
            score = min(score for _, score in pairs)
        case _:
            assert_never(scored.combine_tracks)
    if score is None:
        return None
    score, mean = (round_to(each, rules.rounding.total) for each in (score, mean))
    return Overall(scored.combine_tracks, score, mean, full, grade_of(score, rules.bands))


def _highest_grades(ceilings: Iterable[Gate]) -> tuple[str, ...]:
    return tuple(gate.grade for gate in ceilings if gate.grade)


def _decisive(scored: ScoredInput, has_results: set[str]) -> Track:
    """The track that is named, or the last that has results; of none the last."""
    if scored.decides:
        return next(track for track in scored.tracks if track.id == scored.decides)
    return ([track for track in scored.tracks if track.id in has_results] or list(scored.tracks))[-1]


def _by_indicator(of_all: Iterable[Each], track: str, *, is_decisive: bool) -> dict[str, tuple[Each, ...]]:
    """Those of the track by the indicator that they are of; those of no track where it decides."""
    found: dict[str, list[Each]] = {}
    for each in of_all:
        if each.track == track or (not each.track and is_decisive):
            found.setdefault(each.indicator, []).append(each)
    return {indicator: tuple(some) for indicator, some in found.items()}


def _score_round(root: Branch, round_: Round) -> ScoreCard:
    whole = score_branch(root)
    rules, score = root.rules, whole.score
    adjustments = round_.adjustments.get(TOTAL, ())
    ceilings = unmet(round_.gates.get(TOTAL, ()))
    exact = None if score is None else change(score, adjustments, ceilings)
    grade, before = "", score
    if score is not None:
        before = round_to(score, rules.rounding.total)
        score = change(before, adjustments, ceilings)
        grade = grade_of(score, rules.bands, _highest_grades(ceilings))
    total = replace(whole, score=score, grade=grade, places=rules.total_places)
    if score is not None and (adjustments or ceilings):
        total = replace(total, percent=score * 100 / whole.full)
    return ScoreCard(
        dimensions=tuple(each for each in whole.members if isinstance(each, GroupScore)),
        total=total,
        policy=round_.unmeasured or rules.unmeasured,
        rules=rules,
        grade=grade,
        adjustments=adjustments,
        ceilings=ceilings,
        exact=exact,
        before=before,
    )


def root(round_: Round, children: Callable[[Rules], Iterable[Branch]]) -> Branch:
    """The whole, by the scheme of the round or of the document."""
    rules = round_.schemes.rules(round_.scheme)
    return Branch("", "", None, rules, tuple(children(rules)), is_own=True)


class Gathering(Protocol):
    """A dimension or a group: with a weight and a scheme of its own, if it has them."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def weight(self) -> Decimal | None:
        """With a scheme of its own, the weight with which it counts as one."""

    @property
    def scheme(self) -> str:
        """The id of its own scheme."""


def branch(
    gathering: Gathering,
    number: str,
    above: Rules,
    round_: Round,
    children: Callable[[Rules], Iterable[Branch | Leaf | Composite]],
) -> Branch:
    """A branch by its own scheme, or by the rules of the branch above."""
    own = bool(gathering.scheme)
    rules = round_.schemes.rules(gathering.scheme) if own else above
    return Branch(number, gathering.name, gathering.weight, rules, tuple(children(rules)), is_own=own)


def leaf_or_composite(
    scored: Scored,
    above: Rules,
    round_: Round,
    policy: Unmeasured | None = None,
    whole: Measured | None = None,
    *,
    is_ratio: bool = False,
) -> Leaf | Composite:
    """An indicator, project or part by its own scheme or the rules above; `whole` is a result that stands
    at the composite above it, such as `cancelled`, and holds for all its parts.
    """
    rules = round_.schemes.rules(scored.scheme) if scored.scheme else above
    typed = scored.unmeasured or policy or round_.unmeasured
    result = whole or round_.results.get(scored.id)
    if scored.parts:
        parts = tuple(leaf_or_composite(part, rules, round_, typed, result) for part in scored.parts)
        own = bool(scored.scheme)
        return Composite(
            scored.id, scored.name, scored.weight, rules, typed or rules.unmeasured, parts, own, result
        )
    scale = scale_for(scored, round_.track)
    if scale is None:  # measured in other rounds alone; a result of this one is refused by the checks
        scale, result = scored.targets[0].scale, Measured(status="starts-later")
    return Leaf(
        id=scored.id,
        name=scored.name,
        weight=scored.weight,
        scale=scale,
        rules=rules,
        policy=typed or rules.unmeasured,
        result=result or NOT_REPORTED,
        is_ratio=is_ratio,
        adjustments=round_.adjustments.get(scored.id, ()),
        gates=round_.gates.get(scored.id, ()),
    )
