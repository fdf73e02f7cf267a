"""A round handed out to units and gathered again: on the municipality, with answers as offices send them."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook, load_workbook

from pipeline import api
from pipeline.cli.main import saraban
from pipeline.diagnostics.exit_codes import ExitCode
from pipeline.intake.yaml_edits import edited_yaml
from pipeline.kinds import Kinds
from pipeline.rounds.gather import gather
from pipeline.rounds.works import open_work
from pipeline.workbook.cell_edits import CellEdit, edited_workbook

Run = Callable[..., tuple[int, str, str]]
INPUT = Path("input/municipality-2568")
VALUE, NUMERATOR, STEPS, SPENT = "ผลที่วัดได้", "ตัวตั้ง", "ขั้นตอนที่แล้วเสร็จ", "งบประมาณที่ใช้"
UNITS = {
    "personnel": "กองการเจ้าหน้าที่",
    "training": "กองพัฒนาบุคลากร",
    "clerk": "สำนักปลัดเทศบาล",
    "health": "กองสาธารณสุขและสิ่งแวดล้อม",
    "survey": "กองยุทธศาสตร์",
    "works": "กองช่าง",
}
OF = {"recruiting": "personnel", "front-desk": "training", "manuals": "clerk", "workers-health": "health"}


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command; its exit code, and what it said on either stream."""

    def run_command(*words: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            saraban.main([str(word) for word in words])
        said = capfd.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return run_command


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """The municipality's work with six units, of which one has no project."""
    folder = tmp_path / "งาน"
    shutil.copytree(INPUT, folder)
    for name, data in (("office", _office), ("plan", _plan)):
        file = folder / f"{name}.yaml"
        file.write_text(yaml.safe_dump(data(yaml.safe_load(file.read_text())), allow_unicode=True))
    return folder


def _office(told: Any) -> Any:
    told["units"] = [{"id": id, "name": name, "short": name} for id, name in UNITS.items()]
    return told


def _plan(told: Any) -> Any:
    for dimension in told["plan"]["dimensions"]:
        for project in dimension["projects"]:
            project["unit"] = OF.get(project["id"], "survey")
    return told


def _fill(book: Path, to: Path, *cells: tuple[str, str, Any]) -> None:
    """Types values into the sheet of results, each by its project and the title of its column."""
    workbook = load_workbook(book)
    sheet = workbook["ผลรอบ"]
    titles = {str(cell.value).rstrip(" *"): cell.column for cell in sheet[4]}
    rows = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=5)}
    for project, title, value in cells:
        number = rows.setdefault(project, sheet.max_row + 1)
        sheet.cell(number, 1, project)
        sheet.cell(number, titles[title]).value = value
    workbook.save(to)


def _results(work: Path) -> dict[str, dict[str, Any]]:
    values = open_work(work, Kinds()).source.values["results"]
    assert isinstance(values, list)
    return {str(each["project"]): each for each in values if isinstance(each, dict)}


