"""A doubt at the commands: told at its place, in words, JSON and a marked copy; nothing is signed or sent."""

import json
from pathlib import Path

import openpyxl
import pytest
from certificates import PASSPHRASE, issued
from signed_papers import MEMO, PROPOSER, invoked

from pipeline import kinds
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.writing import workbook_of
from pipeline.papers.build import prepare

DOUBTFUL = MEMO.format(digits="thai").replace("เรียนมาเพื่อทราบ", "ขอรายงานผลดังนี้")
LINE = 1 + DOUBTFUL.split("\n").index("  - ขอรายงานผลดังนี้")
ACCEPTED = DOUBTFUL + "audit:\n  allow:\n    - {code: D0401, reason: ตารางอยู่ในเอกสารแนบ}\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "บันทึก"
    folder.mkdir()
    (folder / "memo.yaml").write_text(DOUBTFUL, encoding="utf-8")
    return folder


@pytest.fixture
def book(data: Path) -> Path:
    path = data.parent / "บันทึก.xlsx"
    path.write_bytes(workbook_of(SHIPPED.of("memo"), read(data, SHIPPED).values))
    return path


def test_check_asks_at_the_place_and_finds_no_error(data: Path) -> None:
    result = invoked("check", data)
    assert result.exit_code == 0
    assert f"ต้องยืนยัน: {data / 'memo.yaml'}:{LINE}:" in result.output
    assert "ไม่พบข้อผิดพลาด" in result.output


def test_check_in_english(data: Path) -> None:
    said = invoked("check", data, "--lang", "en").output
    assert "To confirm: " in said
    assert "nothing follows" in said
    assert "add to audit: allow: - {code: D0401" in said


def test_programs_are_told(data: Path) -> None:
    (told,) = json.loads(invoked("check", data, "--json").stdout)
    assert (told["code"], told["severity"], told["line"], told["accepted"]) == ("D0401", "doubt", LINE, None)
    (data / "memo.yaml").write_text(ACCEPTED, encoding="utf-8")
    (told,) = json.loads(invoked("check", data, "--json").stdout)
    assert told["accepted"] == "ตารางอยู่ในเอกสารแนบ"


def test_a_workbook_is_asked_at_its_cell_and_in_the_marked_copy(book: Path) -> None:
    (told,) = json.loads(invoked("check", book, "--json", "--annotate").stdout)
    assert told["sheet"] == "เนื้อความ"
    assert "'ข้อยกเว้น'" in told["remedy"]
    copy = next(path for path in book.parent.glob("*.xlsx") if path != book)
    comment = openpyxl.load_workbook(copy)[told["sheet"]][told["cell"]].comment
    assert comment is not None
    assert "D0401" in comment.text


def test_a_doubt_is_accepted_on_the_sheet_of_exceptions(data: Path, book: Path) -> None:
    (data / "memo.yaml").write_text(ACCEPTED, encoding="utf-8")
    book.write_bytes(workbook_of(SHIPPED.of("memo"), read(data, SHIPPED).values))
    said = invoked("check", book)
    assert "ยืนยันแล้ว: " in said.output
    assert "ต้องยืนยัน: " not in said.output
    assert read(book, SHIPPED).values["audit"] == read(data, SHIPPED).values["audit"]


def test_render_makes_the_papers_and_strictly_does_not(data: Path, tmp_path: Path) -> None:
    made = invoked("render", data, "-o", tmp_path / "out", "--format", "pdf")
    assert made.exit_code == 0
    assert "ต้องยืนยัน: " in made.output
    assert (tmp_path / "out" / "บันทึก" / "memo.pdf").is_file()
    strict = invoked("render", data, "-o", tmp_path / "other", "--format", "pdf", "--strict")
    assert strict.exit_code == 8
    assert not (tmp_path / "other").exists()


def test_the_audit_lists_it_among_its_findings(data: Path) -> None:
    result = invoked("audit", data, "--json")
    found = {finding["code"]: finding for finding in json.loads(result.stdout)}
    assert (found["D0401"]["severity"], found["D0401"]["accepted"], result.exit_code) == ("doubt", None, 8)
    (data / "memo.yaml").write_text(ACCEPTED, encoding="utf-8")
    result = invoked("audit", data, "--json")
    found = {finding["code"]: finding for finding in json.loads(result.stdout)}
    assert found["D0401"]["accepted"] == "ตารางอยู่ในเอกสารแนบ"
    assert not {"A0002", "A0003"} & set(found)


@pytest.mark.parametrize(("text", "code"), [(DOUBTFUL, 8), (ACCEPTED, 0)])
def test_sign_goes_by_the_data_inside_the_paper(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, code: int
) -> None:
    monkeypatch.setenv("SARABAN_KEY_PASSPHRASE", PASSPHRASE)
    (data / "memo.yaml").write_text(text, encoding="utf-8")
    assert invoked("render", data, "-o", tmp_path / "out", "--format", "pdf").exit_code == 0
    paper = tmp_path / "out" / "บันทึก" / "memo.pdf"
    key = issued(PROPOSER, issued("ศูนย์ออกใบรับรองทดสอบ")).pkcs12(tmp_path)
    result = invoked("sign", paper, "--key", key, "-o", tmp_path / "signed.pdf")
    assert result.exit_code == code, result.output
    assert (tmp_path / "signed.pdf").exists() is (code == 0)
    if code:
        assert "D0401" in result.output
        assert "แล้วทำเอกสารใหม่ก่อนลงนาม" in result.output


def test_nothing_doubtful_is_sent_to_another_office(data: Path, tmp_path: Path) -> None:
    settings = tmp_path / "exchange.yaml"
    settings.write_text("secret_codes: {ปกติ: '001'}\nspeed_codes: {ปกติ: '001'}\n", encoding="utf-8")
    result = invoked("exchange", data, "--settings", settings, "-o", tmp_path / "out")
    assert (result.exit_code, "D0401" in result.output) == (8, True)


@pytest.mark.parametrize("kind", kinds.names())
def test_what_new_gives_is_asked_nothing(tmp_path: Path, kind: str) -> None:
    for name, more in (("โฟลเดอร์", ()), ("สมุดงาน", ("--xlsx",))):
        assert invoked("new", tmp_path / name, "--kind", kind, *more).exit_code == 0
    for path in tmp_path.iterdir():
        assert json.loads(invoked("check", path, "--json").stdout) == []


@pytest.mark.parametrize("name", ["agreement-2547", "hr-scorecard-2563", "memo-example"])
def test_the_examples_are_asked_nothing(name: str) -> None:
    assert prepare(Path(__file__).parents[2] / "input" / name).doubts == ()
