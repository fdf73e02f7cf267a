"""`saraban check --annotate`: the officer mends each finding where it stands."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from sample_inputs import workbook_bytes

from pipeline.cli.main import saraban

pytestmark = pytest.mark.slow  # each writes workbooks anew


def run(*arguments: object) -> Result:
    return CliRunner().invoke(saraban, [str(argument) for argument in arguments])


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    """A workbook with a word for a number, a hidden row and a sum that does not come out."""
    book = load_workbook(BytesIO(workbook_bytes("agreement")))
    book["ผล"]["B5"] = "มาก"
    book["ผล"]["H3"] = "=SUM(B5:B9)*0"
    book["มิติ"]["A6"] = "เก้า"
    book["มิติ"].row_dimensions[5].hidden = True
    book.save(tmp_path / "งาน.xlsx")
    book["ผล"]["H3"] = None
    book.save(tmp_path / "งาน.xlsx")
    return tmp_path / "งาน.xlsx"


def marked(sheet: Any) -> set[str]:
    return {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment}


def test_each_finding_is_a_colour_and_a_comment_at_its_cell(spoiled: Path) -> None:
    before = spoiled.read_bytes()
    result = run("check", "--annotate", spoiled)
    assert result.exit_code == 3
    assert spoiled.read_bytes() == before
    copy = spoiled.with_name("งาน-ตรวจแล้ว.xlsx")
    assert str(copy) in result.stderr
    book = load_workbook(copy)
    wrong = book["ผล"]["B5"]
    assert "ไม่ใช่ตัวเลข" in wrong.comment.text
    assert "→ ใส่ตัวเลข" in wrong.comment.text
    assert wrong.fill.fgColor.rgb == "00F8C9C4"
    assert "B5" in marked(book["ผล"])
    assert "A6" in marked(book["มิติ"])


def test_all_findings_are_listed_with_a_link_to_each(spoiled: Path) -> None:
    found = json.loads(run("check", spoiled, "--json").stdout)
    run("check", "--annotate", spoiled)
    book = load_workbook(spoiled.with_name("งาน-ตรวจแล้ว.xlsx"))
    listed = book["ผลการตรวจ"]
    assert book.sheetnames[0] == "ผลการตรวจ"
    places = [(row[0].value, row[1].value) for row in listed.iter_rows(min_row=4)]
    assert set(places) >= {(fault["sheet"], fault["cell"]) for fault in found}
    assert any("ซ่อนอยู่" in str(row[2].value) for row in listed.iter_rows(min_row=4))
    assert listed["B4"].hyperlink.location == f"'{places[0][0]}'!{places[0][1]}"


def test_a_mended_copy_loses_its_marks_and_is_read_like_the_original(spoiled: Path) -> None:
    run("check", "--annotate", spoiled)
    copy = spoiled.with_name("งาน-ตรวจแล้ว.xlsx")
    book = load_workbook(copy)
    book["ผล"]["B5"] = 77
    book.save(copy)
    run("check", "--annotate", copy)
    again = load_workbook(spoiled.with_name("งาน-ตรวจแล้ว-2.xlsx"))
    assert "B5" not in marked(again["ผล"])
    assert "A6" in marked(again["มิติ"])
    assert again["ผล"]["B5"].fill.fgColor.rgb != "00F8C9C4"


def test_an_earlier_copy_is_never_overwritten(spoiled: Path) -> None:
    for _ in range(3):
        run("check", "--annotate", spoiled)
    names = sorted(path.name for path in spoiled.parent.glob("*.xlsx"))
    assert names == ["งาน-ตรวจแล้ว-2.xlsx", "งาน-ตรวจแล้ว-3.xlsx", "งาน-ตรวจแล้ว.xlsx", "งาน.xlsx"]


def test_good_data_that_contradict_themselves_in_print_are_marked_too(tmp_path: Path) -> None:
    """15 เมษายน 2568 is Songkran: no office dates a memo on that day."""
    book = load_workbook(BytesIO(workbook_bytes("memo")))
    (row,) = (row for row in book["บันทึก"].iter_rows() if row[0].value == "วันที่ของบันทึก")
    row[1].value = "15 เมษายน 2568"
    book.save(tmp_path / "b.xlsx")
    assert run("check", "--annotate", tmp_path / "b.xlsx").exit_code == 0
    date = load_workbook(tmp_path / "b-ตรวจแล้ว.xlsx")["บันทึก"][row[1].coordinate]
    assert "สงกรานต์" in date.comment.text
    assert date.fill.fgColor.rgb == "00FCE8B2"


def test_what_the_office_accepted_is_listed_last_and_green(tmp_path: Path) -> None:
    book = load_workbook(BytesIO(workbook_bytes("memo")))
    (row,) = (row for row in book["บันทึก"].iter_rows() if row[0].value == "วันที่ของบันทึก")
    row[1].value = "15 เมษายน 2568"
    for column, value in enumerate(("A0503", "สงกรานต์", "ลงนามในวันหยุดจริง"), 1):
        book["ข้อยกเว้น"].cell(5, column).value = value
    book.save(tmp_path / "b.xlsx")
    assert run("check", "--annotate", tmp_path / "b.xlsx").exit_code == 0
    copy = load_workbook(tmp_path / "b-ตรวจแล้ว.xlsx")
    date, listed = copy["บันทึก"][row[1].coordinate], copy["ผลการตรวจ"]
    assert "ยอมรับแล้ว: ลงนามในวันหยุดจริง" in date.comment.text
    assert date.fill.fgColor.rgb == "00DDEBD3"
    assert listed["A1"].value == "พบ 0 แห่ง ยอมรับแล้ว 1 แห่ง"
    assert listed.cell(listed.max_row, 4).value == "ยอมรับแล้ว: ลงนามในวันหยุดจริง"


def test_a_book_without_findings_gets_no_copy(tmp_path: Path) -> None:
    assert run("new", tmp_path / "n", "--kind", "agreement", "--xlsx").exit_code == 0
    assert run("check", "--annotate", tmp_path / "n").exit_code == 0
    assert len(list((tmp_path / "n").iterdir())) == 1


def test_a_locked_book_is_refused_and_gets_no_copy(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    )
    result = run("check", "--annotate", tmp_path / "b.xlsx")
    assert result.exit_code == 3
    assert "รหัสผ่าน" in result.stderr
    assert len(list(tmp_path.iterdir())) == 1


def test_only_a_workbook_can_be_annotated(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("kind: memo\n", encoding="utf-8")
    result = run("check", "--annotate", tmp_path)
    assert result.exit_code == 2
    assert "สมุดงาน .xlsx" in result.stderr


def corrected(copy: Path, name: str) -> Path:
    """The marked copy with its wrong figure mended, saved under another name."""
    book = load_workbook(copy)
    book["ผล"]["B5"] = "70"
    copy.unlink()
    book.save(copy.with_name(name))
    return copy.with_name(name)


def test_a_copy_that_lies_beside_its_workbook_is_not_read_and_that_is_said(spoiled: Path) -> None:
    run("check", "--annotate", spoiled)
    book = load_workbook(spoiled)
    book["ผล"]["B5"], book["มิติ"]["A6"] = "70", 2
    book.save(spoiled)
    for path in (spoiled, spoiled.parent):
        result = run("check", path)
        assert result.exit_code == 0, result.output
        assert "ข้อมูลที่ใช้มาจาก 'งาน.xlsx' ไม่ใช่จากสำเนาที่ตรวจแล้วนี้" in result.stderr


@pytest.mark.parametrize("name", ["งาน-ตรวจแล้ว.xlsx", "แก้แล้ว.xlsx"])
def test_a_copy_that_was_corrected_instead_of_the_workbook_stops_the_work(spoiled: Path, name: str) -> None:
    run("check", "--annotate", spoiled)
    copy = corrected(spoiled.with_name("งาน-ตรวจแล้ว.xlsx"), name)
    for command in ("check", "score", "render"):
        result = run(command, spoiled.parent)
        assert result.exit_code == 3
        assert f"{copy}: สำเนาที่ตรวจแล้วใหม่กว่า 'งาน.xlsx' และมีข้อมูลต่างกัน" in result.output


def test_a_copy_that_is_given_is_read_and_that_is_said(spoiled: Path) -> None:
    run("check", "--annotate", spoiled)
    copy = corrected(spoiled.with_name("งาน-ตรวจแล้ว.xlsx"), "แก้แล้ว.xlsx")
    book = load_workbook(copy)
    book["มิติ"]["A6"] = 2
    book.save(copy)
    result = run("check", copy)
    assert result.exit_code == 0, result.output
    assert "แฟ้มที่ใช้เป็นสำเนาที่ตรวจแล้ว" in result.stderr
