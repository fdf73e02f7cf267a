"""What papers print of the last round: beside each figure, in prose, and in charts."""

from __future__ import annotations

import copy
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from pipeline import kinds
from pipeline.compose.papers import Paper
from pipeline.diagnostics import InputError
from pipeline.intake import Source
from pipeline.kinds.starting import start_values
from pipeline.papers.build import build, markup_of, prepare, prepare_source
from pipeline.papers.options import RenderOptions
from pipeline.papers.prepared import Prepared
from pipeline.rounds.last_rounds import last_round_of
from pipeline.thai.digits import to_arabic

ROOT = Path(__file__).parents[2] / "input"
HR: Any = prepare(ROOT / "hr-scorecard-2563")
TOWN: Any = prepare(ROOT / "municipality-2568")
AGREEMENT: Any = prepare(ROOT / "agreement-2547")


def prepared(values: dict[str, Any]) -> Prepared:
    return prepare_source(Source("", values), "", kinds.SHIPPED)


def next_round(of: Prepared, **more: Any) -> dict[str, Any]:
    """The same data again, with themselves as their last round."""
    values: dict[str, Any] = copy.deepcopy(dict(of.values))
    return {**values, "last_round": last_round_of(of), "against_last": "true", **more}


def result(values: dict[str, Any], project: str) -> dict[str, Any]:
    return next(each for each in values["results"] if each["project"] == project)


def paper(of: Prepared, id: str) -> Paper:
    return next(each for each in kinds.kind_of(of.office_input).papers if each.id == id)


def printed(values: dict[str, Any], id: str) -> str:
    made = prepared(values)
    return markup_of(made, paper(made, id))


def row_of(markup: str, begins: str) -> list[str]:
    """The texts of the cells of the last row that has a cell which begins so."""
    rows = re.findall(r"<(?:row|total)>(.*?)</(?:row|total)>", markup, re.DOTALL)
    cells = ([re.sub(r"<[^>]*>", "", cell).strip() for cell in row.split("</cell>")[:-1]] for row in rows)
    return [row for row in cells if any(cell.startswith(begins) for cell in row)][-1]


def test_nothing_of_it_is_printed_unasked_or_without_a_last_round() -> None:
    without = {**copy.deepcopy(dict(HR.values)), "against_last": "true"}
    unasked = next_round(HR, against_last="false")
    for id in ("memo", "report"):
        usual = markup_of(HR, paper(HR, id))
        assert printed(without, id) == usual
        assert printed(unasked, id) == usual


def test_the_memo_prints_percentages_of_both_rounds() -> None:
    values = next_round(HR)
    result(values, "career-path")["steps"] = "4"  # 3 of 5 steps, then 4: 60 and 80 of 100
    row = row_of(printed(values, "memo"), "การจัดทำคู่มือเส้นทางความก้าวหน้า")
    assert row[-3:] == ["80%", "60%", "+20"]


def test_the_report_prints_scores_of_both_rounds_and_the_total() -> None:
    values = next_round(TOWN)
    # 70 of 80 is 87.5: between 75 (2) and 90 (3), so 2 + 12.5/15 = 2.83; it was 66 of 80, 82.5, 2.50
    result(values, "front-desk")["numerator"] = "70"
    markup = printed(values, "report")
    assert row_of(markup, "อบรมพนักงานหน้างาน")[-2:] == ["2.50", "+0.33"]
    # its share of the total is 25 of 100, as a third of full marks each: 25 * 0.33 / 3 = 2.75
    assert row_of(markup, "รวมทุก")[-2:] == ["70.83", "+2.75"]
    assert "รอบก่อน คือ วันที่ 1 ตุลาคม 2567 - 31 มีนาคม 2568" in markup


def test_what_came_and_what_went_is_said_so() -> None:
    values = next_round(TOWN)
    scores = values["last_round"]["scores"]
    scores[0]["id"], scores[0]["name"] = "closed", "โครงการที่ปิดแล้ว"
    markup = printed(values, "report")
    assert row_of(markup, "สรรหาพนักงานเทศบาล")[-2:] == ["-", "ใหม่"]
    assert row_of(markup, "โครงการที่ปิดแล้ว")[-2:] == ["2", "ยุติ"]


def test_scores_of_other_full_marks_or_another_scheme_are_not_subtracted() -> None:
    values = next_round(TOWN)
    last = values["last_round"]
    last["full"], last["scores"][0]["scheme"] = "5", "five-levels"
    markup = printed(values, "report")
    assert row_of(markup, "รวมทุก")[-1] == "เทียบไม่ได้"
    assert row_of(markup, "สรรหาพนักงานเทศบาล")[-1] == "เทียบไม่ได้"
    assert "คะแนนรวมรอบก่อนคิดจากคะแนนเต็ม 5 รอบนี้ 100 จึงไม่หาผลต่าง" in markup
    assert "รอบก่อนคิดจากแบบคะแนนอื่น จึงไม่หาผลต่าง" in markup


