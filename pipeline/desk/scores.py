"""The scores of a work, as its page shows them: against the targets, and against the last round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.desk.charts import Chart, rounds_chart, standings, target_chart
from pipeline.desk.rounds import Round, last_before
from pipeline.desk.workspace import Workspace
from pipeline.scoring.cards import GroupScore, IndicatorScore
from pipeline.scoring.rounding import figure_text, score_text, weight_text, whole_text
from pipeline.scoring.side_by_side import Line as SheetLine
from pipeline.scoring.side_by_side import side_by_side

NONE = "–"
"""Stands for a score that there is not."""


class Line(NamedTuple):
    """A line of the table, as printed; `weight` is empty for a dimension and the total (`name` is empty).

    `scores` are one for each judge or round, or the only one.
    """

    name: str
    scores: tuple[str, ...]
    last: str
    weight: str = ""


class Scores(NamedTuple):
    """This round, the last one if there is any, the table's lines, and the charts."""

    this: Round
    last: Round | None
    lines: tuple[Line, ...]
    targets: Chart
    rounds: Chart | None
    tracks: tuple[str, ...]

    @property
    def overall(self) -> str:
        """The score by all judges or rounds; empty where one of them decides."""
        overall = self.this.card.overall
        return whole_text(overall.score, self.this.card.rules.total_places) if overall else ""

    @property
    def full(self) -> str:
        """The full marks of the total."""
        return figure_text(self.this.card.total.full)


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
    tracks = tuple(this.print_name(each.track.name) for each in this.card.tracks)
    lines = tuple(_lines(this, last))
    return Scores(this, last, lines, target_chart(rows), compared, tracks)


def _lines(this: Round, last: Round | None) -> Iterator[Line]:
    sheet = side_by_side(this.card)
    for line in sheet.dimensions:
        before = last.dimension_like(line.own) if last and isinstance(line.own, GroupScore) else None
        yield Line(this.print_name(line.own.name), _scores(line), _score_text(before))
        yield from _indicators(line, this, last)
    yield Line("", _scores(sheet.total), _score_text(last.card.total if last else None))


def _indicators(line: SheetLine, this: Round, last: Round | None) -> Iterator[Line]:
    """The lines of the indicators below a line."""
    for each in line.lines:
        own = each.own
        if isinstance(own, GroupScore):
            yield from _indicators(each, this, last)
        else:
            before = last.indicator_like(own) if last else None
            yield Line(this.print_name(own.name), _scores(each), _score_text(before), weight_text(own.weight))


def _scores(line: SheetLine) -> tuple[str, ...]:
    return tuple(map(_score_text, line.scores))


def _score_text(scored: GroupScore | IndicatorScore | None) -> str:
    if scored is None or scored.score is None:
        return NONE
    return score_text(scored.score, scored.places)
