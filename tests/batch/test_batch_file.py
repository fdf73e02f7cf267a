from pathlib import Path

import openpyxl
import pytest
from batch_runs import run

from pipeline.batch.batch_file import read_batch
from pipeline.diagnostics import Diagnostic, InputError
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.writing import workbook_of


def refused(path: Path) -> Diagnostic:
    """The one fault of the batch, or of one of its rows."""
    try:
        faults = [fault for unit in read_batch(path, SHIPPED).units for fault in unit.faults]
    except InputError as refused:
        faults = list(refused.diagnostics)
    (fault,) = faults
    return fault


def with_units(batch: Path, units: str, common: str = "{}") -> Path:
    batch.write_text(f"kind: batch\nbase: memo.yaml\nset: {common}\nunits: {units}\n", encoding="utf-8")
    return batch


def test_each_unit_has_its_folder_and_its_overrides_in_the_order_of_the_file(batch: Path) -> None:
    order = read_batch(batch, SHIPPED)
    assert [(unit.id, unit.folder) for unit in order.units] == [("ก", "ก"), ("ข", "ข"), ("ค", "ค")]
    (override,) = order.units[1].overrides
    assert (override.path, override.value, override.place.line) == ("memo.number", "ที่ 2", 5)


def test_what_all_units_have_comes_before_what_one_has_and_names_the_unit(batch: Path) -> None:
    units = "[เลย, {id: น่าน, set: {memo.agency: กอง}}]"
    order = read_batch(with_units(batch, units, '{memo.agency: "สอจ.{unit}"}'), SHIPPED)
    assert [[o.value for o in unit.overrides] for unit in order.units] == [["สอจ.เลย"], ["สอจ.น่าน", "กอง"]]


def test_a_csv_has_a_unit_in_each_row_and_a_path_over_each_column(batch: Path, tmp_path: Path) -> None:
    rows = "id,remark,memo.number,memo.phone,\r\nเลย,ตัวอย่าง,๑๒,,x\r\n,,,,\r\nน่าน,,,1;2,\r\n"
    (tmp_path / "units.csv").write_bytes(b"\xef\xbb\xbf" + rows.encode())
    first, second = read_batch(with_units(batch, "[]\nunits_from: units.csv"), SHIPPED).units
    assert [(o.path, o.value) for o in first.overrides] == [("memo.number", "๑๒")]
    assert (first.overrides[0].place.line, first.overrides[0].place.column) == (2, 3)
    assert (first.overrides[0].path_place.line, first.overrides[0].path_place.column) == (1, 3)
    assert [(o.path, o.value) for o in second.overrides] == [("memo.phone", ["1", "2"])]
    assert second.place.line == 4


def test_a_folder_is_its_batch_file(batch: Path) -> None:
    assert read_batch(batch.parent, SHIPPED).units == read_batch(batch, SHIPPED).units


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("เลย", "เลย"),
        ("HR Unit", "hr unit"),
        ("กอง 2", "กอง ๒"),
        ("กอง 2", "กอง2"),
        ("ลํา", "ลำ"),
        ("Café", "Cafe\u0301"),
        ("อก 0210/5", "อก 0210-5"),
        ("เลย", "เลย\u200b"),
    ],
)
def test_units_whose_papers_would_stand_in_one_folder_are_refused_at_both_rows(
    batch: Path, tmp_path: Path, one: str, other: str
) -> None:
    (tmp_path / "units.csv").write_text(f"remark,id\n,{one}\n,น่าน\n,{other}\n", encoding="utf-8")
    first, other_unit, twin = read_batch(with_units(batch, "[]\nunits_from: units.csv"), SHIPPED).units
    places = [
        (fault.code, fault.location and (fault.location.line, fault.location.column))
        for fault in (*first.faults, *twin.faults)
    ]
    assert places == [("duplicate-unit", (2, 2)), ("duplicate-unit", (4, 2))]
    assert other_unit.faults == ()


def test_a_row_of_the_batch_and_one_of_its_table_are_held_against_each_other(
    batch: Path, tmp_path: Path
) -> None:
    (tmp_path / "units.csv").write_text("id\nน่าน\nเลย\n", encoding="utf-8")
    units = read_batch(with_units(batch, "[เลย, น่าน 2]\nunits_from: units.csv"), SHIPPED).units
    files = [
        fault.location and (Path(fault.location.file).name, fault.location.line)
        for unit in units
        for fault in unit.faults
    ]
    assert files == [("batch.yaml", 4), ("units.csv", 3)]


def test_units_that_differ_in_a_letter_are_two_and_none_leaves_the_folder(batch: Path) -> None:
    order = read_batch(with_units(batch, "[กอง 1, กอง 12, กองที่ 1, ../../x]"), SHIPPED)
    assert [unit.folder for unit in order.units] == ["กอง 1", "กอง 12", "กองที่ 1", "-..-x"]


def test_a_unit_is_not_put_in_the_place_of_the_run_report(batch: Path) -> None:
    assert read_batch(with_units(batch, "[report.html]"), SHIPPED).units[0].folder == "report.html (2)"


def test_a_misspelt_field_of_the_batch_is_refused_with_the_nearest(batch: Path, rewrite) -> None:
    rewrite("base:", "bse:")
    with pytest.raises(InputError) as caught:
        read_batch(batch, SHIPPED)
    unknown = next(fault for fault in caught.value.diagnostics if fault.code == "unknown-key")
    assert "'base'" in unknown.help.th
    assert unknown.location
    assert unknown.location.line == 2


