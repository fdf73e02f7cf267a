import hashlib
import json
import zipfile
from pathlib import Path

import docx
import pytest

from pipeline.verify import KINDS, Kind


@pytest.fixture
def paper(run, memo: Path, tmp_path: Path) -> Path:
    """The memo's DOCX, as it was sent out."""
    assert run("render", memo, "-o", tmp_path / "out", "--format", "docx", "--no-embed").exit_code == 0
    return tmp_path / "out" / memo.name / "memo.docx"


def edited(paper: Path, old: str, new: str) -> Path:
    """A copy of the file in which somebody typed `new` over `old`."""
    copy = paper.with_name("กลับมา.docx")
    with zipfile.ZipFile(paper) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            target.writestr(name, data)
    return copy


def test_an_unedited_paper_ends_well(run, memo: Path, paper: Path) -> None:
    result = run("verify", paper, memo)
    assert result.exit_code == 0
    assert result.output.splitlines() == ["เอกสาร: บันทึกข้อความ (memo)", "ตรงกับข้อมูล"]


def test_an_edited_paper_ends_with_its_own_code_and_a_table(run, memo: Path, paper: Path) -> None:
    result = run("verify", edited(paper, "สมมติ", "สมมุติ"), memo)
    assert result.exit_code == 8
    for said in ("ชื่อบุคคลเปลี่ยน", "ย่อหน้าที่", "นายสมมติ ทดลอง", "นายสมมุติ ทดลอง", "ต่างจากข้อมูล 1 แห่ง"):
        assert said in result.output


def test_the_table_speaks_english_when_asked(run, memo: Path, paper: Path) -> None:
    result = run("verify", edited(paper, "ทราบ", "อนุมัติ"), memo, "--lang", "en")
    assert result.exit_code == 8
    for said in ("wording changed", "paragraph 6", "1 difference from the data"):
        assert said in result.output


def test_json_holds_kind_place_and_whole_texts(run, memo: Path, paper: Path) -> None:
    copy = edited(paper, "เรียนมาเพื่อทราบ", "เรียนมาเพื่อไม่ทราบ")
    result = run("verify", copy, memo, "--json")
    assert result.exit_code == 8
    said = json.loads(result.output)
    assert (said["file"], said["paper"], said["same"]) == (str(copy), "memo", False)
    (difference,) = said["differences"]
    assert (difference["kind"], difference["what"]) == ("negation", "คำปฏิเสธหายหรือเพิ่ม")
    assert difference["place"] == {
        "part": "body", "number": None, "paragraph": 6, "table": None, "row": None, "column": None,
    }  # fmt: skip
    assert (difference["expected"], difference["found"]) == ("", "ไม่")


def test_json_of_a_paper_that_is_the_same_says_so(run, memo: Path, paper: Path) -> None:
    result = run("verify", paper, memo, "--json")
    assert result.exit_code == 0
    assert json.loads(result.output) == {
        "file": str(paper), "paper": "memo", "same": True, "differences": [], "filled": [], "traces": {},
    }  # fmt: skip


def test_neither_the_paper_nor_its_data_are_touched(run, memo: Path, paper: Path, tmp_path: Path) -> None:
    def state() -> dict[str, str]:
        files = [file for file in tmp_path.rglob("*") if file.is_file()]
        return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}

    copy = edited(paper, "ทราบ", "พิจารณา")
    before = state()
    run("verify", copy, memo)
    assert state() == before


def test_a_file_that_is_no_docx_is_refused_as_input(run, memo: Path, tmp_path: Path) -> None:
    (tmp_path / "ว่าง.docx").write_bytes(b"")
    result = run("verify", tmp_path / "ว่าง.docx", memo)
    assert result.exit_code == 3
    assert "แฟ้มว่าง" in result.stderr


def test_another_kind_of_file_is_misuse(run, memo: Path, tmp_path: Path) -> None:
    (tmp_path / "a.odt").write_bytes(b"PK")
    result = run("verify", tmp_path / "a.odt", memo)
    assert result.exit_code == 2
    assert ".docx" in result.stderr


def test_a_paper_that_the_data_do_not_make_is_misuse(run, memo: Path, paper: Path) -> None:
    result = run("verify", paper, memo, "--paper", "report")
    assert result.exit_code == 2
    assert "ข้อมูลนี้ไม่มีเอกสาร report" in result.stderr


def test_an_office_verifies_with_the_templates_that_made_the_paper(run, memo: Path, tmp_path: Path) -> None:
    looks = tmp_path / "แม่แบบ"
    (looks / "memo").mkdir(parents=True)
    ours = Path(__file__).parents[2] / "templates" / "memo" / "memo.xml.j2"
    text = ours.read_text(encoding="utf-8")
    own = text.replace("</document>", "").rpartition("</section>")
    (looks / "memo" / "memo.xml.j2").write_text(
        own[0] + '<p style="body">สำเนาเรียนทุกกอง</p></section></document>', encoding="utf-8"
    )
    made = run("render", memo, "-o", tmp_path / "own", "--format", "docx", "--templates", looks)
    assert made.exit_code == 0, made.output
    paper = tmp_path / "own" / memo.name / "memo.docx"
    assert run("verify", paper, memo, "--templates", looks).exit_code == 0
    plain = run("verify", paper, memo)
    assert plain.exit_code == 8
    assert "สำเนาเรียนทุกกอง" in plain.output


def test_the_headers_of_an_office_are_expected_where_its_word_file_is_given(
    run, memo: Path, tmp_path: Path
) -> None:
    office = docx.Document()
    office.sections[0].header.paragraphs[0].text = "สำนักงานทดสอบ รักษาการ"
    office.save(tmp_path / "office.docx")
    given = ("--reference", tmp_path / "office.docx")
    made = run("render", memo, "-o", tmp_path / "own", "--format", "docx", *given)
    assert made.exit_code == 0, made.output
    paper = tmp_path / "own" / memo.name / "memo.docx"
    assert run("verify", paper, memo, *given).exit_code == 0
    differences = json.loads(run("verify", paper, memo, "--json").output)["differences"]
    assert {one["place"]["part"] for one in differences} == {"header"}


def test_other_faults_of_the_data_are_told_as_ever(run, paper: Path, tmp_path: Path) -> None:
    assert run("verify", paper, tmp_path / "none").exit_code == 3


def test_the_guide_names_every_kind_of_difference() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "verify.md").read_text(encoding="utf-8")
    for kind, words in KINDS.items():
        if kind is not Kind.FILLED:
            assert f"| `{kind.value}` | {words.th} | *{words.en}* |" in guide
