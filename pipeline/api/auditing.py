"""Contradictions and slips in finished papers, whoever made them, and in the papers that data make."""

from __future__ import annotations

from pipeline.api.inputs import StrPath
from pipeline.audit.findings import Finding
from pipeline.diagnostics import Location, RequestError, diagnose
from pipeline.extraction.document_reader import is_finished
from pipeline.papers.arguments import path_of
from pipeline.papers.auditing import audit_finished, audit_input
from pipeline.papers.build import DEFAULT_OPTIONS, RenderOptions
from pipeline.papers.chosen_options import ensure_options


def audit(
    *paths: StrPath,
    together: bool = False,
    allowed: StrPath | None = None,
    options: RenderOptions = DEFAULT_OPTIONS,
) -> tuple[Finding, ...]:
    """Finds contradictions and slips in papers, by the rules of `docs/audit.md`.

    Args:
        paths: finished papers (`.docx`, `.pdf`, `.txt`, `.md`), whoever made them, or inputs.
        together: whether finished papers are held against one another, as a memo and its report; the
            papers of an input always are.
        allowed: a `.yaml` file of exceptions with reasons, for the finished papers.
        options: how the papers of inputs are wanted.

    Returns:
        Findings of the finished papers first, then those of the inputs, each with its place, the words, the
            rule and the remedy; `refused` says whether it is an error, or a doubt, that nobody accepted.

    Raises:
        InputError: with all files and data that cannot be read.
        TemplateError: the papers of an input cannot be composed.
        RequestError: nothing is given, exceptions without a finished paper, an argument of another type.
    """
    files, options = [path_of(path, "paths") for path in paths], ensure_options(options)
    if not files:
        raise RequestError([diagnose("usage/no-input")])
    exceptions = None if allowed is None else path_of(allowed, "allowed")
    finished = [file for file in files if is_finished(file)]
    if allowed is not None and not finished:
        raise RequestError([diagnose("usage/allow", Location(str(allowed)))])
    found = audit_finished(finished, exceptions, together=together) if finished else ()
    inputs = (file for file in files if file not in finished)
    return (*found, *(finding for file in inputs for finding in audit_input(file, options)))
