"""Reads any input as one `Source`: YAML, a workbook, or YAML with CSV tables beside it."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import intake
from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake import Source
from pipeline.intake.book_reader import read_book_apart
from pipeline.intake.opening import unreadable
from pipeline.workbook.marked_copies import copies_beside, is_marked, remarks_on

if TYPE_CHECKING:
    from pipeline.intake.sheets import Sheet
    from pipeline.workbook.layout import Layout

AsData = Callable[["Sheet"], "Sheet"]
"""What of a sheet is data of the input that is read, where a workbook holds more than one input."""

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
"""File types that are taken for workbooks; all but the first are refused in words of their own."""


def _all_of(sheet: Sheet) -> Sheet:
    return sheet


def read(path: str | os.PathLike[str], layouts: Mapping[str, Layout], as_data: AsData = _all_of) -> Source:
    """The values of the input at `path`, with the place of each.

    A file of a workbook's type is read as a workbook. A folder is read as its YAML files, with the
    CSV files beside them (`ผลรอบ.csv` is the sheet `ผลรอบ`); a folder that holds no YAML but one
    workbook is that workbook. `layouts` are those of the kinds of input, by name. Marked copies of
    a workbook are left out, and told of. Raises `InputError`.
    """
    given = Path(path)
    try:
        is_folder, is_there = given.is_dir(), given.exists()
    except OSError as error:
        raise InputError([unreadable(given, error)]) from error
    if is_folder:
        return _folder(given, layouts)
    if given.suffix.lower() in WORKBOOKS and is_there:
        return _workbook(given, copies_beside(given), layouts, as_data)
    if given.suffix.lower() == ".csv" and is_there:
        raise InputError([_lone_table(given)])
    return intake.read(path)


def book_of(path: Path) -> Path | None:
    """The workbook that `path` is, or that it holds as its only data; `None` if it is none."""
    if not path.is_dir():
        return path if path.suffix.lower() == ".xlsx" and path.is_file() else None
    books, copies = _books(_visible(path))
    return (books or copies)[0] if len(books or copies) == 1 else None


def _books(files: list[Path]) -> tuple[list[Path], list[Path]]:
    """The workbooks among a folder's files and the marked copies of such, if no YAML is among them."""
    if any(file.suffix.lower() in (".yaml", ".yml") for file in files):
        return [], []
    found = [file for file in files if file.suffix.lower() == ".xlsx"]
    copies = [file for file in found if is_marked(file)]
    return [file for file in found if file not in copies], copies


def _folder(folder: Path, layouts: Mapping[str, Layout]) -> Source:
    files = _visible(folder)
    books, copies = _books(files)
    tables = [file for file in files if file.suffix.lower() == ".csv"]
    if books or copies:
        read, *others = books or copies
        if others:
            raise InputError([_several_books(folder, [read, *others])])
        return _workbook(read, copies if books else [], layouts)
    source = intake.read(folder)
    unread = [
        _diagnose_unread_workbook(file)
        for file in files
        if file.suffix.lower() == ".xlsx" and not is_marked(file)
    ]
    source = replace(source, remarks=(*source.remarks, *unread))
    if not tables:
        return source
    from pipeline.workbook.flat_tables import with_tables  # noqa: PLC0415

    return with_tables(source, tables, layouts)


def _visible(folder: Path) -> list[Path]:
    """The folder's files by name, without hidden ones and the lock files that Excel leaves (`~$…`)."""
    try:
        found = sorted(folder.iterdir(), key=lambda file: unicodedata.normalize("NFC", file.name))
    except OSError:
        return []
    return [file for file in found if file.is_file() and not file.name.startswith((".", "~$"))]


def _workbook(
    path: Path, copies: Sequence[Path], layouts: Mapping[str, Layout], as_data: AsData = _all_of
) -> Source:
    from pipeline.workbook.arranging import arrange  # noqa: PLC0415

    remarks = remarks_on(path, copies)
    book = read_book_apart(path)
    source = arrange(replace(book, sheets=tuple(map(as_data, book.sheets))), layouts)
    return replace(source, remarks=(*remarks, *source.remarks))


def _diagnose_unread_workbook(book: Path) -> Diagnostic:
    return diagnose("unread-workbook", Location(str(book)))


def _several_books(folder: Path, books: list[Path]) -> Diagnostic:
    names = ", ".join(book.name for book in books)
    return diagnose("several-workbooks", Location(str(folder)), names=names, book=books[0])


def _lone_table(path: Path) -> Diagnostic:
    return diagnose("file-type", Location(str(path)))
