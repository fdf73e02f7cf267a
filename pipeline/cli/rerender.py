"""`saraban rerender`: a paper again, from the data inside one of its files."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.console import Console
from pipeline.diagnostics import Message
from pipeline.document.reference import read_reference
from pipeline.intake.sandboxed import read_apart
from pipeline.output.delivery import deliver
from pipeline.papers.rerender import read_held_paper, remake_paper

_SAME = Message("ตรงกับแฟ้มเดิมทุกไบต์", "The same as the file, byte for byte.")
_EDITED = Message(
    "แฟ้มเดิมถูกแก้ไขหลังจากที่ทำ: ที่เขียนนี้คือฉบับก่อนแก้ไข", "The file was edited since: this is it as it was made."
)


def rerender(
    console: Console, file: Path, *, output: Path, templates: Path | None, reference: Path | None, force: bool
) -> None:
    """Reads the record, makes the paper, writes it under the file's own name."""
    held = read_held_paper(file)
    looks = read_apart(reference, read_reference, reference) if reference else None
    made = remake_paper(held, templates, looks)
    (delivered,) = deliver({f"{file.stem}.{held.format}": made}, output, force=force)
    click.echo(str(delivered.path))
    console.print(_SAME if held.begins_with(made) else _EDITED)
