"""`saraban verify`: whether a file that came back still says what the data say, and who signed it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from pipeline.cli.console import Console
from pipeline.cli.usage_errors import UsageError
from pipeline.diagnostics import diagnose
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.intake.opening import refuse_what_is_no_file

_VERIFIERS = {".docx": "pipeline.cli.verify_docx", ".pdf": "pipeline.cli.verify_pdf"}
"""The module whose `verify` looks at files of a kind."""


class Asked(NamedTuple):
    """What the command line asks: a file, its data, which paper of them, made with what, whom one trusts, and
    how it is told.
    """

    file: Path
    path: Path | None
    paper_id: str | None
    templates: Path | None
    reference: Path | None
    trust: Path | None
    as_json: bool


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
    refuse_what_is_no_file(file)
    return _verifier_of(file)(Asked(file, path, paper_id, templates, reference, trust, as_json), console)


def _verifier_of(file: Path) -> Callable[[Asked, Console], ExitCode]:
    """How a file of this kind is verified, by its suffix."""
    module = _VERIFIERS.get(file.suffix.lower())
    if module is None:
        known = ", ".join(_VERIFIERS)
        raise UsageError(diagnose("usage/verified-files", ending=file.suffix, known=known))
    verifier: Callable[[Asked, Console], ExitCode] = import_module(module).verify
    return verifier
