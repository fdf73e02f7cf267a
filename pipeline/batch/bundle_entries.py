"""The documents of a batch's folder in the order in which they are signed, from its ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from pipeline.batch.ledger import read_ledger
from pipeline.batch.ledger_documents import DocumentRow, FileRow, InputRow
from pipeline.batch.standing import standing
from pipeline.faults import Fault, InputFaults, Place, Words

CODE_LENGTH = 10
"""So many digits of a PDF's SHA-256 name it on paper: two of a million documents meet once in a million."""

NAMED = 5
"""So many documents are named where one code fits several."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the bundle.

    `position` counts from 1; `code` leads back to its line in the ledger; `signers` are `(name, post)`;
    `edited` says that somebody changed the PDF by hand.
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


class Shelf(NamedTuple):
    """What a batch left in its folder: its title, and its documents in signing order."""

    title: str
    entries: tuple[Entry, ...]


def read_shelf(folder: Path) -> Shelf:
    """The documents of the last batch in a folder: by units in its order, then as papers are bound.

    Raises `InputFaults`: no batch was run into the folder, or a document has no PDF.
    """
    with read_ledger(folder) as ledger:
        title, units = ledger.documents.order()
        files, inputs = ledger.documents.files(), ledger.documents.inputs()
        rows = [row for row in ledger.documents.all().values() if row.unit in set(units)]
        rows.sort(key=lambda row: (units.index(row.unit), _bound(row, inputs)))
        pdfs = {row.name: f"{row.name}.pdf" for row in rows}
        stands = {name: standing(folder, pdf, files.get(pdf), ledger) for name, pdf in pdfs.items()}
    if not rows:
        raise InputFaults([_no_batch(folder)])
    if missing := [name for name, how in stands.items() if how == "missing"]:
        raise InputFaults(_no_pdf(folder / pdfs[name]) for name in missing)
    edited = {name for name, how in stands.items() if how == "edited"}
    entries = (
        _entry(position, row, inputs[row.input_key], files[pdfs[row.name]], folder)
        for position, row in enumerate(rows, 1)
    )
    return Shelf(title, tuple(replace(entry, edited=entry.name in edited) for entry in entries))


def find(folder: Path, code: str) -> tuple[DocumentRow, InputRow, tuple[FileRow, ...]]:
    """The ledger's line of the document that bears `code`, or begins with it and no other does.

    Raises `InputFaults`: there is none, or there are several.
    """
    wanted = code.strip().lower().removeprefix("saraban:")
    with read_ledger(folder) as ledger:
        files = ledger.documents.files().values()
        names = {file.document for file in files if wanted and file.sha256.startswith(wanted)}
        rows = [row for row in ledger.documents.all().values() if row.name in names]
        if len(rows) != 1:
            raise InputFaults([_several(code, rows, folder) if rows else _no_code(code, folder)])
        (row,) = rows
        own = tuple(file for file in files if file.document == row.name)
        return row, ledger.documents.inputs()[row.input_key], own


def _bound(row: DocumentRow, inputs: Mapping[str, InputRow]) -> int:
    """Where a paper stands among those of its unit."""
    papers = [paper for paper, _ in inputs[row.input_key].papers]
    return papers.index(row.paper) if row.paper in papers else len(papers)


def _entry(position: int, row: DocumentRow, made_from: InputRow, pdf: FileRow, folder: Path) -> Entry:
    signing = made_from.facts["signing"][row.paper]
    return Entry(
        position=position,
        name=row.name,
        unit=row.facts["unit"],
        paper=row.paper,
        title=made_from.facts["titles"][row.paper],
        number=signing["number"],
        signers=tuple((name, post) for name, post in signing["signers"]),
        pages=row.facts["pages"],
        code=pdf.sha256[:CODE_LENGTH],
        path=folder / pdf.path,
    )


def _no_batch(folder: Path) -> Fault:
    what = Words("โฟลเดอร์นี้ไม่มีเอกสารของชุดงาน", "the folder holds no documents of a batch")
    remedy = Words(
        "ทำเอกสารก่อน: saraban batch แฟ้มชุดงาน -o โฟลเดอร์นี้", "make them first: saraban batch RUN -o this folder"
    )
    return Fault("no-batch", what, remedy, Place(str(folder)))


def _no_pdf(path: Path) -> Fault:
    what = Words("ไม่มีแฟ้ม PDF นี้", "this PDF is not there")
    remedy = Words("สั่ง saraban batch อีกครั้งให้ครบทั้ง PDF", "run saraban batch again, PDF included")
    return Fault("no-pdf", what, remedy, Place(str(path)))


def _no_code(code: str, folder: Path) -> Fault:
    what = Words(f"ไม่มีเอกสารรหัส '{code}' ในโฟลเดอร์นี้", f"no document of code '{code}' in this folder")
    remedy = Words(
        "ตรวจรหัส เอกสารอาจทำใหม่หลังจากพิมพ์ชุดนี้", "check the code; the document may have been made anew since"
    )
    return Fault("no-code", what, remedy, Place(str(folder)))


def _several(code: str, rows: list[DocumentRow], folder: Path) -> Fault:
    names = ", ".join(row.name for row in rows[:NAMED]) + (" …" if len(rows) > NAMED else "")
    what = Words(
        f"รหัส '{code}' เป็นของเอกสาร {len(rows)} ฉบับ: {names}",
        f"{len(rows)} documents bear the code '{code}': {names}",
    )
    remedy = Words("พิมพ์รหัสให้ครบทุกตัว", "type the whole code")
    return Fault("several-codes", what, remedy, Place(str(folder)))
