"""The scores of an input as papers for the public show them: masks for figures and grades (`model.masks`).

Weights, full marks, criteria and schemes stay: they say nothing of who was scored. What was measured below
the first level of its scale has a mask as all others, so that nothing tells it apart; what was not measured
has no figures there either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from pipeline.model.indicators import Measured
from pipeline.model.masks import mask_of
from pipeline.scoring.cards import GroupScore, IndicatorScore, Origin, ScoreCard, TrackCard
from pipeline.scoring.rounding import round_to

Scores = TypeVar("Scores", IndicatorScore, GroupScore, Origin, ScoreCard)

_FIGURES = ("result", "score", "level", "percent", "counted", "counted_percent", "weighted")
_OF_GROUP = ("score", "percent", "weighted", "share_weighted")
_OF_ORIGIN = ("exact", "unrounded", "by_scale", "given")
_OF_RESULT = ("value", "numerator", "denominator", "steps", "score", "note")


def mask_card(card: ScoreCard) -> ScoreCard:
    """A card with masks for all that tells how anybody did; what changed scores from outside is left out."""
    tracks = tuple(
        TrackCard(each.track, None if each.card is None else mask_card(each.card)) for each in card.tracks
    )
    changed: dict[str, Any] = {
        "dimensions": tuple(map(_group, card.dimensions)),
        "total": _group(card.total),
        "tracks": tracks,
        "grade": _grade(card.grade),
        "adjustments": (),
        "ceilings": (),
    }
    if card.overall is not None:
        own: dict[str, Any] = {name: mask_of(getattr(card.overall, name)) for name in ("score", "mean")}
        changed["overall"] = replace(card.overall, grade=_grade(card.overall.grade), **own)
    return replace(_masked(card, ("exact", "before")), **changed)


def figures_of(card: ScoreCard) -> Iterator[tuple[str, Decimal]]:
    """All figures that `mask_card` masks and papers print, each with the name of what it is of."""
    for each in _nodes(card.total):
        names = _FIGURES if isinstance(each, IndicatorScore) else _OF_GROUP
        for figure in (getattr(each, name) for name in names):
            if figure is not None:
                yield each.name, figure
        if isinstance(each, GroupScore) and each.score is not None:
            yield each.name, round_to(each.score, (each.places,))
    for track in card.tracks:
        if track.card is not None:
            yield from figures_of(track.card)


def _nodes(group: GroupScore) -> Iterator[GroupScore | IndicatorScore]:
    yield group
    for member in group.members:
        yield from _nodes(member) if isinstance(member, GroupScore) else _parts(member)


def _parts(scored: IndicatorScore) -> Iterator[IndicatorScore]:
    yield scored
    for part in scored.parts:
        yield from _parts(part)


def _masked(held: Scores, names: Iterable[str]) -> Scores:
    """With masks for those of its figures that there are."""
    made: dict[str, Any] = {
        name: mask_of(figure) for name in names if (figure := getattr(held, name)) is not None
    }
    return replace(held, **made)


def _grade(grade: str) -> str:
    """A grade is one of a few."""
    return mask_of(grade, "choice") if grade else grade


def _group(group: GroupScore) -> GroupScore:
    members = tuple(
        _group(each) if isinstance(each, GroupScore) else _indicator(each) for each in group.members
    )
    return replace(_masked(group, _OF_GROUP), members=members, grade=_grade(group.grade))


def _indicator(scored: IndicatorScore) -> IndicatorScore:
    if scored.status == "measured" and not scored.parts:
        scored = _with_all_figures(scored)
    reported = None if scored.reported is None else _result(scored.reported)
    origin = None if scored.origin is None else _origin(scored.origin)
    parts = tuple(map(_indicator, scored.parts))
    return replace(_masked(scored, _FIGURES), reported=reported, origin=origin, parts=parts, rounded=False)


def _with_all_figures(scored: IndicatorScore) -> IndicatorScore:
    """What was measured, with figures also where it reached no level."""
    lacking = ("score", "level", "percent", "counted", "counted_percent")
    zeros: dict[str, Any] = {name: Decimal(0) for name in lacking if getattr(scored, name) is None}
    return replace(scored, **zeros)


def _result(result: Measured) -> Measured:
    held = {name: getattr(result, name) for name in _OF_RESULT}
    return result.model_copy(
        update={name: mask_of(value) for name, value in held.items() if value not in (None, "")}
    )


def _origin(origin: Origin) -> Origin:
    return replace(_masked(origin, _OF_ORIGIN), adjustments=(), ceilings=())
