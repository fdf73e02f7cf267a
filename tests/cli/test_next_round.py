"""The next round by the command line: `saraban new --from` and `saraban check --against`."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
import yaml
from click.testing import Result

from pipeline.diagnostics.exit_codes import ExitCode

SEED = Path(__file__).parents[2] / "input" / "hr-scorecard-2563"
# Two quarters, to 31 March.
LAST = "".join(path.read_text("utf-8") for path in sorted(SEED.glob("*.yaml")))


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def last(run, tmp_path: Path) -> Path:
    """The last round as a workbook."""
    book = tmp_path / "ไตรมาส2.xlsx"
    assert run("convert", SEED, book).exit_code == ExitCode.OK
    return book


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def codes(result: Result) -> dict[str, int]:
    """The line of each question by its code."""
    told = json.loads(result.stdout)
    return {each["code"]: each["line"] for each in told}


def test_a_workbook_gives_that_of_its_next_round_and_stays_as_it_is(run, last: Path, tmp_path: Path) -> None:
    before, target = last.read_bytes(), tmp_path / "ไตรมาส3.xlsx"
    result = run("new", "--from", last, target)
    assert result.exit_code == ExitCode.OK, result.output
    # Cumulative quarters: the next begins on the same day and is three months longer.
    assert "รอบใหม่: 1 ตุลาคม 2562 - 30 มิถุนายน 2563" in result.output
    rows = list(openpyxl.load_workbook(target)["จำนวน"].iter_rows(min_row=4, values_only=True))
    this, before_it = (rows[0].index(title) for title in ("จำนวน", "รอบก่อน: จำนวน"))
    figures = [(row[this], row[before_it]) for row in rows[1:] if row[before_it] is not None]
    assert figures[0] == (None, 24), "24 posts came back in the first half year"
    assert {figure for figure, _ in figures} == {None}
    assert f"จำนวน {len(figures)}" in result.output
    assert f"saraban check {target}" in result.output
    assert last.read_bytes() == before


def test_what_is_to_be_filled_in_is_told_as_empty_cell_by_cell(run, last: Path, tmp_path: Path) -> None:
    target = tmp_path / "ไตรมาส3.xlsx"
    assert run("new", "--from", last, target).exit_code == ExitCode.OK
    result = run("check", target)
    assert result.exit_code == ExitCode.INPUT
    assert f"{target} แผ่นงาน 'จำนวน' ช่อง C5: ไม่ได้ใส่ 'จำนวน'" in result.output
    assert f"{target} แผ่นงาน 'ผลรอบ' ช่อง B5: ผลของ 'career-path' ไม่มีตัวเลข" in result.output
    assert "ไม่ใช่ตัวเลข" not in result.output


def test_a_folder_gives_a_folder_with_the_last_round_in_it(run, tmp_path: Path) -> None:
    target = tmp_path / "ไตรมาส3"
    result = run("new", "--from", SEED, target)
    assert result.exit_code == ExitCode.OK, result.output
    kept = yaml.safe_load((target / "last-round.yaml").read_text("utf-8"))["last_round"]
    assert kept["period"]["end"] == "31 มีนาคม 2563"
    assert {path.name for path in SEED.glob("*.yaml")} <= {path.name for path in target.iterdir()}


def test_nothing_that_stands_there_is_written_over(run, last: Path, tmp_path: Path) -> None:
    mine = written(tmp_path / "ไตรมาส3.xlsx", "ของฉัน")
    result = run("new", "--from", last, mine)
    assert result.exit_code == ExitCode.OUTPUT
    assert mine.read_text("utf-8") == "ของฉัน"


def test_a_last_round_that_is_not_sound_begins_nothing(run, tmp_path: Path) -> None:
    odd = written(tmp_path / "q2.yaml", changed(LAST, "end: 31 มีนาคม 2563", "end: 32 มีนาคม 2563"))
    result = run("new", "--from", odd, tmp_path / "q3.xlsx")
    assert result.exit_code == ExitCode.INPUT
    assert f"{odd}:" in result.output
    assert not (tmp_path / "q3.xlsx").exists()


def test_the_kind_is_that_of_the_last_round(run, tmp_path: Path) -> None:
    result = run("new", "--from", SEED, tmp_path / "q3", "--kind", "memo")
    assert result.exit_code == ExitCode.USAGE
    assert not (tmp_path / "q3").exists()


def test_a_round_is_held_against_the_last_that_is_named(run, tmp_path: Path) -> None:
    last = written(tmp_path / "q2.yaml", LAST)
    longer = changed(LAST, "end: 31 มีนาคม 2563", "end: 30 มิถุนายน 2563")
    steps = "- project: career-path\n    steps: "
    this = written(tmp_path / "q3.yaml", changed(longer, f"{steps}3", f"{steps}2"))
    line = this.read_text("utf-8").partition(f"{steps}2")[0].count("\n") + 2

    alone, against = run("check", this, "--json"), run("check", this, "--against", last, "--json")
    assert (alone.exit_code, against.exit_code) == (ExitCode.OK, ExitCode.OK), against.output
    assert not {code for code in codes(alone) if code in {"D1001", "D1006"}}
    # Three steps were done by March, two by June; and nobody wrote a text anew.
    assert codes(against)["D1001"] == line
    assert "D1006" in codes(against)
    told = run("check", this, "--against", last).output
    assert "ขั้นตอนที่แล้วเสร็จของ 'career-path' ลดจาก 3 ในรอบก่อนเหลือ 2" in told


def test_a_last_round_that_is_not_sound_is_told_at_its_own_place(run, tmp_path: Path) -> None:
    odd = written(tmp_path / "q2.yaml", changed(LAST, "end: 31 มีนาคม 2563", "end: 32 มีนาคม 2563"))
    result = run("check", SEED, "--against", odd)
    assert result.exit_code == ExitCode.INPUT
    assert f"{odd}:" in result.output


def test_a_file_that_is_no_last_round_of_this_is_refused(run, tmp_path: Path) -> None:
    """One of another kind, and one of a period that ends later."""
    last = written(tmp_path / "q2.yaml", LAST)
    longer = changed(LAST, "end: 31 มีนาคม 2563", "end: 30 มิถุนายน 2563")
    later = written(tmp_path / "q3.yaml", longer)
    for other, called in (
        (SEED.parent / "memo-example", "บันทึกข้อความ"),
        (later, "รายงานผลตามแผนทรัพยากรบุคคล 1 ตุลาคม 2562 - 30 มิถุนายน 2563"),
    ):
        result = run("check", last, "--against", other)
        assert result.exit_code == ExitCode.INPUT
        assert f"แฟ้ม {other} เป็นของ{called} ไม่ใช่รอบก่อนของรายงานผล" in result.output
        assert "ไม่พบข้อผิดพลาด" not in result.output


def test_a_column_that_few_fill_in_stays_where_the_last_round_filled_it_in(run, tmp_path: Path) -> None:
    book, target = tmp_path / "ครึ่งปี.xlsx", tmp_path / "ทั้งปี.xlsx"
    assert run("convert", SEED.parent / "municipality-2568", book).exit_code == ExitCode.OK
    assert run("new", "--from", book, target).exit_code == ExitCode.OK
    rows = list(openpyxl.load_workbook(target)["ผลรอบ"].iter_rows(min_row=4, values_only=True))
    this, before_it = (rows[0].index(title) for title in ("งบประมาณที่ใช้", "รอบก่อน: งบประมาณที่ใช้"))
    spent = [(row[this], row[before_it]) for row in rows[1:] if row[before_it] is not None]
    assert (None, 84_500) in spent
    assert {figure for figure, _ in spent} == {None}
