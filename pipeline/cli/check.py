"""`saraban check`: what is wrong with the data, without writing anything."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import click

from pipeline.cli.commands import argument, command, option
from pipeline.cli.exit_codes import ExitCode, code_of
from pipeline.cli.talk import Talk
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
    words=Words("โฟลเดอร์ข้อมูล หรือแฟ้ม .yaml", "A folder of data, or a .yaml file."),
    metavar="INPUT",
    type=click.Path(path_type=Path),
)
@option("--json", "as_json", words=Words("แสดงเป็น JSON สำหรับโปรแกรม", "As JSON, for programs."), is_flag=True)
@click.pass_obj
def check(talk: Talk, path: Path, as_json: bool) -> ExitCode:
    """Goes through all stages; prints the faults as text or JSON."""
    if not as_json:
        _try_all(path)
        talk.say(Words("ไม่พบข้อผิดพลาด", "No errors found."))
        return ExitCode.OK
    code = ExitCode.OK
    faults: tuple[Fault, ...] = ()
    try:
        _try_all(path)
    except Faults as error:
        code, faults = code_of(error), error.faults
    click.echo(json.dumps([_fault_json(fault, talk) for fault in faults], ensure_ascii=False, indent=2))
    return code


def _try_all(path: Path) -> None:
    """Reads, checks, scores and composes every paper, and lays it out."""
    from pipeline.batch.stages import Wishes, all_of, build, prepare  # noqa: PLC0415

    prepared = prepare(path)
    all_of(partial(build, prepared, paper, Wishes(formats=())) for paper in prepared.papers)


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
