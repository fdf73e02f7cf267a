"""Which sheet of a workbook is which of the layout; sheets that were renamed, swapped or lost are told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.faults import Fault, Place, Words
from pipeline.intake.sheets import Book, Sheet
from pipeline.model.nearest import hint
from pipeline.workbook.headers import Header, find_header, folded
from pipeline.workbook.headings import headings_of
from pipeline.workbook.layout import AnySheet, Form, Layout

EXPLANATION = "คำอธิบาย"
FINDINGS = "ผลการตรวจ"
NOT_DATA = (EXPLANATION, FINDINGS)
"""Sheets of ours that hold no data."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A sheet of the layout, the sheet that holds it, and its header row."""

    wanted: AnySheet
    sheet: Sheet
    header: Header


@dataclass(slots=True)
class Matching:
    """What was found, and what was wrong with it."""

    matched: list[Matched]
    faults: list[Fault]
    remarks: list[Fault]


def match(layout: Layout, book: Book) -> Matching:
    """Pairs the sheets of `layout` with those of `book`, by their names."""
    by_name = {folded(sheet.name): sheet for sheet in book.sheets}
    matching = Matching([], [], [])
    for wanted in layout.in_reading_order:
        sheet = by_name.pop(folded(wanted.sheet), None)
        if sheet is not None:
            _look_at(wanted, sheet, layout, matching)
        elif isinstance(wanted, Form) or not wanted.optional:
            matching.faults.append(_missing(wanted, book, layout))
    _rest([sheet for name, sheet in by_name.items() if sheet.name not in NOT_DATA], layout, matching)
    return matching


def match_one(wanted: AnySheet, sheet: Sheet, layout: Layout) -> Matching:
    """The same for one sheet that is known to be `wanted`."""
    matching = Matching([], [], [])
    _look_at(wanted, sheet, layout, matching)
    return matching


def _look_at(wanted: AnySheet, sheet: Sheet, layout: Layout, matching: Matching) -> None:
    """Takes the sheet if its header is there; else says what is missing."""
    headings = headings_of(wanted)
    header = find_header(sheet, [column.title for column in headings])
    if header is None:
        if sheet.rows or isinstance(wanted, Form) or not wanted.optional:
            matching.faults.append(_no_header(wanted, sheet, layout))
        return
    missing = [column.title for column in headings if column.required and column.title not in header.columns]
    if missing:
        matching.faults.append(_missing_columns(wanted, sheet, header, missing, layout))
        return
    matching.faults += _strange_columns(wanted, sheet, header)
    matching.matched.append(Matched(wanted, sheet, header))


def _rest(sheets: Sequence[Sheet], layout: Layout, matching: Matching) -> None:
    """Sheets that the layout does not name: told of, for nothing in them is printed."""
    lost = {fault.place.file for fault in matching.faults if fault.code == "missing-sheet" and fault.place}
    for sheet in sheets:
        if sheet.rows and not (sheet.file in lost and _alike(sheet, layout)):
            what = Words(
                f"แผ่นงาน '{sheet.name}' ไม่ใช่แผ่นงานที่โปรแกรมรู้จัก จึงไม่ได้อ่าน",
                f"sheet '{sheet.name}' is none that the program knows, and is not read",
            )
            remedy = Words("ไม่ต้องทำอะไร ถ้าเป็นแผ่นงานของท่านเอง", "nothing to do if it is a sheet of your own")
            matching.remarks.append(Fault("unread-sheet", what, remedy, sheet.place(1, 1)))


def _alike(sheet: Sheet, layout: Layout) -> AnySheet | None:
    """The sheet of the layout whose header this one has, if it has all of it that is required."""
    fitting = [(len(found.columns), wanted) for wanted in layout.sheets if (found := _fits(sheet, wanted))]
    return max(fitting, key=lambda each: each[0])[1] if fitting else None


def _fits(sheet: Sheet, wanted: AnySheet) -> Header | None:
    headings = headings_of(wanted)
    header = find_header(sheet, [column.title for column in headings])
    needed = {column.title for column in headings if column.required}
    return header if header and needed <= header.columns.keys() else None


