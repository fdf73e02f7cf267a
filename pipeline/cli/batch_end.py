"""How a batch ended, as a person reads it: what was written, and everything that is to mend."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from pipeline.batch.failures import Failure
from pipeline.batch.runner import Ended
from pipeline.cli.console import Console
from pipeline.cli.error_handling import print_diagnostics
from pipeline.cli.sign_again import say_to_sign_again
from pipeline.diagnostics import Diagnostic, Message
from pipeline.papers.publishing import what_is_masked


def say_end(ended: Ended, folder: Path, console: Console) -> None:
    """Says everything that is to mend, and what was written."""
    say_refused(ended.not_made, console)
    many, wrong = ended.delivered, len(ended.not_made)
    page, all_of_them = folder / "report.html", len(ended.plan.documents)
    left = Message(f" ทำไม่ได้ {wrong} รายการ", f", {wrong} not made") if wrong else Message("", "")
    console.print(
        Message(
            f"เขียนใหม่ {many} ฉบับ จาก {all_of_them} ฉบับ{left.th} รายงาน: {page}",
            f"{many} of {all_of_them} documents written{left.en}. Report: {page}",
        )
    )
    say_to_sign_again(ended.to_sign, console)
    if ended.masked:
        console.print(what_is_masked(ended.masked))


def say_refused(not_made: Iterable[Failure], console: Console) -> None:
    """Says everything that is to mend."""
    several = tuple(not_made)
    faults: tuple[Diagnostic, ...] = tuple(
        dict.fromkeys(fault for refused in several for fault in refused.faults)
    )
    if faults:
        print_diagnostics(faults, console)
    if console.verbose:
        for refused in several:
            click.echo(refused.defect, err=True, nl=False)
