"""What is said of a key that a table lacks, and of the rows that name it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pipeline.diagnostics import Diagnostic, Location, Message
from pipeline.model.nearest import hint
from pipeline.workbook.key_rows import Row
from pipeline.workbook.layout import Names

MOST_CELLS, MOST_LISTED = 4, 12


def repeated(row: Row, first: Row, key: Names, naming: Sequence[Row]) -> Diagnostic:
    """A key that stands twice, while another that is named stands nowhere."""
    typed, meant, where = _joined(row.key), _joined(key), _said(naming)
    what = Message(
        f"'{row.titles[-1]}' '{typed}' ซ้ำกับช่อง {first.place.cell} "
        f"ส่วน '{meant}' ที่{where.th}อ้างถึง ไม่มีแถวในแผ่นงานนี้",
        f"'{row.titles[-1]}' '{typed}' again, as in cell {first.place.cell}; "
        f"'{meant}', which {where.en} names, has no row on this sheet",
    )
    remedy = Message(
        f"แก้เป็น '{meant}' ถ้าเป็นแถวของ '{meant}' หรือลบแถวที่ซ้ำ",
        f"make it '{meant}' if it is that, or delete the row",
    )
    return Diagnostic("duplicate", what, remedy, row.place)


def empty(row: Row, key: Names, naming: Sequence[Row]) -> Diagnostic:
    """A row without a key, while one that is named stands nowhere."""
    meant, where = _joined(key), _said(naming)
    what = Message(f"ไม่ได้ใส่ '{row.titles[-1]}'", f"'{row.titles[-1]}' is empty")
    remedy = Message(
        f"ใส่ '{meant}' ถ้าเป็นแถวที่{where.th}อ้างถึง", f"type '{meant}' if it is the row that {where.en} names"
    )
    return Diagnostic("missing", what, remedy, row.place)


def misspelt(row: Row, key: Names, naming: Sequence[Row]) -> Diagnostic:
    """A key that nothing names, while the others name one that is nearly it."""
    typed, meant, where = _joined(row.key), _joined(key), _said(naming)
    what = Message(
        f"'{row.titles[-1]}' '{typed}' ไม่ตรงกับ '{meant}' ที่{where.th}อ้างถึง",
        f"'{row.titles[-1]}' '{typed}' is not '{meant}', which {where.en} names",
    )
    remedy = Message(f"แก้เป็น '{meant}' ถ้าหมายถึงรายการเดียวกัน", f"make it '{meant}' if the same is meant")
    return Diagnostic("unknown-name", what, remedy, row.place)


def missing_row(sheet: str, key: Names, naming: Sequence[Row], place: Location) -> Diagnostic:
    """A row that others name and that is not there; told where it would go."""
    meant, where = _joined(key), _said(naming)
    what = Message(
        f"แผ่นงาน '{sheet}' ไม่มีแถวของ '{meant}' ที่{where.th}อ้างถึง",
        f"sheet '{sheet}' has no row of '{meant}', which {where.en} names",
    )
    remedy = Message(
        f"เพิ่มแถวของ '{meant}' ในแผ่นงาน '{sheet}' หรือลบแถวที่อ้างถึง",
        f"add a row of '{meant}' to sheet '{sheet}', or delete the rows that name it",
    )
    return Diagnostic("missing-row", what, remedy, place)


def unknown(key: Names, naming: Sequence[Row], sheets: Sequence[str], known: Sequence[str]) -> Diagnostic:
    """A key that no table has, at all rows that name it."""
    typed, title = _joined(key), _joined(naming[0].titles)
    th, en = " หรือ ".join(f"'{sheet}'" for sheet in sheets), " or ".join(f"'{sheet}'" for sheet in sheets)
    near, listed = hint(typed, list(known)), ", ".join(known[:MOST_LISTED]) or "-"
    what = Message(f"ไม่มี '{title}' เป็น '{typed}' ในแผ่นงาน {th}", f"no '{title}' is '{typed}' on sheet {en}")
    remedy = Message(f"ที่มีอยู่: {listed}{near.th}", f"known: {listed}{near.en}")
    first, *also = (row.place for row in naming)
    return Diagnostic("unknown-name", what, remedy, first, tuple(also))


def _said(naming: Sequence[Row]) -> Message:
    """`แผ่นงาน 'ขั้นตอน' ช่อง A4, A5`: the rows that name a key, sheet by sheet."""
    th, en = [], []
    for sheet, rows in groupby(naming, key=lambda row: row.place.sheet):
        cells = [row.place.cell for row in rows]
        more = len(cells) - MOST_CELLS
        listed = ", ".join(cells[:MOST_CELLS])
        th.append(f"แผ่นงาน '{sheet}' ช่อง {listed}" + (f" และอีก {more} ช่อง" if more > 0 else ""))
        en.append(f"sheet '{sheet}' cell {listed}" + (f" and {more} more" if more > 0 else ""))
    return Message(" และ".join(th) + " ", " and ".join(en))


def _joined(parts: Names) -> str:
    return " / ".join(part for part in parts if part)
