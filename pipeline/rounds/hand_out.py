"""One small workbook for each unit that is responsible: its own rows, in the sheets of the whole work."""

from __future__ import annotations

import copy
import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.intake.source import Plain
from pipeline.kinds.responsible import OwnedRow, Responsible
from pipeline.rounds.asked_rows import AskedTable, Field, RowId, key_text
from pipeline.rounds.handed_note import HandedNote
from pipeline.rounds.works import Work, nested
from pipeline.thai.dates import long_date
from pipeline.workbook.filling import FilledTable, fill
from pipeline.workbook.handed_out import Cover, HandedColumn, HandedSheet, handed_out_workbook
from pipeline.workbook.headings import PART, headings_of
from pipeline.workbook.last_columns import is_of_last, last_values_of
from pipeline.workbook.layout import ProseSheet, Table, held_by, value_at
from pipeline.workbook.prose import PARAGRAPH, pieces_of
from pipeline.workbook.sheet_columns import Column
from pipeline.workbook.shown import shown

NAME = "สิ่งที่รายงาน"
"""The title of the column that says what a row is of."""
_SPARE = 10
_LONGEST_NAME = 60
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


@dataclass(frozen=True, slots=True)
class HandedOut:
    """The workbook of one unit: the name of its file, its bytes, and the rows in it."""

    who: Responsible
    file: str
    data: bytes
    rows: tuple[OwnedRow, ...]


def hand_out(work: Work, deadline: datetime.date | None) -> tuple[HandedOut, ...]:
    """The workbooks, one for each that is responsible for any row. Raises `InputError` for what no cell
    can hold.
    """
    taken: set[str] = set()
    return tuple(_of_one(work, who, deadline, taken) for who in work.asked.people.values())


def _of_one(work: Work, who: Responsible, deadline: datetime.date | None, taken: set[str]) -> HandedOut:
    sheets: list[HandedSheet] = []
    listed: list[tuple[str, str, str]] = []
    noted: dict[RowId, dict[Field, Plain]] = {}
    rows: list[OwnedRow] = []
    for table in work.asked.tables:
        owned = work.asked.of(who.id, table)
        handed = _entries(work, table, owned)
        for row in owned:
            if any(key_text(str(entry.get(table.table.key))) == key_text(row.key) for entry in handed):
                rows.append(row)
                listed.append((row.key, work.printed(row.name), table.table.sheet))
        noted |= {(table.list_name, _row_key(table, entry)): table.fields(entry) for entry in handed}
        sheets += _sheets(work, table, owned, handed)
    day = long_date(deadline) if deadline else ""
    note = HandedNote(work.id, who.id, who.name, deadline.isoformat() if deadline else "", noted)
    cover = _cover(work, who, day, tuple(listed))
    return HandedOut(
        who, _file_name(who, taken), handed_out_workbook(cover, sheets, note.text()), tuple(rows)
    )


def _entries(work: Work, table: AskedTable, owned: Sequence[OwnedRow]) -> list[dict[str, Any]]:
    """The rows of one unit as plain values: those of the data, and empty ones where there is none yet."""
    found: list[dict[str, Any]] = []
    for row in owned:
        own = [
            copy.deepcopy(entry)
            for (of, key), (_, entry) in work.rows.items()
            if of == table.list_name and key[0] == key_text(row.key)
        ]
        found += own or ([{table.table.key: row.key}] if row.whole else [])
    return found


def _row_key(table: AskedTable, entry: dict[str, Any]) -> tuple[str, ...]:
    key = key_text(str(entry.get(table.table.key) or ""))
    beside = key_text(str(entry.get(table.table.beside) or "")) if table.table.beside else ""
    return (key, beside) if beside else (key,)


def _sheets(
    work: Work, table: AskedTable, owned: Sequence[OwnedRow], handed: list[dict[str, Any]]
) -> Iterator[HandedSheet]:
    values = nested(table.table.into, handed, work.source.values)
    yield _main_sheet(work, table, owned, values)
    for sheet in table.below:
        if isinstance(sheet, ProseSheet):
            yield _prose_sheet(sheet, table, values)
        else:
            yield _inner_sheet(work, sheet, values)


def _main_sheet(
    work: Work, table: AskedTable, owned: Sequence[OwnedRow], values: dict[str, Any]
) -> HandedSheet:
    """The rows themselves: their keys and what they are of, last round's figures, and the open columns."""
    told = [column for column in table.open if column.seldom and _is_used(work, table, column)]
    columns = tuple(replace(c, seldom=False) if c in told else c for c in table.reduced.columns)
    reduced = replace(table.reduced, columns=columns)
    (filled,) = fill(replace(work.layout, sheets=(reduced,)), values)
    seen = shown(filled, work.layout.levels)
    by_key = {key_text(row.key): row for row in owned}
    keys = [column for column in seen.columns if column.path in {(table.table.key,), (table.table.beside,)}]
    titles = list(dict.fromkeys(title for row in owned for title, _ in row.about))
    name = [NAME] if any(row.name for row in owned) else []
    rows = []
    for row in seen.rows:
        own = by_key[key_text(row[0])]
        about = dict(own.about)
        shown_about = [work.printed(own.name)] * bool(name) + [
            work.printed(about.get(title, "")) for title in titles
        ]
        rows.append((*row[: len(keys)], *shown_about, *row[len(keys) :]))
    frame = [*keys, *(Column((), title, "") for title in (*name, *titles))]
    handed = [HandedColumn(column, frame=True) for column in frame]
    handed += [_open_or_last(column) for column in seen.columns[len(keys) :]]
    return HandedSheet(table.table, tuple(handed), tuple(rows))


