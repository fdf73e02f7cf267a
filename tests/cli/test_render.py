import hashlib
from pathlib import Path

import pytest

from pipeline.output.ledger import LEDGER_NAME
from pipeline.papers import parity


def written(folder: Path) -> set[str]:
    return {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and path.name != LEDGER_NAME
    }


def digests(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in written(folder)}


def test_papers_go_to_a_folder_named_after_the_input(run, memo: Path, tmp_path: Path) -> None:
    result = run("render", memo, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert written(tmp_path / "out") == {"บันทึก/memo.docx", "บันทึก/memo.pdf"}
    assert "memo.pdf" in result.output
    assert "ใหม่" in result.output


def test_a_single_file_is_named_without_its_suffix(run, memo: Path, tmp_path: Path) -> None:
    run("render", memo / "memo.yaml", "-o", tmp_path / "out", "--format", "pdf")
    assert written(tmp_path / "out") == {"memo/memo.pdf"}


def test_two_runs_give_the_same_bytes_and_write_nothing_twice(run, memo: Path, tmp_path: Path) -> None:
    run("render", memo, "-o", tmp_path / "a")
    run("render", memo, "-o", tmp_path / "b")
    assert digests(tmp_path / "a") == digests(tmp_path / "b")
    assert "0 of 2 files written" in run("render", memo, "-o", tmp_path / "a", "--lang", "en").output


def test_bad_data_make_no_file_even_beside_good_ones(run, memo: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "x.yaml").write_text("kind: letter\n", encoding="utf-8")
    worse = tmp_path / "worse.yaml"
    result = run("render", memo, bad, worse, "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert "letter" in result.stderr
    assert "worse.yaml" in result.stderr
    assert not (tmp_path / "out").exists()


def test_slips_in_the_prose_of_all_inputs_are_told_together_and_once(run, memo: Path, tmp_path: Path) -> None:
    text = (memo / "memo.yaml").read_text(encoding="utf-8")
    other = tmp_path / "other.yaml"
    other.write_text(text.replace("เรียนมา", "เรียน{one}{one}มา"), encoding="utf-8")
    (memo / "memo.yaml").write_text(text.replace("เรียนมา", "เรียน{two}มา"), encoding="utf-8")
    result = run("render", memo, other, "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert (result.stderr.count("{two} ให้พิมพ์"), result.stderr.count("{one} ให้พิมพ์")) == (1, 1)
    assert not (tmp_path / "out").exists()


def test_an_edited_file_is_kept_unless_forced(run, memo: Path, tmp_path: Path) -> None:
    run("render", memo, "-o", tmp_path)
    file = tmp_path / "บันทึก" / "memo.docx"
    file.write_bytes(b"edited by hand")
    refused = run("render", memo, "-o", tmp_path)
    assert refused.exit_code == 6
    assert file.read_bytes() == b"edited by hand"
    assert run("render", memo, "-o", tmp_path, "--force").exit_code == 0
    assert file.read_bytes()[:2] == b"PK"


def test_a_paper_that_the_inputs_do_not_make_is_refused_with_those_they_make(
    run, memo: Path, tmp_path: Path
) -> None:
    result = run("render", memo, "-o", tmp_path / "out", "--only", "memo,report")
    assert result.exit_code == 2
    assert "ไม่มีเอกสาร report\n    → เลือกจากเอกสารที่มี: memo\n" in result.stderr
    assert not (tmp_path / "out").exists()


def test_two_inputs_of_one_name_are_refused(run, memo: Path, tmp_path: Path) -> None:
    result = run("render", memo, memo, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "บันทึก" in result.stderr


def test_the_digits_of_the_command_replace_those_of_the_data(run, memo: Path, tmp_path: Path) -> None:
    text = (memo / "memo.yaml").read_text(encoding="utf-8") + "  - ประชุม 25 ครั้ง\n"
    (memo / "memo.yaml").write_text(text, encoding="utf-8")
    said = {}
    for digits in ("thai", "arabic"):
        run("render", memo, "-o", tmp_path / digits, "--format", "docx", "--digits", digits)
        docx = (tmp_path / digits / "บันทึก" / "memo.docx").read_bytes()
        said[digits] = " ".join(parity.docx_text(docx))
    assert "๒๕ ครั้ง" in said["thai"]
    assert "25 ครั้ง" in said["arabic"]


def test_a_file_that_says_something_else_is_a_defect_and_is_not_written(
    run, memo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parity, "docx_text", lambda _: ("อื่น",))
    result = run("render", memo, "-o", tmp_path / "out")
    assert result.exit_code == 70
    assert "ParityDefect" in result.stderr
    assert not (tmp_path / "out").exists()
