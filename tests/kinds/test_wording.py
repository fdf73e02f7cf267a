"""What an HR plan's memo and report say in sentences is data: an office's own, or a neutral text."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from pipeline import compose
from pipeline.cli.main import saraban
from pipeline.compose.common_names import names_of_kind
from pipeline.compose.present_names import present_names
from pipeline.diagnostics import InputError
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.office_kinds import office_kinds
from pipeline.kinds.scoring import score_input
from pipeline.kinds.starting import start_under, start_values
from pipeline.kinds.starting_wording import is_former, with_wording
from pipeline.kinds.writing import workbook_of
from pipeline.model.chapters import NumberedChapter, chapter_numbers
from pipeline.model.fact_names import FactName, FactNames
from pipeline.papers.build import add_remarks, prepare_source
from pipeline.papers.name_rows import name_rows

HR = "hr-scorecard"
CENTRAL = re.compile(r"HR Scorecard|ก\.พ\.|PMQA|มิติ|ส่วนราชการ|แผนกลยุทธ์|แผนปฏิบัติการ|ข้าราชการ")
"""Words of the civil service's central rules, and of the office whose report was the first."""


def said(values: dict[str, Any], paper_id: str) -> list[str]:
    """The paragraphs of one paper, in order, with Arabic digits."""
    office_input = load(Source("a.yaml", values), SHIPPED)
    (paper,) = [paper for paper in compose.papers_of(office_input) if paper.id == paper_id]
    markup = compose.compose(paper, office_input, score_input(office_input), "arabic")
    return [
        " ".join("".join(p.itertext()).split()) for p in ElementTree.fromstring(markup.encode()).iter("p")
    ]


def foreign(paragraphs: list[str]) -> list[str]:
    """The paragraphs with words of the central rules; the label of a memo's first line is on its form."""
    return [text for text in paragraphs if CENTRAL.search(text.removeprefix("ส่วนราชการ "))]


def faults(values: dict[str, Any]) -> list[tuple[str, str]]:
    """The codes of the faults of an input, each with the Thai message."""
    with pytest.raises(InputError) as refused:
        prepare_source(Source("a.yaml", values), "a", SHIPPED)
    return [(fault.code, fault.message.th) for fault in refused.value.diagnostics]


@pytest.fixture
def own(plan_values):
    """The plan with a report of two chapters and a memo of two paragraphs."""
    return plan_values | {
        "body": ["สรุป{แผน} ดังนี้", "{ตารางผล}", "โปรดทราบ"],
        "chapters": [
            {"title": "ที่มา", "prose": ["{office}จัดทำ{แผน}"]},
            {"title": "ผล", "prose": ["มีดังนี้", "{ผลรายโครงการ}"]},
        ],
    }


def test_chapters_are_printed_in_the_order_of_the_data_and_numbered_by_it(own) -> None:
    paragraphs = said(own, "report")
    assert paragraphs.index("1. ที่มา") < paragraphs.index("2. ผล")
    own["chapters"].reverse()
    paragraphs = said(own, "report")
    assert paragraphs.index("1. ผล") < paragraphs.index("2. ที่มา")


def test_numbers_count_below_the_nearest_heading_above() -> None:
    levels = [1, 2, 2, 3, 1, 2, 4]
    chapters = [NumberedChapter(title="ก", level=level) for level in levels]
    assert chapter_numbers(tuple(chapters)) == ("1.", "1.1", "1.2", "1.2.1", "2.", "2.1", "")
    chapters.insert(0, NumberedChapter(title="บทสรุป", numbered=False))
    assert chapter_numbers(tuple(chapters), "บทที่")[:3] == ("", "บทที่ 1", "1.1")


def test_a_title_may_lead_the_first_paragraph_and_be_shorter_in_the_contents(own) -> None:
    own["chapters"][0] |= {"heading": "run-in", "title": "ที่มาอย่างยาว", "contents": "ที่มา", "level": "2"}
    office_input = load(Source("a.yaml", own), SHIPPED)
    (paper,) = [paper for paper in compose.papers_of(office_input) if paper.id == "report"]
    markup = compose.compose(paper, office_input, score_input(office_input), "arabic")
    lead = next(p for p in ElementTree.fromstring(markup.encode()).iter("p") if p.find("b") is not None)
    assert (lead.get("entry"), lead.get("level")) == ("1. ที่มา", "2")
    assert "".join(lead.itertext()).startswith("1. ที่มาอย่างยาว สำนักงานปลัดกระทรวงจัดทำ")


