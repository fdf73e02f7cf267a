"""`saraban show`: what a file of ours is, and what it was made from."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from pipeline.cli.console import Console, say_json
from pipeline.diagnostics import Message
from pipeline.papers.record import PaperRecord
from pipeline.papers.rerender import NAMES, read_held_paper
from pipeline.thai.dates import long_date

_SAYS = {
    "title": Message("เรื่อง", "subject"),
    "number": Message("ที่", "number"),
    "date": Message("วันที่", "date"),
    "unit": Message("หน่วยงาน", "unit"),
    "office": Message("ส่วนราชการ", "office"),
    "fiscal_year": Message("ปีงบประมาณ", "fiscal year"),
}
_PAPER = Message("เอกสาร", "paper")
_SCORE = Message("คะแนนรวม", "total score")
_DIMENSION = Message("มิติที่", "dimension")
_EDITION = Message("ฉบับที่", "edition")
_DATA = Message("รุ่นของข้อมูล", "data version")


def show(console: Console, file: Path, as_json: bool) -> None:
    """Reads the record and prints it."""
    record = read_held_paper(file).record
    if as_json:
        say_json(json.dumps(asdict(record), ensure_ascii=False, indent=2))
        return
    for name, text in _lines(record):
        click.echo(f"{console.text(name)}: {text}")


def _lines(record: PaperRecord) -> Iterator[tuple[Message, str]]:
    yield _PAPER, f"{record.paper} ({record.kind})"
    if record.edition > 1:
        yield _EDITION, str(record.edition)
    for key, name in _SAYS.items():
        if text := record.says.get(key):
            yield name, long_date(datetime.date.fromisoformat(text)) if key == "date" else text
    yield from _scores(record.scores or {})
    yield _DATA, record.data_version
    yield from ((name, getattr(record.made_with, key)) for key, name in NAMES.items())


def _scores(scores: dict[str, Any]) -> Iterator[tuple[Message, str]]:
    for dimension in scores.get("dimensions", ()):
        name = Message(*(f"{word} {dimension['number']}" for word in _DIMENSION))
        yield name, f"{dimension['name']} {dimension['score'] or '-'}"
    if scores:
        yield _SCORE, scores["total"]["score"] or "-"
