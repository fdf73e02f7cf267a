"""`saraban doctor`: whether this machine has what the program needs."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.console import Console
from pipeline.cli.doctor_checks import examine
from pipeline.cli.emblem_check import say_emblem
from pipeline.diagnostics import Message
from pipeline.diagnostics.exit_codes import ExitCode

_EMBLEM = Message("ตราครุฑ", "emblem")
_MARKS = {"ok": "✓", "missing": "✗", "absent": "-"}


def doctor(console: Console, *, templates: Path | None) -> ExitCode:
    """Prints every finding; `ENVIRONMENT` if something needed is missing.

    Raises `TemplateError` where the emblem in `templates` is not drawn as it is.
    """
    findings = examine()
    for finding in findings:
        click.echo(f"{_MARKS[finding.state]} {finding.name}: {console.text(finding.words)}")
    emblem = say_emblem(templates)
    click.echo(f"{_MARKS['ok']} {console.text(_EMBLEM)}: {console.text(emblem)}")
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
