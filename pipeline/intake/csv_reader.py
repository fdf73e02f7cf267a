"""A CSV file -> one sheet, named after the file: for long flat tables, such as `ผลรอบ.csv`."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path

from pipeline.faults import Fault, InputFaults, Place, Words
from pipeline.intake.decoding import decode
from pipeline.intake.opening import ordinary_bytes, unreadable
from pipeline.intake.sheets import Cell, Sheet
from pipeline.thai.repair import repair_text

MAX_BYTES = 5_000_000
MAX_ROWS = 5_000
MAX_COLUMNS = 200
_DELIMITERS = ",;\t"


def read_csv(path: Path) -> Sheet:
    """The cells of the CSV file at `path`; commas, semicolons or tabs, whichever its header has most of.

    Raises `InputFaults`: not UTF-8, too large, a quotation mark that is never closed.
    """
    file = str(path)
    try:
        data = ordinary_bytes(path, MAX_BYTES + 1)
    except OSError as error:
        raise InputFaults([unreadable(path, error)]) from error
    if len(data) > MAX_BYTES:
        raise InputFaults([_too_large(Place(file))])
    text = decode(data, file)
    header = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    rows: dict[int, dict[int, Cell]] = {}
    try:
        for number, fields in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True), 1):
            if number > MAX_ROWS or len(fields) > MAX_COLUMNS:
                raise InputFaults([_too_large(Place(file, number))])
            cells = {
                column: Cell(typed, Place(file, number, column), shown=typed)
                for column, field in enumerate(fields, 1)
                if (typed := repair_text(field).strip())
            }
            if cells:
                rows[number] = cells
    except csv.Error as error:
        raise InputFaults([_not_csv(Place(file), str(error))]) from error
    return Sheet(unicodedata.normalize("NFC", path.stem), file, rows, is_csv=True)


def _too_large(place: Place) -> Fault:
    what = Words(
        f"แฟ้มใหญ่เกิน {MAX_BYTES // 1_000_000} MB หรือเกิน {MAX_ROWS:,} แถว",
        f"the file is larger than {MAX_BYTES // 1_000_000} MB or {MAX_ROWS:,} rows",
    )
    return Fault("too-large", what, Words("ตรวจว่าเป็นแฟ้มที่ถูกต้อง", "check that it is the right file"), place)


def _not_csv(place: Place, why: str) -> Fault:
    what = Words('เครื่องหมาย " ในแฟ้ม CSV ไม่ครบคู่', f"this is not valid CSV ({why})")
    remedy = Words(
        "เปิดใน Excel แล้วบันทึกเป็น CSV UTF-8 (จุลภาคคั่น)",
        "open it in Excel and save it as CSV UTF-8 (comma delimited)",
    )
    return Fault("csv-syntax", what, remedy, place)
