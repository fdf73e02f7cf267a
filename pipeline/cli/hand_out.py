"""`saraban hand-out`: one small workbook for each unit that is responsible."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.console import Console, say_json
from pipeline.cli.typed_again import typed
from pipeline.diagnostics import Message, OutputError
from pipeline.kinds import Kinds
from pipeline.output.new_file import diagnose_occupied_name, holds, write_new
from pipeline.rounds.hand_out import HandedOut
from pipeline.rounds.hand_out import hand_out as workbooks_of
from pipeline.rounds.works import Work, open_work, read_deadline


def hand_out(
    console: Console, *, path: Path, folder: Path, deadline: str, as_json: bool, templates: Path | None
) -> None:
    """Writes the workbooks; none where one of them would take the place of another file."""
    day = read_deadline(deadline)
    work = open_work(path, Kinds(templates))
    handed = workbooks_of(work, day)
    targets = {each: folder / each.file for each in handed}
    if taken := [path for each, path in targets.items() if path.exists() and not holds(path, each.data)]:
        raise OutputError([diagnose_occupied_name(path) for path in taken])
    for each, target in targets.items():
        write_new(target, each.data)
    if as_json:
        say_json(json.dumps(_as_json(work, targets), ensure_ascii=False, indent=1))
        return
    for each, target in targets.items():
        click.echo(target)
        keys = ", ".join(row.key for row in each.rows)
        console.print(Message(f"  {each.who.name}: {keys}", f"  {each.who.name}: {keys}"))
    if work.unowned:
        listed = ", ".join(work.unowned)
        console.error(Message(f"ไม่มีผู้รับผิดชอบ จึงไม่ได้แจก: {listed}", f"nobody is responsible for: {listed}"))
    gather = typed("gather", path, folder)
    console.print(
        Message(
            f"แจก {len(handed)} หน่วยงาน ได้คำตอบแล้วสั่ง: {gather}",
            f"{len(handed)} units. With their answers: {gather}",
        )
    )


def _as_json(work: Work, targets: dict[HandedOut, Path]) -> dict[str, object]:
    units = [
        {"id": each.who.id, "name": each.who.name, "file": str(path), "rows": [row.key for row in each.rows]}
        for each, path in targets.items()
    ]
    return {"work": str(work.path), "units": units, "unowned": list(work.unowned)}
