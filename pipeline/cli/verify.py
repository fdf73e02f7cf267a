"""`saraban verify`: whether a file that came back still says what the data say, and who signed it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import api
from pipeline.cli import verify_report
from pipeline.cli.console import Console, say_json
from pipeline.diagnostics import Message
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.rounds.standing_papers import later_edition

if TYPE_CHECKING:
    from pipeline.api import PdfVerification, Verification


def verify(
    console: Console,
    *,
    file: Path,
    path: Path | None,
    paper_id: str | None,
    templates: Path | None,
    reference: Path | None,
    trust: Path | None,
    as_json: bool,
) -> ExitCode:
    """Compares as the kind of file demands it; the exit code says whether anything was found."""
    wanted = api.render_options(templates=templates, reference=reference)
    report = api.verify(file, path, paper=paper_id, trust=trust, options=wanted)
    if isinstance(report, api.Verification):
        _say_verification(report, str(file), console, as_json)
    else:
        _say_signatures(report, str(file), console, as_json)
    _say_later_edition(file, console)
    return ExitCode.OK if report.sound else ExitCode.FINDINGS


def _say_verification(report: Verification, file: str, console: Console, as_json: bool) -> None:
    if as_json:
        say_json(verify_report.verification_json(report, file, console))
    else:
        verify_report.say_verification(report, console)


def _say_later_edition(file: Path, console: Console) -> None:
    """Tells of a file in an output folder that another edition counts now."""
    if later := later_edition(file):
        console.error(Message(f"มีฉบับที่ใหม่กว่า: {later.name}", f"a later edition counts now: {later.name}"))


def _say_signatures(report: PdfVerification, file: str, console: Console, as_json: bool) -> None:
    from pipeline.cli.signature_report import said_of, verification_json  # noqa: PLC0415

    if as_json:
        say_json(verification_json(report, file, console))
    else:
        for line in said_of(report, console):
            click.echo(line)
