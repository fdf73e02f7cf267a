"""The entries of a bundle: documents of a batch's folder, and which of them bears a QR code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.output.ledger import read_ledger
from pipeline.output.ledger_documents import DocumentRow, FileRow, InputRow

if TYPE_CHECKING:
    from pipeline.batch.plan import PlannedDocument

CODE_LENGTH = 10
"""So many digits of a PDF's SHA-256 name it on paper: two of a million documents meet once in a million."""

NAMED = 5
"""So many documents are named where one code fits several."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the bundle.

    `position` counts from 1; `code` leads back to its line in the ledger; `signers` are `(name, post)`;
    `edited` says that somebody changed the PDF by hand, `signed` that it came back signed.
    """

    position: int
    name: str
    unit: str
    paper: str
    title: str
    number: str
    signers: tuple[tuple[str, str], ...]
    pages: int
    code: str
    path: Path
    edited: bool = False
    signed: bool = False


@dataclass(frozen=True, slots=True)
class RunMark:
    """Which run documents are of: `code` is a digest of what it left; `number` counts the runs of a folder,
    0 where it is none's; `ended` is when it did (ISO 8601).
    """

    code: str
    number: int = 0
    ended: str = ""


def entry_of(
    position: int, document: PlannedDocument, row: DocumentRow, pdf: FileRow, folder: Path, *, signed: bool
) -> Entry:
    """The entry of a document that stands in a folder; who signs it is told by the batch as it is now."""
    facts = document.made_from.facts
    signing = facts["signing"][document.paper]
    return Entry(
        position=position,
        name=document.name,
        unit=document.unit.id,
        paper=document.paper,
        title=facts["titles"][document.paper],
        number=signing["number"],
        signers=tuple((name, post) for name, post in signing["signers"]),
        pages=row.facts["pages"],
        code=pdf.sha256[:CODE_LENGTH],
        path=folder / pdf.path,
        edited=document.state == "edited",
        signed=signed,
    )


def find(folder: Path, code: str) -> tuple[DocumentRow, InputRow, tuple[FileRow, ...]]:
    """The ledger's line of the document that bears `code`, or begins with it and no other does.

    Raises `InputError`: there is none, or there are several.
    """
    wanted = code.strip().lower().removeprefix("saraban:")
    with read_ledger(folder) as ledger:
        files = ledger.documents.files().values()
        names = {file.document for file in files if wanted and file.sha256.startswith(wanted)}
        rows = [row for row in ledger.documents.all().values() if row.name in names]
        if len(rows) != 1:
            raise InputError([_several(code, rows, folder) if rows else _no_code(code, folder)])
        (row,) = rows
        own = tuple(file for file in files if file.document == row.name)
        return row, ledger.documents.inputs()[row.input_key], own


def no_batch(folder: Path) -> Diagnostic:
    """Nothing of a batch stands in the folder."""
    return diagnose("no-batch", Location(str(folder)))


def _no_code(code: str, folder: Path) -> Diagnostic:
    return diagnose("no-code", Location(str(folder)), code=code)


def _several(code: str, rows: list[DocumentRow], folder: Path) -> Diagnostic:
    names = ", ".join(row.name for row in rows[:NAMED]) + (" …" if len(rows) > NAMED else "")
    return diagnose("several-codes", Location(str(folder)), code=code, count=len(rows), names=names)
