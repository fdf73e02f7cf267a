"""A paper made again from what one of its files holds (`docs/record.md`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, get_args

from pipeline import compose
from pipeline.compose import Paper
from pipeline.diagnostics import Diagnostic, InputError, Location, Message, diagnose
from pipeline.document.reference import Reference
from pipeline.intake import Source
from pipeline.intake.opening import empty_file, ordinary_bytes, unreadable
from pipeline.intake.sandboxed import read_apart
from pipeline.kinds import Kinds
from pipeline.papers.build import build, prepare_source
from pipeline.papers.former_wording import formerly_worded
from pipeline.papers.options import RenderOptions
from pipeline.papers.prepared import Prepared
from pipeline.papers.provenance import made_with
from pipeline.papers.record import PaperRecord, read_record
from pipeline.render.docx import Extent, record
from pipeline.render.pdf import Conformance, readback
from pipeline.thai.digits import DigitPolicy


@dataclass(frozen=True, slots=True)
class HeldPaper:
    """A file of ours: its bytes, what kind of file it is, and the record inside."""

    file: str
    content: bytes
    format: Literal["pdf", "docx"]
    record: PaperRecord

    def begins_with(self, made: bytes) -> bool:
        """Whether the file is `made`, or `made` with signatures added behind it (PDF)."""
        return self.content == made or (self.format == "pdf" and self.content.startswith(made))


def read_held_paper(path: Path) -> HeldPaper:
    """Reads the record in a PDF or DOCX. Raises `InputError`: no such file, or none of ours."""
    content = read_file(path)
    kind, data = _record_in(path, content)
    if data is None:
        refuse_public_copy(path, content)
        raise InputError([_not_ours(path)])
    record = read_record(data, str(path))
    if not _options_are_known(record):
        raise InputError([diagnose("record-broken", Location(str(path)))])
    return HeldPaper(str(path), content, kind, record)


def refuse_public_copy(path: Path, content: bytes) -> None:
    """Raises `InputError` for a copy for the public, which holds no data and says less than they do."""
    of_kind = record if content.startswith(b"PK") else readback
    if read_apart(path, of_kind.is_public_copy, content):
        raise InputError([diagnose("public-copy", Location(str(path)))])


def _options_are_known(record: PaperRecord) -> bool:
    """Whether the options that the paper was made with are such as this program has."""
    digits = record.digits is None or record.digits in get_args(DigitPolicy)
    counted = isinstance(record.edition, int) and record.edition >= 1
    return (
        digits
        and counted
        and record.conformance in get_args(Conformance)
        and record.extent in get_args(Extent)
    )


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises `InputError` where it cannot be read."""
    try:
        content = ordinary_bytes(path)
    except OSError as error:
        raise InputError([unreadable(path, error)]) from error
    if not content:
        raise InputError([empty_file(str(path))])
    return content


def _record_in(path: Path, content: bytes) -> tuple[Literal["pdf", "docx"], bytes | None]:
    if content.startswith(b"PK"):
        return "docx", read_apart(path, record.attached_data, content)
    return "pdf", read_apart(path, readback.attached_data, content)


def remake_paper(held: HeldPaper, folder: Path | None = None, reference: Reference | None = None) -> bytes:
    """The file as it was made; `folder` is the office's templates, `reference` its Word file, if it had any.

    Raises `InputError` with each thing that is not as it was: nothing is made that only resembles it.
    """
    if differences := differences_since(held, folder, reference):
        raise InputError(differences)
    return made_here(held, folder, reference)


def differences_since(
    held: HeldPaper, folder: Path | None = None, reference: Reference | None = None
) -> tuple[Diagnostic, ...]:
    """A fault for each thing that is not as it was when the file was made."""
    return (*_differences(held, folder), *_other_reference(held, reference))


def prepare_held(held: HeldPaper, known: Kinds) -> Prepared:
    """The data inside a file, checked and scored as this program does; where the sentences of the paper stood
    in templates of that time, with them. Raises `InputError`.
    """
    values, then = dict(held.record.values), held.record.made_with.templates
    if then != made_with(held.record.template, None).templates:
        values = formerly_worded(values) or values
    return prepare_source(Source(held.file, values), "record", known)


def made_here(held: HeldPaper, folder: Path | None = None, reference: Reference | None = None) -> bytes:
    """The file as this program makes it now from what it holds, whatever made it then."""
    record = held.record
    prepared = prepare_held(held, Kinds(folder))
    paper = _paper(held, (*prepared.papers, *compose.specimen_papers()))
    options = RenderOptions(
        record.digits,
        (held.format,),
        None if record.embeds else (),
        folder,
        record.conformance,
        reference,
        record.extent,
        edition=record.edition,
    )
    return build(prepared, paper, options).files[held.format]


def _paper(held: HeldPaper, known: tuple[Paper, ...]) -> Paper:
    for paper in known:
        if paper.template == held.record.template:
            return paper
    raise InputError([diagnose("record-paper", Location(held.file), template=held.record.template)])


NAMES = {
    "version": Message("รุ่นโปรแกรม", "program"),
    "templates": Message("แม่แบบ", "templates"),
    "fonts": Message("แบบอักษร", "fonts"),
    "libraries": Message("ไลบรารีจัดหน้า", "typesetting libraries"),
    "date": Message("วันที่ของแฟ้ม", "date of the file"),
}
"""What a paper is made with (`MadeWith`), as it is told to a person."""

_DIFFERS = {
    "version": partial(diagnose, "record-version"),
    "templates": partial(diagnose, "record-templates"),
    "fonts": partial(diagnose, "record-fonts"),
    "libraries": partial(diagnose, "record-libraries"),
    "date": partial(diagnose, "record-date"),
}
"""The fault of each that is not as it was."""


def _differences(held: HeldPaper, folder: Path | None) -> Iterator[Diagnostic]:
    """A fault for each thing that differs from when the file was made."""
    now = made_with(held.record.template, folder)
    for key, told in _DIFFERS.items():
        was, here = getattr(held.record.made_with, key), getattr(now, key)
        if was != here:
            yield told(Location(held.file), was=was, here=here)


def _other_reference(held: HeldPaper, reference: Reference | None) -> Iterator[Diagnostic]:
    """A fault where the office's Word file is not the one that gave the paper its looks."""
    if held.record.reference != (reference.digest if reference else ""):
        yield diagnose("record-reference", Location(held.file))


def _not_ours(path: Path) -> Diagnostic:
    return diagnose("no-record", Location(str(path)))
