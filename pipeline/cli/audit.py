"""`saraban audit`: contradictions and slips in data and in finished papers."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.audit import Finding
from pipeline.cli.audit_doc import audit_doc
from pipeline.cli.audit_json import audit_json
from pipeline.cli.audit_report import say_findings
from pipeline.cli.console import Console, say_json
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import diagnose
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.extraction.document_reader import is_finished
from pipeline.papers.auditing import audit_finished, audit_input


def audit(
    console: Console,
    *,
    inputs: tuple[Path, ...],
    together: bool,
    allowed: Path | None,
    as_json: bool,
    show_rules: bool,
) -> ExitCode:
    """Audits each input, or all papers together, and prints what is found."""
    if show_rules:
        click.echo(audit_doc(), nl=False)
        return ExitCode.OK
    if not inputs:
        raise UsageError(diagnose("usage/no-input"))
    findings = _findings(inputs, allowed, together=together)
    if as_json:
        say_json(audit_json(findings, console))
    else:
        say_findings(findings, console)
    return ExitCode.FINDINGS if any(finding.refused for finding in findings) else ExitCode.OK


def _findings(inputs: tuple[Path, ...], allowed: Path | None, *, together: bool) -> tuple[Finding, ...]:
    """Finished papers first, then data, each in the order given."""
    papers = tuple(path for path in inputs if is_finished(path))
    data = tuple(path for path in inputs if not is_finished(path))
    if allowed and not papers:
        raise UsageError(diagnose("usage/allow"))
    found = audit_finished(papers, allowed, together=together) if papers else ()
    return (*found, *(finding for path in data for finding in audit_input(path)))
