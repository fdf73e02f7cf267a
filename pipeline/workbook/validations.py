"""Excel data validation of a column: drop-downs of choices, and hints at the cell."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl.worksheet.datavalidation import DataValidation

from pipeline.workbook.sheet_columns import Column

_LONGEST_TITLE, _LONGEST_PROMPT, _LONGEST_LIST = 32, 250, 255


def validation_of(column: Column, lists: Mapping[str, str]) -> DataValidation:
    """What Excel shows beside the cell, and the choices, if the column has any. `lists` are the cells that
    hold what a column refers to.
    """
    shown = DataValidation(allow_blank=True, showInputMessage=True)
    shown.promptTitle = column.title[:_LONGEST_TITLE]
    shown.prompt = _prompt(column)[:_LONGEST_PROMPT]
    if column.choices:
        names = ",".join(column.name_of(choice) for choice in column.choices)
        if _fits_a_list(column, names):
            _offer(shown, f'"{names}"', "stop", f"เลือกจากรายการ: {names.replace(',', ', ')}")
    elif (listed := column.refers or column.entries) in lists:
        where = f"ในแผ่นงาน {column.refers}" if column.refers else "ในรายการ"
        _offer(shown, lists[listed], "warning", f"ค่านี้ยังไม่มี{where} ใช้หรือไม่")
    return shown


def _fits_a_list(column: Column, names: str) -> bool:
    """Whether Excel can offer the choices from the cell itself: few enough, none with a comma or quotes."""
    commas = len(column.choices) - 1
    return len(names) <= _LONGEST_LIST and names.count(",") == commas and '"' not in names


def _offer(shown: DataValidation, formula: str, style: str, error: str) -> None:
    shown.type, shown.formula1 = "list", formula
    shown.showErrorMessage, shown.errorStyle = True, style  # type: ignore[assignment]
    shown.errorTitle, shown.error = "ตรวจค่าที่พิมพ์", error[:_LONGEST_PROMPT]


_BY_KIND = {
    "number": "ตัวเลข ไทยหรืออารบิก ไม่ต้องใส่หน่วย",
    "year": "ปี พ.ศ. สี่หลัก เช่น 2563",
    "date": "วันที่ เช่น 31 มีนาคม 2563 หรือ 31/3/2563",
    "month": "เดือนและปี เช่น มีนาคม 2569",
    "clock": "เวลา เช่น 13.56",
}


def _prompt(column: Column) -> str:
    """What the field is, how it is typed, and whether it may stay empty."""
    told = [column.hint, _BY_KIND.get(column.kind, ""), "ต้องใส่" if column.required else "เว้นว่างได้"]
    return "\n".join(part for part in told if part)
