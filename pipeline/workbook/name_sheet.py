"""The sheet that lists what texts may print by name, with the present values; it is for people to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.workbook import appearance
from pipeline.workbook.cell_writing import AS_TEXT

_TITLES = ("ใช้ใน", "พิมพ์ชื่อนี้", "หรือ", "ค่าปัจจุบัน", "ความหมาย")
_WIDTHS = (30.0, 34.0, 30.0, 52.0, 62.0)
_ABOUT = (
    "พิมพ์ชื่อในวงเล็บปีกกา (คัดลอกไปวางได้) ในข้อความ เอกสารพิมพ์ค่าให้ ค่าที่เห็นคือค่าเมื่อทำสมุดงานนี้ "
    "ค่าล่าสุดดูได้ด้วย saraban names สมุดงาน.xlsx"
)
_FIRST, _LONGEST = 4, 300


class NameRow(NamedTuple):
    """One name: where texts may print it, itself in Thai, its other names, its value, what it is."""

    where: str
    thai: str
    others: tuple[str, ...]
    value: str
    about: str


def write_names(sheet: Worksheet, names: Sequence[NameRow]) -> None:
    """Fills the sheet; all its cells are locked."""
    sheet.sheet_properties.tabColor = appearance.GUIDE
    sheet.sheet_view.showGridLines = False
    title, about = sheet.cell(1, 1, sheet.title), sheet.cell(2, 1, _ABOUT)
    title.font = appearance.font(appearance.TITLE, bold=True, color=appearance.GUIDE)
    about.font = appearance.font(color=appearance.GREY)
    for n, (text, width) in enumerate(zip(_TITLES, _WIDTHS, strict=True), 1):
        heading = sheet.cell(_FIRST - 1, n, text)
        heading.font = appearance.font(bold=True, color=appearance.WHITE)
        heading.fill, heading.alignment = appearance.fill(appearance.GUIDE), appearance.MIDDLE
        sheet.column_dimensions[get_column_letter(n)].width = width
    for row, name in enumerate(names, _FIRST):
        value = name.value if len(name.value) <= _LONGEST else f"{name.value[:_LONGEST]}…"
        others = " ".join(f"{{{each}}}" for each in name.others)
        texts = (name.where, f"{{{name.thai}}}", others, value, name.about.replace("`", ""))
        for n, text in enumerate(texts, 1):
            cell = sheet.cell(row, n, text)
            cell.font, cell.border, cell.alignment = appearance.font(), appearance.GRID, appearance.TOP
            cell.number_format = AS_TEXT
            cell.data_type = "s"
        sheet.row_dimensions[row].height = appearance.height_of(texts, _WIDTHS)
    sheet.freeze_panes = f"A{_FIRST}"
    appearance.for_paper(sheet)
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.autoFilter = False
