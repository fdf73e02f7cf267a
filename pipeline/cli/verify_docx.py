"""`saraban verify FILE.docx INPUT`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.cli.console import Console, say_json
from pipeline.cli.usage_errors import UsageError
from pipeline.cli.verify_report import say_verification, verification_json
from pipeline.compose import Paper
from pipeline.diagnostics import diagnose
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.document.reference import read_reference
from pipeline.extraction.docx.reader import read_docx
from pipeline.intake.sandboxed import read_apart
from pipeline.papers.build import RenderOptions, prepare
from pipeline.papers.prepared import Prepared
from pipeline.verify import verify as verified

if TYPE_CHECKING:
    from pipeline.cli.verify import Asked


def verify(asked: Asked, console: Console) -> ExitCode:
    """Holds the text of a DOCX against its data."""
    found = read_apart(asked.file, read_docx, asked.file)
    if asked.path is None:
        raise UsageError(diagnose("usage/no-data"))
    prepared = prepare(asked.path)
    looks = read_apart(asked.reference, read_reference, asked.reference) if asked.reference else None
    options = RenderOptions(folder=asked.templates, reference=looks)
    verification = verified(found, prepared, _paper(prepared, asked.paper_id), options)
    if asked.as_json:
        say_json(verification_json(verification, found.source, console))
    else:
        say_verification(verification, console)
    return ExitCode.FINDINGS if verification.differences else ExitCode.OK


def _paper(prepared: Prepared, paper_id: str | None) -> Paper | None:
    """The paper that was named; `None` if none was. `UsageError` for one that the input does not make."""
    if paper_id is None:
        return None
    made = {paper.id: paper for paper in prepared.papers}
    if paper_id not in made:
        raise UsageError(diagnose("usage/no-paper", asked=paper_id, papers=", ".join(made)))
    return made[paper_id]
