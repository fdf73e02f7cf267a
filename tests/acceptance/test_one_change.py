"""One figure changes in the data: everything that follows from it changes in every paper, nothing else."""

import difflib
import shutil
from pathlib import Path

import pytest

from pipeline.compose import compose
from pipeline.document.markup import parse
from pipeline.document.text import document_text
from pipeline.papers.build import prepare

ROOT = Path(__file__).resolve().parents[2]


def texts(folder: Path) -> dict[str, tuple[str, ...]]:
    """The paragraphs of each paper that the folder makes."""
    prepared = prepare(folder)
    return {
        paper.id: document_text(parse(compose(paper, prepared.office_input, prepared.card), paper.template))
        for paper in prepared.papers
    }


def changes(
    name: str, file: str, before: str, after: str, tmp_path: Path
) -> dict[str, list[tuple[str, str]]]:
    """What a change of one text in one file changes, paper by paper, as pairs of paragraphs."""
    copy = tmp_path / name
    shutil.copytree(ROOT / "input" / name, copy)
    source = (copy / file).read_text(encoding="utf-8")
    assert source.count(before) == 1, f"{before!r} must stand once"
    (copy / file).write_text(source.replace(before, after), encoding="utf-8")
    old, new = texts(ROOT / "input" / name), texts(copy)
    return {paper: list(differing(old[paper], new[paper])) for paper in old}


def differing(old: tuple[str, ...], new: tuple[str, ...]):
    for tag, a0, a1, b0, b1 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            assert a1 - a0 == b1 - b0, (old[a0:a1], new[b0:b1])
            yield from zip(old[a0:a1], new[b0:b1], strict=True)


def test_one_more_event_held_changes_count_percent_level_and_scores_everywhere(tmp_path):
    """6 of 7 becomes 7 of 7: 85.71 % at level 4 becomes 100 % at level 5.

    Total 4.0000 -> (320 + 10) / 80 = 4.1250, percent 80.7138 -> (6457.1 + 142.9) / 80 = 82.5;
    dimension 3: (4 + 5 + 5) / 3 = 4.6667, (80 + 100 + 100) / 3 = 93.33.
    """
    changed = changes("hr-scorecard-2563", "results.yaml", "numerator: 6 ", "numerator: 7 ", tmp_path)
    memo, report = changed["memo"], changed["report"]
    assert [(a, b) for a, b in memo if len(a) < 10] == [("๘๕.๗๑%", "๑๐๐%")]
    assert all("จำนวน ๖ ครั้ง" in a and "จำนวน ๗ ครั้ง" in b for a, b in memo if len(a) >= 10)
    assert len(memo) == 2
    figures = [(a, b) for a, b in report if len(a) < 10]
    assert figures == [
        ("๔", "๕"),
        ("๘๕.๗๑", "๑๐๐"),
        ("๐.๔๐๐๐", "๐.๕๐๐๐"),
        ("๔.๓๓๓๓", "๔.๖๖๖๗"),
        ("๘๘.๕๗", "๙๓.๓๓"),
        ("๑.๓๐๐๐", "๑.๔๐๐๐"),
        ("๔.๐๐๐๐", "๔.๑๒๕๐"),
        ("๘๐.๗๑", "๘๒.๕"),
        ("๓.๒๐๐๐", "๓.๓๐๐๐"),
    ]
    sentences = [(a, b) for a, b in report if len(a) >= 10]
    conclusion = next(b for a, b in sentences if a.startswith("สรุป"))
    assert conclusion == "สรุป ผลการดำเนินการอยู่ในระดับ ๕ ตามการติดตามผลของแผนปฏิบัติการ หรือคิดเป็นร้อยละ ๑๐๐"
    assert all("ครั้ง" in a for a, _ in sentences if not a.startswith("สรุป"))


def test_one_more_step_done_changes_what_is_done_and_what_comes_next(tmp_path):
    """Project 1 from 3 steps to 4: level 4, 80 %; the next step is the fifth."""
    changed = changes("hr-scorecard-2563", "results.yaml", "    steps: 3\n", "    steps: 4\n", tmp_path)
    said = " ".join(b for pairs in changed.values() for _, b in pairs)
    assert "ระดับ ๔" in said
    assert "๘๐" in said
    assert "ขั้นตอนที่ ๑ - ๔" in said
    assert "เสนอผู้บริหารให้ความเห็นชอบ" in said


def test_one_result_of_the_agreement_changes_its_row_its_dimension_and_the_total_only(tmp_path):
    """Indicator 1 from 231 to 225 of 300, 77 % to 75 %: 4.4 -> 4.0, weighted 0.66 -> 0.60, total
    (0.60 + 3.3599) * 100 / 98 = 4.0407."""
    changed = changes("agreement-2547", "results.yaml", "numerator: 231", "numerator: 225", tmp_path)
    assert changed["agreement"] == []
    assert changed["annexes"] == []
    assert changed["scores"] == [
        ("77", "75"),
        ("4.4000", "4.0000"),
        ("0.6600", "0.6000"),
        ("4.2679", "4.1821"),
        ("2.9875", "2.9275"),
        ("4.1019", "4.0407"),
        ("4.0199", "3.9599"),
    ]


@pytest.mark.parametrize("paper", ["memo", "report"])
def test_the_period_is_typed_once(tmp_path, paper):
    """The end of the round moved to 30 มิถุนายน: quarter 3, round of 9 months, in every sentence."""
    copy = tmp_path / "q3"
    shutil.copytree(ROOT / "input" / "hr-scorecard-2563", copy)
    office = (copy / "office.yaml").read_text(encoding="utf-8")
    (copy / "office.yaml").write_text(office.replace("31 มีนาคม 2563", "30 มิถุนายน 2563"), encoding="utf-8")
    said = " ".join(texts(copy)[paper])
    assert "ไตรมาส ๓ รอบ ๙ เดือน" in said
    assert "ไตรมาส ๒" not in said
    assert "รอบ ๖ เดือน" not in said
    assert "๓๑ มีนาคม ๒๕๖๓" not in said
