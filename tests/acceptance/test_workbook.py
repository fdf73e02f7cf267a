"""The workbook that an officer fills in gives the papers that the YAML files give."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from rendered_papers import INPUTS, ROOT, Rendered, render

from pipeline import kinds
from pipeline.cli.main import saraban


def run(*arguments: object) -> Result:
    return CliRunner().invoke(saraban, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def from_workbooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers of the examples, each converted to a workbook first."""
    folder = tmp_path_factory.mktemp("workbooks")
    books = []
    for name in INPUTS:
        books.append(folder / f"{name}.xlsx")
        result = run("convert", ROOT / "input" / name, books[-1])
        assert result.exit_code == 0, result.output
    render(*books, to=folder / "output")
    return folder / "output"


def test_all_papers_are_the_same_bytes_from_yaml_and_from_the_workbook(
    rendered: Rendered, from_workbooks: Path
) -> None:
    expected = sorted(path.relative_to(rendered.folder) for path in rendered.folder.glob("*/*.*"))
    assert len(expected) == 2 * len(rendered.all)
    for file in expected:
        assert (from_workbooks / file).read_bytes() == (rendered.folder / file).read_bytes(), file


@pytest.mark.parametrize("kind", kinds.names())
def test_a_new_workbook_is_good_as_it_is(kind: str, tmp_path: Path) -> None:
    folder = tmp_path / "งานของฉัน"
    assert run("new", folder, "--kind", kind, "--xlsx").exit_code == 0
    assert run("check", folder).output == "ไม่พบข้อผิดพลาด\n"


def test_score_reads_the_workbook(tmp_path: Path) -> None:
    assert run("convert", ROOT / "input" / INPUTS[0], tmp_path / "b.xlsx").exit_code == 0
    yaml = run("score", ROOT / "input" / INPUTS[0], "--json").output
    assert run("score", tmp_path / "b.xlsx", "--json").output.split("\n")[2:] == yaml.split("\n")[2:]


def test_converting_there_and_back_gives_the_same_workbook(tmp_path: Path) -> None:
    first, second, folder = tmp_path / "1.xlsx", tmp_path / "2.xlsx", tmp_path / "yaml"
    assert run("convert", ROOT / "input" / INPUTS[1], first).exit_code == 0
    assert run("convert", first, folder).exit_code == 0
    assert run("convert", folder, second).exit_code == 0
    assert second.read_bytes() == first.read_bytes()


def test_convert_never_writes_over_anything(tmp_path: Path) -> None:
    book, folder = tmp_path / "b.xlsx", tmp_path / "yaml"
    book.write_bytes(b"mine")
    folder.mkdir()
    (folder / "mine.txt").touch()
    for target in (book, folder):
        result = run("convert", ROOT / "input" / INPUTS[2], target)
        assert result.exit_code == 6
        assert "ใช้ชื่ออื่น" in result.output
    assert book.read_bytes() == b"mine"
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


def test_the_workbook_invites_to_be_filled_in(tmp_path: Path) -> None:
    """Locked structure with open cells, drop-downs, hints, frozen headers, a sheet that explains."""
    run("new", tmp_path / "b", "--kind", "hr-scorecard", "--xlsx")
    (file,) = (tmp_path / "b").glob("*.xlsx")
    book = load_workbook(file)
    assert book.sheetnames[:3] == ["คำอธิบาย", "ข้อมูลทั่วไป", "ผลรอบ"]
    assert book.security.lockStructure
    results = book["ผลรอบ"]
    assert results.protection.sheet
    assert results.freeze_panes == "B5"
    assert results["A4"].protection.locked
    assert not results["A5"].protection.locked
    assert not results["G900"].protection.locked or not results.column_dimensions["G"].protection.locked
    rules = {str(rule.sqref): rule for rule in results.data_validations.dataValidation}
    projects, statuses = rules["A5:A1004"], rules["F5:F1004"]
    assert projects.formula1 == "'โครงการ'!$B$5:$B$1004"
    assert "ยกเลิก" in statuses.formula1
    assert all(rule.prompt and rule.promptTitle for rule in rules.values())
    assert {cell.font.name for row in results.iter_rows() for cell in row} == {"TH SarabunPSK"}
