import re
from pathlib import Path

import click
import pytest

from pipeline.cli.console import Console
from pipeline.cli.error_handling import run_command
from pipeline.diagnostics import (
    Diagnostic,
    InputError,
    Message,
    OutputError,
    PageError,
    SarabanError,
    TemplateError,
)
from pipeline.diagnostics.exit_codes import MEANINGS, ExitCode

ROOT = Path(__file__).resolve().parents[2]
FAULT = Diagnostic("x", Message("ผิด", "wrong"), Message("แก้", "mend"))


def ended(error: BaseException, console: Console) -> ExitCode:
    def work() -> None:
        raise error

    return run_command(work, console)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InputError([FAULT]), 3),
        (TemplateError([FAULT]), 4),
        (PageError([FAULT]), 5),
        (OutputError([FAULT]), 6),
        (click.UsageError("x"), 2),
        (click.Abort(), 130),
        (RuntimeError("x"), 70),
    ],
)
def test_each_ending_has_its_code(error: Exception, code: int) -> None:
    assert ended(error, Console()) == code


def test_all_faults_are_told_with_their_remedies(capsys: pytest.CaptureFixture[str]) -> None:
    ended(
        InputError([FAULT, Diagnostic("y", Message("ขาด", "missing"), Message("เติม", "add"))]), Console("th")
    )
    assert capsys.readouterr().err.split() == ["ผิด", "→", "แก้", "ขาด", "→", "เติม", "ต้องแก้ไข", "2", "แห่ง"]


def test_a_defect_asks_for_a_report_and_shows_a_traceback_only_on_request(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ended(RuntimeError("boom"), Console("th"))
    quiet = capsys.readouterr().err
    ended(RuntimeError("boom"), Console("th", verbose=True))
    loud = capsys.readouterr().err
    assert "ข้อบกพร่องของโปรแกรม" in quiet
    assert "RuntimeError: boom" in quiet
    assert "Traceback" not in quiet
    assert "Traceback" in loud


def test_a_traceback_of_a_fault_is_shown_only_on_request(run, tmp_path: Path) -> None:
    assert "Traceback" not in run("check", tmp_path / "ไม่มี").stderr
    assert "Traceback" in run("check", tmp_path / "ไม่มี", "-v").stderr
    assert "Traceback" in run("-v", "check", tmp_path / "ไม่มี").stderr


def test_every_family_of_faults_has_a_code_of_its_own() -> None:
    codes = [ended(family([FAULT]), Console()) for family in SarabanError.__subclasses__()]
    assert len(set(codes)) == len(codes)


def test_the_page_of_exit_codes_says_what_the_program_does() -> None:
    page = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (\w+) \| (.+?) \| (.+?) \|$", page, re.MULTILINE)
    assert rows == [(str(c.value), c.name, MEANINGS[c].th, MEANINGS[c].en) for c in ExitCode]
