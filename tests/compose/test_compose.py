"""Templates run in a sandbox, on one document's data, and say where they fail."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.compose import Paper, compose, papers_of
from pipeline.compose.environment import environment
from pipeline.diagnostics import InputError, Message, TemplateError
from pipeline.document.markup import parse
from pipeline.document.text import document_text
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.loading import load as load_input
from pipeline.kinds.scoring import score_input

PAPER = Paper("memo", "บันทึก", "own/memo.xml.j2", "memo", Message("บันทึก", "Memo"))


@dataclass
class Kitchen:
    """A folder of templates and a way to render one."""

    folder: Path

    def render(self, template, values, digits=None):
        (self.folder / "own").mkdir(exist_ok=True)
        (self.folder / "own" / "memo.xml.j2").write_text(template, encoding="utf-8")
        office_input = load_input(Source("t", values), SHIPPED)
        environment.cache_clear()
        return compose(PAPER, office_input, score_input(office_input), digits, self.folder)


@pytest.fixture
def kitchen(tmp_path):
    return Kitchen(tmp_path)


def texts(paper, office_input):
    markup = compose(paper, office_input, score_input(office_input))
    return document_text(parse(markup, paper.template))


def test_values_are_escaped(kitchen, memo_values):
    memo_values["memo"]["subject"] = '<page-break/> & "ก"'
    assert kitchen.render("{{ memo.subject }}", memo_values) == "&lt;page-break/&gt; &amp; &#34;ก&#34;"


def test_an_undefined_name_is_an_error_with_template_and_line(kitchen, memo_values):
    with pytest.raises(TemplateError) as refused:
        kitchen.render("ก\nข\n{{ memo.subjekt }}", memo_values)
    place = refused.value.diagnostics[0].location
    assert (place.file, place.line) == ("own/memo.xml.j2", 3)


def test_a_syntax_error_names_its_line(kitchen, memo_values):
    with pytest.raises(TemplateError) as refused:
        kitchen.render("ก\n{% if %}", memo_values)
    assert refused.value.diagnostics[0].location.line == 2


def test_a_missing_template_is_named(memo_values):
    office_input = load_input(Source("t", memo_values), SHIPPED)
    with pytest.raises(TemplateError) as refused:
        compose(PAPER, office_input, None)
    assert "own/memo.xml.j2" in refused.value.diagnostics[0].text("th")


@pytest.mark.parametrize(
    "attack",
    [
        "{{ memo.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ facts.__init__.__globals__ }}",
        "{{ facts.update({'office': 'x'}) }}",
        "{% import 'os' as os %}{{ os }}",
        "{{ self.__init__.__globals__ }}",
    ],
)
def test_templates_reach_nothing_but_their_data(kitchen, memo_values, attack):
    with pytest.raises(TemplateError):
        kitchen.render(attack, memo_values)


def test_nothing_of_one_document_is_left_for_the_next(kitchen, memo_values):
    template = (
        "{% set ns = namespace(seen='') %}{{ ns.seen }}{% set ns.seen = memo.subject %}{{ memo.subject }}"
    )
    first = kitchen.render(template, memo_values)
    memo_values["memo"]["subject"] = "เรื่องที่สอง"
    assert kitchen.render(template, memo_values) == "เรื่องที่สอง"
    assert first == "ขอเชิญประชุม"


def test_an_office_template_wins_over_ours(tmp_path, memo_values):
    (tmp_path / "memo").mkdir()
    (tmp_path / "memo" / "memo.xml.j2").write_text("ของสำนักงานเอง", encoding="utf-8")
    office_input = load_input(Source("t", memo_values), SHIPPED)
    (paper,) = papers_of(office_input)
    assert compose(paper, office_input, None, folder=tmp_path) == "ของสำนักงานเอง"


def test_an_agreement_without_results_makes_no_score_sheet(agreement_values):
    del agreement_values["results"]
    without = papers_of(load_input(Source("t", agreement_values), SHIPPED))
    assert [paper.id for paper in SHIPPED.of("agreement").papers if paper not in without] == ["scores"]


def test_the_memo_of_a_quarter_says_what_follows_from_its_dates(plan_values):
    plan_values["period"] = {"start": "1 ตุลาคม 2563", "end": "30 มิถุนายน 2564"}
    office_input = load_input(Source("t", plan_values), SHIPPED)
    said = " ".join(texts(papers_of(office_input)[0], office_input))
    assert "ไตรมาส ๓ รอบ ๙ เดือน" in said
    assert "ปีงบประมาณ พ.ศ. ๒๕๖๔" in said


def test_the_share_of_each_project_is_printed_by_its_own_rule(plan_values):
    """Level × 20 for all but the ratio project, whose 6 of 7 is 85.71 % (domain.md §2.8)."""
    office_input = load_input(Source("t", plan_values), SHIPPED)
    said = texts(papers_of(office_input)[0], office_input)
    assert [text for text in said if text.endswith("%")] == [
        "๖๐%",
        "๑๐๐%",
        "๑๐๐%",
        "๘๐%",
        "๑๐๐%",
        "๘๕.๗๑%",
        "๖๐%",
    ]


def test_a_list_announces_its_entries_and_nests(memo_values):
    memo_values["body"] = [
        {
            "text": "มี {count} ข้อ",
            "numbered": ["หนึ่ง", {"text": "สอง มี {count}", "numbered": [{"text": "ก", "numbered": ["ลึก"]}]}],
        }
    ]
    office_input = load_input(Source("t", memo_values), SHIPPED)
    said = texts(papers_of(office_input)[0], office_input)
    at = said.index("มี ๒ ข้อ")
    assert said[at : at + 5] == ("มี ๒ ข้อ", "๑) หนึ่ง", "๒) สอง มี ๑", "(๑) ก", "(๑.๑) ลึก")


def test_a_free_table_keeps_its_cells_and_shares(memo_values):
    memo_values["body"] = [{"table": {"header": ["ก", "ข"], "rows": [["1", "2"]], "widths": ["3", "1"]}}]
    office_input = load_input(Source("t", memo_values), SHIPPED)
    (paper,) = papers_of(office_input)
    document = parse(compose(paper, office_input, None), paper.template)
    (table,) = [block for block in document.sections[0].blocks if hasattr(block, "rows")]
    assert table.widths == (3, 1)
    assert [cell.blocks[0].content[0].text for cell in table.rows[1].cells] == ["๑", "๒"]


def test_prose_that_names_a_fact_which_is_not_there_is_refused(plan_values):
    plan_values["results"][3]["memo"] = ["อยู่ในระดับ {level}"]
    office_input = load_input(Source("t", plan_values), SHIPPED)
    with pytest.raises(InputError) as refused:
        texts(papers_of(office_input)[0], office_input)
    assert refused.value.diagnostics[0].code == "placeholder"
