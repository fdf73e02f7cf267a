"""`saraban audit` as a user sees it."""

import json
from pathlib import Path

import pytest

from pipeline.diagnostics.exit_codes import ExitCode

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "tests" / "audit" / "seeds" / "agreement.txt"
SLIP = "มีวัตถุประสงค์ ๔ ประการ ดังนี้"


@pytest.fixture
def paper(tmp_path):
    """A small paper with one error."""
    file = tmp_path / "paper.txt"
    file.write_text(f"{SLIP}\n\n๑) ก\n๒) ข\n", "utf-8")
    return file


@pytest.fixture
def slipping(memo):
    """A memo's data with the same error in its prose."""
    data = memo / "memo.yaml"
    body = f"  - text: {SLIP}\n    numbered: [หนึ่ง, สอง]\n"
    data.write_text(data.read_text("utf-8") + body, "utf-8")
    return memo


def test_a_paper_with_an_error_ends_with_the_code_of_findings(run, paper):
    result = run("audit", paper)
    assert result.exit_code == ExitCode.FINDINGS
    assert "A0201" in result.output
    assert "บรรทัด 1" in result.output


def test_json_has_code_severity_line_quote_reason_and_remedy(run, paper):
    (found,) = json.loads(run("audit", paper, "--json", "--lang", "en").stdout)
    assert {name: found[name] for name in ("code", "severity", "file", "line", "quote")} == {
        "code": "A0201",
        "severity": "error",
        "file": str(paper),
        "line": 1,
        "quote": "๔ ประการ",
    }
    assert found["reason"] == "4 announced, 2 follow"
    assert found["remedy"] == "mend the number, or the list"


def test_an_accepted_finding_is_shown_and_does_not_fail_the_run(run, paper, tmp_path):
    allow = tmp_path / "allow.yaml"
    allow.write_text("allow:\n  - {code: A0201, where: ๔ ประการ, reason: อีกสองข้อแจ้งภายหลัง}\n", "utf-8")
    result = run("audit", paper, "--allow", allow)
    assert result.exit_code == ExitCode.OK
    assert "ยอมรับแล้ว (1)" in result.output
    assert "อีกสองข้อแจ้งภายหลัง" in result.output


def test_an_accepted_finding_stays_in_the_list_for_programs_with_its_reason(run, paper, tmp_path):
    allow = tmp_path / "allow.yaml"
    allow.write_text("allow:\n  - {code: A0201, where: ๔ ประการ, reason: อีกสองข้อแจ้งภายหลัง}\n", "utf-8")
    (found,) = json.loads(run("audit", paper, "--allow", allow, "--json").stdout)
    assert (found["code"], found["accepted"]) == ("A0201", "อีกสองข้อแจ้งภายหลัง")


def test_a_slip_in_the_data_is_shown_where_it_stands_in_the_data(run, slipping):
    result = run("audit", slipping, "--json")
    (found,) = json.loads(result.stdout)
    line = (slipping / "memo.yaml").read_text("utf-8").split("\n").index(f"  - text: {SLIP}") + 1
    assert (found["file"], found["line"]) == (str(slipping / "memo.yaml"), line)
    assert result.exit_code == ExitCode.FINDINGS


def test_strict_rendering_writes_nothing_while_there_is_an_error(run, slipping, tmp_path):
    output = tmp_path / "output"
    result = run("render", slipping, "-o", output, "--strict")
    assert result.exit_code == ExitCode.FINDINGS
    assert "A0201" in result.output
    assert not output.exists()


def test_strict_rendering_writes_when_the_error_is_accepted_with_a_reason(run, slipping, tmp_path):
    data = slipping / "memo.yaml"
    allow = "audit:\n  allow:\n    - {code: A0201, where: ประการ, reason: ตามมติ}\n"
    data.write_text(allow + data.read_text("utf-8"), "utf-8")
    result = run("render", slipping, "-o", tmp_path / "output", "--strict", "--format", "docx")
    assert result.exit_code == ExitCode.OK
    assert list((tmp_path / "output").rglob("*.docx"))


@pytest.mark.parametrize("name", ["hr-scorecard-2563", "agreement-2547", "memo-example"])
def test_the_worked_examples_hold_no_error(run, name):
    result = run("audit", ROOT / "input" / name, "--json")
    assert result.exit_code == ExitCode.OK
    assert not [one for one in json.loads(result.stdout) if one["severity"] == "error"]


def test_papers_of_one_matter_are_held_against_one_another(run, tmp_path):
    memo, report = tmp_path / "memo.txt", tmp_path / "report.txt"
    memo.write_text("การเกลี่ยอัตรากำลังให้เหมาะสมกับภารกิจ จำนวน ๓ ตำแหน่ง", "utf-8")
    report.write_text("การเกลี่ยอัตรากำลังให้เหมาะสมกับภารกิจ จำนวน ๒ ตำแหน่ง", "utf-8")
    assert run("audit", memo, report).exit_code == ExitCode.OK
    assert run("audit", memo, report, "--together").exit_code == ExitCode.FINDINGS


def test_the_same_papers_give_the_same_findings_in_the_same_order(run):
    assert run("audit", SEED, "--json").stdout == run("audit", SEED, "--json").stdout


def test_without_an_input_the_command_says_what_is_missing(run):
    assert run("audit").exit_code == ExitCode.USAGE
