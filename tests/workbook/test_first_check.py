"""All faults of a workbook come at the first check, each once, at its cell, in the words of the sheets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import pytest
from openpyxl import load_workbook

from pipeline import intake, kinds
from pipeline.diagnostics import Diagnostic, InputError
from pipeline.intake.xlsx_reader import read_book
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import Layouts
from pipeline.kinds.writing import workbook_of
from pipeline.model.choices import choice_names
from pipeline.model.records import Record
from pipeline.papers.build import prepare_source
from pipeline.workbook.arranging import arrange

Edit = Callable[[Any], object]


@cache
def starter(kind: str) -> bytes:
    return workbook_of(SHIPPED.of(kind), intake.read(SHIPPED.of(kind).start).values)


def typed(sheet: str, cell: str, value: object) -> Edit:
    return lambda book: setattr(book[sheet][cell], "value", value)


def without_row(sheet: str, row: int) -> Edit:
    return lambda book: book[sheet].delete_rows(row)


def renamed(sheet: str, name: str) -> Edit:
    return lambda book: setattr(book[sheet], "title", name)


def removed(sheet: str) -> Edit:
    return lambda book: book.remove(book[sheet])


def told(tmp_path: Path, kind: str, *edits: Edit) -> tuple[Diagnostic, ...]:
    book = load_workbook(BytesIO(starter(kind)))
    for edit in edits:
        edit(book)
    book.save(tmp_path / "b.xlsx")
    with pytest.raises(InputError) as refused:
        prepare_source(arrange(read_book(tmp_path / "b.xlsx"), Layouts(SHIPPED)), "b", SHIPPED)
    return refused.value.diagnostics


def cells(fault: Diagnostic) -> str:
    """`ผลรอบ C6 D6`: the sheet and all cells that a fault stands at."""
    return " ".join([fault.locations[0].sheet, *(place.cell for place in fault.locations)])


HR, AGREEMENT, MEMO = "hr-scorecard", "agreement", "memo"
RESULTS, PROJECTS, TEXTS, GENERAL = "ผลรอบ", "โครงการ", "ข้อความของผล", "ข้อมูลทั่วไป"
BEFORE = "ผลงานปีก่อน"
ONE_SLIP: list[tuple[str, tuple[Edit, ...], str]] = [
    (HR, (typed(PROJECTS, "S6", 25),), "โครงการ S5 S6 S7"),
    (HR, (typed(PROJECTS, "S6", "สามสิบ"),), "โครงการ S6"),
    (HR, (typed(RESULTS, "A6", "trainning"),), "ผลรอบ A6"),
    (HR, (typed(PROJECTS, "B6", "trianing"),), "โครงการ B6"),
    (HR, (typed("ขั้นตอน", "A11", "trainin"),), "ขั้นตอน A11"),
    (HR, (typed(TEXTS, "A13", "well"), typed(TEXTS, "A14", "well")), "ข้อความของผล A13 A14"),
    (HR, (typed(RESULTS, "A7", "training"),), "ผลรอบ A7"),
    (HR, (without_row(RESULTS, 6),), "ผลรอบ A7"),
    (HR, (without_row(PROJECTS, 7),), "โครงการ B7"),
    (HR, (typed(PROJECTS, "A6", "22"),), "โครงการ A6"),
    (HR, (typed("หน่วยงาน", "A5", "hrx"),), "หน่วยงาน A5"),
    (HR, (renamed(RESULTS, "ผลรอบ ไตรมาส 3"),), "ผลรอบ ไตรมาส 3 "),
    (HR, (removed("ขั้นตอน"),), "ขั้นตอน "),
    (HR, (typed(RESULTS, "C4", "ตัวเศษ"),), "ผลรอบ C4"),
    (HR, (typed(PROJECTS, "S4", None),), "โครงการ S4"),
    (HR, (typed(RESULTS, "B7", 3),), "ผลรอบ B7 F7"),
    (HR, (typed(RESULTS, "F7", None),), "ผลรอบ B7"),
    (HR, (typed(RESULTS, "D6", None),), "ผลรอบ D6"),
    (HR, (typed("จำนวน", "D7", "men, womens"),), "จำนวน D7"),
    (HR, (typed(PROJECTS, "J6", 55),), "โครงการ H6 I6 J6 K6 L6"),
    (HR, (typed(PROJECTS, "G6", None),), "โครงการ G6"),
    (HR, (typed(PROJECTS, "M5", "ร้อยละที่วัดได้"),), "โครงการ M5"),
    (HR, (typed("บันทึก", "B32", "ก"),), "บันทึก B20"),
    (HR, (typed(TEXTS, "E10", "อบรม {ร้อยลัะ} แล้ว"),), "ข้อความของผล E10"),
    (HR, (typed("บันทึก", "B12", "ผอ.{office}"),), "บันทึก B12"),
    (HR, (lambda book: book["ถ้อยคำ"].append(["training", "x", "{y}"]),), "ถ้อยคำ C17"),
    (HR, (without_row("จำนวน", 4),), "จำนวน A1"),
    (HR, (typed("มิติ", "A5", "9"),), "มิติ A5"),
    (AGREEMENT, (typed("มิติ", "C5", 55),), "มิติ C5"),
    (AGREEMENT, (without_row("มิติ", 8),), "กลุ่มตัวชี้วัด A8"),
    (AGREEMENT, (typed("ตัวชี้วัด", "F5", 35),), "ตัวชี้วัด F5 F6"),
    (AGREEMENT, (typed("ตัวชี้วัด", "C9", "4"),), "ตัวชี้วัด C9"),
    (AGREEMENT, (typed("ตัวชี้วัด", "B8", "2"),), "ตัวชี้วัด B8"),
    (AGREEMENT, (typed("ตัวชี้วัด", "G9", None),), "ตัวชี้วัด G9"),
    (AGREEMENT, (typed("ตัวชี้วัด", "D9", "จำนวน{กิจกรรม}"),), "ตัวชี้วัด D9"),
    (MEMO, (typed("เนื้อความ", "D13", "{เวลา}"),), "เนื้อความ D13"),
    (MEMO, (typed("บันทึก", "B21", "ขอเชิญ{ประชุม"),), "บันทึก B21"),
    (MEMO, (typed("เนื้อความ", "A11", "แถวตาราง"),), "เนื้อความ A11 A12 A13 A14"),
    (MEMO, (lambda book: book["เนื้อความ"].delete_rows(5, 20),), "เนื้อความ C5"),
    (HR, (typed(PROJECTS, "J6", None),), "โครงการ J6"),
    (MEMO, (typed("เนื้อความ", "H13", "เกิน"),), "เนื้อความ H13"),
    (AGREEMENT, (typed("ตัวชี้วัด", "I6", 30),), "ตัวชี้วัด I6"),
    (AGREEMENT, (lambda book: book["ตารางเกณฑ์"].append(["3", 5, 5]),), "ตารางเกณฑ์ B17"),
    (MEMO, (typed("เนื้อความ", "F14", "เกิน"),), "เนื้อความ F14"),
    (MEMO, (typed("เนื้อความ", "C5", "ตามที่{{office}}"),), "เนื้อความ C5"),
    (AGREEMENT, (typed("คำรับรอง", "B8", 2567), typed(BEFORE, "A6", "2"), typed(BEFORE, "B6", 2566)),
     "คำรับรอง B8 B5 B6"),
    (HR, (typed(TEXTS, "D11", 3), typed(TEXTS, "D12", 3)), "ข้อความของผล D11 D12"),
    (AGREEMENT, (typed("ตัวชี้วัด", "G5", None),), "ตัวชี้วัด G5"),
    (AGREEMENT, (typed("ยุทธศาสตร์", "A5", "หัวเรื่อง"),), "ยุทธศาสตร์ A5"),
    (MEMO, (typed("เนื้อความ", "A8", None),), "เนื้อความ A8"),
    (MEMO, (typed("เนื้อความ", "B9", 5),), "เนื้อความ B9"),
    (MEMO, (typed(GENERAL, "B6", None),), "ข้อมูลทั่วไป B6"),
    (MEMO, (typed("บันทึก", "A12", "เรียนท่าน"),), "บันทึก A12"),
    (MEMO, (typed("บันทึก", "A21", None),), "บันทึก A21"),
    (MEMO, (typed("บันทึก", "A13", "เรียน"), typed("บันทึก", "B13", "ผอ.")), "บันทึก A13"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "edits", "where"), ONE_SLIP, ids=[where for *_, where in ONE_SLIP])
def test_one_slip_is_one_fault_at_what_is_to_be_changed(
    tmp_path: Path, kind: str, edits: tuple[Edit, ...], where: str
) -> None:
    found = told(tmp_path, kind, *edits)
    assert [cells(fault) for fault in found] == [where]
    for fault in found:
        assert not yaml_words(fault)


def test_faults_of_every_stage_come_together(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        HR,
        typed(GENERAL, "B6", "HR"),
        typed(GENERAL, "B19", "31 มีนคม 2568"),
        typed(RESULTS, "C6", "แปด"),
        typed(TEXTS, "E5", "{stps} ขั้น"),
        typed(PROJECTS, "S5", None),
        typed("รายงาน", "B11", "2575"),
        typed("ขั้นตอน", "A13", "well-beng"),
        removed("ประเด็นที่สอดคล้อง"),
    )
    assert sorted(f"{fault.locations[0].sheet} {fault.locations[0].cell}" for fault in found) == sorted([
        "ข้อมูลทั่วไป B6", "ข้อมูลทั่วไป B19", "ผลรอบ C6", "ข้อความของผล E5", "โครงการ S5", "รายงาน B11",
        "ขั้นตอน A13", "ประเด็นที่สอดคล้อง ",
    ])  # fmt: skip
    assert not [word for fault in found for word in yaml_words(fault)]


def test_a_row_of_a_lost_sheet_is_not_told_of_again(tmp_path: Path) -> None:
    found = told(tmp_path, AGREEMENT, removed("กลุ่มตัวชี้วัด"), typed("ผล", "B7", "มาก"))
    assert [cells(fault) for fault in found] == ["กลุ่มตัวชี้วัด ", "ผล B7"]


def yaml_words(fault: Diagnostic) -> list[str]:
    """Names of fields and of choices that only a YAML file has, outside of what was typed."""
    said = " ".join((fault.message.th, fault.help.th, fault.message.en, fault.help.en))
    plain = re.sub(r"\{[^}]*\}|'[^']*'|“[^”]*”", "", " ".join((fault.message.th, fault.help.th)))
    fields = {name for kind in [kind.record for kind in kinds.every()] for name in fields_of(kind, set())}
    known = {*choice_names(), *fields, "YAML"}
    return [
        *(word for word in re.findall(r"[A-Za-z_-]{3,}", plain) if word in known),
        *(word for word in re.findall(r"'([^']*)'", said) if word in fields),
        *re.findall(r"docs/\S+", said),
    ]


def fields_of(annotation: Any, seen: set[Any]) -> Iterator[str]:
    """The names of all fields of the records inside a type."""
    if isinstance(annotation, type) and issubclass(annotation, Record) and annotation not in seen:
        seen.add(annotation)
        for name, field in annotation.model_fields.items():
            yield name
            yield from fields_of(field.annotation, seen)
    for inner in get_args(annotation):
        yield from fields_of(inner, seen)


def test_a_field_is_called_as_its_column_and_of_which_row(tmp_path: Path) -> None:
    edits = (
        typed(PROJECTS, "J6", None),
        typed("มิติ", "B5", None),
        typed(PROJECTS, "G7", "เปิดตาราง"),
        typed("บันทึก", "B24", None),
    )
    said = {fault.location.cell: fault.message.th for fault in told(tmp_path, HR, *edits) if fault.location}
    assert said["J6"] == "ไม่ได้ใส่ 'เกณฑ์ระดับ 3'"
    assert said["B5"] == "ไม่ได้ใส่ 'ชื่อมิติ' ของ '1'"
    assert said["A5"] == "ไม่มี 'แถวของตาราง' ของ 'well-being'"
    assert said["B24"] == "ไม่ได้ใส่ 'ชื่อ'"
