"""A second and a third office: their papers say what they typed, and nothing of the first office's."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from other_offices import EXAMPLES, INPUT, Example, texts_in
from rendered_papers import Papers, Rendered, squeezed

from pipeline.cli.main import saraban
from pipeline.compose.unread import find_unread_fields
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.registry import Kinds
from pipeline.thai.digits import to_arabic

CENTRAL = re.compile(
    r"ก\.พ\.|ก\.พ\.ร|PMQA|ระบบราชการ|Scorecard|มาตรฐานความสำเร็จ|ข้าราชการพลเรือน|แผนกลยุทธ์|แผนปฏิบัติราชการ|มิติ"
)
"""Words of the civil service's central rules on personnel."""

NEUTRAL = {"ผลการดำเนินการ"}
"""What reports of any office say of results."""

PIECE = re.compile(r"[ก-๎A-Za-z.]{8,}")
"""Words that run on: eight letters or more."""

each_example = pytest.mark.parametrize("example", EXAMPLES, ids=[each.name for each in EXAMPLES])


def run(*words: str | Path) -> None:
    result = CliRunner().invoke(saraban, [str(word) for word in words])
    assert result.exit_code == 0, result.output


def own(example: Example) -> tuple[str | Path, ...]:
    return ("--templates", example.templates) if example.templates else ()


def values_of(example: Example, folder: Path | None = None):
    return read(folder or example.folder, Kinds(example.templates)).values


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    folder = tmp_path_factory.mktemp("offices")
    for example in EXAMPLES:
        run("render", example.folder, *own(example), "-o", folder)
    return Rendered(folder)


@each_example
def test_all_papers_are_made_with_the_office_at_their_head(papers: Rendered, example: Example) -> None:
    files = {file.name for file in (papers.folder / example.name).iterdir()}
    assert files == {f"{paper}.{kind}" for paper in example.papers for kind in ("docx", "pdf")}


@each_example
def test_no_word_of_the_first_office_or_of_central_rules_stands_unless_typed(
    papers: Rendered, example: Example
) -> None:
    typed = squeezed(example.texts)
    first = words_of_the_first()
    assert "สำนักงานปลัดกระทรวงอุตสาหกรรม" in first
    assert len(first) > 200
    for paper in example.papers:
        told = [to_arabic(squeezed(text)) for text in said_by(papers[example.name], paper)]
        assert len(told) > 10
        stray = {word for word in first for text in told if word in text and word not in typed}
        assert stray - NEUTRAL == set()
        assert [word for text in told for word in CENTRAL.findall(text) if word not in typed] == []


def said_by(folder: Papers, paper: str) -> list[str]:
    """The paragraphs and the properties of a paper; that the PDF says the same is held when it is made."""
    with zipfile.ZipFile(folder.path(paper, "docx")) as package:
        properties = etree.fromstring(package.read("docProps/core.xml"))
    return [*folder.docx_paragraphs(paper), *(each.text or "" for each in properties)]


def words_of_the_first() -> set[str]:
    """Words of the data of the first office."""
    values = read(INPUT / "hr-scorecard-2563", Kinds()).values
    texts = [re.sub(r"\{[^}]*\}", " ", text) for text in texts_in(dict(values))]
    return {word for text in texts for word in PIECE.findall(text)}


@each_example
def test_the_audit_finds_nothing_in_their_papers(papers: Rendered, example: Example) -> None:
    files = sorted((papers.folder / example.name).iterdir())
    run("audit", *files)


@each_example
def test_nothing_is_filled_in_that_no_paper_prints(example: Example) -> None:
    known = Kinds(example.templates)
    assert find_unread_fields(load(read(example.folder, known), known), example.templates) == ()


@each_example
def test_a_workbook_holds_the_data_both_ways(example: Example, tmp_path: Path) -> None:
    book, back, again = tmp_path / "book.xlsx", tmp_path / "back", tmp_path / "again"
    run("convert", example.folder, book, *own(example))
    run("convert", book, back, *own(example))
    run("convert", back, tmp_path / "again.xlsx", *own(example))
    run("convert", tmp_path / "again.xlsx", again, *own(example))
    known = Kinds(example.templates)
    assert load(read(back, known), known) == load(read(example.folder, known), known)
    assert values_of(example, again) == values_of(example, back)


@pytest.mark.parametrize("name", ["municipality-2568", "university-hospital-2568"])
def test_kinds_of_an_offices_own_are_sound(name: str) -> None:
    run("check", "--templates", INPUT / f"{name}-templates")


def test_the_municipality_roster_adds_up(papers: Rendered) -> None:
    # Allowance 240 a day, lodging 800 a night. Twice 3×240 + 2×800 + 320 = 2,640;
    # 720 + 1,600 + 275.50 = 2,595.50; 2.5×240 + 1,600 + 275.50 = 2,475.50; 720; 720 + 1,600 + 410 = 2,730.
    # By division 5,280 + 5,071 + 3,450 = 13,801; lectures 6×600 + 4.5×800 = 7,200; together 21,001.
    told = to_arabic(papers["municipality-2568-training"].pdf_text("roster"))
    for figure in ("2,595.50", "2,475.50", "5,071", "13,801", "7,200", "(สองหมื่นหนึ่งพันเอ็ดบาทถ้วน)"):
        assert figure in told
    # 21,001 / 6 people = 3,500.1666…; 37,650 − 21,001 = 16,649
    assert "รวมค่าใช้จ่ายทั้งสิ้น21,001บาท" in told
    assert "เฉลี่ยคนละ3,500.17บาท" in told
    assert "คงเหลือ16,649บาท" in told


def test_the_hospital_claim_adds_up(papers: Rendered) -> None:
    # Evening 310, night 365, extra 740; own shifts are 20, less leave. Of 21 shifts 1 is extra, of 25 are 5,
    # of 27 are 7, of 17 with 3 days of leave none, of 22 are 2.
    # 310 + 740 = 1,050; 9×310 + 8×365 + 5×740 = 9,410; 3,100 + 3,650 + 5,180 = 11,930; 1,860 + 1,825 = 3,685;
    # 2,170 + 2,190 + 1,480 = 5,840; together 31,915, of which 15×740 = 11,100 are for extra shifts.
    told = papers["university-hospital-2568-shift-pay"].pdf_text("claim")
    for figure in ("1,050", "9,410", "11,930", "3,685", "5,840", "11,100", "31,915"):
        assert figure in told
    assert "(สามหมื่นหนึ่งพันเก้าร้อยสิบห้าบาทถ้วน)" in told
    # Only who has more than 6 extra shifts is on the sheet of reasons.
    reasons = papers["university-hospital-2568-shift-pay"].pdf_text("reasons")
    assert "นายปวริศศรีสมุทร" in reasons
    assert "นางสาวกนกพร" not in reasons