def _tree(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def handed(run: Run, work: Path, tmp_path: Path) -> dict[str, Path]:
    """The workbooks that were handed out, by unit."""
    code, out, _ = run("hand-out", work, tmp_path / "แจก", "--deadline", "15/4/2568", "--json")
    assert code == ExitCode.OK
    return {unit["id"]: Path(unit["file"]) for unit in json.loads(out)["units"]}


def test_a_unit_gets_its_own_rows_in_a_locked_frame(handed: dict[str, Path]) -> None:
    """Works has no project and gets nothing; what names a row is locked, what is filled in is not."""
    assert handed.keys() == UNITS.keys() - {"works"}
    workbook = load_workbook(handed["clerk"])
    sheet = workbook["ผลรอบ"]
    assert [row[0].value for row in sheet.iter_rows(min_row=5)] == ["manuals"]
    titles = {str(cell.value).rstrip(" *"): cell.column for cell in sheet[4]}
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert sheet.cell(5, 1).protection.locked
    assert not sheet.cell(5, titles[STEPS]).protection.locked
    assert "15 เมษายน 2568" in str(sheet.cell(2, 1).value)
    assert "กองการเจ้าหน้าที่ โทร. 0 3900 0000 ต่อ 14" in str(sheet.cell(2, 1).value)
    assert workbook["saraban-hand-out"].sheet_state == "veryHidden"
    states = [
        each for each in sheet.data_validations.dataValidation if "อยู่ระหว่างดำเนินการ" in str(each.formula1)
    ]
    assert states, "a status is chosen, as in the whole workbook"


def test_one_late_one_wrong_one_twice(run: Run, work: Path, handed: dict[str, Path], tmp_path: Path) -> None:
    """The officer's round: what is sound is taken, the rest told, and doing it again changes nothing."""
    back = tmp_path / "กลับ"
    back.mkdir()
    _fill(handed["personnel"], back / "ส่งกลับ (2).xlsx", ("recruiting", NUMERATOR, "๑๐"))
    _fill(
        handed["clerk"],
        back / "ผิด.xlsx",
        ("manuals", STEPS, "สามขั้น"),
        ("manuals", SPENT, "๑๔,๕๐๐.๕๐"),
        ("bond", SPENT, 1),
    )
    _fill(handed["training"], back / "a.xlsx", ("front-desk", NUMERATOR, 70), ("front-desk", SPENT, 150000))
    _fill(
        handed["training"], back / "b.xlsx", ("front-desk", NUMERATOR, 72), ("front-desk", SPENT, "๑๕๐,๐๐๐")
    )
    shutil.copy(handed["health"], back)
    before = _results(work)

    code, out, err = run("gather", work, back)

    after = _results(work)
    assert code == ExitCode.FINDINGS
    assert after["recruiting"]["numerator"] == "10"
    assert after["manuals"]["spent"] == "14500.50"
    assert after["front-desk"]["spent"] == "150000"
    assert after["manuals"].get("steps") == before["manuals"].get("steps"), "words are no figure"
    assert after["front-desk"]["numerator"] == before["front-desk"]["numerator"], (
        "two answers: a person decides"
    )
    assert after["bond"] == before["bond"], "clerk typed into a project of survey"
    assert f"{UNITS['survey']} ยังไม่ตอบ" in out
    assert f"{UNITS['health']} ส่งกลับโดยไม่ได้แก้" in out
    assert f"'bond' เป็นของ {UNITS['survey']} แต่ {UNITS['clerk']} กรอกมา" in err
    assert "ช่อง" in err.split("สามขั้น")[0]
    assert (work / "ก่อนรวบรวม" / "results.yaml").read_bytes() == (INPUT / "results.yaml").read_bytes()
    assert "# ผล" in (work / "results.yaml").read_text(), "the officer's own comments stay"

    everything = _tree(tmp_path)
    assert run("gather", work, back)[0] == ExitCode.FINDINGS
    assert _tree(tmp_path) == everything, "a second run changes nothing"

    returned = work / "ส่งกลับแก้" / "ผิด-ตรวจแล้ว.xlsx"
    _fill(returned, back / "แก้แล้ว.xlsx", ("manuals", STEPS, 3))
    run("gather", work, back, "--take", back / "b.xlsx")
    assert _results(work)["manuals"]["steps"] == "3"
    assert _results(work)["front-desk"]["numerator"] == "72"
    assert api.check(work, only=()).faults == ()


def test_what_the_officer_changed_meanwhile_is_not_written_over(
    run: Run, work: Path, handed: dict[str, Path], tmp_path: Path
) -> None:
    """The work's newer figure stays where the unit did not touch it, and is in conflict where it did."""
    results = work / "results.yaml"
    spent = _results(work)["recruiting"]["spent"]
    results.write_text(results.read_text().replace(f"spent: {spent}", "spent: 90000", 1))
    answer = tmp_path / "กกจ.xlsx"
    _fill(handed["personnel"], answer, ("recruiting", NUMERATOR, 10))
    run("gather", work, answer)
    assert _results(work)["recruiting"]["spent"] == "90000"
    assert _results(work)["recruiting"]["numerator"] == "10"

    _fill(handed["personnel"], answer, ("recruiting", SPENT, 91000), ("recruiting", NUMERATOR, None))
    code, out, _ = run("gather", work, answer, "--json")
    told = {each["field"]: each["why"] for each in json.loads(out)["conflicts"]}
    assert code == ExitCode.FINDINGS
    assert told == {"spent": "work", "numerator": "cleared"}
    assert _results(work)["recruiting"]["spent"] == "90000"


def test_a_dry_run_writes_nothing_and_others_are_refused(
    run: Run, work: Path, handed: dict[str, Path], tmp_path: Path
) -> None:
    """A workbook that was not handed out, and one of another round, are told of and not taken."""
    back = tmp_path / "กลับ"
    back.mkdir()
    _fill(handed["personnel"], back / "ok.xlsx", ("recruiting", NUMERATOR, 10))
    Workbook().save(back / "อื่น.xlsx")
    before = _tree(tmp_path)
    code, out, err = run("gather", work, back, "--dry-run", "--lang", "en")
    assert code == ExitCode.FINDINGS
    assert "recruiting" in out
    assert "no workbook that was handed out" in err
    assert _tree(tmp_path) == before
    office = work / "office.yaml"
    office.write_text(office.read_text().replace("31 มีนาคม 2568", "30 มิถุนายน 2568"))
    refused = gather(open_work(work, Kinds()), [back / "ok.xlsx"]).refused
    assert [fault.code for fault in refused] == ["answer-other-work"]


def test_a_workbook_keeps_all_that_is_the_officers_own(run: Run, work: Path, tmp_path: Path) -> None:
    """Own sheets, columns and the saved values of formulas outlast gathering; texts grow by rows."""
    book = tmp_path / "งาน.xlsx"
    run("convert", work, book)
    book.write_bytes(_with_formula(book.read_bytes()))
    run("hand-out", book, tmp_path / "แจก")
    answer = tmp_path / "ตอบ.xlsx"
    _fill(tmp_path / "แจก" / f"แบบกรอก {UNITS['clerk']}.xlsx", answer, ("manuals", SPENT, "14500.50"))
    workbook = load_workbook(answer)
    prose = workbook["ข้อความของผล"]
    empty = next(row[0].row for row in prose.iter_rows(min_row=5) if row[0].value is None)
    for column, value in ((1, "manuals"), (2, "ในรายงาน"), (3, "ย่อหน้า"), (5, "เผยแพร่ครบทุกกองแล้ว")):
        titles = [str(cell.value).rstrip(" *") for cell in prose[4]]
        at = {1: titles[0], 2: "ส่วน", 3: "แบบ", 5: "ข้อความ"}[column]
        prose.cell(empty, titles.index(at) + 1, value)
    workbook.save(answer)
    before = _results(book)["manuals"]
    parts = _parts(book)

    assert run("gather", book, answer)[0] == ExitCode.OK

    now = _results(book)["manuals"]
    assert now["spent"] == "14500.50"
    assert now["done"] == [*before["done"], "เผยแพร่ครบทุกกองแล้ว"]
    assert {**now, "spent": "", "done": ""} == {**before, "spent": "", "done": ""}
    changed = {name for name, data in _parts(book).items() if parts.get(name) != data}
    assert parts.keys() == _parts(book).keys()
    assert len([name for name in changed if "worksheets" in name]) == 2, "results and texts, no other sheet"
    assert b"<f>1+2</f><v>3</v>" in b"".join(_parts(book).values())
    written = book.read_bytes()
    run("gather", book, answer)
    assert book.read_bytes() == written


def _with_formula(book: bytes) -> bytes:
    """A workbook with a formula and its saved value in a sheet of units, beside the data."""
    edited = edited_workbook(book, [CellEdit("หน่วยงาน", 3, 9, "3", figure=True)])
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(edited)) as old, zipfile.ZipFile(result, "w") as new:
        for entry in old.infolist():
            data = old.read(entry).replace(b'r="I3"><v>3</v>', b'r="I3"><f>1+2</f><v>3</v>')
            new.writestr(entry, data)
    return result.getvalue()


