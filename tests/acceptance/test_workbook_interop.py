"""The workbook in LibreOffice: opened, filled in, saved, and rendered."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from sample_inputs import values, workbook_bytes

from pipeline.cli.main import saraban
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read as read_input

pytestmark = pytest.mark.interop


@pytest.fixture
def office(tmp_path: Path):
    """Opens a file in LibreOffice and saves it as another type."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("soffice is not installed")

    def save_as(path: Path, kind: str, folder: Path) -> Path:
        profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
        command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return folder / f"{path.stem}.{kind}"

    return save_as


def test_a_value_filled_in_with_libreoffice_is_in_the_papers(office, tmp_path: Path) -> None:
    first = tmp_path / "งาน.xlsx"
    first.write_bytes(workbook_bytes("agreement"))
    flat = office(first, "fods", tmp_path)
    text = flat.read_text(encoding="utf-8")
    result = 'office:value="77"'
    assert text.count(result) == 1
    filled = text.replace(f"{result} ", f'table:formula="of:=156/2" {result} '.replace("77", "78"))
    flat.write_text(filled.replace("<text:p>77</text:p>", "<text:p>78</text:p>"), encoding="utf-8")
    saved = office(flat, "xlsx", tmp_path / "saved")

    source = read_input(saved, SHIPPED)
    expected = values("agreement")
    expected["results"][0]["value"] = "78"
    assert source.values == expected
    assert (source.faults, source.remarks) == ((), ())
    rendered = CliRunner().invoke(saraban, ["render", str(saved), "-o", str(tmp_path / "out")])
    assert rendered.exit_code == 0, rendered.output
    assert {path.name for path in (tmp_path / "out").glob("*/*.pdf")} == {
        "agreement.pdf",
        "annexes.pdf",
        "scores.pdf",
    }


def test_libreoffice_keeps_drop_downs_hints_and_what_is_locked(office, tmp_path: Path) -> None:
    first = tmp_path / "b.xlsx"
    first.write_bytes(workbook_bytes("agreement"))
    sheet = load_workbook(office(first, "xlsx", tmp_path / "saved"))["ผล"]
    rules = sheet.data_validations.dataValidation
    assert any("ยกเลิก" in str(rule.formula1) for rule in rules)
    assert any("สถานะของผล" in str(rule.promptTitle) for rule in rules)
    assert sheet.protection.sheet
    assert (sheet["B4"].protection.locked, sheet["B5"].protection.locked) == (True, False)


def test_libreoffice_opens_the_annotated_copy(office, tmp_path: Path) -> None:
    book = tmp_path / "b.xlsx"
    book.write_bytes(workbook_bytes("agreement"))
    opened = load_workbook(book)
    opened["ผล"]["B5"] = "มาก"
    opened.save(book)
    assert CliRunner().invoke(saraban, ["check", "--annotate", str(book)]).exit_code == 3
    saved = load_workbook(office(tmp_path / "b-ตรวจแล้ว.xlsx", "xlsx", tmp_path / "saved"))
    assert "ไม่ใช่ตัวเลข" in saved["ผล"]["B5"].comment.text
    assert saved.sheetnames[0] == "ผลการตรวจ"