@pytest.mark.parametrize(
    ("units", "code"),
    [("[]", "no-units"), ("[]\nunits_from: missing.csv", "unreadable"), ("[{set: {}}]", "missing")],
)
def test_a_batch_without_units_is_refused(batch: Path, units: str, code: str) -> None:
    assert refused(with_units(batch, units)).code == code


def test_a_csv_without_ids_is_refused_at_its_header(batch: Path, tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("name,memo.number\nก,1\n", encoding="utf-8")
    fault = refused(with_units(batch, "[]\nunits_from: units.csv"))
    assert (fault.code, fault.location and fault.location.line) == ("no-id", 1)


def test_a_row_without_an_id_is_refused_and_stops_no_other(batch: Path, tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("id,memo.number\nก,1\n,2\n", encoding="utf-8")
    ended = run(with_units(batch, "[]\nunits_from: units.csv"), str)
    ((fault,),) = [each.faults for each in ended.not_made]
    assert (fault.code, fault.location and fault.location.line) == ("no-id", 3)
    assert [each.name for each in ended.plan.documents] == ["ก/memo"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('id,memo.number\nก,1\n"ข\nใน",2\nค,"3\nง,4\n', "csv-syntax", 5),
        ("id,memo.number\nก,1\nข," + '"' + "ย" * 200_000 + "\n", "csv-syntax", 3),
        ("id,memo.number\nก,1\nข,2\x0b3\n", "control-character", 3),
        ("id,memo.number\nก\x01,1\n", "control-character", 2),
    ],
)
def test_a_csv_that_would_lose_rows_or_not_print_is_refused_at_its_row(
    batch: Path, tmp_path: Path, text: str, code: str, line: int
) -> None:
    (tmp_path / "units.csv").write_text(text, encoding="utf-8")
    fault = refused(with_units(batch, "[]\nunits_from: units.csv"))
    assert (fault.code, fault.location and fault.location.line) == (code, line)


def test_an_input_is_not_taken_for_a_batch(batch: Path) -> None:
    assert refused(batch.parent / "memo.yaml").code == "not-a-batch"


def test_a_workbooks_sheet_has_a_unit_in_each_row(batch: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["หมายเหตุ"])
    sheet = book.create_sheet("หน่วยงาน")
    for row in (["id", "memo.number", "memo.phone"], ["เลย", 12.5, None], ["น่าน", None, "0 2202"]):
        sheet.append(row)
    book.save(tmp_path / "units.xlsx")
    first, second = read_batch(with_units(batch, "[]\nunits_from: units.xlsx"), SHIPPED).units
    assert [(o.path, o.value, o.place.cell) for o in first.overrides] == [("memo.number", "12.5", "B2")]
    assert [(o.path, o.value, o.path_place.cell) for o in second.overrides] == [
        ("memo.phone", "0 2202", "C1")
    ]
    assert second.place.text("en").endswith("sheet 'หน่วยงาน' cell A3")


def workbook_of_memo(batch: Path, *rows: list[str]) -> Path:
    """The memo as a workbook, with the rows on a sheet of units."""
    path = batch.parent / "ชุด.xlsx"
    path.write_bytes(workbook_of(SHIPPED.of("memo"), read(batch.parent / "memo.yaml", SHIPPED).values))
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("units")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_a_workbook_with_a_sheet_of_units_is_a_batch_by_itself(batch: Path) -> None:
    book = workbook_of_memo(batch, ["id", "memo.number"], ["เลย", "ที่ 1"], ["น่าน", "ที่ 2"])
    order = read_batch(book, SHIPPED)
    assert [unit.folder for unit in order.units] == ["เลย", "น่าน"]
    assert order.base.values["memo"] == read(batch.parent / "memo.yaml", SHIPPED).values["memo"]
    assert (order.title, order.papers, order.base.remarks) == ("ชุด", (), ())


def test_rows_that_are_refused_hide_no_fault_of_the_values(batch: Path) -> None:
    path = workbook_of_memo(
        batch, ["id", "memo.date"], ["เลย", "31 กุมภาพันธ์ 2568"], [None, "1 มีนาคม 2568"], ["น่าน"], ["น่าน"]
    )
    book = openpyxl.load_workbook(path)
    book["ข้อมูลทั่วไป"]["B7"].value = "ไทย"
    book.save(path)
    ended = run(path, str)
    places = {fault.location for each in ended.not_made for fault in each.faults if fault.location}
    assert sorted(f"{place.sheet} {place.cell}" for place in places) == [
        "units A3", "units A4", "units A5", "units B2", "ข้อมูลทั่วไป B7",
    ]  # fmt: skip


def test_a_workbook_without_units_is_no_batch(batch: Path) -> None:
    assert refused(workbook_of_memo(batch, ["name"], ["เลย"])).code == "not-a-batch"


def test_units_without_data_beside_them_say_where_to_put_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "หน่วยงาน"
    book.active.append(["id"])
    book.active.append(["เลย"])
    book.save(tmp_path / "units.xlsx")
    assert refused(tmp_path / "units.xlsx").code == "units-without-base"


def test_an_hr_scorecards_own_list_of_units_makes_no_batch(tmp_path: Path) -> None:
    values = read(Path(__file__).parents[2] / "input" / "hr-scorecard-2563", SHIPPED).values
    (tmp_path / "hr.xlsx").write_bytes(workbook_of(SHIPPED.of("hr-scorecard"), values))
    assert "หน่วยงาน" in openpyxl.load_workbook(tmp_path / "hr.xlsx").sheetnames
    assert refused(tmp_path / "hr.xlsx").code == "not-a-batch"
