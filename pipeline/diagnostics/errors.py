"""The exceptions of each stage: all diagnostics that it found, together, with the command's exit code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.diagnostics.exit_codes import ExitCode


class SarabanError(Exception):
    """Everything that one stage found wrong, together. Each subclass says how a command ends by it."""

    exit_code: ClassVar[ExitCode]

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(one.text("en") for one in self.diagnostics))


class RequestError(SarabanError):
    """What was asked for cannot be had, whatever the data are: a paper that an input does not make, a file of
    a kind that nothing verifies.
    """

    exit_code = ExitCode.USAGE


class InputError(SarabanError):
    """The data are refused: unreadable, incomplete or contradictory."""

    exit_code = ExitCode.INPUT


class TemplateError(SarabanError):
    """A template, its markup or a style sheet is refused."""

    exit_code = ExitCode.TEMPLATE


class PageError(SarabanError):
    """The document cannot be set on its pages (a word wider than the page, a missing glyph)."""

    exit_code = ExitCode.PAGE


class OutputError(SarabanError):
    """A file cannot be written, or would overwrite a person's edits."""

    exit_code = ExitCode.OUTPUT


class MachineError(SarabanError):
    """The machine, or others that it was to work with, lack something that the program needs."""

    exit_code = ExitCode.ENVIRONMENT


class AuditError(SarabanError):
    """The papers contradict themselves, and were asked not to (`render --strict`)."""

    exit_code = ExitCode.FINDINGS
