"""Scores for a person: one table, dimension by dimension, and the totals under each policy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from rich.cells import cell_len
from rich.console import Console as RichConsole
from rich.table import Table
from rich.text import Text

from pipeline.cli.console import Console
from pipeline.diagnostics import Message
from pipeline.model.schemes import Policy
from pipeline.scoring.cards import GroupScore, IndicatorScore, ScoreCard
from pipeline.scoring.rounding import figure_text, percent_text, score_text, weight_text, weighted_text

WIDTH = 100
"""Least width of the tables, in characters: below it names would lose what tells them apart."""
LONGEST_FIGURE = 6

_NAME = Message("ตัวชี้วัด", "indicator")
_FIGURES = (
    Message("น้ำหนัก", "weight"),
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


def say_card(
    card: ScoreCard,
    by_policy: Mapping[Policy, ScoreCard],
    console: Console,
    printed: Callable[[str], str],
) -> None:
    """Prints the card, then the totals of every policy with their denominators; `printed` says a name."""
    terminal = RichConsole(width=max(RichConsole().width, WIDTH), soft_wrap=True)
    terminal.print(_scores(card, console, printed))
    terminal.print()
    terminal.print(_totals(card, by_policy, console))


def _scores(card: ScoreCard, console: Console, printed: Callable[[str], str]) -> Table:
    table = _table(_NAME, _FIGURES, console)
    for dimension in card.dimensions:
        said = printed(dimension.name)
        name = Message(f"มิติที่ {dimension.number} {said}", f"{dimension.number} {said}")
        table.add_row(Text(console.text(name)), *_group_cells(dimension), style="bold")
        for indicator in dimension.indicators:
            _add_indicator(table, indicator, printed, depth=1)
    table.add_row(console.text(_TOTAL), *_group_cells(card.total), style="bold")
    return table


def _add_indicator(
    table: Table, indicator: IndicatorScore, printed: Callable[[str], str], depth: int
) -> None:
    table.add_row(
        Text(f"{'  ' * depth}{indicator.id} {printed(indicator.name)}"),
        weight_text(indicator.weight),
        _format_figure(indicator.result, figure_text),
        "-" if indicator.level is None else str(indicator.level),
        _format_figure(indicator.percent, figure_text),
        _format_figure(indicator.score, score_text),
        _format_figure(indicator.weighted, weighted_text),
    )
    for part in indicator.parts:
        _add_indicator(table, part, printed, depth + 1)


def _group_cells(group: GroupScore) -> tuple[str, ...]:
    return (
        weight_text(group.weight),
        "",
        "",
        _format_figure(group.percent, percent_text),
        _format_figure(group.score, score_text),
        weighted_text(group.weighted),
    )


def _totals(card: ScoreCard, by_policy: Mapping[Policy, ScoreCard], console: Console) -> Table:
    title = Message("คะแนนรวมตามวิธีคิด", "total by policy")
    columns = (Message("ตัวหาร", "denominator"), Message("คะแนน", "score"), Message("ร้อยละ", "percent"))
    table = _table(title, columns, console)
    for policy, other in by_policy.items():
        mark = Message(" ← ที่ใช้", " ← in use") if policy == card.policy else Message("", "")
        total = other.total
        table.add_row(
            console.text(_POLICIES[policy]) + console.text(mark),
            weight_text(total.denominator),
            _format_figure(total.score, score_text),
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
