"""Where figures are rounded: half up, where the scheme says, and nowhere else (`domain.md` §2.2).

What is printed is what was reckoned with. A ratio, a percentage and a score may have no end: scoring rounds
each as it arises (`round_to`, by the scheme), and all that is reckoned from it takes the rounded figure. A
weighted score and a sum have an end and are printed whole (`weighted_text`, `figure_text`) unless the scheme
rounds them. What nothing is reckoned from, the score and the percentage of a dimension and of the whole, is
rounded when printed.

Sums and shares are carried with `PRECISION` digits. A division that never ends (1/3) leaves a trace
in the last of them, which `settle_figure` takes away before anything is rounded.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal

PRECISION = 60
"""Digits carried while scoring."""

EXACT = Context(prec=PRECISION)
"""The context of all scoring: `with localcontext(EXACT): …`."""

_MOST_TYPED = 24
"""More decimals than any product of typed figures has: what has more comes of a division without end."""

_TRACES = Decimal("1e-20")
_NO_TRACE = Decimal("1e-40")
"""So near is a figure to its 20 decimals if it has no more."""
_SCORE = Decimal("0.0001")
_PERCENT = Decimal("0.01")


def settle_figure(figure: Decimal) -> Decimal:
    """The figure to 20 decimals: `1.999…9` left by a third taken three times is 2 again."""
    return figure.quantize(_TRACES, context=EXACT)


def round_half_up(figure: Decimal, step: Decimal) -> Decimal:
    """Half up to the decimals of `step`."""
    return settle_figure(figure).quantize(step, ROUND_HALF_UP, EXACT)


def round_to(figure: Decimal, places: Iterable[int]) -> Decimal:
    """Half up to each of `places` decimals, one after the other; as it is if there are none."""
    for each in places:
        figure = round_half_up(figure, Decimal(1).scaleb(-each))
    return figure


def as_score(score: Decimal) -> Decimal:
    """A score as it is printed: to 4 decimals."""
    return round_half_up(score, _SCORE)


def as_percent(percent: Decimal) -> Decimal:
    """A percentage as it is printed: to 2 decimals."""
    return round_half_up(percent, _PERCENT)


def as_level(score: Decimal) -> Decimal:
    """A score as a level is printed, without decimals that say nothing: `4`, `3.8`."""
    return Decimal(figure_text(as_score(score)))


def score_text(score: Decimal, places: int = 4) -> str:
    """A score with its decimals: `4.0000`, `62.50`."""
    return f"{round_to(score, (places,)):f}"


def weighted_text(weighted: Decimal, places: int = 4) -> str:
    """A weighted score in full, with at least so many decimals: `0.6600`, `0.641673`."""
    whole, _, decimals = figure_text(weighted).partition(".")
    return f"{whole}.{decimals.ljust(places, '0')}" if places else figure_text(weighted)


def whole_text(figure: Decimal, places: int = 4) -> str:
    """A figure that others are reckoned from, with at least so many decimals and all that it has: `4.0000`,
    `77.125`; one without end (1/3) rounded to them, 4 at the least.
    """
    if abs(figure - settle_figure(figure)) < _NO_TRACE:
        return weighted_text(settle_figure(figure).normalize(EXACT), places)
    return score_text(figure, max(places, 4))


def percent_text(percent: Decimal) -> str:
    """A percentage with at most 2 decimals and none that says nothing: `85.71`, `60`, `100`."""
    return figure_text(as_percent(percent))


def figure_text(figure: Decimal) -> str:
    """A figure in full, without decimals that say nothing: `64.375`, `60`; one without end to 6 decimals."""
    exponent = figure.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_MOST_TYPED:
        figure = round_to(figure, (6,))
    text = f"{figure:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def weight_text(weight: Decimal) -> str:
    """A weight with the decimals it was typed with: `17.5`, `17.50`."""
    return f"{weight:f}"
