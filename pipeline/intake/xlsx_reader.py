"""An Excel workbook -> its sheets as plain text cells with their places."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from pipeline.faults import Fault, InputFaults, Place, Words
from pipeline.intake.sheets import Book, Cell, Sheet
from pipeline.intake.xlsx_cells import cell_of
from pipeline.intake.xlsx_package import broken, open_package
from pipeline.intake.xlsx_survey import Survey, survey

_Rows = dict[int, dict[int, Cell]]


def read_book(path: Path) -> Book:
    """The sheets of the workbook at `path`, with the saved values of its formulas.

    Hidden rows, columns and sheets are read, and told of in the remarks. The book's faults are error
    values, formulas without a saved value or with one from another file, and dates whose century is not
    certain. Raises `InputFaults` for a file that cannot or must not be opened.
    """
    with open_package(path) as package:
        surveys = survey(package, str(path))
        workbook = _loaded(package, path)
        faults: list[Fault] = []
        remarks: list[Fault] = []
        sheets = []
        for worksheet in workbook.worksheets:
            found = surveys.get(worksheet.title, Survey())
            rows = _rows(worksheet, found, str(path), faults)
            sheet = Sheet(worksheet.title, str(path), rows)
            faults += _formula_faults(sheet, found)
            remarks += _hidden(sheet, found, worksheet.sheet_state != "visible")
            sheets.append(sheet)
    return Book(str(path), tuple(sheets), tuple(remarks), tuple(faults))


def _loaded(package: zipfile.ZipFile, path: Path) -> Any:
    stream = package.fp
    assert isinstance(stream, io.BytesIO)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(
                io.BytesIO(stream.getvalue()), read_only=True, data_only=True, keep_links=False
            )
    except Exception as error:  # openpyxl lets whatever its parsers raise pass through
        raise InputFaults([broken(Place(str(path)))]) from error


def _rows(worksheet: Any, found: Survey, file: str, faults: list[Fault]) -> _Rows:
    """The cells that hold something; what cannot be read is added to `faults`."""
    rows: _Rows = {}
    if not found.last_row:
        return rows
    limits = {"max_row": found.last_row, "max_col": found.last_column}
    try:
        for row in worksheet.iter_rows(**limits):
            for raw in row:
                if raw.value is not None:
                    _keep(raw, rows, Place(file, sheet=worksheet.title, cell=raw.coordinate), faults)
    except (ValueError, KeyError, TypeError, IndexError, OverflowError) as error:
        raise InputFaults([broken(Place(file))]) from error
    _share(rows, found)
    return rows


def _keep(raw: Any, rows: _Rows, place: Place, faults: list[Fault]) -> None:
    try:
        cell = cell_of(raw.value, raw.data_type, raw.number_format or "General", place)
    except InputFaults as error:
        faults += error.faults
        return
    if cell:
        rows.setdefault(raw.row, {})[raw.column] = cell


def _share(rows: _Rows, found: Survey) -> None:
    """Cells merged downwards hold their value in every row."""
    for column, top, _, bottom in found.merged:
        cell = rows.get(top, {}).get(column)
        if cell is not None:
            for row in range(top + 1, min(bottom, found.last_row) + 1):
                shared = Cell(cell.text, cell.place, cell.stored, cell.shown, shared=True)
                rows.setdefault(row, {})[column] = shared


def _formula_faults(sheet: Sheet, found: Survey) -> Iterator[Fault]:
    for cell in found.unsaved:
        yield _unsaved(Place(sheet.file, sheet=sheet.name, cell=cell))
    for cell in found.foreign:
        yield _foreign(Place(sheet.file, sheet=sheet.name, cell=cell))


def _unsaved(place: Place) -> Fault:
    what = Words("สูตรในช่องนี้ยังไม่มีค่าที่บันทึกไว้", "the formula in this cell has no saved value")
    remedy = Words(
        "เปิดแฟ้มใน Excel หรือ LibreOffice แล้วบันทึกอีกครั้ง หรือพิมพ์ค่าแทนสูตร",
        "open the file in Excel or LibreOffice and save it again, or type the value",
    )
    return Fault("formula-unsaved", what, remedy, place)


def _foreign(place: Place) -> Fault:
    what = Words(
        "สูตรในช่องนี้ดึงค่าจากแฟ้มอื่น ซึ่งตรวจไม่ได้ว่าเป็นค่าปัจจุบัน",
        "the formula in this cell reads another file, which may have changed since",
    )
    remedy = Words("คัดลอกช่องนี้ แล้ววางแบบพิเศษ → ค่า", "copy the cell, then Paste special → Values")
    return Fault("external-link", what, remedy, place)


def _hidden(sheet: Sheet, found: Survey, whole: bool) -> Iterator[Fault]:
    """Remarks on what is read although nobody sees it."""
    if not sheet.rows:
        return
    if whole:
        yield _hidden_remark(Words("แผ่นงานนี้ซ่อนอยู่", "the sheet is hidden"), sheet.place(1, 1))
        return
    if rows := sorted(found.hidden_rows & sheet.rows.keys()):
        listed = ", ".join(map(str, rows))
        what = Words(f"แถวที่ {listed} ซ่อนอยู่", f"hidden: row {listed}")
        yield _hidden_remark(what, sheet.place(rows[0], 1))
    used = {column for cells in sheet.rows.values() for column in cells}
    for first, last in found.hidden_columns:
        for column in sorted(used & set(range(first, min(last, found.last_column) + 1))):
            place = sheet.place(1, column)
            letter = place.cell.rstrip("1")
            yield _hidden_remark(Words(f"คอลัมน์ {letter} ซ่อนอยู่", f"column {letter} is hidden"), place)


def _hidden_remark(what: Words, place: Place) -> Fault:
    said = Words(f"{what.th} แต่โปรแกรมอ่านด้วย", f"{what.en}, and is read all the same")
    remedy = Words("ถ้าไม่ต้องการ ให้ลบแทนการซ่อน", "delete it if it is not wanted")
    return Fault("hidden", said, remedy, place)
