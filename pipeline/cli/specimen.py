"""`saraban specimen`: the gallery of what pages can hold."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.commands import command
from pipeline.cli.console import Console
from pipeline.diagnostics import Message


@command(
    "specimen",
    Message(
        "ทำสมุดตัวอย่างการจัดหน้า เป็น DOCX และ PDF\n"
        "<DIR>/specimen/specimen แสดงกฎแต่ละข้อ: บรรทัด ย่อหน้า ตาราง หน้ากระดาษ\n"
        "<DIR>/specimen/memo แสดงบันทึกที่มีชั้นความเร็ว ชั้นความลับ ตรารับ และสำเนาคู่ฉบับ",
        "Make the specimen of pages, as DOCX and PDF.\n"
        "<DIR>/specimen/specimen shows each rule: lines, paragraphs, tables, pages.\n"
        "<DIR>/specimen/memo shows a memo with every mark: urgent, secret, stamped, a file copy.",
    ),
    answers=False,
)
@options.output
@options.formats
@options.templates(
    "โฟลเดอร์รูปแบบของสำนักงาน (ดูผลของรูปแบบที่แก้)",
    "The office's own folder, to see what its own styles make of it.",
)
@options.force
@click.pass_obj
def specimen(
    console: Console, *, output: Path, formats: tuple[str, ...], templates: Path | None, force: bool
) -> None:
    """Builds the papers of the specimen's own data as `render` builds any others."""
    from pipeline.cli.report import say_delivered  # noqa: PLC0415
    from pipeline.compose import specimen_papers  # noqa: PLC0415
    from pipeline.output.delivery import deliver  # noqa: PLC0415
    from pipeline.papers.build import RenderOptions, all_of, build, prepare  # noqa: PLC0415
    from pipeline.resources import resource  # noqa: PLC0415

    prepared = prepare(resource("templates", "specimen", "specimen"))
    render_options = RenderOptions(formats=formats, folder=templates)
    built = all_of(partial(build, prepared, paper, render_options) for paper in specimen_papers())
    files = {
        f"{prepared.name}/{one.paper.id}.{suffix}": data
        for one in built
        for suffix, data in one.files.items()
    }
    delivered = deliver(files, output, force=force)
    say_delivered(delivered, [one.pages for one in built for _ in one.files], console)
