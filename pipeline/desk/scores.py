"""The scores of a work, as its page shows them: against the targets, and against the last round."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.desk.charts import Chart, rounds_chart, standings, target_chart
from pipeline.desk.rounds import Round, last_before
from pipeline.desk.workspace import Workspace
from pipeline.scoring.cards import GroupScore
from pipeline.scoring.rounding import score_text, weight_text

NONE = "–"
"""Stands for a score that there is not."""


class Line(NamedTuple):
    """A line of the table, as printed; `weight` is empty for a dimension and the total (`name` is empty)."""

    name: str
    score: str
    last: str
    weight: str = ""


class Scores(NamedTuple):
    """This round, the last one if there is any, the table's lines, and the charts."""

    this: Round
    last: Round | None
    lines: tuple[Line, ...]
    targets: Chart
    rounds: Chart | None


def scores_of(work: Workspace, this: Round | None, opened: Iterable[Workspace]) -> Scores | None:
    """The scores of a work in `this` round, if it reports one.

    They are compared with the round that the person chose, else with the latest earlier one in `opened`.
    """
    if this is None:
        return None
    others = [one.round for one in opened if one.round and one is not work]
    chosen = work.compared if work.compared and this.follows(work.compared) else None
    last = chosen or last_before(this, others)
    rows = [row._replace(name=this.print_name(row.name)) for row in standings(this, last)]
    compared = rounds_chart(rows) if last else None
    return Scores(this, last, tuple(_lines(this, last, this.print_name)), target_chart(rows), compared)


def _lines(this: Round, last: Round | None, printed: Callable[[str], str]) -> Iterator[Line]:
    for dimension in this.card.dimensions:
        before = last.score_of_dimension(dimension) if last else None
        yield Line(printed(dimension.name), _text(dimension.score), _text(before))
        yield from _indicators(dimension, last, printed)
    yield Line("", _text(this.card.total.score), _text(last.card.total.score if last else None))


def _indicators(dimension: GroupScore, last: Round | None, printed: Callable[[str], str]) -> Iterator[Line]:
    for one in dimension.indicators:
        before = last.score_of(one.id) if last else None
        yield Line(printed(one.name), _text(one.score), _text(before), weight_text(one.weight))


def _text(score: Decimal | None) -> str:
    return NONE if score is None else score_text(score)
