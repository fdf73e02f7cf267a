"""How papers are wanted, in the words of a person or a form, as the options that the stages take."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, assert_never, get_args

from pipeline.diagnostics import Diagnostic, InputError, Location, RequestError, diagnose
from pipeline.intake.sandboxed import read_apart
from pipeline.papers.options import FORMATS, RenderOptions
from pipeline.render.pdf.conformance import CONFORMANCES, Conformance
from pipeline.thai.digits import DigitPolicy

if TYPE_CHECKING:
    from pipeline.document.reference import Reference

Embed = Literal["full", "subset", "none"]
"""How much of its fonts a DOCX holds: all, the characters that it uses, nothing."""


def render_options(
    *,
    formats: Iterable[str] = FORMATS,
    digits: DigitPolicy | None = None,
    templates: str | os.PathLike[str] | None = None,
    reference: str | os.PathLike[str] | None = None,
    embed: Embed = "full",
    conformance: Conformance = "3a",
) -> RenderOptions:
    """How papers are wanted; what is left out is as the commands have it.

    Args:
        formats: the kinds of file to make, of `docx` and `pdf`.
        digits: `thai`, `arabic`, or `mixed` (Thai but in English words); otherwise as the input says.
        templates: a folder of the office's own templates, style sheets, pictures and words.
        reference: a Word file of the office whose looks the papers take.
        embed: how much of its fonts a DOCX holds: `full`, `subset` (the characters used) or `none`.
        conformance: what a PDF claims: `3a` (PDF/A-3a, PDF/UA-1), `3b` (PDF/A-3b) or `none`.

    Raises:
        RequestError: an option is none of those to choose from; all such options are told.
        InputError: there is no such folder of templates, or the Word file cannot be read.
    """
    wanted = tuple(formats)
    choices: dict[str, tuple[Iterable[object], tuple[str, ...]]] = {
        "formats": (wanted, FORMATS),
        "digits": ((digits,) if digits else (), get_args(DigitPolicy)),
        "embed": ((embed,), get_args(Embed)),
        "conformance": ((conformance,), CONFORMANCES),
    }
    if faults := [fault for option, asked in choices.items() for fault in _unknown(option, *asked)]:
        raise RequestError(faults)
    folder = Path(templates) if templates is not None else None
    if folder is not None and not folder.is_dir():
        raise InputError([diagnose("not-found", Location(str(folder)))])
    looks = read_looks(Path(reference)) if reference is not None else None
    match embed:
        case "none":
            return RenderOptions(digits, wanted, (), folder, conformance, looks)
        case "full" | "subset":
            return RenderOptions(digits, wanted, None, folder, conformance, looks, embed)
        case _:
            assert_never(embed)


def read_looks(office_file: Path) -> Reference:
    """The looks of an office's Word file. Raises `InputError` for one that cannot be read."""
    from pipeline.document.reference import read_reference  # noqa: PLC0415

    return read_apart(office_file, read_reference, office_file)


def _unknown(option: str, asked: Iterable[object], known: tuple[str, ...]) -> Iterator[Diagnostic]:
    """A fault for each value that is none of those to choose from."""
    for value in asked:
        if value not in known:
            yield diagnose("usage/option", option=option, shown=value, choices=", ".join(known))
