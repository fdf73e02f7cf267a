"""`saraban batch`: one base, many units -> their papers, only those that changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.commands import argument, command, option
from pipeline.cli.console import Console
from pipeline.cli.render_options import Embed, render_options_of
from pipeline.diagnostics import Message
from pipeline.diagnostics.exit_codes import ExitCode

if TYPE_CHECKING:
    from pipeline.batch.failures import Failure
    from pipeline.batch.runner import Run
    from pipeline.render.pdf import Conformance
    from pipeline.thai.digits import DigitPolicy


@command(
    "batch",
    Message(
        "ทำเอกสารของหลายหน่วยงานจากแฟ้มชุดงาน เฉพาะฉบับที่เปลี่ยน\n"
        "เขียนที่ <DIR>/<หน่วยงาน>/<ชื่อเอกสาร>.docx และ .pdf พร้อมรายงาน report.html\n"
        "หยุดกลางคันได้ สั่งซ้ำแล้วทำต่อจนครบ แถวที่ผิดไม่ทำให้แถวอื่นหยุด (ดู docs/batch.md)",
        "Make the papers of many units from a batch file: only those that changed.\n"
        "They are written to <DIR>/<unit>/<paper>.docx and .pdf, with a report.html.\n"
        "It may be stopped at any time and run again; a bad row stops no other (see docs/batch.md).",
    ),
    answers=False,
)
@argument(
    "batch_file",
    words=Message("แฟ้มชุดงาน (kind: batch)", "The batch file (kind: batch)."),
    metavar="RUN",
    type=click.Path(path_type=Path),
)
@options.output
@option(
    "--only",
    words=Message(
        "เฉพาะเอกสารหรือหน่วยงานเหล่านี้ คั่นด้วยจุลภาค (* แทนอักษรใด ๆ)",
        "Only these papers or units, with commas between (* stands for anything).",
    ),
    metavar="LIST",
    default="",
)
@option(
    "--jobs",
    words=Message("จำนวนตัวทำงาน (ถ้าไม่ระบุ: เท่าจำนวนแกนของเครื่อง)", "Workers (otherwise: one for each core)."),
    metavar="N",
    type=click.IntRange(1, 1024),
)
@option(
    "--scheduler",
    words=Message(
        "ส่งงานไปยังคลัสเตอร์ Dask เช่น tcp://10.0.0.1:8786", "Send the jobs to a Dask cluster, tcp://…"
    ),
    metavar="ADDRESS",
    default="",
)
@option(
    "--without-tls",
    words=Message(
        "ยอมส่งงานโดยไม่เข้ารหัสไปยัง scheduler นอกเครื่องนี้ (เฉพาะเครือข่ายที่ไว้ใจได้ทุกเครื่อง)",
        "Let jobs go unencrypted to a scheduler on another machine (only where every machine is trusted).",
    ),
    is_flag=True,
)
@option(
    "--dry-run",
    words=Message("แสดงแผนเท่านั้น ไม่เขียนแฟ้ม", "Show the plan, write nothing."),
    is_flag=True,
)
@options.force
@options.formats
@options.digits
@options.templates("โฟลเดอร์แม่แบบ รูปแบบ และตราของสำนักงาน", "The office's own templates, styles and emblem.")
@options.reference("แฟ้ม Word ของสำนักงานที่ใช้เป็นรูปแบบ", "A Word file of the office whose looks the papers take.")
@options.embed
@options.no_embed
@options.conformance
@option(
    "--json",
    "as_json",
    words=Message("แจ้งเหตุการณ์เป็น JSON ทีละบรรทัด", "Events as lines of JSON."),
    is_flag=True,
)
@click.pass_obj
def batch(
    console: Console,
    *,
    batch_file: Path,
    output: Path,
    only: str,
    jobs: int | None,
    scheduler: str,
    without_tls: bool,
    dry_run: bool,
    force: bool,
    formats: tuple[str, ...],
    digits: DigitPolicy | None,
    templates: Path | None,
    reference: Path | None,
    embed: Embed,
    no_embed: bool,
    conformance: Conformance,
    as_json: bool,
) -> ExitCode:
    """Shows the plan, makes what is to do, and tells what could not be made."""
    from pipeline.batch.runner import Run, usual_processes  # noqa: PLC0415
    from pipeline.cli.batch_choice import chooser  # noqa: PLC0415

    render_options = render_options_of(
        digits=digits,
        formats=formats,
        embed=embed,
        no_embed=no_embed,
        templates=templates,
        conformance=conformance,
        reference=reference,
    )
    choose = chooser(only, formats)
    run = Run(
        batch_file, output, render_options, choose, jobs or usual_processes(), scheduler, force, without_tls
    )
    return _print_plan(run, console, as_json) if dry_run else _run(run, console, as_json)


def _print_plan(run: Run, console: Console, as_json: bool) -> ExitCode:
    from pipeline.batch.runner import plan_batch  # noqa: PLC0415
    from pipeline.cli.batch_end import say_refused  # noqa: PLC0415
    from pipeline.cli.batch_plan import say_plan  # noqa: PLC0415
    from pipeline.cli.batch_watching import say_plan_json  # noqa: PLC0415

    plan = plan_batch(run)
    (say_plan_json if as_json else say_plan)(plan, console)
    if not as_json:
        say_refused(plan.refused, console)
    return _code(plan.refused)


def _run(run: Run, console: Console, as_json: bool) -> ExitCode:
    from pipeline.batch.runner import run_batch  # noqa: PLC0415
    from pipeline.cli.batch_watching import watcher  # noqa: PLC0415

    with watcher(console, as_json) as watching:
        ended = run_batch(run, watching.tell)
    watching.say_end(ended, run.folder)
    return _code(ended.not_made)


def _code(refused: tuple[Failure, ...]) -> ExitCode:
    """The code of the first that refused; a defect of ours comes before all."""
    if any(each.defect for each in refused):
        return ExitCode.INTERNAL
    return refused[0].kind.exit_code if refused else ExitCode.OK
