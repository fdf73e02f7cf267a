"""`saraban batch` as a user and as a program meet it."""

import json
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result

from pipeline.cli.main import saraban

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "input" / "agreement-2547"
BATCH = f"""\
kind: batch
base: {BASE}
papers: [scores, agreement]
units:
  - {{id: กระบี่, set: {{office.name: สำนักงานอุตสาหกรรมจังหวัดกระบี่}}}}
  - {{id: เลย, set: {{office.name: สำนักงานอุตสาหกรรมจังหวัดเลย}}}}
"""


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    path = tmp_path / "batch.yaml"
    path.write_text(BATCH, encoding="utf-8")
    return path


def run(batch: Path, *more: str) -> Result:
    arguments = [
        "batch",
        str(batch),
        "-o",
        str(batch.parent / "out"),
        "--format",
        "pdf",
        "--jobs",
        "1",
        *more,
    ]
    return CliRunner().invoke(saraban, arguments)


def events(result: Result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def change(batch: Path, old: str, new: str) -> None:
    text = batch.read_text("utf-8")
    assert old in text
    batch.write_text(text.replace(old, new), encoding="utf-8")


def test_one_changed_target_makes_anew_the_papers_that_print_it_and_says_so(batch: Path) -> None:
    assert run(batch).exit_code == 0
    change(
        batch,
        "{office.name: สำนักงานอุตสาหกรรมจังหวัดเลย}",
        "{office.name: สำนักงานอุตสาหกรรมจังหวัดเลย, 'indicators[5].target': 18}",
    )
    plan = run(batch, "--dry-run")
    assert "ต้องทำใหม่: 1 ฉบับ\n  ตัวชี้วัดที่ 5 เป้าหมาย: 20 → 18 (เลย/scores)\nไม่เปลี่ยน: 3 ฉบับ\n" in plan.output
    done = run(batch)
    assert "เขียนใหม่ 1 ฉบับ จาก 4 ฉบับ" in done.output
    assert "เขียนใหม่ 0 ฉบับ จาก 4 ฉบับ" in run(batch).output


def test_a_dry_run_writes_nothing(batch: Path) -> None:
    result = run(batch, "--dry-run")
    assert (result.exit_code, "ใหม่: 4 ฉบับ" in result.output) == (0, True)
    assert not (batch.parent / "out").exists()


def test_a_program_reads_one_event_a_line(batch: Path) -> None:
    told = events(run(batch, "--json"))
    assert [event["event"] for event in told] == ["plan", *["document"] * 4, "end"]
    assert {each["state"] for each in told[0]["documents"]} == {"new"}
    assert told[1].keys() == {"event", "name", "state", "pages", "bytes", "seconds"}
    assert (told[-1]["delivered"], told[-1]["not_made"]) == (4, 0)


def test_only_some_papers_or_units_are_made(batch: Path) -> None:
    names = [
        each["name"] for each in events(run(batch, "--json", "--only", "agreement,กระ*"))[0]["documents"]
    ]
    assert names == ["กระบี่/agreement"]


def claim_of(pdf: Path) -> str | None:
    with pikepdf.open(pdf) as opened, opened.open_metadata(set_pikepdf_as_editor=False) as xmp:
        return xmp.get("pdfaid:part", "") + xmp.get("pdfaid:conformance", "") or None


def test_what_a_pdf_claims_may_be_chosen_and_another_claim_makes_it_anew(batch: Path) -> None:
    only = ("--only", "agreement,กระ*")
    for said, claim in {"3a": "3A", "3b": "3B", "none": None}.items():
        assert "เขียนใหม่ 1 ฉบับ" in run(batch, *only, "--conformance", said).output
        assert claim_of(batch.parent / "out" / "กระบี่" / "agreement.pdf") == claim
    assert "เขียนใหม่ 0 ฉบับ" in run(batch, *only, "--conformance", "none").output
    assert "ใช้ไม่ได้" in run(batch, "--conformance", "2b").output


def test_an_unknown_unit_is_refused_with_the_nearest(batch: Path) -> None:
    result = run(batch, "--only", "กระบี")
    assert result.exit_code == 2
    assert "หมายถึง 'กระบี่' หรือไม่" in result.output


def test_a_bad_row_is_told_at_the_end_and_in_the_exit_code(batch: Path) -> None:
    change(batch, "office.name: สำนักงานอุตสาหกรรมจังหวัดเลย", "offce.name: เลย")
    result = run(batch)
    assert result.exit_code == 3
    assert f"{batch}:6:" in result.output
    assert "เขียนใหม่ 2 ฉบับ" in result.output
    assert (batch.parent / "out" / "กระบี่" / "scores.pdf").is_file()


def test_an_edited_file_that_is_out_of_date_ends_with_the_code_of_output(batch: Path) -> None:
    run(batch)
    (batch.parent / "out" / "เลย" / "scores.pdf").write_bytes(b"edited")
    change(batch, "จังหวัดเลย", "จังหวัด เลย")
    result = run(batch)
    assert result.exit_code == 6
    assert "--force" in result.output
    assert run(batch, "--force").exit_code == 0


def test_what_is_no_batch_is_told_in_words(tmp_path: Path) -> None:
    result = CliRunner().invoke(saraban, ["batch", str(BASE / "office.yaml"), "-o", str(tmp_path)])
    assert result.exit_code == 3
    assert "kind: batch" in result.output


@pytest.mark.slow
def test_the_example_is_planned_for_every_province() -> None:
    result = CliRunner().invoke(
        saraban, ["batch", str(ROOT / "input" / "annexes-2547"), "-o", "none", "--dry-run"]
    )
    assert (result.exit_code, "ใหม่: 76 ฉบับ" in result.output) == (0, True)
