"""How papers are wanted, in the words of a person or a form, as the options that the stages take."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, assert_never, get_args

from pipeline.diagnostics import Diagnostic, InputError, Location, Message, RequestError, diagnose
from pipeline.intake.sandboxed import read_apart
from pipeline.papers.arguments import path_of, record_of_type, refuse_type, texts_of
from pipeline.papers.options import FORMATS, RenderOptions
from pipeline.render.pdf.conformance import CONFORMANCES, Conformance
from pipeline.thai.digits import DigitPolicy

if TYPE_CHECKING:
    from pipeline.document.reference import Reference

Embed = Literal["full", "subset", "none"]
"""How much of its fonts a DOCX holds: all, the characters that it uses, nothing."""

_FORMATS = Message("รายการชนิดแฟ้ม เช่น ['pdf']", "a list of kinds of file, as ['pdf']")
_OPTIONS = Message("สิ่งที่ได้จาก render_options", "what render_options gives")


def render_options(
    *,
    formats: Iterable[str] = FORMATS,
    digits: DigitPolicy | None = None,
    templates: str | os.PathLike[str] | None = None,
    reference: str | os.PathLike[str] | None = None,
    embed: Embed = "full",
    conformance: Conformance = "3a",
    public: bool = False,
) -> RenderOptions:
    """How papers are wanted; what is left out is as the commands have it.

    Args:
        formats: the kinds of file to make, of `docx` and `pdf`.
        digits: `thai`, `arabic`, or `mixed` (Thai but in English words); otherwise as the input says.
        templates: a folder of the office's own templates, style sheets, pictures and words.
        reference: a Word file of the office whose looks the papers take.
        embed: how much of its fonts a DOCX holds: `full`, `subset` (the characters used) or `none`.
        conformance: what a PDF claims: `3a` (PDF/A-3a, PDF/UA-1), `3b` (PDF/A-3b) or `none`.
        public: whether personal values are masked and the data left out of the files.

    Raises:
        RequestError: an option is none of those to choose from; all such options are told. Or one is of
            another type.
        InputError: there is no such folder of templates, or the Word file cannot be read.
    """
    wanted = texts_of(formats, "formats", _FORMATS)
    _refuse_unknown(wanted, digits, embed, conformance)
    folder = None if templates is None else _existing_folder(path_of(templates, "templates"))
    looks = None if reference is None else read_looks(path_of(reference, "reference"))
    match embed:
        case "none":
            return RenderOptions(digits, wanted, (), folder, conformance, looks, public=public)
        case "full" | "subset":
            return RenderOptions(digits, wanted, None, folder, conformance, looks, embed, public)
        case _:
            assert_never(embed)


def ensure_options(options: object) -> RenderOptions:
    """The options that a program passed. Raises as `render_options` does for what it would not give."""
    given = record_of_type(options, RenderOptions, "options", _OPTIONS)
    _refuse_unknown(given.formats, given.digits, given.extent, given.conformance)
    if given.folder is not None:
        if not isinstance(given.folder, Path):
            refuse_type(given.folder, "options", _OPTIONS)
        _existing_folder(given.folder)
    return given


def read_looks(office_file: Path) -> Reference:
    """The looks of an office's Word file. Raises `InputError` for one that cannot be read."""
    from pipeline.document.reference import read_reference  # noqa: PLC0415

    return read_apart(office_file, read_reference, office_file)


def _existing_folder(folder: Path) -> Path:
    if not folder.is_dir():
        raise InputError([diagnose("not-found", Location(str(folder)))])
    return folder


def _refuse_unknown(formats: tuple[str, ...], digits: object, embed: object, conformance: object) -> None:
    """Raises `RequestError` with all values that are none of those to choose from; no format is none, too."""
    choices: dict[str, tuple[Iterable[object], tuple[str, ...]]] = {
        "formats": (formats or ("",), FORMATS),
        "digits": (() if digits is None else (digits,), get_args(DigitPolicy)),
        "embed": ((embed,), get_args(Embed)),
        "conformance": ((conformance,), CONFORMANCES),
    }
    if faults := [fault for option, asked in choices.items() for fault in _unknown(option, *asked)]:
        raise RequestError(faults)


def _unknown(option: str, asked: Iterable[object], known: tuple[str, ...]) -> Iterator[Diagnostic]:
    """A fault for each value that is none of those to choose from."""
    for value in asked:
        if value not in known:
            yield diagnose("usage/option", option=option, shown=value, choices=", ".join(known))
