"""Tables of units as officers make them, and the workbook that they are given to fill in."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.batch.batch_file import BatchOrder, read_batch
from pipeline.batch.units_workbook import UNITS_SHEET, units_workbook
from pipeline.diagnostics import Diagnostic, InputError
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.papers.overrides import apply_overrides

ROOT = Path(__file__).parents[2]
AGREEMENT = ROOT / "input" / "agreement-2547"
APPRAISAL = ROOT / "templates" / "appraisal" / "start"


def batch_with(folder: Path, table: str, base: Path = AGREEMENT) -> Path:
    (folder / "batch.yaml").write_text(f"kind: batch\nbase: {base}\nunits_from: {table}\n", encoding="utf-8")
    return folder


def sheet_with(folder: Path, *rows: list[str | int | None]) -> Worksheet:
    """An officer's sheet; its book is saved by `ordered`."""
    sheet = openpyxl.Workbook().active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    return sheet


def ordered(folder: Path, sheet: Worksheet) -> BatchOrder:
    sheet.parent.save(folder / "units.xlsx")
    return read_batch(batch_with(folder, "units.xlsx"), SHIPPED)


def typed(order: BatchOrder) -> dict[str, dict[str, object]]:
    return {unit.id: {each.path: each.value for each in unit.overrides} for unit in order.units}


def told(order: BatchOrder) -> set[str]:
    return {each.code for each in order.base.remarks}


TARGET = "indicators[5].scale.thresholds[5]"


def test_titles_line_breaks_sums_and_hidden_rows(tmp_path: Path) -> None:
    sheet = sheet_with(
        tmp_path,
        ["รายชื่อสำนักงาน ปี ๒๕๔๗"],
        [],
        ["ที่", "รหัสหน่วยงาน", "ตัวชี้วัดที่ ๕\nเป้าหมาย", "ผล  ตัวชี้วัดที่ 4", "ผู้ประสานงาน"],
        ["๑", "เลย", "๑๘", 91, "คุณแดง"],
        [],
        ["๒", "น่าน", 19, "=88+4", None],
        ["รวม", None, 37, 183, None],
    )
    sheet["D6"] = 92
    sheet.row_dimensions[6].hidden = True
    order = ordered(tmp_path, sheet)
    assert typed(order) == {
        "เลย": {TARGET: "๑๘", "results[4].value": "91"},
        "น่าน": {TARGET: "19", "results[4].value": "92"},
    }
    assert told(order) == {"own-column", "total-row", "hidden", "id-column"}


def test_a_header_of_two_rows_is_read_as_one(tmp_path: Path) -> None:
    sheet = sheet_with(
        tmp_path,
        ["id", "ตัวชี้วัดที่ 5", None, "ชื่อหน่วยงาน"],
        [None, "เป้าหมาย", "ผล", None],
        ["เลย", 18, 7, "สำนักงานเลย"],
    )
    for area in ("A1:A2", "B1:C1", "D1:D2"):
        sheet.merge_cells(area)
    expected = {TARGET: "18", "results[5].value": "7", "office.name": "สำนักงานเลย"}
    assert typed(ordered(tmp_path, sheet)) == {"เลย": expected}


@pytest.mark.parametrize(("encoding", "separator"), [("cp874", ";"), ("utf-16", "\t")])
def test_a_csv_as_excel_in_thailand_writes_it(tmp_path: Path, encoding: str, separator: str) -> None:
    rows = ["จังหวัด|เป้าหมายตัวชี้วัดที่ 5|วันที่ส่งเรื่อง", "เลย|18|เมื่อวาน", "น่าน||"]
    (tmp_path / "u.csv").write_bytes("\r\n".join(rows).replace("|", separator).encode(encoding))
    order = read_batch(batch_with(tmp_path, "u.csv"), SHIPPED)
    assert typed(order) == {"เลย": {TARGET: "18"}, "น่าน": {}}


def faults_of(order: BatchOrder) -> list[Diagnostic]:
    """What is wrong with the first unit."""
    unit = order.units[0]
    with pytest.raises(InputError) as caught:
        load(apply_overrides(order.base, unit.id, unit.overrides, SHIPPED), SHIPPED)
    return list(caught.value.diagnostics)


def test_every_fault_of_a_row_is_told_at_its_cell_at_once(tmp_path: Path) -> None:
    header = ["id", "ตัวชี้วัดที่ 4 ผล", "ตัวชี้วัดที่ 6 สถานะของผล", "indicators[99].weight", "ตัวชี้วัดที่ 6 เลื่อนเกณฑ์"]
    order = ordered(tmp_path, sheet_with(tmp_path, header[:4], ["เลย", "~9", "ยกเลิกแล้ว", 5]))
    cells = {(fault.code, fault.location and fault.location.cell) for fault in faults_of(order)}
    assert cells == {("not-a-number", "B2"), ("unknown-choice", "C2"), ("no-entry", "D1")}


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("เป้าหมาย", "several-columns"),
        ("ตำแหน่ง", "several-columns"),
        ("ผลตัวชี้วัดที่ 99", "near-column"),
        ("ตัวชี้วัดที่ 5 เป้าหมาร", "near-column"),
    ],
)
def test_a_header_that_is_not_clear_is_refused_even_over_an_empty_column(
    tmp_path: Path, header: str, code: str
) -> None:
    with pytest.raises(InputError) as caught:
        ordered(tmp_path, sheet_with(tmp_path, ["id", header], ["เลย", None]))
    assert [(each.code, each.location and each.location.cell) for each in caught.value.diagnostics] == [
        (code, "B1")
    ]


