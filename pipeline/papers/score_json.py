"""Scores for programs (`docs/score-json.md`): every figure is a text in the precision it is printed with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pipeline.scoring.rounding import figure_text, percent_text, score_text, weight_text, weighted_text

if TYPE_CHECKING:
    from pipeline.model.schemes import Policy
    from pipeline.scoring.cards import GroupScore, IndicatorScore, ScoreCard


def card_json(
    name: str,
    kind: str,
    card: ScoreCard,
    by_policy: Mapping[Policy, ScoreCard],
    printed: Callable[[str], str],
) -> dict[str, Any]:
    """The card of one input, and its totals under every policy; `printed` says a name as papers do."""
    return {
        "input": name,
        "kind": kind,
        "policy": card.policy,
        "total": _group(card.total),
        "totals": {policy: _group(other.total) for policy, other in by_policy.items()},
        "dimensions": [
            {
                "number": dimension.number,
                "name": printed(dimension.name),
                **_group(dimension),
                "indicators": [_indicator(indicator, printed) for indicator in dimension.indicators],
            }
            for dimension in card.dimensions
        ],
    }


def _group(group: GroupScore) -> dict[str, str | None]:
    return {
        "weight": weight_text(group.weight),
        "denominator": weight_text(group.denominator),
        "score": _text(group.score, score_text),
        "percent": _text(group.percent, percent_text),
        "weighted": weighted_text(group.weighted),
    }


def _indicator(indicator: IndicatorScore, printed: Callable[[str], str]) -> dict[str, Any]:
    return {
        "id": indicator.id,
        "name": printed(indicator.name),
        "weight": weight_text(indicator.weight),
        "status": indicator.status,
        "policy": indicator.policy,
        "result": _text(indicator.result, figure_text),
        "level": _text(indicator.level, figure_text),
        "score": _text(indicator.score, score_text),
        "percent": _text(indicator.percent, figure_text),
        "counted": _text(indicator.counted, score_text),
        "weighted": _text(indicator.weighted, weighted_text),
        "note": indicator.note,
        "parts": [_indicator(part, printed) for part in indicator.parts],
    }


def _text(figure: Decimal | None, text: Callable[[Decimal], str]) -> str | None:
    return None if figure is None else text(figure)
