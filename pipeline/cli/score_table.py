"""Scores for a person: a table for each judge or round, dimension by dimension, the totals with their full
marks and grades, and those under each policy where they differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console as RichConsole
from rich.table import Table
from rich.text import Text

from pipeline.cli.console import Console
from pipeline.diagnostics import Message
from pipeline.model.schemes import CombineTracks, LevelHeading, Policy, Rules
from pipeline.papers.scores import Scores
from pipeline.scoring.cards import GroupScore, IndicatorScore, ScoreCard
from pipeline.scoring.explaining import explain_changes
from pipeline.scoring.rounding import figure_text, percent_text, score_text, weight_text, weighted_text

WIDTH = 100
"""Least width of the tables, in characters: below it names would lose what tells them apart."""
LONGEST_FIGURE = 6

_NAME = Message("ตัวชี้วัด", "indicator")
_WEIGHT = Message("น้ำหนัก", "weight")
_FULL = Message("เต็ม", "full")
_FIGURES = (
    Message("ผล", "result"),
    Message("ระดับ", "level"),
    Message("ร้อยละ", "percent"),
    Message("คะแนน", "score"),
    Message("ถ่วงน้ำหนัก", "weighted"),
)
_TOTAL = Message("รวม", "total")
_POLICIES: dict[Policy, Message] = {
    "excluded": Message("ไม่นับตัวชี้วัดที่ยังไม่มีผล (excluded)", "not measured: left out (excluded)"),
    "zero": Message("ตัวชี้วัดที่ยังไม่มีผลได้ 0 (zero)", "not measured: scores 0 (zero)"),
    "floor": Message("ตัวชี้วัดที่ยังไม่มีผลได้คะแนนระดับแรก (floor)", "not measured: scores the first level (floor)"),
    "failed": Message("ตัวชี้วัดที่ยังไม่มีผลถือว่าไม่ผ่าน (failed)", "not measured: not passed (failed)"),
}
_ALL_TRACKS: dict[CombineTracks, Message] = {
    "one": Message("ตามที่ใช้ตัดสิน", "by the one that decides"),
    "weighted": Message("เฉลี่ยถ่วงน้ำหนักจากทุกรายการ", "weighted mean of all"),
    "mean": Message("เฉลี่ยจากทุกรายการ", "mean of all"),
    "least": Message("ต่ำสุดของทุกรายการ", "least of all"),
}
_IN_USE = Message(" ← ที่ใช้", " ← in use")
_NOTHING = Message("", "")
_NO_RESULTS = Message("ยังไม่มีผล", "no results yet")


class _Row(NamedTuple):
    """A line of the table: who it is of, how deep it stands, and the cells behind the name."""

    name: Message
    depth: int
    cells: tuple[str, ...]
    is_group: bool


def say_card(
    card: ScoreCard,
    scores: Scores,
    console: Console,
) -> None:
    """Prints the card of each judge or round, what they come to, and the totals of the policies with their
    denominators where those differ; `scores` say names, and what parts are called.
    """
    terminal = RichConsole(width=max(RichConsole().width, WIDTH), soft_wrap=True)
    cards = [(each.track.name, each.card) for each in card.tracks if each.card] or [("", card)]
    for track, of_track in cards:
        if track:
            terminal.print(Text(f"[{track}]", style="bold"))
        terminal.print(_scores(of_track, console, scores))
        for line in explain_changes(of_track.adjustments, of_track.ceilings, of_track.total.score):
            terminal.print(Text(console.text(line)))
        terminal.print()
    if card.tracks:
        terminal.print(_tracks(card, console))
    else:
        terminal.print(Text(console.text(_say_total(card))))
    if _differ(scores.by_policy):
        terminal.print()
        terminal.print(_totals(card, scores.by_policy, console))
    terminal.print()
    terminal.print(Text(console.text(_say_how(scores.part_word))))


def _say_how(word: str) -> Message:
    return Message(
        f"ที่มาของคะแนน: เพิ่ม --explain ตามด้วยเลขที่ตัวชี้วัด, '{word} 1' หรือ รวม",
        "How a score came about: add --explain with an indicator's id, 'dimension 1' or total",
    )


def _scores(card: ScoreCard, console: Console, scores: Scores) -> Table:
    has_full = _has_full(card)
    columns = (_WEIGHT, _FULL, *_FIGURES) if has_full else (_WEIGHT, *_FIGURES)
    table = _table(_NAME, columns, console)
    for row in (*_rows(card.total, card.rules, scores, depth=0), _total_row(card.total)):
        weight, full, *figures = row.cells
        cells = (weight, full, *figures) if has_full else (weight, *figures)
        name = Text("  " * row.depth + console.text(row.name))
        table.add_row(name, *cells, style="bold" if row.is_group else None)
        for column, cell in zip(table.columns[1:], cells, strict=True):
            column.min_width = max(column.min_width or 0, cell_len(cell))
    return table


def _has_full(card: ScoreCard) -> bool:
    """Whether full marks have to be told: they differ, or marks are summed or plainly averaged."""
    full = {one.full for one in card.leaves} | {card.total.full}
    return len(full) > 1 or any(rules.combine != "weighted" for rules in _all_rules(card.total))


def _all_rules(group: GroupScore) -> Iterator[Rules]:
    yield group.rules
    for member in group.members:
        if isinstance(member, GroupScore):
            yield from _all_rules(member)


def _rows(group: GroupScore, within: Rules, scores: Scores, depth: int) -> Iterator[_Row]:
    """The members; a dimension, and a group that counts as one, has a line of its own above its members."""
    for member in group.members:
        if isinstance(member, IndicatorScore):
            yield from _indicator_rows(member, within, scores.print_name, depth)
            continue
        below = member.rules if member.is_member else within
        if member.number or member.is_member:
            yield _Row(_group_name(member, scores), depth, _group_cells(member, within), is_group=True)
            yield from _rows(member, below, scores, depth + 1)
        else:
            yield from _rows(member, below, scores, depth)


def _group_name(group: GroupScore, scores: Scores) -> Message:
    said = scores.print_name(group.name)
    if not group.number:
        return Message(said, said)
    return Message(f"{scores.part_word}ที่ {group.number} {said}", f"{group.number} {said}")


def _indicator_rows(
    scored: IndicatorScore, within: Rules | None, printed: Callable[[str], str], depth: int
) -> Iterator[_Row]:
    """The indicator and its parts; `within` are the rules that combine it, which of parts are not told."""
    name = f"{scored.id} {printed(scored.name)}"
    yield _Row(Message(name, name), depth, _indicator_cells(scored, within), is_group=False)
    for part in scored.parts:
        yield from _indicator_rows(part, None, printed, depth + 1)


def _indicator_cells(scored: IndicatorScore, within: Rules | None) -> tuple[str, ...]:
    is_weighed = within is None or within.combine == "weighted"
    return (
        weight_text(scored.weight) if is_weighed else "",
        figure_text(scored.full),
        _format_figure(scored.result, figure_text),
        _level(scored),
        _format_figure(scored.percent, figure_text),
        _to_places(scored.score, scored.places),
        "-" if scored.weighted is None else weighted_text(scored.weighted, scored.places),
    )


def _level(scored: IndicatorScore) -> str:
    """The name of the level that was reached, where levels have names; else the score as a level."""
    if scored.level is None or scored.score is None:
        return "-"
    headings: tuple[LevelHeading, ...] = scored.origin.rules.headings if scored.origin else ()
    if all(each.heading == figure_text(each.score) for each in headings):
        return f"{scored.level:f}"
    reached = [each for each in headings if each.score <= scored.score]
    return max(reached, key=lambda each: each.score).heading if reached else "-"


def _group_cells(group: GroupScore, within: Rules) -> tuple[str, ...]:
    """Of a group that counts as one its share, and what that brings to the one above."""
    weight, weighted = (group.weight, group.weighted)
    if group.is_member:
        weight, weighted = group.share or Decimal(0), group.share_weighted or Decimal(0)
    is_weighed = within.combine == "weighted"
    return (
        weight_text(weight) if is_weighed else "",
        figure_text(group.full),
        "",
        "",
        _format_figure(group.percent, percent_text),
        _to_places(group.score, group.places),
        "-" if within.combine == "mean" else weighted_text(weighted, group.places),
    )


def _total_row(total: GroupScore) -> _Row:
    """The whole, which counts as a member nowhere."""
    return _Row(_TOTAL, 0, _group_cells(replace(total, is_member=False), total.rules), is_group=True)


def _say_total(card: ScoreCard) -> Message:
    """`คะแนนรวม 81.40 จาก 100 ระดับผล ดีมาก`."""
    total = card.total
    score = _to_places(total.score, total.places)
    full = figure_text(total.full)
    grade = Message(f" ระดับผล {card.grade}", f", grade {card.grade}") if card.grade else _NOTHING
    return Message(f"คะแนนรวม {score} จาก {full}{grade.th}", f"total {score} of {full}{grade.en}")


def _tracks(card: ScoreCard, console: Console) -> Table:
    """The judges or rounds side by side, and what all come to."""
    title = Message("คะแนนรวมของผู้ประเมินหรือรอบ", "total by judge or round")
    has_grades = any(each.card.grade for each in card.tracks if each.card)
    columns = (Message("คะแนน", "score"), _FULL, *([Message("ระดับผล", "grade")] if has_grades else []))
    table = _table(title, columns, console)
    overall = card.overall
    for track, of_track in ((each.track, each.card) for each in card.tracks):
        decides = overall is None and track == card.decided_by
        name = track.name + console.text(_IN_USE if decides else _NOTHING)
        if of_track is None:
            table.add_row(Text(name), console.text(_NO_RESULTS), "")
            continue
        total = of_track.total
        score = _to_places(total.score, total.places)
        table.add_row(Text(name), score, figure_text(total.full), *([of_track.grade] if has_grades else []))
    if overall is not None:
        name = console.text(_ALL_TRACKS[overall.combine]) + console.text(_IN_USE)
        score = score_text(overall.score, card.rules.total_places)
        table.add_row(name, score, figure_text(overall.full), *([overall.grade] if has_grades else []))
    return table


def _differ(by_policy: Mapping[Policy, ScoreCard]) -> bool:
    """Whether the policies give different totals."""
    return len({(card.total.denominator, card.total.score) for card in by_policy.values()}) > 1


def _totals(card: ScoreCard, by_policy: Mapping[Policy, ScoreCard], console: Console) -> Table:
    title = Message("คะแนนรวมตามวิธีคิด", "total by policy")
    columns = (Message("ตัวหาร", "denominator"), Message("คะแนน", "score"), Message("ร้อยละ", "percent"))
    table = _table(title, columns, console)
    for policy, other in by_policy.items():
        mark = _IN_USE if policy == card.policy else _NOTHING
        total = other.total
        table.add_row(
            console.text(_POLICIES[policy]) + console.text(mark),
            weight_text(total.denominator),
            _to_places(total.score, total.places),
            _format_figure(total.percent, percent_text),
        )
    return table


def _table(first: Message, figures: tuple[Message, ...], console: Console) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column(console.text(first), overflow="ellipsis", no_wrap=True)
    for figure in figures:
        title = console.text(figure)
        table.add_column(title, justify="right", no_wrap=True, min_width=max(cell_len(title), LONGEST_FIGURE))
    return table


def _format_figure(figure: Decimal | None, text: Callable[[Decimal], str]) -> str:
    return "-" if figure is None else text(figure)


def _to_places(score: Decimal | None, places: int) -> str:
    return "-" if score is None else score_text(score, places)
