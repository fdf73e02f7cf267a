"""`saraban history`: the rounds of a year's folder, as a table or as JSON."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import click

from pipeline.cli.console import Console
from pipeline.cli.error_handling import print_diagnostics
from pipeline.diagnostics import Message
from pipeline.rounds.found_papers import FoundPaper
from pipeline.rounds.history import History, HistoryRound, Series, change_since, history_json, read_history
from pipeline.thai.dates import short_date

NAMED = 20
"""So many papers of a round are listed; all of them with `--verbose`."""


def history(console: Console, *, folder: Path, as_json: bool, templates: Path | None) -> None:
    """Reads the folder and prints what it holds."""
    found = read_history(folder, templates)
    if as_json:
        click.echo(json.dumps(history_json(found, folder), ensure_ascii=False, indent=1))
        return
    if not found.rounds:
        console.print(Message(f"ไม่พบเอกสารของ saraban ใน {folder}", f"no paper of saraban in {folder}"))
    for series, rounds in found.of_series().items():
        click.echo(_title(series))
        before = None
        for each in rounds:
            _say_round(each, before, console)
            before = each
    _say_end(found, console)


def _title(series: Series) -> str:
    told = (series.kind, series.unit or series.part, series.office)
    return " · ".join(dict.fromkeys(text for text in told if text))


def _say_round(each: HistoryRound, before: HistoryRound | None, console: Console) -> None:
    title = console.text(each.title)
    thai, english = [title], [title]
    if each.total:
        change = change_since(before, each)
        thai.append(f"คะแนนรวม {each.total}" + (f" ({change})" if change else ""))
        english.append(f"total {each.total}" + (f" ({change})" if change else ""))
    if each.grade:
        thai.append(f"ระดับ {each.grade}")
        english.append(f"grade {each.grade}")
    signed = len(each.current) - len(each.unsigned)
    thai.append(f"ลงนามแล้ว {signed} จาก {len(each.current)} ฉบับ")
    english.append(f"{signed} of {len(each.current)} signed")
    console.print(Message("  " + "  ".join(thai), "  " + "  ".join(english)))
    if each.versions > 1:
        console.print(
            Message(
                f"    ระวัง: เอกสารของรอบนี้ทำจากข้อมูล {each.versions} รุ่น",
                f"    note: papers of this round were made from {each.versions} versions of the data",
            )
        )
    shown = each.papers if console.verbose else each.papers[:NAMED]
    for paper in shown:
        console.print(_describe(paper))
    if rest := len(each.papers) - len(shown):
        console.print(Message(f"    และอีก {rest} ฉบับ (--verbose)", f"    and {rest} more (--verbose)"))


def _describe(paper: FoundPaper) -> Message:
    thai, english = zip(*_words(paper), strict=True)
    return Message("    " + " ".join(thai), "    " + " ".join(english))


def _words(paper: FoundPaper) -> Iterator[tuple[str, str]]:
    yield f"{paper.name}:", f"{paper.name}:"
    if not paper.latest:
        yield "ฉบับเดิม", "superseded,"
    row = paper.signed
    if not paper.is_signed:
        yield "ยังไม่ลงนาม", "not signed"
        return
    yield "ลงนามแล้ว", "signed"
    if paper.electronically:
        yield "(อิเล็กทรอนิกส์)", "(electronically)"
    if row and row.date:
        yield short_date(datetime.date.fromisoformat(row.date)), row.date
    if row and row.number:
        yield f"เลขที่ {row.number}", f"number {row.number}"
    if row and row.scan:
        yield "มีแฟ้มสแกน", "with a scan"


def _say_end(found: History, console: Console) -> None:
    waiting = sum(len(each.unsigned) for each in found.rounds)
    if found.rounds:
        many = len(found.rounds)
        console.print(
            Message(f"รวม {many} รอบ ยังไม่ลงนาม {waiting} ฉบับ", f"{many} rounds, {waiting} papers not signed")
        )
    if found.foreign:
        many = found.foreign
        console.error(
            Message(
                f"ข้ามแฟ้ม PDF และ DOCX อื่นที่ไม่มีข้อมูลของ saraban {many} แฟ้ม",
                f"passed over {many} other PDF and DOCX files, without data of saraban",
            )
        )
    if found.troubles:
        print_diagnostics(found.troubles, console)
