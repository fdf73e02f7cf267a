"""Workbooks as people change them: understood where it is certain, told of where it is not."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pipeline.diagnostics import InputError
from pipeline.intake import Source
from pipeline.intake.yaml_writer import write_yaml
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read as read_input
from pipeline.kinds.loading import load
from pipeline.kinds.writing import workbook_of

Changed = Callable[..., Path]


@pytest.fixture
def changed(tmp_path: Path, agreement_values: dict[str, Any]) -> Changed:
    """The workbook of a small agreement with something changed in it."""

    def change(how: Callable[[Any], object]) -> Path:
        book = load_workbook(BytesIO(workbook_of(SHIPPED.of("agreement"), deepcopy(agreement_values))))
        how(book)
        book.save(tmp_path / "b.xlsx")
        return tmp_path / "b.xlsx"

    return change


def codes(path: Path) -> dict[str, str]:
    """The code of each fault by the sheet and cell it stands at."""
    with pytest.raises(InputError) as refused:
        load(read_input(path, SHIPPED), SHIPPED)
    return {
        f"{fault.location.sheet} {fault.location.cell}": fault.code for fault in refused.value.diagnostics
    }


def read(path: Path) -> Source:
    source = read_input(path, SHIPPED)
    load(source, SHIPPED)
    return source


def test_thai_digits_stray_spaces_and_percent_formats_are_understood(changed: Changed) -> None:
    def type_it(book: Any) -> None:
        book["มิติ"]["A5"], book["มิติ"]["C5"] = " ๑ ", "๗๐ %"
        book["ผล"]["B5"].value, book["ผล"]["B5"].number_format = 0.77, "0%"
        book["ผล"]["A6"] = "๒"

    found = load(read(changed(type_it)), SHIPPED)
    assert found.agreement.dimensions[0].weight == 70
    assert str(found.results[0].value) == "77"


def test_a_date_of_the_spreadsheet_and_one_typed_in_thai_are_the_same(changed: Changed) -> None:
    def type_it(book: Any) -> None:
        sheet = book["ข้อมูลทั่วไป"]
        lines = {str(row[0].value).rstrip(" *"): row[1] for row in sheet.iter_rows()}
        lines["วันแรกของรอบ"].value = datetime.datetime(2003, 10, 1)
        lines["วันสุดท้ายของรอบ"].value = "๓๐ ก.ย. ๔๗"

    period = load(read(changed(type_it)), SHIPPED).period
    assert (period.start, period.end) == (datetime.date(2003, 10, 1), datetime.date(2004, 9, 30))


def test_a_choice_is_taken_by_its_name_or_as_in_yaml(changed: Changed) -> None:
    def choose(book: Any) -> None:
        for row, typed in ((5, "ยกเลิก"), (6, " อยู่ระหว่าง ดำเนินการ"), (7, "starts-later")):
            book["ผล"].cell(row, 2).value = None
            book["ผล"].cell(row, 6).value = typed
        book["ผล"]["E8"].value = None
        book["ผล"]["F8"] = "ไม่ได้รายงาน"

    results = load(read(changed(choose)), SHIPPED).results
    assert [result.status for result in results] == [
        "cancelled",
        "in-progress",
        "starts-later",
        "not-reported",
    ]


def test_columns_may_stand_in_any_order_with_rows_above_and_empty_rows_between(changed: Changed) -> None:
    def rearrange(book: Any) -> None:
        sheet = book["มิติ"]
        sheet.move_range("C4:C6", cols=4)
        sheet.insert_rows(1, 3)
        sheet.insert_rows(9)

    found = load(read(changed(rearrange)), SHIPPED)
    assert [str(dimension.weight) for dimension in found.agreement.dimensions] == ["70", "30"]


def test_a_header_may_be_merged_and_broken_over_lines(changed: Changed) -> None:
    def merge(book: Any) -> None:
        sheet = book["มิติ"]
        for row in sheet["A4:C4"]:
            for cell in row:
                sheet.cell(3, cell.column, str(cell.value).replace("มิติ", "มิ\nติ"))
                cell.value = None
                sheet.merge_cells(start_row=3, end_row=4, start_column=cell.column, end_column=cell.column)

    assert len(load(read(changed(merge)), SHIPPED).agreement.dimensions) == 2


def test_a_dimension_merged_over_its_indicators_is_understood(changed: Changed) -> None:
    def merge(book: Any) -> None:
        sheet = book["ตัวชี้วัด"]
        for column in "AB":
            sheet[f"{column}6"].value = None
            sheet.merge_cells(f"{column}5:{column}6")

    found = load(read(changed(merge)), SHIPPED)
    assert [i.id for i in found.agreement.dimensions[0].indicators] == ["1", "2"]


def test_a_sheet_of_the_officers_own_is_not_read_and_said_so(changed: Changed) -> None:
    def add(book: Any) -> None:
        book.create_sheet("คำนวณ")["A1"] = 5

    (remark,) = read(changed(add)).remarks
    assert remark.code == "unread-sheet"
    assert "คำนวณ" in remark.message.th


def test_a_dash_is_nothing_where_a_figure_may_be_left_out(changed: Changed) -> None:
    def dash(book: Any) -> None:
        for place in ("C5", "D5", "E5", "F5"):
            book["ผล"][place] = "-"

    assert "numerator" not in read(changed(dash)).values["results"][0]


def test_a_row_of_totals_is_not_read_and_said_so(changed: Changed) -> None:
    def add_up(book: Any) -> None:
        book["มิติ"]["A7"], book["มิติ"]["C7"] = "รวม", 100

    source = read(changed(add_up))
    assert [remark.code for remark in source.remarks] == ["total-row"]
    assert len(load(source, SHIPPED).agreement.dimensions) == 2


def test_a_row_whose_owner_is_unknown_is_told_once_and_not_what_belongs_to_it(changed: Changed) -> None:
    def misspell(book: Any) -> None:
        book["กลุ่มตัวชี้วัด"]["A5"] = "11"

    found = codes(changed(misspell))
    assert found["กลุ่มตัวชี้วัด A5"] == "unknown-name"
    assert not any(place.startswith("ตัวชี้วัด ") for place in found)


def test_all_faults_are_told_together_each_at_its_cell(changed: Changed) -> None:
    def spoil(book: Any) -> None:
        book["ผล"]["B5"] = "#REF!"
        book["ผล"]["F6"] = "เลิกแล้ว"
        book["ตัวชี้วัด"]["F5"] = "ครึ่งหนึ่ง"
        book["มิติ"]["B6"] = None

    assert codes(changed(spoil)) == {
        "ผล B5": "formula-error",
        "ผล F6": "unknown-choice",
        "ตัวชี้วัด F5": "not-a-number",
        "มิติ B6": "missing",
    }


def test_a_fault_names_the_column_as_the_sheet_does(changed: Changed) -> None:
    with pytest.raises(InputError) as refused:
        load(read_input(changed(lambda book: book["ตัวชี้วัด"].__setitem__("F5", "มาก")), SHIPPED), SHIPPED)
    (fault,) = refused.value.diagnostics
    assert fault.message.th == "'น้ำหนัก' ไม่ใช่ตัวเลข: 'มาก'"


def test_a_table_beside_yaml_is_read_as_its_sheet(tmp_path: Path, agreement_values: dict[str, Any]) -> None:
    without = deepcopy(agreement_values)
    results = without.pop("results")
    (tmp_path / "a.yaml").write_text(write_yaml(without), encoding="utf-8")
    lines = ["เลขที่ตัวชี้วัด,ผลที่วัดได้,ขั้นตอนที่แล้วเสร็จ"]
    lines += [f"{r['indicator']},{r.get('value', '')},{r.get('steps', '')}" for r in results]
    (tmp_path / "ผล.csv").write_text("\n".join(lines), encoding="utf-8-sig")
    (tmp_path / "units.csv").write_text("id,x\n", encoding="utf-8")
    source = read_input(tmp_path, SHIPPED)
    assert source.values["results"] == results
    assert [remark.code for remark in source.remarks] == ["unknown-table"]
    assert source.place(("results", 1, "value")).text("th").endswith("ผล.csv:3:2")


def test_a_folder_is_read_from_its_only_workbook_and_not_from_locks(changed: Changed) -> None:
    path = changed(lambda book: book)
    path.with_name("~$b.xlsx").write_bytes(b"")
    assert read(path.parent).values == read(path).values


def test_a_workbook_beside_yaml_is_not_read_and_said_so(
    changed: Changed, agreement_values: dict[str, Any]
) -> None:
    path = changed(lambda book: book)
    path.with_name("a.yaml").write_text(write_yaml(agreement_values), encoding="utf-8")
    (remark,) = read(path.parent).remarks
    assert (remark.code, remark.location.file) == ("unread-workbook", str(path))
