"""`saraban audit`: contradictions and slips in data and in finished papers."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline import api
from pipeline.cli.audit_doc import audit_doc
from pipeline.cli.audit_json import audit_json
from pipeline.cli.audit_report import say_findings
from pipeline.cli.console import Console, say_json
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import diagnose
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.papers.options import RenderOptions


def audit(
    console: Console,
    *,
    inputs: tuple[Path, ...],
    together: bool,
    allowed: Path | None,
    as_json: bool,
    show_rules: bool,
    templates: Path | None,
) -> ExitCode:
    """Audits each input, or all papers together, and prints what is found."""
    if show_rules:
        click.echo(audit_doc(), nl=False)
        return ExitCode.OK
    if not inputs:
        raise UsageError(diagnose("usage/no-input"))
    findings = api.audit(*inputs, together=together, allowed=allowed, options=RenderOptions(folder=templates))
    if as_json:
        say_json(audit_json(findings, console))
    else:
        say_findings(findings, console)
    return ExitCode.FINDINGS if any(finding.refused for finding in findings) else ExitCode.OK
