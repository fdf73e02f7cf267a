"""`saraban rerender`: a paper again, from the data inside one of its files."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.commands import argument, command
from pipeline.cli.console import Console
from pipeline.diagnostics import Message

_SAME = Message("ตรงกับแฟ้มเดิมทุกไบต์", "The same as the file, byte for byte.")
_EDITED = Message(
    "แฟ้มเดิมถูกแก้ไขหลังจากที่ทำ: ที่เขียนนี้คือฉบับก่อนแก้ไข", "The file was edited since: this is it as it was made."
)


@command(
    "rerender",
    Message(
        "ทำเอกสารอีกครั้งจากข้อมูลที่อยู่ในแฟ้ม\n"
        "ได้แฟ้มที่ตรงกับตอนที่ทำทุกไบต์ หรือบอกว่าสิ่งใดไม่เหมือนตอนนั้น: รุ่นโปรแกรม แม่แบบ แบบอักษร",
        "Make a paper again from the data inside it.\n"
        "The file comes out as it was made, byte for byte, or you are told what differs since:\n"
        "the program, its templates or its fonts.",
    ),
    answers=False,
)
@argument(
    "file",
    words=Message("แฟ้ม PDF หรือ DOCX ที่ทำด้วย saraban", "A PDF or DOCX that saraban made."),
    metavar="FILE",
    type=click.Path(path_type=Path),
)
@options.output
@options.templates("โฟลเดอร์แม่แบบของสำนักงานที่ใช้ตอนทำ", "The office's own templates that it was made with.")
@options.reference("แฟ้ม Word ของสำนักงานที่ใช้ตอนทำ", "The office's Word file that it was made with.")
@options.force
@click.pass_obj
def rerender(
    console: Console, file: Path, *, output: Path, templates: Path | None, reference: Path | None, force: bool
) -> None:
    """Reads the record, makes the paper, writes it under the file's own name."""
    from pipeline.document.reference import read_reference  # noqa: PLC0415
    from pipeline.intake.sandboxed import read_apart  # noqa: PLC0415
    from pipeline.output.delivery import deliver  # noqa: PLC0415
    from pipeline.papers.rerender import read_held_paper, remake_paper  # noqa: PLC0415

    held = read_held_paper(file)
    looks = read_apart(reference, read_reference, reference) if reference else None
    made = remake_paper(held, templates, looks)
    (delivered,) = deliver({f"{file.stem}.{held.format}": made}, output, force=force)
    click.echo(str(delivered.path))
    console.print(_SAME if held.begins_with(made) else _EDITED)