def test_a_block_that_nobody_places_is_not_printed_and_its_data_are_remarked_on(own) -> None:
    own["report"]["quality_issues"] = [{"issue": "ระบบ", "frame": "กรอบ"}]
    own["results"][0]["problems"] = ["ล่าช้า"]
    assert "ล่าช้า" in " ".join(said(own, "report"))
    own["chapters"].pop()
    assert "ล่าช้า" not in " ".join(said(own, "report"))
    source = Source("a.yaml", own)
    remarks = add_remarks(prepare_source(source, "a", SHIPPED), source).remarks
    told = " ".join(remark.message.th for remark in remarks if remark.code == "not-printed")
    assert "PMQA" in told
    assert "ปัญหา" in told


@pytest.mark.parametrize(
    ("path", "text", "said_of_it"),
    [
        (("chapters", 0, "prose", 0), "{ตารางสรปุ}", "ไม่มีค่าของ {ตารางสรปุ}"),
        (("chapters", 0, "prose", 0), "ดูที่ {ตารางสรุป}", "{ตารางสรุป}"),
        (("chapters", 0, "prose", 0), "{ตาราง PMQA}", "ที่นี่ไม่มีค่าของ {ตาราง PMQA}"),
        (("body", 0), "{ผลรายโครงการ}", "ที่นี่ไม่มีค่าของ {ผลรายโครงการ}"),
        (("chapters", 0, "title"), "{กระทรวง}", "ที่นี่ไม่มีค่าของ {กระทรวง}"),
        (("chapters", 0, "title"), "{ตารางสรุป}", "{ตารางสรุป}"),
    ],
)
def test_a_name_or_block_that_is_not_there_is_a_fault(own, path, text, said_of_it) -> None:
    here = own
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = text
    ((code, message),) = faults(own)
    assert code == "placeholder"
    assert said_of_it in message


def test_a_name_is_the_same_in_thai_and_in_english(own) -> None:
    thai, english = deepcopy(own), deepcopy(own)
    thai["results"][0]["done"] = ["ได้ร้อยละ {ร้อยละ} ระดับ {ระดับ} ใน{ปีงบประมาณ}", "{รายการขั้นตอน}"]
    english["results"][0]["done"] = ["ได้ร้อยละ {percent} ระดับ {level} ใน{fiscal_year}", "{plan_steps}"]
    assert said(thai, "report") == said(english, "report")
    assert not [text for text in said(thai, "report") if "{" in text]


def test_a_count_of_the_offices_own_may_bear_a_name_of_ours(own) -> None:
    own["results"][0] |= {"facts": {"ร้อยละ": "7"}, "done": ["นับได้ {ร้อยละ}"]}
    assert "นับได้ 7" in " ".join(said(own, "report"))


def test_a_thai_name_names_one_thing() -> None:
    with pytest.raises(ValueError, match="ระดับ"):
        FactNames((FactName("level", ("ระดับ",), ""), FactName("grade", ("ระดับ",), "")))


def test_names_are_told_with_what_they_print_now(own) -> None:
    own["results"][0] |= {"facts": {"men": "12"}}
    office_input = load(Source("a.yaml", own), SHIPPED)
    places = present_names(office_input, score_input(office_input))
    first = next(
        place for place in places if "แผนงาน" in place.place.th or place.place.en.startswith("results")
    )
    values = {each.thai: each.value for each in first.names}
    assert values["ร้อยละ"] == "60"  # three of five steps are done
    assert values["men"] == "12"
    everywhere = {each.id: each.value for each in places[0].names}
    assert everywhere["fiscal_year"] == "2563"


def test_a_workbook_lists_the_names_and_reads_none_of_it(own, tmp_path: Path) -> None:
    office_input = load(Source("a.yaml", own), SHIPPED)
    book = tmp_path / "b.xlsx"
    book.write_bytes(workbook_of(SHIPPED.of(HR), own, name_rows(office_input)))
    given = read(book, SHIPPED)
    assert given.values["chapters"] == own["chapters"]
    assert not [remark for remark in given.remarks if "ชื่อที่ใช้ได้" in remark.message.th]


