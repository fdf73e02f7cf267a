"""`saraban verify FILE.pdf`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pipeline.cli.console import Console, say_json
from pipeline.cli.extras import require_signing
from pipeline.cli.signature_report import said_of, verification_json
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.document.reference import read_reference
from pipeline.intake.sandboxed import read_apart
from pipeline.papers.build import prepare
from pipeline.papers.fingerprints import values_digest
from pipeline.signing.keys import load_roots
from pipeline.verify.pdf import PdfVerification, verify_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.cli.verify import Asked


def verify(asked: Asked, console: Console) -> ExitCode:
    """Checks the signatures of a PDF, and holds its text against the data inside."""
    require_signing()
    roots = load_roots(asked.trust) if asked.trust else None
    reference = read_apart(asked.reference, read_reference, asked.reference) if asked.reference else None
    found = verify_pdf(asked.file, roots, asked.templates, reference)
    same_data = _made_from(found, asked.path) if asked.path else None
    if asked.as_json:
        say_json(verification_json(found, str(asked.file), same_data, console))
    else:
        for line in said_of(found, same_data, console):
            click.echo(line)
    return ExitCode.OK if found.sound and same_data is not False else ExitCode.FINDINGS


def _made_from(found: PdfVerification, path: Path) -> bool:
    """Whether the data inside the file are those of the input at `path`."""
    digest = values_digest(dict(prepare(path).values))
    return found.record is not None and digest.startswith(found.record.data_version)
