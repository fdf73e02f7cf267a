"""`saraban signed`: what came back signed, noted in the ledger of the folder."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from pipeline.batch.grades import as_csv
from pipeline.cli.console import Console
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import InputError, Location, Message, diagnose
from pipeline.output.ledger_signatures import SignatureRow
from pipeline.output.new_file import write_new
from pipeline.papers.build import all_of
from pipeline.rounds.signed import Noted, SignedAs, note_signatures, undo_signatures
from pipeline.rounds.signed_table import read_date, read_signed_table, unsigned_rows
from pipeline.rounds.standing_papers import StandingPaper, find_papers, not_ours, output_folder
from pipeline.thai.dates import short_date

_CHANGES = {
    "new": Message("บันทึกแล้ว", "noted"),
    "completed": Message("เพิ่มเติมแล้ว", "completed"),
    "unchanged": Message("บันทึกไว้แล้ว", "noted before"),
}


def signed(
    console: Console,
    *,
    papers: tuple[Path, ...],
    date: str,
    number: str,
    scan: Path | None,
    note: str,
    code: str,
    table: Path | None,
    new_table: Path | None,
    undo: bool,
) -> None:
    """Notes signatures, takes them back, or writes a table to fill in."""
    typed = bool(date or number or scan or note or code)
    if (undo or table or new_table) and (typed or bool(table) + bool(new_table) + undo > 1):
        raise UsageError(diagnose("usage/signed"))
    if new_table:
        _write_table(papers, new_table, console)
    elif undo:
        for row in undo_signatures(_find(papers)):
            _say_undone(row, console)
    elif table:
        _say_noted(_of_table(papers, table), console)
    else:
        told = SignedAs(read_date(date, Location("--date")), number, scan, note, code)
        _say_noted([(paper, told) for paper in _find(papers)], console)


def _find(papers: Sequence[Path]) -> tuple[StandingPaper, ...]:
    steps = [partial(find_papers, path, Location(str(path))) for path in papers]
    return tuple(dict.fromkeys(paper for several in all_of(steps) for paper in several))


def _of_table(papers: tuple[Path, ...], table: Path) -> tuple[tuple[StandingPaper, SignedAs], ...]:
    return read_signed_table(table, _one_folder(papers), table.parent)


def _one_folder(papers: tuple[Path, ...]) -> Path:
    """The output folder that a table is of. Raises `UsageError`, `InputError`."""
    if len(papers) != 1:
        raise UsageError(diagnose("usage/signed-table"))
    folder = output_folder(papers[0]) if papers[0].is_dir() else None
    if folder is None:
        raise InputError([not_ours(Location(str(papers[0])), papers[0])])
    return folder


def _write_table(papers: tuple[Path, ...], target: Path, console: Console) -> None:
    rows = list(unsigned_rows(_one_folder(papers)))
    write_new(target, as_csv(rows))
    many = len(rows) - 1
    console.print(Message(f"เขียน {target}: ยังไม่ลงนาม {many} ฉบับ", f"wrote {target}: {many} not signed"))


def _say_noted(asked: Sequence[tuple[StandingPaper, SignedAs]], console: Console) -> None:
    noted = note_signatures(asked, datetime.date.today())
    for each in noted:
        console.print(_describe(each))
    new = sum(each.change != "unchanged" for each in noted)
    console.print(
        Message(f"บันทึกการลงนาม {new} ฉบับ จาก {len(noted)} ฉบับ", f"{new} of {len(noted)} signatures noted")
    )


def _describe(noted: Noted) -> Message:
    row, change = noted.row, _CHANGES[noted.change]
    day = datetime.date.fromisoformat(row.date) if row.date else None
    thai = [f"ลงนาม {short_date(day)}"] if day else []
    english = [f"signed {row.date}"] if day else []
    thai += [f"เลขที่ {row.number}"] if row.number else []
    english += [f"number {row.number}"] if row.number else []
    thai += [f"สแกน {row.scan}"] if row.scan else []
    english += [f"scan {row.scan}"] if row.scan else []
    return Message(
        " ".join((f"{row.name} {change.th}", *thai)), " ".join((f"{row.name} {change.en}", *english))
    )


def _say_undone(row: SignatureRow, console: Console) -> None:
    kept = (
        Message(f" (แฟ้มสแกนยังอยู่: {row.scan})", f" (its scan stays: {row.scan})")
        if row.scan
        else Message("", "")
    )
    console.print(Message(f"{row.name} ยกเลิกการลงนาม{kept.th}", f"{row.name}: signature taken back{kept.en}"))
