"""Workbooks as people leave them: formats, formulas, hidden and merged cells, each with its place."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from pipeline.diagnostics import InputError, Location
from pipeline.intake.csv_reader import read_csv
from pipeline.intake.sheets import Book
from pipeline.intake.xlsx_reader import read_book

BUDDHIST = "[$-107041E]d mmmm yyyy;@"


@pytest.fixture
def saved(tmp_path: Path) -> Callable[..., Path]:
    """A workbook of one sheet, filled by a function."""

    def save(change: Callable[[Any], object]) -> Path:
        book = Workbook()
        book.active.title = "แผ่น"
        change(book.active)
        book.save(tmp_path / "b.xlsx")
        return tmp_path / "b.xlsx"

    return save


def put(value: object, number_format: str = "General") -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        sheet["B2"] = value
        sheet["B2"].number_format = number_format

    return change


def b2(book: Book) -> Any:
    return book.sheets[0].rows[2][2]


@pytest.mark.parametrize(
    ("value", "number_format", "text", "shown"),
    [
        (17.5, "General", "17.5", "17.5"),
        (17.5, "0.00", "17.50", "17.50"),
        (0, "0.00", "0.00", "0.00"),
        (18500, "#,##0.00", "18500.00", "18,500.00"),
        (7.156, "0.00", "7.156", "7.156"),
        (0.1 + 0.2, "General", "0.3", "0.3"),
        (0.8, "0%", "80%", "80%"),
        (0.8567, "0.00%", "85.67%", "85.67%"),
        (0.07, "0%", "7%", "7%"),
        (2563, "0", "2563", "2563"),
        (4, '0.0" กิจกรรม"', "4.0", "4.0"),
        (-3, '#,##0;[Red]"-"0.00', "-3", "-3"),
        (1e15, "General", "1000000000000000", "1000000000000000"),
    ],
)
def test_a_number_is_read_with_the_decimals_that_its_format_shows_and_never_rounded(
    saved: Callable[..., Path], value: float, number_format: str, text: str, shown: str
) -> None:
    cell = b2(read_book(saved(put(value, number_format))))
    assert (cell.text, cell.shown) == (text, shown)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (datetime.datetime(2020, 3, 31), "dd/mm/yyyy", "2020-03-31"),
        (datetime.datetime(2563, 3, 31), "d/m/yyyy", "2563-03-31"),
        (datetime.datetime(1963, 2, 1), BUDDHIST, "1963-02-01"),
        (datetime.datetime(2020, 3, 31, 13, 30), "d/m/yyyy h:mm", "2020-03-31 13.30"),
        (datetime.time(13, 56), "h:mm", "13.56"),
    ],
)
def test_a_date_of_the_spreadsheet_is_read_as_a_day(
    saved: Callable[..., Path], value: object, number_format: str, text: str
) -> None:
    cell = b2(read_book(saved(put(value, number_format))))
    assert (cell.text, cell.stored) == (text, "date")


def test_a_year_that_the_spreadsheet_guessed_is_asked_about(saved: Callable[..., Path]) -> None:
    (fault,) = read_book(saved(put(datetime.datetime(1963, 2, 1), "dd/mm/yyyy"))).faults
    assert fault.code == "guessed-year"
    assert fault.location is not None
    assert fault.location.cell == "B2"
    assert "2563" in fault.help.th
    assert "2506" in fault.help.th


def test_text_is_stripped_and_mended(saved: Callable[..., Path]) -> None:
    assert b2(read_book(saved(put("  ทํางาน หน้้าที่\u00a0")))).text == "ทำงาน หน้าที่"


def test_a_cell_of_nothing_but_spaces_is_empty(saved: Callable[..., Path]) -> None:
    assert read_book(saved(put("  \u00a0"))).sheets[0].rows == {}


def test_the_place_is_said_with_sheet_and_cell(saved: Callable[..., Path]) -> None:
    path = saved(put("ก"))
    place = b2(read_book(path)).place
    assert place == Location(str(path), sheet="แผ่น", cell="B2")
    assert place.text("th").endswith("b.xlsx แผ่นงาน 'แผ่น' ช่อง B2")


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#N/A", "#NAME?", "#VALUE!"])
def test_an_error_value_is_a_fault_at_its_cell(saved: Callable[..., Path], error: str) -> None:
    (fault,) = read_book(saved(put(error))).faults
    assert (fault.code, fault.location.cell) == ("formula-error", "B2")
    assert error in fault.message.th


def with_saved_value(path: Path, formula: str, value: str) -> Path:
    """The workbook with a value behind its formula, as a spreadsheet saves it."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    found = re.compile(rb"<f>[^<]*</f><v\s*/>|<f>[^<]*</f><v></v>")
    parts[sheet] = found.sub(f"<f>{formula}</f><v>{value}</v>".encode(), parts[sheet])
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def test_a_formula_gives_the_value_saved_with_it(saved: Callable[..., Path]) -> None:
    book = read_book(with_saved_value(saved(put("=SUM(A1:A3)")), "SUM(A1:A3)", "77"))
    assert (b2(book).text, book.faults) == ("77", ())


