"""An empty table of units for a base, as a workbook to be filled in.

It has a column for each value that is likely to differ, drop-downs made from the base, and a list of all
names that a column may be headed by.

Lists whose rows have no key of their own (a person's indicators) get a sheet each, with rows of many units.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.batch.column_names import ColumnName, ColumnNames
from pipeline.batch.unit_header import ID
from pipeline.batch.unit_rows import SHEETS
from pipeline.intake.source import Plain
from pipeline.kinds import Kinds
from pipeline.model.shipped_schemes import shipped_titles
from pipeline.workbook import appearance
from pipeline.workbook.filling import FilledTable, fill
from pipeline.workbook.layout import EVERY_ROUND, Layout, Table, rows_of
from pipeline.workbook.packing import pack_workbook
from pipeline.workbook.scheme_names import SCHEMES
from pipeline.workbook.sheet_columns import Column
from pipeline.workbook.shown import shown
from pipeline.workbook.validations import validation_of

UNITS_SHEET = SHEETS[1]
NAMES_SHEET = "ชื่อคอลัมน์"
CHOICES_SHEET = "ตัวเลือก"
REMARK_TITLE = "หมายเหตุ"

BASE_ROW, HEADER_ROW, FIRST_ROW, LAST_ROW = 3, 4, 5, 1_004
SPARE_COLUMNS = 8
"""Columns without a header yet; their headers are chosen from the list of names."""

_DRAWN = 24
_HEADER_HEIGHT = 72
_NAME_WIDTHS = (52.0, 34.0, 40.0, 62.0, 24.0)
_NAME_TITLES = ("ชื่อคอลัมน์", "ค่าของข้อมูลตั้งต้น", "ชื่อเต็มของช่อง (ใช้แทนกันได้)", "ความหมาย", "แผ่นงานของข้อมูลตั้งต้น")
_ABOUT = (
    "แถวละหนึ่งหน่วยงาน (หรือหนึ่งคน) ช่องว่างคือใช้ค่าของข้อมูลตั้งต้น ซึ่งแสดงเป็นสีเทาเหนือหัวตาราง "
    "คอลัมน์ที่ไม่ใช้ลบได้ เพิ่มได้โดยเลือกหัวคอลัมน์จากรายการทางขวาสุด คอลัมน์ของสำนักงานเองมีได้ โปรแกรมไม่อ่าน"
)
_ABOUT_LIST = (
    "หลายแถวต่อหนึ่งหน่วยงาน (หรือหนึ่งคน) คอลัมน์แรกคือ id เดียวกับแผ่นงานหน่วยงาน ถ้าไม่มีแถวเลย ใช้รายการของข้อมูลตั้งต้น"
)
_ABOUT_NAMES = "ชื่อทั้งหมดที่ใช้เป็นหัวคอลัมน์ในแผ่นงานหน่วยงานได้"
_ID = Column((), ID, "ชื่อหรือรหัสของหน่วยงานหรือบุคคล ไม่ซ้ำกัน ใช้เป็นชื่อโฟลเดอร์ของเอกสาร", required=True)
_REMARK = Column((), REMARK_TITLE, "สำหรับผู้อ่านตารางนี้ โปรแกรมไม่อ่าน")


def units_workbook(values: dict[str, Plain], known: Kinds) -> bytes:
    """The workbook for a base with these values, the same bytes for the same values."""
    names = ColumnNames(values, known)
    workbook = Workbook()
    units = workbook.active
    assert isinstance(units, Worksheet)
    units.title = UNITS_SHEET
    lists = _write_choices(workbook, names.layout, values)
    for table, columns in _long_tables(names.layout, values):
        _write_table(workbook.create_sheet(table.sheet), table.sheet, _ABOUT_LIST, (_ID, *columns), lists)
    _write_units(units, names.all, lists)
    _write_names(workbook.create_sheet(NAMES_SHEET), names.all)
    workbook.move_sheet(CHOICES_SHEET, len(workbook.sheetnames))
    return pack_workbook(workbook)


def unit_headers(values: dict[str, Plain], known: Kinds) -> tuple[str, ...]:
    """The header of such a table as a CSV file."""
    usual = (each.title for each in ColumnNames(values, known).all if each.usual)
    return (ID, REMARK_TITLE, *usual)


def _write_units(sheet: Worksheet, names: Sequence[ColumnName], lists: Mapping[str, str]) -> None:
    usual = [each for each in names if each.usual]
    columns = [_ID, _REMARK, *(_titled(each) for each in usual)]
    _write_table(sheet, UNITS_SHEET, _ABOUT, columns, lists, values=["", "", *(each.value for each in usual)])
    choice = _header_choice(len(names))
    for n in range(len(columns) + 1, len(columns) + 1 + SPARE_COLUMNS):
        _write_heading(sheet, n, "")
        sheet.column_dimensions[get_column_letter(n)].width = 22
        for row in range(FIRST_ROW, FIRST_ROW + _DRAWN):
            _open_cell(sheet.cell(row, n))
    choice.add(f"C{HEADER_ROW}:{get_column_letter(len(columns) + SPARE_COLUMNS)}{HEADER_ROW}")
    sheet.add_data_validation(choice)
    sheet.freeze_panes = f"B{FIRST_ROW}"


def _titled(name: ColumnName) -> Column:
    """The column as it is headed among those of other entries."""
    made = name.column
    return Column(
        made.path,
        name.title,
        made.hint,
        made.kind,
        choices=made.choices,
        refers=made.refers,
        names=made.names,
        entries=made.entries,
    )


def _header_choice(names: int) -> DataValidation:
    """The drop-down of the header: the names, or whatever an office calls a column of its own."""
    cells = f"{quote_sheetname(NAMES_SHEET)}!$A${FIRST_ROW}:$A${FIRST_ROW + max(names, 1) - 1}"
    made = DataValidation(type="list", formula1=cells, allow_blank=True, showInputMessage=True)
    made.promptTitle, made.prompt = "หัวคอลัมน์", f"เลือกชื่อช่อง (อธิบายไว้ในแผ่นงาน {NAMES_SHEET})"
    made.showErrorMessage, made.errorStyle = True, "information"
    made.errorTitle, made.error = "คอลัมน์ของสำนักงานเอง", "ชื่อนี้ไม่ใช่ช่องของข้อมูล โปรแกรมจะไม่อ่านคอลัมน์นี้"
    return made


def _write_table(
    sheet: Worksheet,
    title: str,
    about: str,
    columns: Sequence[Column],
    lists: Mapping[str, str],
    *,
    values: Sequence[str] = (),
) -> None:
    _write_top(sheet, title, about, len(columns))
    for n, column in enumerate(columns, 1):
        letter = get_column_letter(n)
        _write_heading(sheet, n, f"{column.title} *" if column.required else column.title)
        base = sheet.cell(BASE_ROW, n, values[n - 1] if n <= len(values) else None)
        base.data_type, base.alignment = "s", appearance.WRAPPED
        base.font = appearance.font(appearance.SMALL, italic=True, color=appearance.GREY)
        sheet.column_dimensions[letter].width = max(16.0, min(28.0, appearance.width_of(column, [])))
        for row in range(FIRST_ROW, FIRST_ROW + _DRAWN):
            _open_cell(sheet.cell(row, n))
        validation = validation_of(column, lists)
        validation.add(f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
        sheet.add_data_validation(validation)
    if values:
        sheet.cell(BASE_ROW, 1, "ข้อมูลตั้งต้น").font = appearance.font(
            appearance.SMALL, italic=True, color=appearance.GREY
        )
        sheet.row_dimensions[BASE_ROW].height = 2 * appearance.LINE
    sheet.freeze_panes = f"B{FIRST_ROW}"


def _write_top(sheet: Worksheet, title: str, about: str, width: int) -> None:
    colour = appearance.COLOURS[EVERY_ROUND]
    heading, told = sheet.cell(1, 1, f"ตาราง: {title}"), sheet.cell(2, 1, about)
    heading.font = appearance.font(appearance.TITLE, bold=True, color=colour)
    told.font, told.alignment = appearance.font(color=appearance.GREY), appearance.WRAPPED
    sheet.merge_cells(start_row=2, end_row=2, start_column=1, end_column=min(width, 8))
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 32, 2 * appearance.LINE
    sheet.sheet_format.defaultRowHeight = appearance.LINE
    sheet.sheet_properties.tabColor = colour
    sheet.sheet_view.showGridLines = False
    appearance.for_paper(sheet)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"


def _write_heading(sheet: Worksheet, n: int, title: str) -> None:
    heading = sheet.cell(HEADER_ROW, n, title or None)
    heading.font = appearance.font(bold=True, color=appearance.WHITE)
    heading.fill = appearance.fill(appearance.COLOURS[EVERY_ROUND])
    heading.alignment, heading.border = appearance.MIDDLE, appearance.GRID
    sheet.row_dimensions[HEADER_ROW].height = _HEADER_HEIGHT


def _open_cell(cell: Any) -> None:
    """An empty cell, as text: `+2` stays `+2`, and no figure is made a date."""
    cell.font, cell.border, cell.alignment = appearance.font(), appearance.GRID, appearance.TOP
    cell.number_format = "@"


def _long_tables(layout: Layout, values: Mapping[str, Any]) -> Iterable[tuple[Table, tuple[Column, ...]]]:
    """The lists of the base whose rows no key tells apart, with their columns."""
    for filled in fill(layout, values):
        if not isinstance(filled, FilledTable):
            continue
        sheet = filled.sheet
        if isinstance(sheet, Table) and _is_long_one(sheet) and filled.rows:
            made = shown(filled, layout.levels).columns
            yield sheet, tuple(column for column in made if column.title != sheet.numbered)


def _is_long_one(table: Table) -> bool:
    is_whole = not table.owners.tables and table.shape in ("records", "texts")
    return is_whole and not table.key and table.group == EVERY_ROUND


def _write_choices(workbook: Workbook, layout: Layout, values: Mapping[str, Any]) -> Mapping[str, str]:
    """The keys of the base's rows and the names of schemes, a column for each list; gives their cells."""
    sheet = workbook.create_sheet(CHOICES_SHEET)
    lists: dict[str, str] = {}
    own = [entry["id"] for entry in values.get(SCHEMES) or () if isinstance(entry, dict) and "id" in entry]
    tables = [each for each in layout.sheets if isinstance(each, Table) and each.key]
    listed: dict[str, list[str]] = {}
    for table in tables:
        listed[table.sheet] = [row.key[-1] for row in rows_of(table, values) if row.key]
    listed[SCHEMES] = [*own, *shipped_titles().values()]
    for n, (name, entries) in enumerate(listed.items(), 1):
        sheet.cell(1, n, name).font = appearance.font(bold=True)
        for row, entry in enumerate(dict.fromkeys(entries), 2):
            cell = sheet.cell(row, n, entry)
            cell.data_type, cell.number_format, cell.font = "s", "@", appearance.font()
        letter = get_column_letter(n)
        sheet.column_dimensions[letter].width = 28
        if entries:
            cells = f"{quote_sheetname(CHOICES_SHEET)}!${letter}$2:${letter}${len(set(entries)) + 1}"
            lists[name] = cells
    lists |= {table.into[-1]: lists[table.sheet] for table in tables if table.sheet in lists}
    return lists


def _write_names(sheet: Worksheet, names: Sequence[ColumnName]) -> None:
    _write_top(sheet, NAMES_SHEET, _ABOUT_NAMES, len(_NAME_TITLES))
    for n, (title, width) in enumerate(zip(_NAME_TITLES, _NAME_WIDTHS, strict=True), 1):
        _write_heading(sheet, n, title)
        sheet.column_dimensions[get_column_letter(n)].width = width
    sheet.row_dimensions[HEADER_ROW].height = 2 * appearance.LINE
    for row, each in enumerate(names, FIRST_ROW):
        texts = (each.title, each.value, each.path, each.column.hint, each.sheet)
        for n, text in enumerate(texts, 1):
            cell = sheet.cell(row, n, text)
            cell.data_type, cell.font = "s", appearance.font()
            cell.alignment, cell.border = appearance.TOP, appearance.GRID
        sheet.row_dimensions[row].height = appearance.height_of(texts, _NAME_WIDTHS)
    sheet.freeze_panes = f"B{FIRST_ROW}"
