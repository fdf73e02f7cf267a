"""A workbook and its marked copies (`annotating`) side by side: which one is read, and when that is asked.

An officer who corrects the copy, and not the workbook, would get papers of the old data. So a copy that is
newer than its workbook and holds other data stops the work.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.book_reader import read_book_apart
from pipeline.intake.opening import ordinary_bytes
from pipeline.intake.xlsx_package import MAX_BYTES
from pipeline.workbook.own_sheets import FINDINGS, NOT_DATA

ANNOTATED = "-ตรวจแล้ว"
"""What the name of a marked copy ends in, until somebody renames it."""

MARK = "saraban_marked_copy"
"""The defined name inside a marked copy, by which it is known under any name."""

_WORKBOOK, _MOST = "xl/workbook.xml", 1_000_000
_SIGNS = (MARK.encode(), f'name="{FINDINGS}"'.encode())
_UNREADABLE = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    EOFError,
)


def is_marked(path: Path) -> bool:
    """Whether a workbook is a marked copy: by its mark, or by the sheet of findings that older ones have."""
    try:
        with (
            zipfile.ZipFile(io.BytesIO(ordinary_bytes(path, MAX_BYTES))) as package,
            package.open(_WORKBOOK) as part,
        ):
            head = part.read(_MOST)
    except _UNREADABLE:
        return False
    return any(sign in head for sign in _SIGNS)


def copies_beside(book: Path) -> list[Path]:
    """The marked copies of `book` that lie beside it under the names that they were given."""
    stem = _compose_name(book.stem)
    try:
        files = [file for file in book.parent.iterdir() if file.suffix.lower() == ".xlsx" and file != book]
    except OSError:
        return []
    named = [file for file in files if _compose_name(file.stem).startswith(f"{stem}{ANNOTATED}")]
    return sorted(file for file in named if not file.name.startswith((".", "~$")) and is_marked(file))


def remarks_on(book: Path, copies: Sequence[Path]) -> tuple[Diagnostic, ...]:
    """That `book` is read, and its copies are not; or that it is a marked copy itself.

    Raises `InputError` for a copy that is newer and holds other data.
    """
    newer = [copy for copy in copies if _is_newer(copy, book) and _differ(copy, book)]
    if newer:
        raise InputError([_diagnose_corrected_copy(copy, book) for copy in newer])
    if is_marked(book):
        return (_is_a_copy(book),)
    return tuple(_left_out(copy, book) for copy in copies)


def _compose_name(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _is_newer(copy: Path, book: Path) -> bool:
    try:
        return copy.stat().st_mtime_ns >= book.stat().st_mtime_ns
    except OSError:
        return False


def _differ(copy: Path, book: Path) -> bool:
    """Whether the two hold other data. A formula whose value the copy has lost tells nothing."""
    one, other = _cells(copy), _cells(book)
    if one is None or other is None:
        return one is not other
    unsure = {cell for cells in (one, other) for cell, text in cells.items() if text is None}
    return any(one.get(cell) != other.get(cell) for cell in (one.keys() | other.keys()) - unsure)


def _cells(path: Path) -> dict[tuple[str, str], str | None] | None:
    """What each cell holds, without those of the program's own sheets; `None` for a cell, or a file, that
    cannot be read.
    """
    try:
        book = read_book_apart(path)
    except InputError:
        return None
    found: dict[tuple[str, str], str | None] = {
        (sheet.name, cell.place.cell): cell.text
        for sheet in book.sheets
        for cells in sheet.rows.values()
        for cell in cells.values()
        if sheet.name not in NOT_DATA
    }
    return found | {
        (fault.location.sheet, fault.location.cell): None for fault in book.faults if fault.location
    }


def _diagnose_corrected_copy(copy: Path, book: Path) -> Diagnostic:
    return diagnose("corrected-copy", Location(str(copy)), book=book.name)


def _left_out(copy: Path, book: Path) -> Diagnostic:
    return diagnose("unread-workbook/copy", Location(str(copy)), book=book.name)


def _is_a_copy(book: Path) -> Diagnostic:
    return diagnose("marked-copy", Location(str(book)))
