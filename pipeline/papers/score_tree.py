"""The whole tree of scores for programs, with how each number came about (`docs/score-json.md`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pipeline.scoring.cards import GroupScore, IndicatorScore
from pipeline.scoring.curve import points_around
from pipeline.scoring.rounding import figure_text, settle_figure

if TYPE_CHECKING:
    from pipeline.model.schemes import Adjustment, Gate, Rules
    from pipeline.scoring.cards import Origin, ScoreCard

Printed = Callable[[str], str]
"""A name as papers print it."""


def tree_json(card: ScoreCard, printed: Printed) -> dict[str, Any]:
    """The tree of a card, its grade and scheme, and those of each judge or round."""
    told: dict[str, Any] = {
        "scheme": _scheme(card.rules),
        "grade": card.grade,
        "tree": _group(card.total, printed),
        "adjustments": _adjustments(card.adjustments),
        "ceilings": _ceilings(card.ceilings),
    }
    if card.tracks:
        told["decided_by"] = card.decided_by.id if card.decided_by else ""
        told["tracks"] = [
            {
                "id": each.track.id,
                "name": each.track.name,
                **({} if each.card is None else tree_json(each.card, printed)),
            }
            for each in card.tracks
        ]
    if card.overall is not None:
        overall = card.overall
        told["overall"] = {
            "combine": overall.combine,
            "score": _exact(overall.score),
            "mean": _exact(overall.mean),
            "full": figure_text(overall.full),
            "grade": overall.grade,
        }
    return told


def _scheme(rules: Rules) -> dict[str, Any]:
    rounding = rules.rounding
    return {
        "id": rules.id,
        "title": rules.title,
        "levels": [{"name": level.name, "score": figure_text(level.score)} for level in rules.levels],
        "between": rules.between,
        "below": rules.below,
        "combine": rules.combine,
        "of": figure_text(rules.of),
        "out_of": _exact(rules.out_of),
        "unmeasured": rules.unmeasured,
        "rounding": {
            "ratio": list(rounding.ratio),
            "score": list(rounding.score),
            "weighted": list(rounding.weighted),
            "group": list(rounding.group),
            "total": list(rounding.total),
        },
        "bands": [{"name": band.name, "at_least": _exact(band.at_least)} for band in rules.bands],
    }


def _group(group: GroupScore, printed: Printed) -> dict[str, Any]:
    return {
        "number": group.number,
        "name": printed(group.name),
        "scheme": group.rules.id,
        "combine": group.rules.combine,
        "counts_as_one": group.is_member,
        "weight": _exact(group.share if group.is_member else group.weight),
        "denominator": figure_text(group.denominator),
        "score": _exact(group.score),
        "full": figure_text(group.full),
        "percent": _exact(group.percent),
        "grade": group.grade,
        "weighted": _exact(group.share_weighted if group.is_member else group.weighted),
        "members_weighted": _exact(group.weighted),
        "members": [
            _group(each, printed) if isinstance(each, GroupScore) else _indicator(each, printed)
            for each in group.members
        ],
    }


def _indicator(scored: IndicatorScore, printed: Printed) -> dict[str, Any]:
    return {
        "id": scored.id,
        "name": printed(scored.name),
        "weight": figure_text(scored.weight),
        "status": scored.status,
        "policy": scored.policy,
        "result": _exact(scored.result),
        "score": _exact(scored.score),
        "full": figure_text(scored.full),
        "counted": _exact(scored.counted),
        "weighted": _exact(scored.weighted),
        "scheme": None if scored.rules is None else scored.rules.id,
        "origin": None if scored.origin is None else _origin(scored.origin, scored.result),
        "parts": [_indicator(part, printed) for part in scored.parts],
    }


def _origin(origin: Origin, figure: Decimal | None) -> dict[str, Any]:
    """The scale, the points that the figure lies between, and each step from the figure to the score."""
    curve = origin.scale.curve(origin.rules)
    around = (None, None) if figure is None else points_around(curve, origin.scale.compared(figure))
    return {
        "scheme": origin.rules.id,
        "scale": origin.scale.type,
        "between": curve.between,
        "below": curve.below,
        "exact": _exact(origin.exact),
        "compared": None if figure is None else figure_text(origin.scale.compared(figure)),
        "points": [
            {"figure": figure_text(point.figure), "score": figure_text(point.score)}
            for point in around
            if point is not None
        ],
        "unrounded": _exact(origin.unrounded),
        "by_scale": _exact(origin.by_scale),
        "given": _exact(origin.given),
        "adjustments": _adjustments(origin.adjustments),
        "ceilings": _ceilings(origin.ceilings),
    }


def _adjustments(adjustments: Iterable[Adjustment]) -> list[dict[str, str]]:
    return [{"amount": figure_text(each.amount), "reason": each.reason} for each in adjustments]


def _ceilings(ceilings: Iterable[Gate]) -> list[dict[str, str | None]]:
    return [
        {"condition": gate.condition, "ceiling": _exact(gate.ceiling), "grade": gate.grade}
        for gate in ceilings
    ]


def _exact(figure: Decimal | None) -> str | None:
    """To 20 decimals, where a division has no end."""
    return None if figure is None else figure_text(settle_figure(figure))
