"""`saraban check`: what is wrong with the data, in words or as marks in a copy of the workbook."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import click

from pipeline.cli.commands import argument, command, option
from pipeline.cli.exit_codes import ExitCode, code_of
from pipeline.cli.remarks import say_remarks
from pipeline.cli.talk import Talk, say_json
from pipeline.faults import Fault, Faults, Place, Words


@command(
    "check",
    Words(
        "ตรวจข้อมูลทั้งหมดโดยไม่เขียนแฟ้ม\nแสดงทุกแห่งที่ต้องแก้ พร้อมตำแหน่งและวิธีแก้",
        "Check the data without writing anything.\nEverything to mend is shown with its place and remedy.",
    ),
)
@argument(
    "path",
    words=Words("โฟลเดอร์ข้อมูล แฟ้ม .yaml หรือสมุดงาน .xlsx", "A folder of data, a .yaml or an .xlsx file."),
    metavar="INPUT",
    type=click.Path(path_type=Path),
)
@option("--json", "as_json", words=Words("แสดงเป็น JSON สำหรับโปรแกรม", "As JSON, for programs."), is_flag=True)
@option(
    "--annotate",
    words=Words(
        "เขียนสำเนาของสมุดงาน .xlsx ไว้ข้างกัน ระบายสีและอธิบายทุกช่องที่ต้องแก้",
        "Write a copy of the .xlsx workbook beside it, with each finding as colour and comment at its cell.",
    ),
    is_flag=True,
)
@click.pass_obj
def check(talk: Talk, path: Path, as_json: bool, annotate: bool) -> ExitCode:
    """Goes through all stages; prints the faults as text or JSON, and writes the annotated copy."""
    from pipeline.cli.annotated_copy import workbook_at, write_copy  # noqa: PLC0415

    book = workbook_at(path) if annotate else None
    refused: Faults | None = None
    remarks: tuple[Fault, ...] = ()
    try:
        remarks = _try_all(path)
    except Faults as error:
        refused = error
    faults = refused.faults if refused else ()
    if as_json:
        say_json(json.dumps([_fault_json(fault, talk) for fault in faults], ensure_ascii=False, indent=2))
    else:
        say_remarks(remarks, talk)
    if book:
        write_copy(book, faults, remarks, talk)
    if as_json:
        return code_of(refused) if refused else ExitCode.OK
    if refused:
        raise refused
    talk.say(Words("ไม่พบข้อผิดพลาด", "No errors found."))
    return ExitCode.OK


def _try_all(path: Path) -> tuple[Fault, ...]:
    """Reads, checks, scores and composes every paper, and lays it out; gives what is to be remarked."""
    from pipeline.batch.stages import Wishes, all_of, build, prepare_told  # noqa: PLC0415

    prepared = prepare_told(path)
    all_of(partial(build, prepared, paper, Wishes(formats=())) for paper in prepared.papers)
    return prepared.remarks


def _fault_json(fault: Fault, talk: Talk) -> dict[str, Any]:
    place = fault.place or Place("")
    return {
        "code": fault.code,
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "sheet": place.sheet or None,
        "cell": place.cell or None,
        "what": talk.said(fault.what),
        "remedy": talk.said(fault.remedy),
    }
