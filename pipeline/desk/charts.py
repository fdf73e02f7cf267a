"""Charts of scores as SVG: bars with their figures beside them, readable without colour."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from pipeline.desk.rounds import Round
from pipeline.scoring.cards import GroupScore
from pipeline.scoring.rounding import round_half_up, score_text

SCALE = 240
"""So wide is a bar of full marks, in SVG units."""
_LABEL = 27
_BAR = 22
_GAP = 8
_HUNDREDTH = Decimal("0.01")


class Standing(NamedTuple):
    """Where one dimension, or the whole (`name` is empty), stands: score, target, score of the last round.

    `full` are its full marks and `places` the decimals of its scores.
    """

    name: str
    score: Decimal | None
    target: Decimal
    last: Decimal | None
    full: Decimal
    places: int

    @classmethod
    def of(cls, name: str, group: GroupScore, target: Decimal, last: GroupScore | None) -> Standing:
        """Where a group stands; a last round on other marks is brought to these."""
        before = None if last is None or last.score is None else last.score * group.full / last.full
        return cls(name, group.score, target, before, group.full, group.places)

    @property
    def aim(self) -> str:
        """The target as printed, with the decimals that say something: `3`, `4.25`."""
        return f"{round_half_up(self.target, _HUNDREDTH).normalize():f}"

    @property
    def change(self) -> str:
        """`+0.5000` since the last round; empty where one of the two has no score."""
        if self.score is None or self.last is None:
            return ""
        change = self.score - self.last
        return f"{'-' if change < 0 else '+'}{score_text(abs(change), self.places)}"


class Bar(NamedTuple):
    """One bar: whose it is (`this` or `last` round), its figure, and where it stands, in SVG units."""

    of: str
    figure: str
    y: int
    width: float


class Group(NamedTuple):
    """The bars of one dimension below its name; `target` is the x of its target's mark, if it is shown."""

    standing: Standing
    y: int
    bars: tuple[Bar, ...]
    target: float | None

    @property
    def end(self) -> int:
        """The y below the last bar."""
        return self.bars[-1].y + _BAR


class Chart(NamedTuple):
    """Groups of bars under one another, each on a scale of 0 to its full marks, and the height of all."""

    groups: tuple[Group, ...]
    height: int


def standings(this: Round, last: Round | None) -> tuple[Standing, ...]:
    """Each dimension in order, then the whole."""
    dimensions = [
        Standing.of(one.name, one, this.target(one), last.dimension_like(one) if last else None)
        for one in this.card.dimensions
    ]
    total = Standing.of("", this.card.total, this.target_of_all(), last.card.total if last else None)
    return (*dimensions, total)


def target_chart(rows: Iterable[Standing]) -> Chart:
    """Each score as a bar, with a mark at its target."""
    return _chart([(row, (("this", row.score),), _wide(row.target, row.full)) for row in rows])


def rounds_chart(rows: Iterable[Standing]) -> Chart:
    """Each score as a bar, with that of the last round below it."""
    return _chart([(row, (("this", row.score), ("last", row.last)), None) for row in rows])


def _chart(rows: list[tuple[Standing, tuple[tuple[str, Decimal | None], ...], float | None]]) -> Chart:
    groups = []
    y = 0
    for standing, scores, target in rows:
        bars = tuple(
            Bar(
                of,
                "–" if score is None else score_text(score, standing.places),
                y + _LABEL + at * _BAR,
                _wide(score, standing.full),
            )
            for at, (of, score) in enumerate(scores)
        )
        groups.append(Group(standing, y, bars, target))
        y = groups[-1].end + _GAP
    return Chart(tuple(groups), y)


def _wide(score: Decimal | None, full: Decimal) -> float:
    return float((score or 0) / full * SCALE)
