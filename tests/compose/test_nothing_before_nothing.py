"""A list that is empty has no heading, no ดังนี้ and no table; what a paper calls things comes from the data."""

from xml.etree import ElementTree

import pytest

from pipeline import compose
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.loading import load
from pipeline.kinds.scoring import score_input
from pipeline.kinds.starting_wording import with_wording


def composed(values, paper_id):
    office_input = load(Source("input.yaml", values), SHIPPED)
    (paper,) = [paper for paper in compose.papers_of(office_input) if paper.id == paper_id]
    return ElementTree.fromstring(
        compose.compose(paper, office_input, score_input(office_input), "arabic").encode()
    )


def said(document):
    return [" ".join("".join(p.itertext()).split()) for p in document.iter("p")]


@pytest.fixture
def full(plan_values):
    plan_values["report"]["quality_issues"] = [{"issue": "ระบบการพัฒนา", "frame": "พัฒนาความรู้"}]
    return plan_values


def worded(values):
    """The data with the wording of the civil service's start, as `convert --office` adds it."""
    return with_wording({name: value for name, value in values.items() if name not in WORDED}, "civil")


WORDED = ("body", "headings", "chapters")


def test_without_quality_issues_nothing_announces_them(full):
    there = composed(worded(full), "report")
    assert there.find(".//table[@style='quality']") is not None
    assert sum(text.endswith("ประเด็น ดังนี้") or text.endswith("การพัฒนา ดังนี้") for text in said(there)) == 2
    full["report"]["quality_issues"] = []
    document = composed(worded(full), "report")
    assert document.find(".//table[@style='quality']") is None
    assert not [text for text in said(document) if text.endswith(("ประเด็น ดังนี้", "การพัฒนา ดังนี้"))]


@pytest.mark.parametrize(
    ("field", "heading"), [("missions", "พันธกิจ"), ("strategies", "ประเด็นยุทธศาสตร์ สำนักงานปลัดกระทรวง")]
)
def test_without_entries_there_is_no_heading(full, field, heading):
    assert heading in said(composed(worded(full), "report"))
    full["report"]["action_plan"][field] = []
    assert heading not in said(composed(worded(full), "report"))


def test_no_table_of_any_paper_is_empty(full, agreement_values):
    full["report"]["quality_issues"] = []
    full["report"]["action_plan"] |= {"missions": [], "strategies": []}
    full = worded(full)
    papers = [(full, "memo"), (full, "report"), *((agreement_values, id) for id in ("annexes", "scores"))]
    for values, paper in papers:
        for table in composed(values, paper).iter("table"):
            assert [row for row in table if row.tag != "header"], (paper, table.get("style"))


@pytest.mark.parametrize("name", ["แผนกลยุทธ์การบริหารทรัพยากรบุคคล", "แผนพัฒนาบุคลากรท้องถิ่น"])
def test_the_cover_bears_the_plans_own_name(full, name):
    full["plan"]["name"] = name
    assert said(composed(full, "report"))[0] == f"รายงานผลการดำเนินการตาม{name} (HR Scorecard)"


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (
            {"strategy", "guidelines"},
            "แผนยุทธศาสตร์และแนวทางการพัฒนาการปฏิบัติราชการของสำนักงานปลัดกระทรวง กรอบการประเมินผล",
        ),
        ({"strategy"}, "แผนยุทธศาสตร์ของสำนักงานปลัดกระทรวง กรอบการประเมินผล"),
        ({"guidelines"}, "ได้แก่ แนวทางการพัฒนาการปฏิบัติราชการของสำนักงานปลัดกระทรวง กรอบการประเมินผล"),
        (set(), "รายละเอียดของคำรับรอง ได้แก่ กรอบการประเมินผล"),
    ],
)
def test_an_agreement_names_the_annexes_that_it_has(agreement_values, given, named):
    for part in given:
        agreement_values["agreement"][part] = [{"title": "ก", "prose": ["ข"]}]
    clauses = " ".join(said(composed(agreement_values, "agreement")))
    assert named in clauses
    assert ("แผนยุทธศาสตร์" in clauses) == ("strategy" in given)


def test_an_office_without_a_head_still_has_one_in_sentences(full):
    assert any("ตามที่ หัวหน้าส่วนราชการ ได้พิจารณา" in text for text in said(composed(full, "memo")))
