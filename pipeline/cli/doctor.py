"""`saraban doctor`: whether this machine has what the program needs."""

from __future__ import annotations

import click

from pipeline.cli.commands import command
from pipeline.cli.console import Console
from pipeline.diagnostics import Message
from pipeline.diagnostics.exit_codes import ExitCode

_MARKS = {"ok": "✓", "missing": "✗", "absent": "-"}


@command(
    "doctor",
    Message(
        "ตรวจว่าเครื่องนี้พร้อมใช้งาน: แบบอักษร แม่แบบ ไลบรารี และโปรแกรมเสริม",
        "Check that this machine is ready: fonts, templates, libraries and optional programs.",
    ),
)
@click.pass_obj
def doctor(console: Console) -> ExitCode:
    """Prints every finding; `ENVIRONMENT` if something needed is missing."""
    from pipeline.cli.examination import examine  # noqa: PLC0415

    findings = examine()
    for finding in findings:
        click.echo(f"{_MARKS[finding.state]} {finding.name}: {console.text(finding.words)}")
    missing = sum(finding.state == "missing" for finding in findings)
    if missing:
        console.error(
            Message(
                f"ขาดสิ่งที่จำเป็น {missing} รายการ: ติดตั้งโปรแกรมใหม่ด้วย pip install --force-reinstall saraban",
                f"{missing} needed things are missing: reinstall with pip install --force-reinstall saraban",
            )
        )
        return ExitCode.ENVIRONMENT
    console.print(Message("พร้อมใช้งาน", "Ready."))
    return ExitCode.OK