def test_chapters_of_every_form_go_through_a_workbook(own, tmp_path: Path) -> None:
    table = {"header": ["ก", "ข"], "rows": [["1", "2"]]}
    own["chapters"] = [
        {"title": "บทสรุป", "numbered": "false", "prose": ["ก"]},
        {
            "title": "ที่มา",
            "contents": "ที่มาสั้น",
            "prose": [{"text": "ข", "clauses": ["ค", {"text": "ง", "bullets": ["{รายชื่อมิติ}"]}]}],
        },
        {"title": "เลข", "level": "2", "heading": "number", "prose": ["จ"]},
        {
            "title": "นำ",
            "level": "4",
            "heading": "run-in",
            "numbered": "false",
            "prose": [{"text": "ฉ", "table": table}],
        },
        {"title": "ว่าง", "level": "3"},
    ]
    own["body"] = [{"text": "ก", "clauses": ["ข"], "numbered": ["ค"], "bullets": ["ง"]}]
    book = tmp_path / "b.xlsx"
    book.write_bytes(workbook_of(SHIPPED.of(HR), own))
    given = read(book, SHIPPED)
    assert given.faults == ()
    assert given.values["chapters"] == own["chapters"]
    assert given.values["body"] == own["body"]


@pytest.mark.parametrize("paper", ["memo", "report"])
def test_without_wording_a_neutral_text_cites_nobody_and_is_remarked_on(plan_values, paper) -> None:
    plain = {
        name: value for name, value in plan_values.items() if name not in ("body", "chapters", "headings")
    }
    plain["memo"] = {name: value for name, value in plain["memo"].items() if name != "subject"}
    plain["report"] = {}
    plain["plan"] |= {"name": "แผนพัฒนาคน", "short": "แผนฯ"}
    for dimension in plain["plan"]["dimensions"]:
        dimension["name"] = "ด้านคน"
    assert not foreign(said(plain, paper))
    source = Source("a.yaml", plain)
    codes = [remark.code for remark in add_remarks(prepare_source(source, "a", SHIPPED), source).remarks]
    assert codes.count("neutral-wording") == 2


@pytest.mark.parametrize("scheme", [None, "none", "opdc-2562"])
@pytest.mark.parametrize("office", list(office_kinds()))
def test_the_start_of_every_kind_of_office_makes_its_papers(office, scheme) -> None:
    values = start_under(SHIPPED.of(HR), scheme, office) if scheme else start_values(SHIPPED.of(HR), office)
    prepared = prepare_source(Source("a.yaml", values), "a", SHIPPED)
    assert not [doubt for doubt in prepared.doubts if not doubt.accepted]
    for paper in ("memo", "report"):
        paragraphs = said(values, paper)
        assert not [text for text in paragraphs if "{" in text]
        assert bool(foreign(paragraphs)) == (office == "civil")


def test_law_is_cited_by_those_whom_it_binds() -> None:
    law = {
        office: "ส่วนท้องถิ่น พ.ศ. 2542" in "\n".join(said(start_values(SHIPPED.of(HR), office), "report"))
        for office in office_kinds()
    }
    assert law == {"civil": False, "local": True, "university": False, "hospital": False}


def test_a_plan_without_scales_weights_and_levels_is_told_without_scores() -> None:
    values = start_under(SHIPPED.of(HR), "none", "local")
    office_input = load(Source("a.yaml", values), SHIPPED)
    assert score_input(office_input) is None
    text = " ".join(said(values, "report"))
    # 50,000 + 240,000 + 80,000 given; 32,500 + 198,750 spent, of the third nothing yet: 62.50 per cent
    assert all(figure in text for figure in ("370,000", "231,250", "62.50"))
    assert "คะแนน" not in text


@pytest.mark.parametrize(("rounding", "total"), [({}, "4.2857"), ({"rounding": {"total": ["2"]}}, "4.29")])
def test_the_total_is_said_as_the_score_table_prints_it(own, rounding, total) -> None:
    """Three projects are not measured: levels 5 5 4 5 5 of 10 each and 3 of 20 are 300/70, 4.285714…"""
    own["schemes"] = [{"id": "own", "like": "five-levels", **rounding}]
    own["plan"]["scheme"] = "own"
    own["results"][0] = {"project": "1", "status": "in-progress"}
    own["results"][6] |= {"numerator": "7", "denominator": "7"}
    prose = ["ได้ {คะแนนรวม} จาก 5", "ได้ {total_score} จาก 5", "{ตารางสรุป}"]
    own["chapters"] = [{"title": "ผล", "prose": prose}]
    assert said(own, "report").count(f"ได้ {total} จาก 5") == 2

    office_input = load(Source("a.yaml", own), SHIPPED)
    card = score_input(office_input)
    (paper,) = [paper for paper in compose.papers_of(office_input) if paper.id == "report"]
    table = ElementTree.fromstring(compose.compose(paper, office_input, card, "arabic").encode())
    (whole,) = [row for row in table.iter("total") if "รวมทุก" in "".join(row.itertext())]
    assert total in ["".join(cell.itertext()).strip() for cell in whole.iter("cell")]
    names = present_names(office_input, card)
    assert {each.value for place in names for each in place.names if each.id == "total_score"} == {total}


