"""A curve: which score a figure earns, said as data. What it gives is reckoned in `scoring.curve`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal, NamedTuple

Between = Literal["interpolate", "step"]
"""Between two points: the share of the way (เทียบบัญญัติไตรยางศ์), or the score of the point reached."""

Below = Literal["first", "zero", "none", "no-level"]
"""What a measured figure short of the first point earns: the score of that point; 0; nothing, as if there
were no result; or no level, while totals take the score of the first point.
"""


class Point(NamedTuple):
    """The score that is earned from `figure` on."""

    figure: Decimal
    score: Decimal


@dataclass(frozen=True, slots=True)
class Curve:
    """Points from the worst figure to the best.

    `more_is_better` says which way that is: figures rise along the points, or fall. Of neighbours with the
    same figure the later holds. Scores may be any. Made by `through`, `at_least` and `at_most`.
    """

    points: tuple[Point, ...]
    more_is_better: bool
    between: Between
    below: Below

    def __post_init__(self) -> None:
        """Raises `ValueError` if there is no point, or the figures turn."""
        figures = [point.figure for point in self.points]
        if not figures:
            raise ValueError("a curve has at least one point")
        if any(a > b if self.more_is_better else a < b for a, b in pairwise(figures)):
            raise ValueError(f"the figures of a curve go one way: {', '.join(map(str, figures))}")

    @classmethod
    def through(cls, points: Iterable[tuple[Decimal, Decimal]], *, between: Between, below: Below) -> Curve:
        """The curve through points of at least two figures, which say whether more is better."""
        made = tuple(Point(figure, score) for figure, score in points)
        if not made or made[0].figure == made[-1].figure:
            raise ValueError("a lone limit does not say whether more is better: at_least or at_most")
        return cls(made, made[0].figure < made[-1].figure, between, below)

    @classmethod
    def at_least(cls, limit: Decimal, score: Decimal, *, below: Below) -> Curve:
        """A lone limit that a figure has to come up to."""
        return cls((Point(limit, score),), more_is_better=True, between="step", below=below)

    @classmethod
    def at_most(cls, limit: Decimal, score: Decimal, *, below: Below) -> Curve:
        """A lone limit that a figure must not pass."""
        return cls((Point(limit, score),), more_is_better=False, between="step", below=below)
