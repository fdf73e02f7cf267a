"""A paper that came back signed stays as it was signed, whatever is made afterwards."""

import csv
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from click.testing import CliRunner, Result

from pipeline.cli.main import saraban
from pipeline.output import delivery
from pipeline.papers.rerender import read_held_paper

MEMO = """\
kind: memo
office: {name: สำนักงานทดสอบ, short: สทส.}
memo:
  agency: กองทดสอบ
  date: 3 มีนาคม 2569
  number: ที่ 1
  subject: ขอเชิญประชุม
  to: ผู้อำนวยการ
  proposer:
    person: {title: นาย, given: สมมติ, surname: ทดลอง}
    position: ผู้อำนวยการกองทดสอบ
body:
  - เรียนมาเพื่อทราบ
"""
BATCH = """\
kind: batch
base: memo.yaml
units:
  - {id: ก, set: {memo.number: ที่ 1}}
  - {id: ข, set: {memo.number: ที่ 2}}
"""


def said(*arguments: object, code: int = 0) -> str:
    """What a command says, in English; it ends with `code`."""
    result: Result = CliRunner().invoke(saraban, [*map(str, arguments), "--lang", "en"])
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    """A memo, rendered as PDF and DOCX into `out` beside it."""
    (tmp_path / "memo.yaml").write_text(MEMO, encoding="utf-8")
    said("render", tmp_path / "memo.yaml", "-o", tmp_path / "out", "--no-embed")
    return tmp_path / "memo.yaml"


@pytest.fixture
def change(memo: Path) -> Callable[[str], str]:
    """Renders the memo again with another number."""

    def rendered(number: str, *more: str, code: int = 0) -> str:
        memo.write_text(MEMO.replace("ที่ 1", number), encoding="utf-8")
        return said("render", memo, "-o", memo.parent / "out", "--no-embed", *more, code=code)

    return rendered


@pytest.fixture
def paper(memo: Path) -> Path:
    return memo.parent / "out" / "memo" / "memo.pdf"


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    (tmp_path / "memo.yaml").write_text(MEMO, encoding="utf-8")
    (tmp_path / "batch.yaml").write_text(BATCH, encoding="utf-8")
    run(tmp_path)
    return tmp_path


