"""The columns of each sheet as they stand in its header row, key columns of the owner first."""

from __future__ import annotations

from dataclasses import replace

from pipeline.workbook.layout import Form, Owners, ProseSheet, Table
from pipeline.workbook.prose import CHAPTER, CLAUSE, HEADINGS, TYPES
from pipeline.workbook.sheet_columns import Column, Kind

LABEL, VALUE, HINT = "รายการ", "ค่า", "คำอธิบาย"
PART, TYPE, DEPTH, TEXT, MORE = "ส่วน", "แบบ", "ชั้น", "ข้อความ", "ช่อง"
MORE_CELLS = 40
"""Columns for a table in prose, at most; the first is the column of the text."""

_FORM = (
    Column((), LABEL, "ชื่อของรายการ แก้ไม่ได้", required=True),
    Column((), VALUE, "พิมพ์ค่าในคอลัมน์นี้", required=True),
    Column((), HINT, "ความหมายของรายการ"),
)


def headings_of(sheet: Form | Table | ProseSheet) -> tuple[Column, ...]:
    """The header row of a sheet."""
    if isinstance(sheet, Form):
        return _FORM
    if isinstance(sheet, ProseSheet):
        return (*_owner_columns(sheet.owners), *_prose_columns(sheet))
    numbered = (Column((), sheet.numbered, "เลขลำดับที่แผ่นงานอื่นใช้อ้าง", "number"),) if sheet.numbered else ()
    return (*_owner_columns(sheet.owners), *numbered, *sheet.columns)


def _owner_columns(owners: Owners) -> tuple[Column, ...]:
    """The columns that name a row's owner; of one whose key is its own below another, both are named."""
    if not owners.tables:
        return ()
    table = owners.tables[0]
    above = _owner_columns(table.owners) if table.inner_key else ()
    kind: Kind = next((column.kind for column in table.columns if column.path == (table.key,)), "number")
    hint = f"เลือกจากแผ่นงาน {' หรือ '.join(each.sheet for each in owners.tables)}"
    refers = "" if table.numbered else table.sheet
    beside = next((column for each in owners.tables if (column := _beside(each, owners.beside))), None)
    last = (replace(beside, path=(), required=False, seldom=True),) if beside else ()
    return (*above, Column((), owners.titles[-1], hint, kind, required=True, refers=refers), *last)


def _beside(table: Table, title: str) -> Column | None:
    """The column of `table` under that title."""
    return next((column for column in table.columns if title and column.title == title), None)


def _prose_columns(sheet: ProseSheet) -> tuple[Column, ...]:
    parts = tuple(part.title for part in sheet.parts)
    part = (
        (Column((), PART, "ข้อความนี้พิมพ์ที่ใด", "choice", required=True, choices=parts),) if len(parts) > 1 else ()
    )
    types = types_of(sheet)
    about_depth = "ย่อหน้าคือชั้น 1 ข้อหรือขีดใต้ย่อหน้าคือชั้น 2 ใต้ข้อคือชั้น 3"
    about_text = "ข้อความ ช่องแรกของตาราง หรือชื่อแฟ้มภาพ"
    if sheet.levelled:
        about_depth += " ของหัวข้อคือระดับ 1-4 (เว้นว่าง = 1)"
        about_text += " ของหัวข้อคือชื่อ (ชื่อในสารบัญที่ต่างไป ใส่ช่อง 2)"
    return (
        *part,
        Column((), TYPE, "ย่อหน้า, ข้อ (มีเลข), ขีด, ส่วนของตาราง หรือภาพ", "choice", required=True, choices=types),
        Column((), DEPTH, about_depth, "number"),
        Column((), TEXT, about_text, required=True),
        *(Column((), f"{MORE} {n}", _about_cell(n)) for n in range(2, MORE_CELLS + 1)),
    )


_OF_PICTURE = {2: "คำบรรยายแทนภาพ", 3: "คำบรรยายใต้ภาพ", 4: "ความกว้างของภาพ (ซม.)"}


def _about_cell(n: int) -> str:
    """What a further cell of a row of prose is for."""
    return f"ช่องที่ {n} ของตาราง" + (f" หรือ{_OF_PICTURE[n]}" if n in _OF_PICTURE else "")


def types_of(sheet: ProseSheet) -> tuple[str, ...]:
    """The types of rows that a sheet of prose may have."""
    headings = tuple(HEADINGS) if sheet.levelled else (CHAPTER,) if sheet.chapters else ()
    return (*headings, *TYPES[:2], *((CLAUSE,) if sheet.clauses else ()), *TYPES[2:])