def test_a_project_without_descriptions_of_levels_is_told_their_field(own) -> None:
    own["plan"]["dimensions"][0]["projects"][0]["levels"] = []
    with pytest.raises(InputError) as refused:
        prepare_source(Source("a.yaml", own), "a", SHIPPED)
    (fault,) = [each for each in refused.value.diagnostics if each.code == "levels-unfilled"]
    assert fault.message.th == "'1' ไม่มี คำอธิบายระดับ (levels) แต่แบบคะแนน 'five-levels' มี 5 ระดับ"
    assert fault.help.th == "ใส่ คำอธิบายระดับ (levels) ให้ครบ 5 ระดับ"


def test_one_weight_alone_makes_a_plan_scored_and_the_rest_of_it_lacking() -> None:
    values = start_under(SHIPPED.of(HR), "none", "local")
    values["plan"]["dimensions"][0]["projects"][0]["weight"] = "100"
    assert {code for code, _ in faults(values)} >= {"scale-or-parts", "weight-lacking"}


def test_what_one_project_tells_all_tell() -> None:
    values = start_under(SHIPPED.of(HR), "none", "local")
    del values["plan"]["dimensions"][0]["projects"][0]["indicator"]
    ((code, message),) = faults(values)
    assert code == "project-lacks"
    assert "career-path" in message


def test_figures_of_a_report_without_scores_contradict_nothing() -> None:
    values = start_under(SHIPPED.of(HR), "none", "local")
    values["results"][0]["steps"] = "6"  # of 5
    values["results"][1]["value"] = "3"  # beside 6 of 7
    assert sorted(code for code, _ in faults(values)) == ["too-many-steps", "two-figures"]


def test_former_data_get_the_sentences_that_templates_said_then(plan_values) -> None:
    former = {
        name: value for name, value in plan_values.items() if name not in ("body", "chapters", "headings")
    }
    assert is_former(former)
    assert not is_former(plan_values)
    worded = with_wording(former, "civil")
    assert worded["chapters"] == plan_values["chapters"]
    own = with_wording(former | {"chapters": [{"title": "ของเรา"}]}, "civil")
    assert own["chapters"] == [{"title": "ของเรา"}]


def test_every_kind_declares_its_names_in_both_languages() -> None:
    for kind in (HR, "agreement", "memo"):
        for name in names_of_kind(SHIPPED.of(kind)).names:
            assert name.thai, name.id
            assert name.about, name.id
            assert re.fullmatch(r"[a-z_]+", name.id)


def test_names_and_convert_are_told_of(tmp_path: Path, monkeypatch) -> None:
    run = CliRunner().invoke
    assert run(saraban, ["new", str(tmp_path / "a"), "--kind", HR, "--office", "ท้องถิ่น"]).exit_code == 0
    listed = run(saraban, ["names", str(tmp_path / "a")]).output
    assert "{ปีงบประมาณ} {ปี} {fiscal_year} = 2568" in listed
    assert "{ตารางสรุป} {summary_table}" in listed
    refused = run(saraban, ["new", str(tmp_path / "b"), "--kind", "memo", "--office", "local"])
    assert refused.exit_code != 0
    assert not (tmp_path / "b").exists()


def other_office(name: str) -> dict[str, Any]:
    return deepcopy(dict(read(Path(__file__).parents[2] / "input" / name, SHIPPED).values))


def test_a_ratio_prints_what_it_comes_to_as_its_result() -> None:
    values = other_office("municipality-2568")
    values["results"][0]["done"] = ["ร้อยละ {ผล} ({ตัวตั้ง} จาก {ตัวหาร})"]
    values["results"][0] |= {"numerator": "1050", "denominator": "1400"}
    assert "ร้อยละ 75 (1,050 จาก 1,400)" in "".join(said(values, "report"))  # 1050 / 1400


def test_marks_and_points_need_no_descriptions_of_levels() -> None:
    values = other_office("university-hospital-2568")
    assert not any("levels" in each for group in values["plan"]["dimensions"] for each in group["projects"])
    load(Source("a.yaml", values), SHIPPED)
    values["plan"]["dimensions"][0]["projects"][0]["levels"] = ["หนึ่ง", "สอง"]
    with pytest.raises(InputError, match="descriptions of levels"):
        load(Source("a.yaml", values), SHIPPED)


def test_charts_call_dimensions_what_the_office_calls_them() -> None:
    values = other_office("municipality-2568")
    assert values["charts"]
    assert "แผนภูมิคะแนนที่ได้ของแต่ละแนวทาง" in said(values, "report")
    assert not [line for line in said(values, "report") if "มิติ" in line]
