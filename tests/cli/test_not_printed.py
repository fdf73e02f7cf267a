"""A filled field that no paper prints is told at its line or cell, once, and stops nothing."""

import re
import shutil
from pathlib import Path

import pytest

from pipeline.intake import read
from pipeline.kinds import SHIPPED
from pipeline.kinds.writing import workbook_of

START = Path(__file__).parents[2] / "templates" / "start" / "agreement"
FIELD = "          weight: 60\n          indicators:"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The starter, with a note to a group that stands alone in its dimension: nothing prints it."""
    shutil.copytree(START, tmp_path / "คำรับรอง")
    file = tmp_path / "คำรับรอง" / "indicators.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(FIELD) == 1
    noted = FIELD.replace("\n", "\n          note: หมายเหตุของกลุ่ม\n", 1)
    file.write_text(text.replace(FIELD, noted), encoding="utf-8")
    return tmp_path / "คำรับรอง"


def line_of(folder: Path) -> int:
    lines = (folder / "indicators.yaml").read_text(encoding="utf-8").splitlines()
    return 1 + lines.index("          note: หมายเหตุของกลุ่ม")


@pytest.mark.parametrize("command", ["check", "render"])
def test_a_line_of_the_data(run, folder, tmp_path, command):
    more = ("-o", tmp_path / "out", "--only", "agreement") if command == "render" else ()
    result = run("--lang", "en", command, folder, *more)
    assert result.exit_code == 0
    assert (
        f"indicators.yaml:{line_of(folder)}:17: 'note' is filled in, but no paper prints it" in result.output
    )
    assert run(command, folder, *more).output.count("ไม่มีเอกสารใดพิมพ์") == 1


def test_a_cell_of_a_workbook_and_its_marked_copy(run, folder, tmp_path):
    book = tmp_path / "book.xlsx"
    book.write_bytes(workbook_of(SHIPPED.of("agreement"), read(folder).values))
    result = run("check", book, "--annotate")
    assert re.search(r"ข้อสังเกต: \S+book\.xlsx แผ่นงาน '\S+' ช่อง [A-Z]+\d+: กรอก 'หมายเหตุ' ไว้", result.output)
    assert len(list(tmp_path.glob("book*.xlsx"))) == 2


def test_the_starter_has_no_such_field(run):
    assert "ข้อสังเกต" not in run("check", START).output


def test_a_batch_tells_it_once(run, folder, tmp_path):
    units = "  - {id: ก, set: {agreement.signed: 1 ตุลาคม 2567}}\n  - {id: ข, set: {}}\n"
    batch = tmp_path / "batch.yaml"
    batch.write_text(f"kind: batch\nbase: {folder.name}\nunits:\n{units}", encoding="utf-8")
    result = run("batch", batch, "-o", tmp_path / "out", "--dry-run")
    assert result.output.count("ไม่มีเอกสารใดพิมพ์") == 1, result.output