def _open_or_last(column: Column) -> HandedColumn:
    of_last = is_of_last(column)
    return HandedColumn(column, frame=of_last, last=of_last)


def _is_used(work: Work, table: AskedTable, column: Column) -> bool:
    """Whether any row of the work has a value in a column that few fill in, or had one last round."""
    rows = (row for (of, _), (_, row) in work.rows.items() if of == table.list_name)
    end = "]." + ".".join(map(str, column.path))
    lasts = last_values_of(work.source.values)
    before = any(path.startswith(table.list_name) and path.endswith(end) for path in lasts)
    return before or any(value_at(row, column.path) for row in rows)


def _prose_sheet(sheet: ProseSheet, table: AskedTable, values: dict[str, Any]) -> HandedSheet:
    """The texts of each row; a row of the sheet for each that is empty, too."""
    headings = headings_of(sheet)
    frame = [
        column for column in headings if column.title in {*sheet.owners.titles, sheet.owners.beside, PART}
    ]
    rows: list[tuple[str, ...]] = []
    for owner in held_by(sheet.owners, values):
        if owner.path[: len(table.table.into)] != table.table.into:
            continue
        for part in sheet.parts:
            named = (*sheet.owners.cells_of(owner.key), *((part.title,) if len(sheet.parts) > 1 else ()))
            pieces = [
                (*named, piece.type, "" if piece.depth is None else str(piece.depth), *piece.cells)
                for piece in pieces_of(value_at(owner.value, part.into) or [])
            ] or [(*named, PARAGRAPH, "", "")]
            rows += pieces
    width = max([len(frame) + 3, *(len(row) for row in rows)])
    handed = tuple(HandedColumn(column, frame=column in frame) for column in headings[:width])
    return HandedSheet(sheet, handed, tuple(rows), _SPARE)


def _inner_sheet(work: Work, sheet: Table, values: dict[str, Any]) -> HandedSheet:
    """Named values and lists of the rows."""
    (filled,) = fill(replace(work.layout, sheets=(replace(sheet, seldom=False),)), values)
    assert isinstance(filled, FilledTable)
    seen = shown(filled, work.layout.levels)
    keys = {*sheet.owners.titles, sheet.owners.beside}
    named = {seen.columns[len(sheet.owners.titles)].title} if sheet.shape == "named" else set()
    handed = tuple(
        HandedColumn(each, frame=True) if each.title in keys | named else _open_or_last(each)
        for each in seen.columns
    )
    return HandedSheet(sheet, handed, seen.rows, _SPARE)


def _cover(work: Work, who: Responsible, day: str, listed: tuple[tuple[str, str, str], ...]) -> Cover:
    top = f"ส่งกลับภายใน {day}" if day else "ส่งกลับ"
    lines = [("แบบกรอกของ", who.name), ("งาน", work.title)]
    lines += [("ส่งกลับภายใน", day)] if day else []
    lines.append(("ส่งกลับที่", work.contact))
    steps = (
        "กรอกเฉพาะช่องที่เปิดไว้ ช่องสีเหลืองคือช่องที่ยังว่าง ช่องสีเทาเป็นข้อมูลประกอบ ไม่ต้องแก้",
        *(("ข้อความเดิมของรอบก่อนที่แสดงไว้ แก้ให้เป็นของรอบนี้",) if work.source.values.get("last_round") else ()),
        "ผลใส่อย่างใดอย่างหนึ่ง: ผลที่วัดได้ หรือตัวตั้งกับตัวหาร หรือขั้นตอนที่แล้วเสร็จ ถ้ายังไม่มีผล เลือกสถานะ",
        "ข้อความพิมพ์แถวละย่อหน้า แถวว่างท้ายแผ่นงานใช้เพิ่มย่อหน้าหรือรายการ",
        "บันทึกเป็น .xlsx แล้วส่งแฟ้มนี้กลับ เปลี่ยนชื่อแฟ้มได้ ไม่ต้องคัดลอกไปแฟ้มอื่น",
    )
    return Cover(f"แบบกรอก {work.title}", tuple(lines), steps, listed, f"{top} ที่ {work.contact}")


def _file_name(who: Responsible, taken: set[str]) -> str:
    """`แบบกรอก กองคลัง.xlsx`, with a number where another is called the same."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", who.name).split())[:_LONGEST_NAME].strip(". ") or "หน่วยงาน"
    number, free = 1, f"แบบกรอก {name}"
    while free.casefold() in taken:
        number += 1
        free = f"แบบกรอก {name}-{number}"
    taken.add(free.casefold())
    return f"{free}.xlsx"
