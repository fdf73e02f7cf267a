"""Workbooks of inputs under other schemes: as many columns as levels, sheets that only they need, no more."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pipeline.diagnostics import InputError
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.starting import start_under, start_values
from pipeline.kinds.writing import full_workbook_of, workbook_of
from pipeline.model.shipped_schemes import shipped_names

INDICATORS, RESULTS = "ตัวชี้วัด", "ผล"
NEW_SHEETS = {
    "ปรับคะแนน", "เงื่อนไข", "จุดคะแนน", "เกณฑ์ตามรอบ", "การให้คะแนน", "ผู้ประเมินและรอบ", "แบบคะแนน", "ระดับคะแนน",
    "จุดคะแนนของแบบ", "ระดับผล",
}  # fmt: skip


def book_of(values: dict[str, Any]) -> Any:
    return load_workbook(BytesIO(workbook_of(SHIPPED.of(values["kind"]), values)))


def headers(sheet: Any) -> list[str]:
    return [str(cell.value).rstrip(" *") for cell in sheet[4]]


def first_group(values: dict[str, Any], dimension: int = 0) -> dict[str, Any]:
    group: dict[str, Any] = values["agreement"]["dimensions"][dimension]["groups"][0]
    return group


def back(values: dict[str, Any], folder: Path, how: Callable[[Any], object] = lambda book: book) -> Any:
    book = book_of(values)
    how(book)
    book.save(folder / "b.xlsx")
    return read(folder / "b.xlsx", SHIPPED)


def test_an_office_with_five_levels_sees_what_it_always_saw() -> None:
    book = book_of(start_values(SHIPPED.of("agreement")))
    assert not NEW_SHEETS & set(book.sheetnames)
    assert headers(book[INDICATORS]) == [
        "มิติที่", "กลุ่มที่", "เลขที่ตัวชี้วัด", "ชื่อตัวชี้วัด", "หน่วยวัด", "น้ำหนัก", "แบบของเกณฑ์", "เกณฑ์ระดับ 1", "เกณฑ์ระดับ 2",
        "เกณฑ์ระดับ 3", "เกณฑ์ระดับ 4", "เกณฑ์ระดับ 5", "ระดับที่เป็นเป้าหมาย", "วิธีคิดเมื่อไม่มีผล",
    ]  # fmt: skip
    assert "วิธีให้คะแนนที่เลือกได้" not in [cell.value for (cell, *_) in book["คำอธิบาย"].iter_rows()]


def test_three_levels_are_three_columns_under_the_scheme_s_own_headings() -> None:
    named = ["เกณฑ์ระดับ 1 (ขั้นต้น)", "เกณฑ์ระดับ 2 (มาตรฐาน)", "เกณฑ์ระดับ 3 (ขั้นสูง)"]
    found = headers(book_of(start_under(SHIPPED.of("agreement"), "opdc-2562"))[INDICATORS])
    assert [title for title in found if title.startswith("เกณฑ์ระดับ")] == named
    of_plan = headers(book_of(start_under(SHIPPED.of("hr-scorecard"), "opdc-2562"))["โครงการ"])
    assert [title for title in of_plan if title.startswith("คำอธิบายระดับ")] == [
        "คำอธิบายระดับ 1 (ขั้นต้น)", "คำอธิบายระดับ 2 (มาตรฐาน)", "คำอธิบายระดับ 3 (ขั้นสูง)",
    ]  # fmt: skip


def with_ten_levels() -> dict[str, Any]:
    values = start_under(SHIPPED.of("agreement"), "opdc-2562")
    levels = [{"score": str(n)} for n in range(1, 11)]
    values["schemes"] = [{"id": "ten", "like": "five-levels", "levels": levels}]
    first_group(values, 3)["scheme"] = "ten"
    first_group(values, 3)["indicators"][0]["weight"] = "100"
    thresholds = [str(n) for n in range(10, 101, 10)]
    first_group(values, 3)["indicators"][0]["scale"] = {"type": "linear", "thresholds": thresholds}
    return values


def test_schemes_of_three_and_of_ten_levels_stand_together(tmp_path: Path) -> None:
    values = with_ten_levels()
    found = headers(book_of(values)[INDICATORS])
    assert [title for title in found if title.startswith("เกณฑ์ระดับ")] == [
        f"เกณฑ์ระดับ {n}" for n in range(1, 11)
    ]
    source = back(values, tmp_path)
    assert (source.values, source.faults, source.remarks) == (values, (), ())


@pytest.mark.parametrize(
    "spelled",
    [
        ("เกณฑ์ขั้นต้น", "เกณฑ์มาตรฐาน", "เกณฑ์ขั้นสูง"),
        ("ขั้นต้น", "มาตรฐาน", "ขั้นสูง"),
        ("เกณฑ์ระดับ ๑", "เกณฑ์ระดับ ๒ (มาตรฐาน)", "เกณฑ์ระดับ 3 (100 คะแนน)"),
        ("ระดับ 1", "ระดับ 2", "ระดับ 3"),
    ],
)
def test_levels_are_read_by_number_and_by_name(tmp_path: Path, spelled: tuple[str, ...]) -> None:
    values = start_under(SHIPPED.of("agreement"), "opdc-2562")

    def rename(book: Any) -> None:
        for column, title in zip("HIJ", spelled, strict=True):
            book[INDICATORS][f"{column}4"] = title

    source = back(values, tmp_path, rename)
    assert (source.values, source.faults) == (values, ())


def test_levels_of_an_own_scheme_are_read_by_its_names(tmp_path: Path) -> None:
    values = start_under(SHIPPED.of("agreement"), "opdc-2562")
    levels = [{"score": "1", "name": "พอใช้"}, {"score": "2", "name": "ดี"}, {"score": "3", "name": "ดีเยี่ยม"}]
    values["schemes"] = [{"id": "ours", "like": "five-levels", "levels": levels}]
    values["agreement"]["scheme"] = "ours"

    def rename(book: Any) -> None:
        assert book[INDICATORS]["J4"].value == "เกณฑ์ระดับ 3 (ดีเยี่ยม)"
        book[INDICATORS]["J4"] = "เกณฑ์ดีเยี่ยม"

    source = back(values, tmp_path, rename)
    assert (source.values, source.faults) == (values, ())


def test_empty_cells_at_the_end_are_no_thresholds(tmp_path: Path) -> None:
    def clear(book: Any) -> None:
        book[INDICATORS]["L5"] = None

    source = back(start_values(SHIPPED.of("agreement")), tmp_path, clear)
    assert first_group(source.values)["indicators"][0]["scale"]["thresholds"] == ["60", "65", "70", "75"]


def test_parts_of_parts_are_read_wherever_their_rows_stand(tmp_path: Path) -> None:
    values = start_values(SHIPPED.of("agreement"))
    inner = {"id": "1.1.1", "name": "ค", "weight": "100", "scale": {"type": "count"}}
    outer = {"id": "1.1", "name": "ก", "weight": "50", "parts": [inner]}
    indicator = first_group(values)["indicators"][0]
    del indicator["scale"]
    indicator["parts"] = [outer, {"id": "1.2", "name": "ข", "weight": "50", "scale": {"type": "count"}}]

    def turn_over(book: Any) -> None:
        sheet = book["ตัวชี้วัดย่อย"]
        rows = [[cell.value for cell in sheet[row]] for row in (5, 6, 7)]
        for row, cells in zip((5, 6, 7), (rows[1], rows[0], rows[2]), strict=True):
            for column, value in enumerate(cells, 1):
                sheet.cell(row, column).value = value

    assert back(values, tmp_path).values == values
    assert back(values, tmp_path, turn_over).values == values


def of_two_judges() -> dict[str, Any]:
    values = start_values(SHIPPED.of("hr-scorecard"))
    values["tracks"] = [{"id": "self", "name": "ประเมินตนเอง"}, {"id": "board", "name": "คณะกรรมการ"}]
    values["decides"] = "board"
    twice = []
    for result in values["results"]:
        twice += [{**deepcopy(result), "track": "self"}, {**deepcopy(result), "track": "board", "score": "4"}]
        twice[-1]["memo"] = ["ของคณะกรรมการ"]
    values["results"] = twice
    project = values["plan"]["dimensions"][0]["projects"][0]
    rows = [{"value": "1", "level": "1"}, {"value": "9", "level": "5"}]
    project["targets"] = [{"track": "self", "scale": {"type": "table", "rows": rows}}]
    return values


def test_results_of_two_judges_keep_their_own_texts_and_targets_their_own_rows(tmp_path: Path) -> None:
    values = of_two_judges()
    source = back(values, tmp_path)
    assert (source.values, source.faults) == (values, ())


def test_decimals_that_are_rounded_twice_or_not_at_all_come_back(tmp_path: Path) -> None:
    values = start_values(SHIPPED.of("agreement"))
    values["schemes"] = [
        {"id": "ours", "like": "five-levels", "rounding": {"score": ["3", "2"], "total": []}}
    ]
    assert back(values, tmp_path).values == values


def test_a_shipped_scheme_is_chosen_by_its_title(tmp_path: Path) -> None:
    book = book_of(start_under(SHIPPED.of("agreement"), "opdc-2562"))
    (value,) = [row[1].value for row in book["การให้คะแนน"].iter_rows() if row[0].value == "แบบคะแนน"]
    assert value == "ก.พ.ร. ค่าเป้าหมาย 3 ขั้น (50 75 100 คะแนน)"
    offered = [rule.formula1 for rule in book["การให้คะแนน"].data_validations.dataValidation if rule.formula1]
    sheet, _, cells = offered[0].rpartition("!")
    titles = [cell.value for (cell,) in book[sheet.strip("'")][cells.replace("$", "")]]
    assert value in titles
    assert len(titles) == len(shipped_names())


def test_all_sheets_are_there_when_they_are_asked_for(tmp_path: Path) -> None:
    values = start_values(SHIPPED.of("agreement"))
    (tmp_path / "all.xlsx").write_bytes(full_workbook_of(SHIPPED.of("agreement"), values))
    book = load_workbook(tmp_path / "all.xlsx")
    assert set(book.sheetnames) >= NEW_SHEETS
    assert {"แบบคะแนน", "ต่ำกว่าระดับแรก", "คะแนนเต็ม"} <= set(headers(book[INDICATORS]))
    assert read(tmp_path / "all.xlsx", SHIPPED).values == values


def test_a_fault_of_a_seldom_sheet_stands_at_its_cell(tmp_path: Path) -> None:
    values = start_values(SHIPPED.of("agreement"))
    values["adjustments"] = [{"indicator": "1", "amount": "-2", "reason": "ส่งช้า"}]

    def spoil(book: Any) -> None:
        book["ปรับคะแนน"]["C5"] = "สอง"

    with pytest.raises(InputError) as refused:
        load(back(values, tmp_path, spoil), SHIPPED)
    (fault,) = refused.value.diagnostics
    assert fault.location is not None
    assert (fault.code, fault.location.sheet, fault.location.cell) == ("not-a-number", "ปรับคะแนน", "C5")


def faults_of(values: dict[str, Any], folder: Path, sheet: str, cell: str, typed: object) -> list[str]:
    def spoil(book: Any) -> None:
        book[sheet][cell].value = typed

    with pytest.raises(InputError) as refused:
        load(back(values, folder, spoil), SHIPPED)
    return [
        f"{fault.code} {place.sheet} {place.cell}"
        for fault in refused.value.diagnostics
        for place in fault.locations
    ]


def test_a_level_that_lacks_is_told_at_its_empty_cell(tmp_path: Path) -> None:
    five, three = start_values(SHIPPED.of("agreement")), start_under(SHIPPED.of("agreement"), "opdc-2562")
    assert faults_of(five, tmp_path, INDICATORS, "L5", None) == ["levels-differ ตัวชี้วัด L5"]
    assert faults_of(three, tmp_path, INDICATORS, "J5", None) == ["levels-differ ตัวชี้วัด J5"]
    assert faults_of(start_values(SHIPPED.of("hr-scorecard")), tmp_path, "โครงการ", "R5", None) == [
        "levels-differ โครงการ R5"
    ]


def test_descriptions_of_levels_that_all_lack_are_called_as_their_columns(tmp_path: Path) -> None:
    def spoil(book: Any) -> None:
        for column in "NOPQR":
            book["โครงการ"][f"{column}5"].value = None

    with pytest.raises(InputError) as refused:
        load(back(start_values(SHIPPED.of("hr-scorecard")), tmp_path, spoil), SHIPPED)
    (fault,) = refused.value.diagnostics
    assert fault.location is not None
    assert (fault.code, fault.location.cell) == ("levels-unfilled", "N5")
    assert "'คำอธิบายระดับ'" in fault.message.th
    assert "'คำอธิบายระดับ'" in fault.help.th


def test_thresholds_that_turn_are_told_at_their_own_cells_alone(tmp_path: Path) -> None:
    values = with_ten_levels()
    found = faults_of(values, tmp_path, INDICATORS, "I5", 90)
    assert found == [f"thresholds ตัวชี้วัด {column}5" for column in "HIJ"]


def test_texts_of_a_judge_without_a_result_are_told_where_they_stand(tmp_path: Path) -> None:
    found = faults_of(of_two_judges(), tmp_path, "ข้อความของผล", "B6", "xx")
    assert [fault.partition(" ")[0] for fault in found] == ["unknown-name"]
    assert "ข้อความของผล" in found[0]


def test_names_of_choices_that_earlier_workbooks_hold_are_read(tmp_path: Path) -> None:
    def type_it(book: Any) -> None:
        sheet = book["คำรับรอง"]
        (cell,) = [row[1] for row in sheet.iter_rows() if str(row[0].value).startswith("วิธีคิดตัวชี้วัดที่ยังไม่มีผล")]
        cell.value = "นับเป็น 1"

    assert (
        back(start_values(SHIPPED.of("agreement")), tmp_path, type_it).values["agreement"]["unmeasured"]
        == "floor"
    )


@pytest.mark.parametrize("scheme", shipped_names())
@pytest.mark.parametrize("kind", ["agreement", "hr-scorecard"])
def test_an_example_under_any_shipped_scheme_is_sound_and_comes_back(
    tmp_path: Path, kind: str, scheme: str
) -> None:
    values = start_under(SHIPPED.of(kind), scheme)
    source = back(values, tmp_path)
    assert source.values == values
    load(source, SHIPPED)
