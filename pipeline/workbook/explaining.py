"""Writes the instruction sheet: what the workbook is for, how it is filled in, what its sheets are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.cell.cell import Cell
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model.scheme_rules import shipped_scheme
from pipeline.model.shipped_schemes import shipped_names
from pipeline.workbook import appearance
from pipeline.workbook.layout import AnySheet
from pipeline.workbook.own_sheets import EXPLANATION
from pipeline.workbook.scheme_names import SCHEMES
from pipeline.workbook.shown import Shown

_STEPS = (
    "กรอกแผ่นงานสีน้ำเงินครั้งเดียว แล้วใช้ได้ทุกรอบ แผ่นงานสีเขียวกรอกใหม่ทุกรอบ",
    "ข้อมูลที่เห็นเป็นตัวอย่าง พิมพ์ทับหรือลบทั้งแถวได้ แถวว่างโปรแกรมไม่อ่าน",
    "ช่องสีเหลือง และคอลัมน์ที่ชื่อมี * ต้องใส่ ช่องอื่นเว้นว่างได้ คลิกที่ช่องเพื่อดูคำอธิบาย",
    "ปิดแฟ้มแล้วตรวจ: saraban check --annotate สมุดงาน.xlsx ได้สำเนาที่ระบายสีและอธิบายทุกช่องที่ต้องแก้",
    "ทำเอกสาร: saraban render สมุดงาน.xlsx -o ผลลัพธ์",
)
_TYPING = (
    ("ตัวเลข", "พิมพ์เลขไทยหรืออารบิก (17.5 หรือ ๑๗.๕) ทศนิยมพิมพ์ตามที่เห็นในช่อง"),
    ("ร้อยละ", "พิมพ์ 80 หรือ 80% ก็ได้ ถ้าพิมพ์ 0.8 โดยไม่มี % โปรแกรมจะถามก่อน"),
    ("วันที่", "31 มีนาคม 2563, ๓๑ มี.ค. ๖๓, 31/3/2563 หรือวันที่ของ Excel ปีสองหลักเช่น 1/2/63 โปรแกรมจะถามก่อน"),
    ("ปี", "ปี พ.ศ. สี่หลัก เช่น 2563 (หรือ ค.ศ. 2020)"),
    ("สูตร", "ใช้สูตรของ Excel ได้ โปรแกรมอ่านค่าที่คำนวณแล้ว จึงต้องบันทึกแฟ้มก่อน"),
    ("รหัส", "รหัสโครงการ หน่วยงาน และตัวชี้วัด พิมพ์ครั้งเดียวในแผ่นงานของตน แผ่นงานอื่นเลือกจากรายการ"),
    ("ตัวเลขในข้อความ", "พิมพ์ {ชื่อ} แทนค่าที่มีอยู่แล้ว เช่น {fiscal_year} {level} {office} (ดู docs/input.md)"),
    ("ข้อความหลายย่อหน้า", "แถวละหนึ่งย่อหน้า: แบบ 'ข้อ' หรือ 'ขีด' ชั้น 2 อยู่ใต้ย่อหน้าข้างบน ชั้น 3 อยู่ใต้ข้อข้างบน"),
    ("ไม่ต้องพิมพ์", "คะแนน ระดับ ร้อยละ ผลรวม ปีงบประมาณ ไตรมาส และรอบ โปรแกรมคิดให้"),
)
_WIDTHS = {"A": 5.0, "B": 26.0, "C": 92.0, "D": 18.0}


def write_explanation(
    sheet: Worksheet, title: str, sheets: Sequence[Shown], own_schemes: Sequence[str] | None
) -> Mapping[str, str]:
    """Fills the sheet; a click on a sheet's name leads there. Where schemes are asked for (`own_schemes`
    is not `None`) they are listed: gives the cells of that list, by what it lists.
    """
    sheet.title = EXPLANATION
    sheet.sheet_properties.tabColor = appearance.GUIDE
    sheet.sheet_view.showGridLines = False
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    heading = sheet.cell(1, 1, f"สมุดงาน: {title}")
    heading.font = appearance.font(appearance.TITLE, bold=True, color=appearance.GUIDE)
    sheet.row_dimensions[1].height = 34
    row = _write_steps(sheet, 3)
    row = _sheets(sheet, _heading(sheet, row + 1, "แผ่นงาน"), [each.of for each in sheets])
    row = _typing(sheet, _heading(sheet, row + 1, "วิธีพิมพ์"))
    lists = {}
    if own_schemes is not None:
        lists[SCHEMES] = _schemes(sheet, _heading(sheet, row + 1, "วิธีให้คะแนนที่เลือกได้"), own_schemes)
    appearance.for_paper(sheet)
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    return lists


def _heading(sheet: Worksheet, row: int, title: str) -> int:
    cell = sheet.cell(row, 1, title)
    cell.font = appearance.font(18, bold=True, color=appearance.GUIDE)
    sheet.row_dimensions[row].height = 30
    return row + 1


def _write_steps(sheet: Worksheet, row: int) -> int:
    for number, step in enumerate(_STEPS, 1):
        _put(sheet, row, 1, str(number), bold=True)
        _put(sheet, row, 2, step)
        row += 1
    return row


def _sheets(sheet: Worksheet, row: int, sheets: Sequence[AnySheet]) -> int:
    for number, each in enumerate(sheets, 1):
        _put(sheet, row, 1, str(number))
        name = sheet.cell(row, 2, each.sheet)
        assert isinstance(name, Cell)
        appearance.link(name, each.sheet)
        name.font = appearance.font(bold=True, color=appearance.COLOURS[each.group])
        name.alignment = appearance.TOP
        _put(sheet, row, 3, each.about)
        group = sheet.cell(row, 4, each.group)
        group.font = appearance.font(appearance.SMALL, color=appearance.WHITE)
        group.fill, group.alignment = appearance.fill(appearance.COLOURS[each.group]), appearance.MIDDLE
        row += 1
    return row


def _typing(sheet: Worksheet, row: int) -> int:
    for name, how in _TYPING:
        _put(sheet, row, 2, name, bold=True)
        _put(sheet, row, 3, how)
        row += 1
    return row


def _schemes(sheet: Worksheet, row: int, own: Sequence[str]) -> str:
    """A line for each scheme; gives their cells."""
    first = row
    for name in dict.fromkeys((*own, *shipped_names())):
        scheme = None if name in own else shipped_scheme(name)
        texts = (scheme.title, scheme.about) if scheme else (name, "แบบคะแนนของส่วนราชการเอง ในแผ่นงานแบบคะแนน")
        _put(sheet, row, 2, texts[0], bold=True)
        _put(sheet, row, 3, texts[1])
        sheet.cell(row, 2).alignment = appearance.WRAPPED
        sheet.row_dimensions[row].height = appearance.height_of(texts, (_WIDTHS["B"], _WIDTHS["C"]))
        row += 1
    return f"{quote_sheetname(EXPLANATION)}!$B${first}:$B${row - 1}"


def _put(sheet: Worksheet, row: int, column: int, text: str, *, bold: bool = False) -> None:
    cell = sheet.cell(row, column, text)
    cell.font = appearance.font(bold=bold)
    sheet.row_dimensions[row].height = appearance.height_of((text,), (_WIDTHS["C"],))
    cell.alignment = appearance.TOP if column > 2 else appearance.UNWRAPPED
