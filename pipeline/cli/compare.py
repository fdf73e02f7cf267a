"""`saraban compare`: what changed from one round to another, as a table, as JSON, or as a paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console as RichConsole
from rich.table import Table
from rich.text import Text

from pipeline import api
from pipeline.cli.console import Console, say_json
from pipeline.diagnostics import Message
from pipeline.output.new_file import write_new
from pipeline.papers.options import RenderOptions
from pipeline.rounds.comparing import PARTS, Comparison, Difference, Figures
from pipeline.rounds.comparing import compare as compare_rounds
from pipeline.rounds.comparison_json import comparison_json, english
from pipeline.rounds.comparison_paper import comparison_files

LONGEST = 60
"""So many letters of a text are shown; all of it with `--verbose`, in JSON and on paper."""
_COLUMNS = (
    Message("รายการ", "what"),
    Message("รอบก่อน", "last"),
    Message("รอบนี้", "this"),
    Message("เพิ่ม/ลด", "change"),
)
_SCORES = Message("คะแนน", "Scores")
_FIGURES = (
    ("score", Message("คะแนน", "score")),
    ("percent", Message("ร้อยละ", "percent")),
    ("result", Message("ผล", "result")),
)


def compare(
    console: Console,
    *,
    last: Path,
    this: Path,
    as_json: bool,
    paper: bool,
    output: Path,
    templates: Path | None,
) -> None:
    """Reads both inputs, prints what differs, and writes the paper if it is wanted."""
    options = RenderOptions(folder=templates)
    before, after = (api.load(path, options=options) for path in (last, this))
    found = compare_rounds(before, after)
    if as_json:
        say_json(json.dumps(comparison_json(found), ensure_ascii=False, indent=2))
    else:
        _say(found, console)
    if paper:
        for name, data in comparison_files(found, after.office_input.digits, templates).items():
            write_new(output / name, data)
            console.error(Message(f"เขียน {output / name}", f"wrote {output / name}"))


def _say(found: Comparison, console: Console) -> None:
    console.print(found.kind)
    click.echo(found.office)
    before, after = console.text(found.before), console.text(found.after)
    click.echo(f"{before} → {after}")
    rows = list(_score_rows(found, console))
    if rows:
        _say_table(console.text(_SCORES), rows, console)
    for part, title in PARTS.items():
        told = [_row(each, console) for each in found.of_part(part)]
        if told:
            _say_table(console.text(title), told, console)
    if not rows and not found.differences:
        console.print(Message("ไม่มีสิ่งใดต่างกัน", "Nothing differs."))


def _score_rows(found: Comparison, console: Console) -> Iterator[tuple[str, ...]]:
    for line in found.scores:
        name = "  " * line.depth + console.text(line.label)
        for field, title in _FIGURES:
            figures: Figures = getattr(line, field)
            if figures.is_changed:
                change = _change(figures.change, console)
                yield f"{name} {console.text(title)}", figures.before or "-", figures.after or "-", change


def _row(each: Difference, console: Console) -> tuple[str, ...]:
    what = " ".join(text for text in (each.sheet, each.row, each.field) if text)
    before, after = (_shown(text, console) for text in (each.before, each.after))
    return what, before, after, _change(each.change, console)


def _change(change: str, console: Console) -> str:
    return console.text(Message(change, english(change)))


def _shown(text: str, console: Console) -> str:
    text = " ".join(text.split()) or "-"
    return text if console.verbose or len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _say_table(title: str, rows: list[tuple[str, ...]], console: Console) -> None:
    table = Table(title=title, title_justify="left", box=None, header_style="bold", pad_edge=False)
    for n, column in enumerate(_COLUMNS):
        table.add_column(console.text(column), justify="right" if n == 3 else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    click.echo()
    RichConsole(width=max(RichConsole().width, 100)).print(table)