@pytest.mark.parametrize(
    ("target", "shift", "steps"),
    [
        ("22", "ใช่", ["2", "7", "12", "17", "22"]),
        ("", "+2", ["2", "7", "12", "17", "22"]),
        ("", "๒.๕", ["2.5", "7.5", "12.5", "17.5", "22.5"]),
        ("22", "2", ["2", "7", "12", "17", "22"]),
        ("22", "ไม่ใช่", ["0", "5", "10", "15", "22"]),
    ],
)
def test_all_steps_move_with_the_target(tmp_path: Path, target: str, shift: str, steps: list[str]) -> None:
    """Indicator 5 has the steps 0 5 10 15 20 in the base."""
    order = ordered(tmp_path, shift_sheet(tmp_path, 5, target, shift))
    unit = order.units[0]
    made = load(apply_overrides(order.base, "x", unit.overrides, SHIPPED), SHIPPED)
    (fifth,) = [each for each in made.agreement.indicators if each.id == "5"]
    assert [f"{each:f}" for each in fifth.scale.thresholds] == steps


def shift_sheet(folder: Path, indicator: int, target: str, shift: str) -> Worksheet:
    titles = [f"ตัวชี้วัดที่ {indicator} เป้าหมาย", f"indicators[{indicator}].shift"]
    return sheet_with(folder, ["id", *titles], ["เลย", target or None, shift])


@pytest.mark.parametrize(
    ("indicator", "target", "shift", "code"),
    [
        (5, "", "ใช่", "shift-no-target"),
        (5, "23", "2", "shift-disagrees"),
        (5, "", "-1", "shift-below-zero"),
        (5, "", "22", "shift-or-target"),
        (5, "", "มาก", "shift-unreadable"),
        (6, "", "1", "shift-none"),
    ],
)
def test_a_shift_that_cannot_be_made_is_refused_at_its_cell(
    tmp_path: Path, indicator: int, target: str, shift: str, code: str
) -> None:
    order = ordered(tmp_path, shift_sheet(tmp_path, indicator, target, shift))
    assert [(each.code, each.location and each.location.cell) for each in faults_of(order)] == [(code, "C2")]


def test_a_step_that_is_given_beside_a_shift_is_refused(tmp_path: Path) -> None:
    header = ["id", "ตัวชี้วัดที่ 5 ระดับ 3", "ตัวชี้วัดที่ 5 เลื่อนเกณฑ์ทั้งชุด"]
    order = ordered(tmp_path, sheet_with(tmp_path, header, ["เลย", 11, "+2"]))
    assert "shift-and-steps" in [each.code for each in faults_of(order)]


@pytest.mark.parametrize("base", [AGREEMENT, APPRAISAL, ROOT / "input" / "municipality-2568"])
def test_every_column_of_the_workbook_to_fill_in_is_read_as_what_it_is_called(
    tmp_path: Path, base: Path
) -> None:
    values = read(base, SHIPPED).values
    data = units_workbook(values, SHIPPED)
    assert data == units_workbook(values, SHIPPED)
    (tmp_path / "units.xlsx").write_bytes(data)
    book = openpyxl.load_workbook(tmp_path / "units.xlsx")
    sheet, names = book[UNITS_SHEET], book["ชื่อคอลัมน์"]
    sheet["A5"] = "หน่วยแรก"
    listed = [(row[0], row[2]) for row in names.iter_rows(min_row=5, values_only=True)]
    for n, (title, _) in enumerate(listed[:150], 3):
        sheet.cell(4, n, title)
        sheet.cell(5, n, "ก")
    book.save(tmp_path / "units.xlsx")
    (unit,) = read_batch(batch_with(tmp_path, "units.xlsx", base), SHIPPED).units
    assert [each.path for each in unit.overrides] == [path for _, path in listed[:150]]


def test_persons_have_rows_of_their_own_in_the_same_workbook(tmp_path: Path) -> None:
    (tmp_path / "units.xlsx").write_bytes(units_workbook(read(APPRAISAL, SHIPPED).values, SHIPPED))
    book = openpyxl.load_workbook(tmp_path / "units.xlsx")
    book[UNITS_SHEET]["A5"], book[UNITS_SHEET]["A6"] = "102", "103"
    work = book["ตัวชี้วัดผลงาน"]
    for row, (id, name) in enumerate([("102", "งานหนึ่ง"), ("103", "งานสอง"), ("102", "งานสาม")], 5):
        work.cell(row, 1, id), work.cell(row, 2, name)
    book.save(tmp_path / "units.xlsx")
    order = read_batch(batch_with(tmp_path, "units.xlsx", APPRAISAL), SHIPPED)
    laid = [apply_overrides(order.base, unit.id, unit.overrides, SHIPPED).values for unit in order.units]
    assert [[each["name"] for each in values["work"]] for values in laid] == [
        ["งานหนึ่ง", "งานสาม"],
        ["งานสอง"],
    ]
    assert all(values["competencies"] == order.base.values["competencies"] for values in laid)
    assert "list-empty" in told(order)
