"""`saraban gather`: merges what units sent back into the work, and tells of all of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from pipeline.cli.check_json import fault_json
from pipeline.cli.console import Console, say_json
from pipeline.cli.remarks import say_remarks
from pipeline.cli.typed_again import typed
from pipeline.diagnostics import Diagnostic, InputError, Location, Message, diagnose
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.intake.opening import ordinary_bytes
from pipeline.intake.sandboxed import read_apart
from pipeline.kinds import Kinds
from pipeline.rounds.gather import Decisions, Gathered
from pipeline.rounds.gather import gather as merge
from pipeline.rounds.gather_report import (
    answer_files,
    change_lines,
    conflict_lines,
    gathered_json,
    summary,
    unit_lines,
)
from pipeline.rounds.gather_writing import merged_files, write_merged
from pipeline.rounds.reminder import write_reminder
from pipeline.rounds.returning import RETURNED, write_marked_answers
from pipeline.rounds.works import open_work, read_deadline
from pipeline.workbook import book_of
from pipeline.workbook.cell_edits import formula_cells


def gather(
    console: Console,
    *,
    path: Path,
    answers: tuple[Path, ...],
    take: tuple[Path, ...],
    keep: bool,
    dry_run: bool,
    reminder: Path | None,
    deadline: str,
    as_json: bool,
    templates: Path | None,
) -> int:
    """Reads the answers, writes what can be taken, and tells what is left to decide and to mend."""
    day = read_deadline(deadline)
    work = open_work(path, Kinds(templates))
    book = book_of(path)
    files = answer_files((*answers, *take), book or path)
    if not files:
        raise InputError([diagnose("missing/answers", Location(str(answers[0])))])
    chosen = {file for file in files for each in take if file.resolve() == each.resolve()}
    found = merge(work, files, Decisions(chosen, keep), _formulas(book))
    merged = merged_files(found)
    kept: tuple[Path, ...] = ()
    marked: tuple[Path, ...] = ()
    if not dry_run:
        kept = write_merged(merged)
        marked = write_marked_answers(found, _beside(path) / RETURNED, console.lang)
        if reminder is not None:
            write_reminder(found, reminder, day)
    done = _Done([] if dry_run else list(merged), kept, marked, None if dry_run else reminder)
    if as_json:
        told = {"dry_run": dry_run, **done.for_json(), **_told_json(found, console)}
        say_json(json.dumps(gathered_json(found, told), ensure_ascii=False, indent=1))
    else:
        _say(found, console, dry_run=dry_run)
        _say_done(done, console)
    return ExitCode.OK if found.is_settled else ExitCode.FINDINGS


class _Done(NamedTuple):
    """What was written: the work, its former files, copies to send back, and the reminder."""

    merged: Sequence[Path]
    kept: Sequence[Path]
    marked: Sequence[Path]
    reminder: Path | None

    def for_json(self) -> dict[str, object]:
        """The paths by what they are."""
        return {
            "written": list(map(str, self.merged)),
            "backups": list(map(str, self.kept)),
            "marked": list(map(str, self.marked)),
            "reminder": None if self.reminder is None else str(self.reminder),
        }


def _formulas(book: Path | None) -> _HasFormula:
    cells = read_apart(book, formula_cells, ordinary_bytes(book)) if book else frozenset()
    return _HasFormula(cells)


class _HasFormula:
    """Whether a cell of the work holds a formula."""

    def __init__(self, cells: frozenset[tuple[str, str]]) -> None:
        self.cells = cells

    def __call__(self, place: Location) -> bool:
        return (place.sheet, place.cell) in self.cells


def _beside(path: Path) -> Path:
    """The folder in which copies go: that of a workbook, or the folder of the work itself."""
    return path if path.is_dir() else path.parent


def _told_json(found: Gathered, console: Console) -> dict[str, object]:
    remarks = [*found.remarks, *(remark for answer in found.answers for remark in answer.remarks)]
    doubts = [doubt for several in found.doubts.values() for doubt in several]
    return {
        "faults": [fault_json(fault, console) for fault in found.faults],
        "refused": [fault_json(fault, console) for fault in found.refused],
        "doubts": [fault_json(fault, console) for fault in doubts],
        "remarks": [fault_json(fault, console) for fault in remarks],
    }


def _say(found: Gathered, console: Console, *, dry_run: bool) -> None:
    console.print(Message("หน่วยงาน", "Units"))
    _say_lines(unit_lines(found), console)
    if found.changes:
        console.print(Message("จะรับ" if dry_run else "รับแล้ว", "To be taken" if dry_run else "Taken"))
        _say_lines(change_lines(found), console)
    if found.conflicts:
        console.print(Message("ต้องตัดสิน (ค่าในงานคงเดิม)", "To decide (the work keeps its values)"))
        _say_lines(conflict_lines(found), console)
        console.print(
            Message(
                "  เลือกด้วย --take แฟ้ม (ใช้ค่าของแฟ้มนั้น) --keep (ใช้ค่าในงาน) หรือพิมพ์ในงานเอง",
                "  choose by --take FILE, by --keep (the work's), or type it into the work",
            )
        )
    for fault in dict.fromkeys((*found.refused, *found.faults)):
        click.echo(f"{console.text(Message('ต้องแก้', 'To mend'))}: {fault.text(console.lang)}", err=True)
    for several in found.doubts.values():
        for doubt in several:
            click.echo(
                f"{console.text(Message('ต้องยืนยัน', 'To confirm'))}: {doubt.text(console.lang)}", err=True
            )
    remarks: list[Diagnostic] = [*found.remarks]
    for answer in found.answers:
        remarks += answer.remarks
    say_remarks(remarks, console)
    console.print(summary(found))


def _say_lines(lines: Iterable[Message], console: Console) -> None:
    for line in lines:
        console.print(line)


def _say_done(done: _Done, console: Console) -> None:
    for path in done.merged:
        console.print(Message(f"เขียนแล้ว: {path}", f"written: {path}"))
    for path in done.kept:
        console.print(Message(f"ของเดิมอยู่ที่: {path}", f"as it was: {path}"))
    for path in done.marked:
        console.print(Message(f"สำเนาส่งคืนหน่วยงาน: {path}", f"copy to send back: {path}"))
    if done.reminder is not None:
        shown = typed("render", done.reminder)
        console.print(
            Message(f"บันทึกเตือน: {done.reminder} ทำเอกสารด้วย {shown}", f"reminder: {done.reminder}; {shown}")
        )
