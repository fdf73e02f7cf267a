"""Kinds are registered by being there, and each has all that the stages ask of one."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import openpyxl
import pytest

from pipeline import compose, kinds
from pipeline.diagnostics import InputError
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.paper_ids import paper_ids
from pipeline.kinds.parts import PROTOCOLS, IncompleteKind
from pipeline.kinds.writing import workbook_of
from pipeline.model.records import Made

ADDED = Path(__file__).parent / "name_list" / "pipeline" / "kinds" / "name_list"
"""A kind that is not of the program (`test_added_kind`)."""

Parts = dict[str, str]


@pytest.fixture
def added(tmp_path, monkeypatch):
    """Lays `name-list` beside our kinds for one test, with `more` in place of its files (`""`: without)."""

    def lay(more: Parts) -> str:
        folder = tmp_path / "kinds" / "name_list"
        shutil.copytree(ADDED, folder)
        for name, code in more.items():
            (folder / name).write_text(code, "utf-8") if code else (folder / name).unlink()
        monkeypatch.setattr(kinds, "__path__", [*kinds.__path__, str(tmp_path / "kinds")])
        return "name-list"

    yield lay
    for name in [name for name in sys.modules if name.startswith("pipeline.kinds.name_list")]:
        del sys.modules[name]


@pytest.mark.parametrize("name", kinds.names())
def test_a_kind_has_all_its_parts(name: str) -> None:
    kind = kinds.of(name)
    assert kind.name == name
    for part in PROTOCOLS:
        assert kind.part(part) is not None


def test_a_kind_without_a_part_is_refused_when_it_is_looked_up(added) -> None:
    name = added({"signers.py": "", "sheets.py": ""})
    with pytest.raises(IncompleteKind, match=r"name_list lacks sheets\.py, signers\.py"):
        kinds.of(name)


def test_a_part_without_a_function_is_refused_when_it_is_loaded(added) -> None:
    code = (ADDED / "signers.py").read_text("utf-8").replace("def sent_letter(", "def letter_sent(")
    kind = kinds.of(added({"signers.py": code}))
    with pytest.raises(IncompleteKind, match=r"name_list\.signers lacks sent_letter$"):
        kind.date(None)


def test_a_field_that_several_kinds_have_means_the_same_in_all(added) -> None:
    code = (
        (ADDED / "record.py")
        .read_text("utf-8")
        .replace("    memo: SubjectMemoHead", "    period: str\n    memo: str")
    )
    kind = kinds.of(added({"record.py": code}))
    with pytest.raises(TypeError, match=r"NameListInput\.memo must be a MemoHead"):
        _ = kind.record


@pytest.mark.parametrize("name", kinds.names())
def test_every_field_of_a_kind_stands_in_one_of_its_files(name: str) -> None:
    kind = kinds.of(name)
    placed = [field for fields in kind.files.values() for field in fields]
    typed = [
        field
        for field, info in kind.record.model_fields.items()
        if not any(isinstance(mark, Made) for mark in info.metadata)
    ]
    assert sorted(placed) == sorted(typed)


@pytest.mark.parametrize("name", kinds.names())
def test_a_kind_has_papers_and_an_example(name: str) -> None:
    example = load(read(SHIPPED.of(name).start, SHIPPED), SHIPPED)
    assert example.kind == name
    assert compose.papers_of(example) == SHIPPED.of(name).papers
    assert {paper.id for paper in SHIPPED.of(name).papers} <= set(paper_ids())


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        kinds.of("loading")
    assert refused.value.diagnostics[0].code == "unknown-kind"
    assert all(name in refused.value.diagnostics[0].help.en for name in kinds.names())


def test_the_kind_that_fits_best_is_taken_and_its_absence_told(memo_values) -> None:
    del memo_values["kind"]
    with pytest.raises(InputError) as refused:
        load(Source("memo.yaml", memo_values), SHIPPED)
    assert [fault.code for fault in refused.value.diagnostics] == ["missing"]


def test_kinds_that_fit_alike_are_named_at_the_top_and_none_is_taken(tmp_path: Path) -> None:
    """`office` and `period` are fields of several kinds."""
    file = tmp_path / "office.yaml"
    file.write_text("office: {name: สำนักงาน}\nperiod: {start: 1 ตุลาคม 2562, end: 31 มีนาคม 2563}\n", "utf-8")
    with pytest.raises(InputError) as refused:
        load(read(file, SHIPPED), SHIPPED)
    (fault,) = refused.value.diagnostics
    assert fault.code == "several-kinds"
    named = fault.message.en.rpartition(": ")[2].split(", ")
    assert {"agreement", "hr-scorecard"} <= set(named)
    assert "memo" not in named
    assert named == sorted(named)
    assert fault.location is not None
    assert (Path(fault.location.file).name, fault.location.line) == ("office.yaml", 1)


def test_a_workbook_whose_sheets_fit_two_kinds_is_asked_for_its_kind(
    tmp_path: Path, agreement_values
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(SHIPPED.of("agreement"), agreement_values)))
    for name in set(book.sheetnames) - {"ข้อมูลทั่วไป", "ข้อยกเว้น", "ตารางเกณฑ์"}:
        del book[name]
    (kind,) = [row for row in book["ข้อมูลทั่วไป"] if row[0].value == "ชนิดของข้อมูล *"]
    kind[1].value = None
    book.save(tmp_path / "book.xlsx")
    with pytest.raises(InputError) as refused:
        read(tmp_path / "book.xlsx", SHIPPED)
    (fault,) = refused.value.diagnostics
    assert fault.code == "several-kinds"
    named = fault.message.th.rpartition(": ")[2].split(", ")
    assert {"คำรับรองการปฏิบัติราชการ", "รายงานผลตามแผนทรัพยากรบุคคล"} <= set(named)
    assert SHIPPED.of("memo").label.th not in named
    assert fault.location is not None
    assert fault.location.cell == kind[1].coordinate


def test_a_workbook_that_calls_its_kind_by_a_former_label_is_read(tmp_path: Path, plan_values) -> None:
    """0.1 and 0.2 called the kind so; another word is refused as ever, and the former label not offered."""
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(SHIPPED.of("hr-scorecard"), plan_values)))
    (kind,) = [row for row in book["ข้อมูลทั่วไป"] if row[0].value == "ชนิดของข้อมูล *"]
    book.save(tmp_path / "now.xlsx")
    kind[1].value = "รายงาน HR  scorecard"
    book.save(tmp_path / "once.xlsx")
    found, wanted = (read(tmp_path / name, SHIPPED) for name in ("once.xlsx", "now.xlsx"))
    assert found.values == wanted.values
    assert (found.faults, found.remarks) == (wanted.faults, wanted.remarks)

    kind[1].value = "รายงาน HR"
    book.save(tmp_path / "odd.xlsx")
    (fault,) = read(tmp_path / "odd.xlsx", SHIPPED).faults
    assert "รายงานผลตามแผนทรัพยากรบุคคล" in fault.help.th
    assert "Scorecard" not in f"{fault.message.th}{fault.help.th}"
