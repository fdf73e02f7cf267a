"""A CSV file -> one sheet, named after the file: for long flat tables, such as `ผลรอบ.csv`."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.csv_text import MAX_BYTES, table_rows
from pipeline.intake.opening import ordinary_bytes, unreadable
from pipeline.intake.sheets import Cell, Sheet
from pipeline.thai.repair import repair_text

MAX_ROWS = 5_000
MAX_COLUMNS = 200


def read_csv(path: Path, *, most_rows: int = MAX_ROWS, most_bytes: int = MAX_BYTES) -> Sheet:
    """The cells of the CSV file at `path`, in whatever of its encodings and with whatever of its separators
    (`csv_text`). A row is named by the line that it begins on.

    Raises `InputError`: another encoding, too large, a quotation mark that is never closed.
    """
    file = str(path)
    try:
        data = ordinary_bytes(path, most_bytes + 1)
    except OSError as error:
        raise InputError([unreadable(path, error)]) from error
    rows: dict[int, dict[int, Cell]] = {}
    for count, (line, fields) in enumerate(table_rows(data, file, most_bytes), 1):
        if count > most_rows or len(fields) > MAX_COLUMNS:
            raise InputError([_too_large(Location(file, line), most_rows)])
        cells = {
            column: Cell(typed, Location(file, line, column), shown=typed)
            for column, field in enumerate(fields, 1)
            if (typed := repair_text(field).strip())
        }
        if cells:
            rows[line] = cells
    return Sheet(unicodedata.normalize("NFC", path.stem), file, rows, is_csv=True)


def _too_large(place: Location, most_rows: int) -> Diagnostic:
    return diagnose("too-large/table", place, rows=f"{most_rows:,}", columns=MAX_COLUMNS)
