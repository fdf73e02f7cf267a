"""A workbook of others, read in a process of its own."""

from __future__ import annotations

from pathlib import Path

from pipeline.intake.sandboxed import read_apart
from pipeline.intake.sheets import Book


def read_book_apart(path: Path) -> Book:
    """The workbook's sheets, with its faults. Raises `InputError` where the file cannot be read.

    The reader of workbooks is loaded here: data in YAML start without it.
    """
    from pipeline.intake.xlsx_reader import read_book  # noqa: PLC0415

    return read_apart(path, read_book, path)
