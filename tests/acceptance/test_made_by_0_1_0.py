"""This version reads what 0.1.0 wrote; `tests/fixtures/made_by_0_1_0/README.md` says what it is."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.main import saraban
from pipeline.diagnostics.exit_codes import ExitCode

pytestmark = pytest.mark.slow  # files of another version, no part of a change at hand

MADE = Path(__file__).parents[1] / "fixtures" / "made_by_0_1_0"
KINDS = ("memo", "hr-scorecard", "agreement")
PAPERS = sorted(p for p in MADE.rglob("*") if p.suffix in {".pdf", ".docx"})
# The data that each folder of papers was made from.
DATA = {
    "memo-example": "inputs/seeds/memo-example",
    "hr-scorecard-2563": "inputs/seeds/hr-scorecard-2563",
    "agreement-2547": "inputs/seeds/agreement-2547",
}
OF_SEEDS = [p for p in PAPERS if p.parent.name in DATA]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(saraban, [str(one) for one in arguments])


def named(path: Path) -> str:
    return path.relative_to(MADE).as_posix()


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_a_paper_of_0_1_0_tells_its_data(paper: Path) -> None:
    result = run("show", paper, "--json")
    assert result.exit_code == ExitCode.OK, result.output
    assert json.loads(result.stdout)["paper"] in {"memo", "report", "agreement", "annexes", "scores"}


@pytest.mark.parametrize("paper", OF_SEEDS, ids=named)
def test_a_paper_of_0_1_0_still_agrees_with_its_data(paper: Path) -> None:
    held_against = () if paper.suffix == ".pdf" else (MADE / DATA[paper.parent.name],)
    result = run("verify", paper, *held_against)
    assert result.exit_code == ExitCode.OK, result.output


@pytest.mark.parametrize("paper", OF_SEEDS, ids=named)
def test_a_paper_of_0_1_0_is_made_again_or_told_why_not(paper: Path, tmp_path: Path) -> None:
    result = run("rerender", paper, "-o", tmp_path)
    if result.exit_code == ExitCode.OK:
        assert (tmp_path / paper.name).read_bytes() == paper.read_bytes()
    else:  # Templates, program or fonts are others by now: which, is said, and nothing is written.
        assert result.exit_code == ExitCode.INPUT, result.output
        assert "แฟ้มทำด้วย" in result.output
        assert not (tmp_path / paper.name).exists()


def test_a_memo_signed_with_0_1_0_is_still_held_as_signed() -> None:
    result = run(
        "verify", MADE / "papers" / "signed-memo.pdf", "--trust", MADE / "papers" / "ca.pem", "--lang", "en"
    )
    assert result.exit_code == ExitCode.OK, result.output
    assert "นายสมมติ ทดลอง" in result.output


@pytest.mark.parametrize("form", ["", ".xlsx"], ids=["folder", "workbook"])
@pytest.mark.parametrize("kind", KINDS)
def test_data_of_0_1_0_are_read_without_a_fault(kind: str, form: str) -> None:
    result = run("check", MADE / "inputs" / f"{kind}{form}")
    assert result.exit_code == ExitCode.OK, result.output


@pytest.mark.parametrize("form", ["", ".xlsx"], ids=["folder", "workbook"])
@pytest.mark.parametrize("kind", KINDS[1:])
def test_data_of_0_1_0_give_the_same_scores(kind: str, form: str) -> None:
    result = run("score", MADE / "inputs" / f"{kind}{form}", "--json")
    assert result.exit_code == ExitCode.OK, result.output
    before = json.loads((MADE / "inputs" / f"{kind}.score.json").read_text(encoding="utf-8"))
    # `level` was a whole number then; since 0.2.0 it is what the table prints (docs/score-json.md).
    then, now = (
        {path: value for path, value in leaves(one) if path[-1] not in {"input", "level"}}
        for one in (before, json.loads(result.stdout))
    )
    assert then.items() <= now.items()


def leaves(value: object, path: tuple[object, ...] = ()) -> Iterator[tuple[tuple[object, ...], object]]:
    """Each plain value of a JSON value with the keys that lead to it."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in pairs:
        yield from leaves(part, (*path, key))
    if not isinstance(value, dict | list):
        yield path, value


def test_a_workbook_and_a_folder_of_0_1_0_convert_to_the_same_data(tmp_path: Path) -> None:
    for kind in KINDS:
        for form in ("", ".xlsx"):
            result = run("convert", MADE / "inputs" / f"{kind}{form}", tmp_path / f"{kind}-{form[1:]}.xlsx")
            assert result.exit_code == ExitCode.OK, result.output
        assert (tmp_path / f"{kind}-.xlsx").read_bytes() == (tmp_path / f"{kind}-xlsx.xlsx").read_bytes()


def test_a_batch_of_0_1_0_goes_on_with_its_ledger(tmp_path: Path) -> None:
    shutil.copytree(MADE / "batch", tmp_path / "batch")
    shutil.copytree(MADE / "batch-output", tmp_path / "output")
    before = {p.name for p in (tmp_path / "output").iterdir()}
    batch = ("batch", tmp_path / "batch" / "batch.yaml", "--jobs", "1", "-o")
    # Known from the ledger: made anew because the program is another one, or not at all; never taken as new.
    never_made = "ยังไม่เคยทำ"
    assert never_made in run(*batch, tmp_path / "elsewhere", "--dry-run").output
    assert never_made not in run(*batch, tmp_path / "output", "--dry-run").output
    result = run(*batch, tmp_path / "output")
    assert result.exit_code == ExitCode.OK, result.output
    assert {p.name for p in (tmp_path / "output").iterdir()} == before


def test_templates_of_an_office_made_for_0_1_0_are_used(tmp_path: Path) -> None:
    result = run("render", MADE / "inputs" / "memo", "--templates", MADE / "own-templates", "-o", tmp_path)
    assert result.exit_code == ExitCode.OK, result.output
    assert (
        run(
            "verify", tmp_path / "memo" / "memo.docx", MADE / "inputs" / "memo", "--templates",
            MADE / "own-templates",
        ).exit_code
        == ExitCode.OK
    )  # fmt: skip


def test_a_folder_of_papers_of_0_1_0_is_written_into_again(tmp_path: Path) -> None:
    shutil.copytree(MADE / "papers", tmp_path / "papers")
    result = run("render", MADE / "inputs" / "seeds" / "memo-example", "-o", tmp_path / "papers")
    assert result.exit_code == ExitCode.OK, result.output
