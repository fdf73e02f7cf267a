"""The scale of a chart: where a figure stands between the labels and the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.document.lengths import Pt
from pipeline.document.tree import Bar

_NOTHING, _WHOLE = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where 0 stands, and how wide a whole is, pt: the figure at which the scale of a bar ends, or 1.

    `end` is where that figure stands, `None` on a scale that ends with its largest figure.
    """

    zero: Pt
    whole: Pt
    end: Pt | None

    def x(self, number: Decimal, full: Decimal | None) -> Pt:
        """Where a figure stands on a scale that ends with `full`."""
        return self.zero + self.whole * float(number / (full or _WHOLE))


def scale_of(bars: Sequence[Bar], left: Pt, right: Pt) -> Scale:
    """The scale from `left` to `right` on which all figures of the bars stand, and 0.

    What is over the end of its scale is shown beyond it, and what is negative to the left of 0.
    """
    ends = any(bar.full for bar in bars)
    shares = list(_shares(bars))
    least = min(_NOTHING, *shares, _NOTHING)
    most = max(_WHOLE if ends else _NOTHING, *shares, _NOTHING)
    span = most - least or _WHOLE
    whole = (right - left) / float(span)
    zero = left + whole * float(-least)
    return Scale(zero, whole, zero + whole if ends else None)


def _shares(bars: Sequence[Bar]) -> Iterator[Decimal]:
    for bar in bars:
        for figure in (bar.value, bar.target, bar.last):
            if figure:
                yield figure.number / (bar.full or _WHOLE)
