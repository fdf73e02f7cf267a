"""`saraban watch`: reads, checks and builds the input anew each time that it is saved."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from pipeline import api
from pipeline.cli.collecting import collect_as_usual
from pipeline.cli.console import Console
from pipeline.cli.error_handling import print_diagnostics
from pipeline.cli.remarks import say_doubts
from pipeline.desk.following import saves
from pipeline.desk.template_changes import reload_templates
from pipeline.diagnostics import Message, SarabanError
from pipeline.diagnostics.exit_codes import ExitCode


def watch(console: Console, *, path: Path, output: Path, templates: Path | None) -> ExitCode:
    """Makes the papers once, then after every save, until it is stopped."""
    collect_as_usual()
    _make(console, path, output, templates)
    for _ in saves(path, templates):
        _make(console, path, output, templates)
    return ExitCode.OK


def _make(console: Console, path: Path, output: Path, templates: Path | None) -> None:
    """One round; what is wrong is said, and the papers of the round before stay."""
    reload_templates(templates)
    clock = datetime.now().strftime("%H:%M:%S")
    try:
        wanted = api.render_options(templates=templates)
        prepared = api.load(path, options=wanted)
        delivered = api.write(api.render(prepared, options=wanted), folder=output)
        say_doubts(prepared.doubts, console)
    except SarabanError as faults:
        click.echo(clock, err=True)
        print_diagnostics(faults.diagnostics, console)
        return
    made = sum(one.change != "unchanged" for one in delivered)
    console.print(
        Message(
            f"{clock} เขียน {made} แฟ้ม จาก {len(delivered)} แฟ้ม",
            f"{clock} wrote {made} of {len(delivered)} files",
        )
    )
