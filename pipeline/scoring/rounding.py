"""How exact figures are printed: rounded half up, here and nowhere else (`domain.md` §2.2).

Sums and shares are carried with `PRECISION` digits. A division that never ends (1/3) leaves a trace
in the last of them, which `settled` takes away before anything is rounded or cut to a whole level.
"""

from __future__ import annotations

from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal

PRECISION = 60
"""Digits carried while scoring."""

EXACT = Context(prec=PRECISION)
"""The context of all scoring: `with localcontext(EXACT): …`."""

_TRACES = Decimal("1e-20")
_SCORE = Decimal("0.0001")
_PERCENT = Decimal("0.01")


def settled(figure: Decimal) -> Decimal:
    """The figure to 20 decimals: `1.999…9` left by a third taken three times is 2 again."""
    return figure.quantize(_TRACES, context=EXACT)


def whole_level(score: Decimal) -> int:
    """The level that a score has reached in full: 4.5710 -> 4."""
    return int(settled(score).to_integral_value(ROUND_FLOOR))


def rounded(figure: Decimal, step: Decimal) -> Decimal:
    """Half up to the decimals of `step`."""
    return settled(figure).quantize(step, ROUND_HALF_UP, EXACT)


def score_text(score: Decimal) -> str:
    """A score or weighted score with 4 decimals: `4.0000`."""
    return f"{rounded(score, _SCORE):f}"


def percent_text(percent: Decimal) -> str:
    """A percentage with at most 2 decimals and none that says nothing: `85.71`, `60`, `100`."""
    text = f"{rounded(percent, _PERCENT):f}"
    return text.rstrip("0").rstrip(".")


def weight_text(weight: Decimal) -> str:
    """A weight with the decimals it was typed with: `17.5`, `17.50`."""
    return f"{weight:f}"