def test_a_formula_never_calculated_is_a_fault(saved: Callable[..., Path]) -> None:
    (fault,) = read_book(saved(put("=1+1"))).faults
    assert (fault.code, fault.location.cell) == ("formula-unsaved", "B2")


def test_a_formula_of_another_file_is_a_fault(saved: Callable[..., Path]) -> None:
    (fault,) = read_book(with_saved_value(saved(put("=1+1")), "[1]Sheet1!A1", "3")).faults
    assert fault.code == "external-link"


def test_hidden_rows_columns_and_sheets_are_read_and_told_of(saved: Callable[..., Path]) -> None:
    def hide(sheet: Any) -> None:
        sheet["A1"], sheet["B2"], sheet["C3"] = "ก", "ข", "ค"
        sheet.row_dimensions[2].hidden = True
        sheet.row_dimensions[9].hidden = True
        sheet.column_dimensions["C"].hidden = True

    book = read_book(saved(hide))
    assert b2(book).text == "ข"
    assert [remark.message.th.split(" แต่")[0] for remark in book.remarks] == ["แถวที่ 2 ซ่อนอยู่", "คอลัมน์ C ซ่อนอยู่"]


def test_a_hidden_sheet_is_told_of_once(saved: Callable[..., Path]) -> None:
    def hide(sheet: Any) -> None:
        sheet["A1"] = "ก"
        sheet.parent.create_sheet("อื่น")
        sheet.sheet_state = "hidden"

    (remark,) = read_book(saved(hide)).remarks
    assert remark.message.th.startswith("แผ่นงานนี้ซ่อนอยู่")


def test_cells_merged_downwards_hold_their_value_in_every_row_and_not_across(
    saved: Callable[..., Path],
) -> None:
    def merge(sheet: Any) -> None:
        sheet["A1"], sheet["D4"] = "มิติ", "ท้าย"
        sheet.merge_cells("A1:B3")

    rows = read_book(saved(merge)).sheets[0].rows
    assert [(rows[n][1].text, rows[n][1].shared) for n in (1, 2, 3)] == [
        ("มิติ", False),
        ("มิติ", True),
        ("มิติ", True),
    ]
    assert 2 not in rows[2]


def test_csv_is_read_with_any_of_three_delimiters_and_a_mark_of_order(tmp_path: Path) -> None:
    for delimiter in ",;\t":
        path = tmp_path / "ผล.csv"
        path.write_bytes(f"\ufeffก{delimiter}ข\n 1 {delimiter}\n".encode())
        sheet = read_csv(path)
        assert sheet.name == "ผล"
        assert {
            (row, column): cell.text for row, cells in sheet.rows.items() for column, cell in cells.items()
        } == {
            (1, 1): "ก",
            (1, 2): "ข",
            (2, 1): "1",
        }
        assert sheet.place(2, 1) == Location(str(path), 2, 1)


def test_csv_in_an_encoding_that_gives_no_thai_words_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ผล.csv"
    path.write_bytes("Évaluation é,à".encode("cp1252"))
    with pytest.raises(InputError) as refused:
        read_csv(path)
    assert refused.value.diagnostics[0].code == "encoding"
