"""The rounds of a year are found again from its papers alone."""

import json
import shutil
from pathlib import Path

import pytest
from test_signed import said, scan_of

ROUNDS = (("ข", "31 ธันวาคม 2567", "225"), ("ก", "31 มีนาคม 2568", "231"))
"""Output folder, end of the round, those of 300 who passed: the later round has the earlier name."""


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the data and papers of two rounds of an agreement."""
    folder = tmp_path_factory.mktemp("year")
    said("new", folder / "start", "--kind", "agreement")
    for name, end, passed in ROUNDS:
        data = folder / "data" / name
        shutil.copytree(folder / "start", data)
        for file, old, new in (
            ("office.yaml", "30 กันยายน 2568", end),
            ("results.yaml", "numerator: 231", f"numerator: {passed}"),
        ):
            text = (data / file).read_text("utf-8")
            assert old in text
            (data / file).write_text(text.replace(old, new), encoding="utf-8")
        said("render", data, "-o", folder / name, "--only", "scores", "--format", "pdf", "--no-embed")
    return folder


def told(folder: Path) -> dict:
    return json.loads(said("history", folder, "--json"))


def test_rounds_come_in_order_with_the_totals_that_score_gives(year: Path) -> None:
    (series,) = told(year)["series"]
    totals = [
        json.loads(said("score", year / "data" / name, "--json"))["total"]["score"] for name, *_ in ROUNDS
    ]
    assert [each["total"] for each in series["rounds"]] == totals
    assert [each["end"] for each in series["rounds"]] == ["2024-12-31", "2025-03-31"]
    # 6 of 300 more are 2 per cent, 0.4 of a level at 40 of the 90 weights that were reported
    assert float(series["rounds"][1]["change"]) == pytest.approx(0.4 * 40 / 90, abs=0.0001)
    assert [bar["value"] for bar in series["trend"]] == totals
    assert "รอบ 6 เดือน" in series["trend"][1]["label"]


def test_what_is_signed_is_told_and_what_is_not(year: Path, tmp_path: Path) -> None:
    paper = next((year / "ข").rglob("*.pdf"))
    said("signed", paper, "--date", "5/1/2568", "--number", "7", "--scan", scan_of(tmp_path))
    history = told(year)
    first, second = (each["papers"][0] for each in history["series"][0]["rounds"])
    assert (first["signed"]["date"], first["signed"]["number"]) == ("2025-01-05", "7")
    assert second["signed"] is None
    assert history["unsigned"] == [second["name"]]
    assert told(year / "ข")["series"][0]["rounds"][0]["papers"][0]["signed"]["number"] == "7"


def test_files_of_others_and_broken_ones_end_nothing(year: Path, tmp_path: Path) -> None:
    folder = tmp_path / "year"
    shutil.copytree(year, folder)
    paper = next((folder / "ข").rglob("scores.pdf"))
    scan_of(folder, "letter.pdf")
    (folder / "half.pdf").write_bytes(paper.read_bytes()[:5000])
    (folder / "ก" / ".saraban.sqlite").write_bytes(b"no ledger at all" * 100)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    history = told(folder)
    assert len(history["series"][0]["rounds"]) == 2
    assert history["foreign"] == 2
    assert [each["code"] for each in history["troubles"]] == ["ledger"]
    assert "no such folder" in said("history", folder / "none", code=3)


def test_a_copy_that_no_ledger_knows_is_not_told_again(year: Path, tmp_path: Path) -> None:
    folder = tmp_path / "year"
    shutil.copytree(year / "ข", folder / "ข")
    shutil.copy(next(folder.rglob("scores.pdf")), folder / "sent.pdf")
    (one,) = told(folder)["series"][0]["rounds"]
    assert [each["paper"] for each in one["papers"]] == ["scores"]