def run(folder: Path, *more: str, code: int = 0) -> str:
    file, out = folder / "batch.yaml", folder / "out"
    return said("batch", file, "-o", out, "--format", "pdf", "--no-embed", "--jobs", "1", *more, code=code)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def scan_of(folder: Path, name: str = "scan.pdf") -> Path:
    """A PDF of one white page, as a scanner makes it."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(folder / name)
    return folder / name


def test_a_signed_paper_and_its_twin_stay_and_the_next_edition_stands_beside(
    paper: Path, change: Callable[..., str]
) -> None:
    scan = scan_of(paper.parents[2])
    said("signed", paper, "--date", "5/3/2569", "--number", "รับ 7", "--scan", scan)
    before = {path.name: path.read_bytes() for path in paper.parent.iterdir()}
    assert before["memo (สแกนลงนาม).pdf"] == scan.read_bytes()

    assert "to be signed again: 1" in change("ที่ 2")
    assert names(paper.parent) == {*before, "memo (ฉบับที่ 2).pdf", "memo (ฉบับที่ 2).docx"}
    assert {name: (paper.parent / name).read_bytes() for name in before} == before

    second = paper.parent / "memo (ฉบับที่ 2).pdf"
    assert read_held_paper(second).record.edition == 2
    with pikepdf.open(second) as pdf, zipfile.ZipFile(second.with_suffix(".docx")) as docx:
        assert "ฉบับที่ 2" in str(pdf.docinfo["/Keywords"])
        assert 'name="ฉบับที่"><vt:i4>2<' in docx.read("docProps/custom.xml").decode()

    change("ที่ 3")  # the second is not signed: it is replaced as any paper is
    assert len(names(paper.parent)) == len(before) + 2
    assert read_held_paper(second).record.says["number"] == "ที่ 3"
    assert "Edition 2" in said("verify", second)
    assert "a later edition counts now: memo/memo (ฉบับที่ 2)" in said("verify", paper)
    made = said("rerender", second, "-o", paper.parents[2] / "again")
    assert "byte for byte" in made  # which edition it is is in the record


def test_a_signed_paper_that_would_say_the_same_stays_the_one(paper: Path, memo: Path) -> None:
    said("signed", paper, "--number", "7")
    before = paper.read_bytes()
    said("render", memo, "-o", memo.parent / "out", "--no-embed", "--conformance", "none")  # other bytes
    assert names(paper.parent) == {"memo.pdf", "memo.docx"}
    assert paper.read_bytes() == before


def test_a_signed_paper_is_replaced_where_that_is_asked_and_kept_then(
    paper: Path, change: Callable[..., str]
) -> None:
    said("signed", paper, "--number", "7")
    before = paper.read_bytes()
    change("ที่ 2", "--replace-signed")
    assert read_held_paper(paper).record.says["number"] == "ที่ 2"
    assert read_held_paper(paper).record.edition == 2
    kept = paper.with_name("memo (ฉบับที่ 1).pdf")
    assert kept.read_bytes() == before
    told = said("history", paper.parents[1])
    assert "memo (ฉบับที่ 1): superseded, signed number 7" in told
    assert "memo/memo: not signed" in told


def test_no_command_writes_over_a_signed_paper_by_force(paper: Path, change: Callable[..., str]) -> None:
    said("signed", paper, "--number", "7")
    before = paper.read_bytes()
    change("ที่ 2", "--force")
    other = paper.parents[2] / "other"
    other.mkdir()
    (other / "memo.yaml").write_text(MEMO.replace("ที่ 1", "ที่ 9"), encoding="utf-8")
    said("render", other / "memo.yaml", "-o", other, "--no-embed")
    # the folder of a paper as another's output folder: what is signed, the ledger above knows
    told = said("rerender", other / "memo" / "memo.pdf", "-o", paper.parent, "--force", code=6)
    assert "not written over" in told
    assert paper.read_bytes() == before
    assert "signed number 7" in said("history", paper.parents[1])
    assert "taken back" in said("signed", paper, "--undo")


@pytest.mark.parametrize("stops", ["before the scan", "before the note"])
def test_a_run_that_is_killed_leaves_a_whole_ledger(
    paper: Path, stops: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = scan_of(paper.parents[2])

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        if stops == "before the scan":
            patch.setattr(delivery.os, "replace", killed)
        else:
            patch.setattr("pipeline.output.ledger_signatures.SignatureShelf.note", killed)
        CliRunner().invoke(saraban, ["signed", str(paper), "--scan", str(scan)])
    assert "not signed" in said("history", paper.parents[1])
    assert "(สแกนลงนาม).pdf" in said("signed", paper, "--scan", scan)
    assert names(paper.parent) == {"memo.pdf", "memo.docx", "memo (สแกนลงนาม).pdf"}


def test_what_cannot_have_been_signed_is_refused_in_words(paper: Path, change: Callable[..., str]) -> None:
    folder = paper.parents[2]
    assert "before the date" in said("signed", paper, "--date", "2 มีนาคม 2569", code=3)
    assert "still to come" in said("signed", paper, "--date", "1/1/2600", code=3)
    assert "no date" in said("signed", paper, "--date", "31/2/2569", code=3)
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    assert "is no scan" in said("signed", paper, "--scan", folder / "scan.pdf", code=3)
    assert "the code on paper" in said("signed", paper, "--code", "0000000000", code=3)
    (folder / "copy.pdf").write_bytes(paper.read_bytes())
    assert "no paper that saraban wrote" in said("signed", folder / "copy.pdf", code=3)
    paper.with_suffix(".docx").write_bytes(b"PK edited")
    assert "edited by hand" in said("signed", paper, code=3)
    paper.with_suffix(".docx").unlink()
    said("signed", paper, "--number", "7")
    assert "otherwise than said" in said("signed", paper, "--number", "8", code=3)
    said("signed", paper, "--date", "5/3/2569")  # what was not known may be added
    change("ที่ 2")
    assert "not the current edition" in said("signed", paper, code=3)


def test_a_signature_is_taken_back_and_the_paper_is_as_any_other(
    paper: Path, change: Callable[..., str]
) -> None:
    said("signed", paper, "--number", "7")
    assert "taken back" in said("signed", paper, "--undo")
    assert "no signature" in said("signed", paper, "--undo", code=3)
    change("ที่ 2")
    assert names(paper.parent) == {"memo.pdf", "memo.docx"}


def test_an_electronic_signature_keeps_a_paper_too(paper: Path, change: Callable[..., str]) -> None:
    signed = paper.with_name("memo.signed.pdf")
    signed.write_bytes(paper.read_bytes() + b"\n% a signature is appended, ISO 32000 12.8")
    before = paper.read_bytes()
    assert "to be signed again" in change("ที่ 2")
    assert paper.read_bytes() == before
    assert "electronically" in said("history", paper.parents[1])


def test_a_batch_makes_the_next_edition_of_what_is_signed_and_lists_it(batch: Path) -> None:
    out = batch / "out"
    said("signed", out / "ก", "--date", "5/3/2569", "--number", "7")
    before = (out / "ก" / "memo.pdf").read_bytes()
    text = (batch / "batch.yaml").read_text("utf-8")
    (batch / "batch.yaml").write_text(text.replace("ที่ 1", "ที่ 11").replace("ที่ 2", "ที่ 12"), "utf-8")
    assert "edition 2, to be signed again" in run(batch, "--dry-run")
    assert "to be signed again: 1" in run(batch)
    assert names(out / "ก") == {"memo.pdf", "memo (ฉบับที่ 2).pdf"}
    assert names(out / "ข") == {"memo.pdf"}
    assert (out / "ก" / "memo.pdf").read_bytes() == before
    assert read_held_paper(out / "ข" / "memo.pdf").record.says["number"] == "ที่ 12"
    assert "0 of 2" in run(batch)  # going on from there changes nothing

    report = json.loads((out / "report.json").read_text("utf-8"))
    told = {each["unit"]: (each["edition"], each["sign_again"]) for each in report["documents"]}
    assert told == {"ก": (2, True), "ข": (1, False)}
    assert "ต้องเสนอลงนามใหม่" in (out / "report.html").read_text("utf-8")


def test_a_bundle_offers_what_is_not_signed_yet(batch: Path) -> None:
    out, to = batch / "out", batch / "sign.pdf"
    said("signed", out / "ก", "--number", "7")
    assert "left out 1 signed" in said("bundle", out, "-o", to, "--copies", "0")
    with pikepdf.open(to) as pdf:
        one = len(pdf.pages)
    said("bundle", out, "-o", to, "--copies", "0", "--with-signed")
    with pikepdf.open(to) as pdf:
        assert len(pdf.pages) == one + 2  # a memo of one page, and its blank back
    said("signed", out / "ข", "--number", "8")
    assert "signed already" in said("bundle", out, "-o", to, code=3)


def test_a_table_notes_many_papers_and_names_the_cells_that_are_wrong(batch: Path) -> None:
    out, scan = batch / "out", scan_of(batch, "ก.pdf")
    said("signed", out, "--write-table", batch / "ลงนาม.csv")
    rows = list(csv.reader(io.StringIO((batch / "ลงนาม.csv").read_text("utf-8-sig"))))
    assert [row[0] for row in rows] == ["หน่วยงาน", "ก", "ข"]

    book = openpyxl.Workbook()
    for row in [
        rows[0],
        ["ก", "memo", "5 มี.ค. 2569", "7", scan.name, ""],
        ["ค", "", "5/3/2569", "8", "", ""],
    ]:
        book.active.append(row)
    book.save(batch / "ลงนาม.xlsx")
    told = said("signed", out, "--table", batch / "ลงนาม.xlsx", code=3)
    assert "A3" in told
    assert "no paper ค" in told
    book.active["A3"] = "ข"
    book.active["C3"] = book.active["D3"] = None  # it has not come back: its row is passed over
    book.save(batch / "ลงนาม.xlsx")
    assert "1 of 1" in said("signed", out, "--table", batch / "ลงนาม.xlsx")
    assert "number 7 with a scan" in said("history", out)
    assert "1 papers not signed" in said("history", out)


def test_a_ledger_of_an_earlier_program_takes_signatures(paper: Path) -> None:
    ledger = paper.parents[1] / ".saraban.sqlite"
    with sqlite3.connect(ledger) as connection:
        connection.executescript("DROP TABLE signatures; DROP TABLE editions;")
    assert "1 of 1" in said("signed", paper, "--number", "7")