def _missing(wanted: AnySheet, book: Book, layout: Layout) -> Fault:
    known = {folded(each.sheet) for each in layout.sheets}
    strangers = [sheet for sheet in book.sheets if folded(sheet.name) not in known | set(NOT_DATA)]
    renamed = next((sheet.name for sheet in strangers if _alike(sheet, layout) is wanted), "")
    if renamed:
        near = Words(
            f" แผ่นงาน '{renamed}' มีหัวคอลัมน์ตรงกัน เปลี่ยนชื่อเป็น '{wanted.sheet}' ถ้าใช่",
            f"; sheet '{renamed}' has its columns: rename it to '{wanted.sheet}' if it is meant",
        )
    else:
        near = hint(wanted.sheet, [sheet.name for sheet in strangers])
    return Fault(
        "missing-sheet",
        Words(f"ไม่มีแผ่นงาน '{wanted.sheet}'", f"sheet '{wanted.sheet}' is missing"),
        Words(f"เพิ่มแผ่นงานนี้กลับมา{near.th}", f"put the sheet back{near.en}"),
        Place(book.file),
    )


def _no_header(wanted: AnySheet, sheet: Sheet, layout: Layout) -> Fault:
    needed = ", ".join(column.title for column in headings_of(wanted) if column.required)
    swapped = _swapped(sheet, wanted, layout)
    return Fault(
        "missing-header",
        Words(
            f"แผ่นงาน '{sheet.name}' ไม่มีแถวหัวคอลัมน์{swapped.th}",
            f"sheet '{sheet.name}' has no header row{swapped.en}",
        ),
        Words(f"ใส่หัวคอลัมน์: {needed}", f"put its header back: {needed}"),
        sheet.place(1, 1),
    )


def _missing_columns(
    wanted: AnySheet, sheet: Sheet, header: Header, missing: list[str], layout: Layout
) -> Fault:
    swapped, listed = _swapped(sheet, wanted, layout), ", ".join(f"'{title}'" for title in missing)
    near = [hint(title, list(header.unknown.values())) for title in missing[:3]]
    return Fault(
        "missing-column",
        Words(f"ขาดคอลัมน์ {listed}{swapped.th}", f"columns are missing: {listed}{swapped.en}"),
        Words(
            f"ใส่ชื่อคอลัมน์ในแถวหัวคอลัมน์ (แถวที่ {header.row}){''.join(each.th for each in near)}",
            f"name them in the header row (row {header.row}){''.join(each.en for each in near)}",
        ),
        sheet.place(header.row, 1),
    )


def _swapped(sheet: Sheet, wanted: AnySheet, layout: Layout) -> Words:
    """A hint that the columns are those of another sheet."""
    other = _alike(sheet, layout)
    if other is None or other is wanted:
        return Words("", "")
    return Words(
        f" (หัวคอลัมน์เป็นของแผ่นงาน '{other.sheet}': สลับแผ่นงานหรือไม่)",
        f" (its columns are those of sheet '{other.sheet}': were the sheets swapped?)",
    )


def _strange_columns(wanted: AnySheet, sheet: Sheet, header: Header) -> Iterator[Fault]:
    """Columns with data that have no known title, or the title of another column."""
    used = {column for row, cells in sheet.rows.items() if row > header.row for column in cells}
    titles = [column.title for column in headings_of(wanted)]
    for column, title in header.repeated.items():
        if column in used:
            what = Words(f"มีคอลัมน์ '{title}' ซ้ำ", f"column '{title}' stands twice")
            yield Fault(
                "duplicate-column",
                what,
                Words("ลบคอลัมน์ที่เกิน", "delete one of them"),
                sheet.place(header.row, column),
            )
    known = {*header.columns.values(), *header.repeated}
    for column in sorted(used - known):
        title = header.unknown.get(column, "")
        near = hint(title, titles)
        what = Words(
            f"ไม่รู้จักคอลัมน์ '{title}'" if title else "มีข้อมูลในคอลัมน์ที่ไม่มีชื่อ",
            f"unknown column '{title}'" if title else "there are data in a column without a title",
        )
        remedy = Words(
            f"แก้ชื่อคอลัมน์ หรือย้ายข้อมูลออก{near.th}", f"mend the column's title, or move the data away{near.en}"
        )
        yield Fault("unknown-column", what, remedy, sheet.place(header.row, column))
