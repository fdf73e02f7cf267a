"""A CSV with one row for each unit -> ids and overrides, each with its row and column.

The header holds `id` and the paths of fields; an empty cell leaves the base's value. The column `remark`
and those without a header are for people and not read. A list takes its entries with `;` between.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from pipeline.batch.overriding import Override
from pipeline.faults import Fault, InputFaults, Place, Words
from pipeline.intake.decoding import decode
from pipeline.intake.source import Plain
from pipeline.thai.repair import repair_text

ID = "id"
REMARK = "remark"
LIST_SEPARATOR = ";"

Row = tuple[str, tuple[Override, ...], Place]
"""A unit's id, what it has otherwise, and where it stands."""


def read_rows(path: Path) -> list[Row]:
    """The units of a CSV file in order, UTF-8 with or without a byte order mark.

    Raises `InputFaults`: the file is missing or unreadable, has no column `id`, or rows without one.
    """
    reader = csv.reader(io.StringIO(_text(path), newline=""))
    header = [repair_text(cell).strip() for cell in next(reader, [])]
    if ID not in header:
        raise InputFaults([_no_id_column(Place(str(path), 1))])
    columns = [(n, name) for n, name in enumerate(header) if name and name not in (ID, REMARK)]
    id_column = header.index(ID)
    rows: list[Row] = []
    faults: list[Fault] = []
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        place = Place(str(path), reader.line_num)
        id = repair_text(cells[id_column]).strip() if id_column < len(cells) else ""
        if not id:
            faults.append(_no_id(place))
        rows.append((id, tuple(_override(path, reader.line_num, cells, *column) for column in columns
                               if column[0] < len(cells) and cells[column[0]].strip()), place))  # fmt: skip
    if faults:
        raise InputFaults(faults)
    return rows


def _override(path: Path, line: int, cells: list[str], column: int, name: str) -> Override:
    value = _value(repair_text(cells[column]).strip())
    return Override(name, value, Place(str(path), line, column + 1), Place(str(path), 1, column + 1))


def _value(text: str) -> Plain:
    if LIST_SEPARATOR not in text:
        return text
    return [entry.strip() for entry in text.split(LIST_SEPARATOR) if entry.strip()]


def _text(path: Path) -> str:
    try:
        return decode(path.read_bytes(), str(path))
    except OSError as error:
        what = Words(
            f"เปิดอ่านแฟ้มรายการหน่วยงานไม่ได้ ({error.strerror})", f"the units cannot be read ({error.strerror})"
        )
        remedy = Words("ตรวจชื่อแฟ้มที่ช่อง units และสิทธิ์การอ่าน", "check the name at units, and permissions")
        raise InputFaults([Fault("unreadable", what, remedy, Place(str(path)))]) from error


def _no_id_column(place: Place) -> Fault:
    what = Words("แถวหัวตารางไม่มีคอลัมน์ 'id'", "the header row has no column 'id'")
    return Fault("no-id", what, Words("เพิ่มคอลัมน์ id", "add a column id"), place)


def _no_id(place: Place) -> Fault:
    what = Words("แถวนี้ไม่มี id ของหน่วยงาน", "the row has no id of its unit")
    return Fault("no-id", what, Words("ใส่ id หรือลบแถวนี้", "type an id, or delete the row"), place)