def _parts(book: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(book) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_reminder_names_who_is_late(run: Run, work: Path, handed: dict[str, Path], tmp_path: Path) -> None:
    """The memo is made from data: its units, what they owe, and the deadline that was handed out."""
    answer = tmp_path / "กกจ.xlsx"
    _fill(handed["personnel"], answer, ("recruiting", NUMERATOR, 10))
    memo = tmp_path / "เตือน"
    assert run("gather", work, answer, "--reminder", memo, "--deadline", "30/4/2568")[0] == ExitCode.OK
    told = api.load(memo).office_input
    assert told.kind == "memo"
    text = json.dumps(told.model_dump(mode="json"), ensure_ascii=False)
    assert UNITS["survey"] in text
    assert UNITS["personnel"] not in text.split("จำนวน 4 ราย")[1].split("จึงเรียน")[0]
    assert "15 เมษายน 2568" in text
    assert "30 เมษายน 2568" in text


def test_yaml_is_edited_where_a_value_stands() -> None:
    """Comments, order and everything else stay; new values go below the last of their record."""
    text = "results:\n  - project: a  # ก\n    value:   # ยังไม่มี\n    facts: {n: 1}\n# ท้าย\n"
    changes = [
        (("results", 0, "value"), "5"),
        (("results", 0, "facts", "m"), "2"),
        (("results", 0, "done"), ["x: y"]),
    ]
    assert edited_yaml(text, changes, "f.yaml") == (
        "results:\n  - project: a  # ก\n    value: 5   # ยังไม่มี\n    facts: {n: 1, m: 2}\n"
        "    done:\n      - 'x: y'\n# ท้าย\n"
    )