def test_a_changed_target_is_told_below_the_table() -> None:
    values = next_round(TOWN)
    values["plan"]["dimensions"][0]["projects"][0]["scale"]["thresholds"] = ["30", "50", "80"]
    assert "เกณฑ์หรือเป้าหมายต่างจากรอบก่อน: “สรรหาพนักงาน" in printed(values, "report")


def test_a_project_table_says_it_below_the_result() -> None:
    values = next_round(TOWN)
    result(values, "front-desk")["numerator"] = "70"
    assert "(คะแนน 2.83 รอบก่อน 2.5 เพิ่มขึ้น 0.33)" in printed(values, "memo")


def test_charts_print_the_last_round_where_no_score_of_it_was_typed() -> None:
    values = next_round(TOWN)
    dimensions = values["plan"]["dimensions"]
    del dimensions[1]["last_score"]
    markup = printed(values, "report")
    bars = re.findall(r'<bar label="แนวทางที่ (\d)[^>]*?last="([^"]*)"', markup)
    assert bars[:3] == [("1", "55"), ("2", "83.33"), ("3", "40")]  # the first and the third are typed
    assert 'label="รวมทุกแนวทาง" value="70.83" full="100" last="70.83"' in markup


def test_a_score_table_of_an_agreement_has_the_columns_too() -> None:
    values = next_round(AGREEMENT)
    markup = printed(values, "scores")
    total = row_of(markup, "คะแนนรวมทุกมิติ")
    score = f"{AGREEMENT.card.total.score.quantize(Decimal('0.0001')):f}"
    assert total[-2:] == [score, "0.0000"]


def test_prose_prints_the_last_round_and_the_change_in_words() -> None:
    values = next_round(TOWN)
    told = result(values, "front-desk")
    told["numerator"] = "70"
    told["memo"] = ["ได้ {ระดับ} {เพิ่มลด} จาก {คะแนนรอบก่อน}"]
    values["body"] = ["รวม {คะแนนรวมรอบก่อน} {เพิ่มลดคะแนนรวม} ด้านที่ 1 {เพิ่มลดมิติ_1}", "{ตารางผล}"]
    markup = printed(values, "memo")
    assert "รวม 70.83 เพิ่มขึ้น 2.75 ด้านที่ 1 คงเดิม" in markup
    assert "ได้ 2.83 เพิ่มขึ้น 0.33 จาก 2.5" in markup


def test_its_names_are_unknown_without_a_last_round() -> None:
    values = copy.deepcopy(dict(TOWN.values))
    values["body"] = ["รวม {คะแนนรวมรอบก่อน}"]
    with pytest.raises(InputError):
        prepared(values)


def test_a_copy_for_the_public_shows_no_score_of_the_last_round() -> None:
    first = prepared(start_values(kinds.SHIPPED.of("appraisal")))
    values = next_round(first)
    values["last_round"]["total"] = "61.23"
    made = prepared(values)
    appraisal = paper(made, "appraisal")
    assert "รอบก่อน 61.23" in markup_of(made, appraisal)
    public = markup_of(made, appraisal, RenderOptions(public=True))
    assert "61.23" not in public
    assert "เพิ่มขึ้น" not in public


@pytest.mark.parametrize("of", [HR, TOWN, AGREEMENT], ids=lambda of: of.office_input.office.name)
def test_no_figure_of_the_new_columns_is_broken_over_lines(of: Prepared) -> None:
    """With last scores of as many digits as there are: 4 places, and a sign."""
    values = next_round(of)
    last = values["last_round"]
    for each in (*last["scores"], *last["dimensions"]):
        if "score" in each:
            each["score"] = f"{Decimal(each['score']) + Decimal('0.1357'):.4f}"
    last["total"] = f"{Decimal(last['total']) + Decimal('0.1357'):.4f}"
    made = prepared(values)
    id = "report" if of is not AGREEMENT else "scores"
    differences = Counter(re.findall(r">([+-]\d+\.\d{2,})<", markup_of(made, paper(made, id))))
    assert differences
    pdf = pypdfium2.PdfDocument(build(made, paper(made, id), RenderOptions(formats=("pdf",))).files["pdf"])
    words = Counter(to_arabic(word) for page in pdf for word in page.get_textpage().get_text_range().split())
    assert differences - words == Counter()
