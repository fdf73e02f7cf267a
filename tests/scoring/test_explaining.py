"""How a score came about is said in sentences that anyone can reckon again."""

import json

from click.testing import CliRunner

from pipeline.cli.main import saraban
from pipeline.intake.yaml_writer import write_yaml
from pipeline.scoring.explaining import explain_indicator, explain_total
from tests.scoring.agreements import card, dimension, indicator, lone, values

LINEAR = {"type": "linear", "thresholds": ["60", "65", "70", "75", "80"]}


def said(made, id="1"):
    return [line.th for line in explain_indicator(made.indicator(id), made.rules)]


def test_an_interpolated_ratio_is_said_from_its_figures_to_its_weighted_score():
    made = lone(
        {"type": "linear", "thresholds": [50, 60, 70, 80, 90]}, {"numerator": "6", "denominator": "7"}
    )
    assert said(made) == [
        "ผล: 6 ÷ 7 × 100 = 85.71 (ปัดเป็นทศนิยม 2 ตำแหน่ง)",
        "เทียบบัญญัติไตรยางศ์ระหว่าง 80 (4 คะแนน) กับ 90 (5 คะแนน): 4 + (85.71 − 80) × (5 − 4) ÷ (90 − 80) = 4.571",
        "คะแนนถ่วงน้ำหนัก: 100 × 4.571 ÷ 100 = 4.5710",
    ]


def test_a_figure_on_a_threshold_or_beyond_the_last_reaches_it():
    assert "ถึงเกณฑ์ 65: ได้ 2 คะแนน" in said(lone(LINEAR, {"value": "65"}))
    assert "ถึงเกณฑ์ 80 ซึ่งเป็นระดับสูงสุด: ได้ 5 คะแนน" in said(lone(LINEAR, {"value": "93"}))


def test_what_was_given_and_taken_is_said_with_its_reason():
    gates = [{"indicator": "1", "condition": "ส่งครบ", "ceiling": "3", "met": False}]
    adjustments = [{"indicator": "1", "amount": "-0.2", "reason": "ส่งช้า"}]
    made = lone(LINEAR, {"value": "72", "score": "4.2"}, gates=gates, adjustments=adjustments)
    assert said(made)[2:] == [
        "ใช้คะแนนที่ผู้ประเมินให้ 4.2 แทนคะแนนตามเกณฑ์ 3.4",
        "หัก 0.2 คะแนน: ส่งช้า",
        "ไม่เป็นไปตามเงื่อนไข 'ส่งครบ': ไม่เกิน 3 คะแนน",
        "คะแนนที่ใช้: 3",
        "คะแนนถ่วงน้ำหนัก: 100 × 3 ÷ 100 = 3.0000",
    ]


def test_below_the_first_level_and_no_result_say_what_they_count_as():
    assert "30 ยังไม่ถึงระดับแรก (60): ได้ 0 คะแนน" in said(lone({**LINEAR, "below": "zero"}, {"value": "30"}))
    made = lone({"type": "milestone"}, {"status": "not-reported"}, unmeasured="floor")
    assert said(made)[0] == "ไม่มีผล: คิดเป็นคะแนนของระดับแรก"


def test_the_total_says_its_weights_and_its_grade():
    scheme = {"id": "own", "like": "five-levels", "bands": [{"at_least": 3, "name": "ดี"}, {"name": "พอใช้"}]}
    made = lone(LINEAR, {"value": "72"}, "own", schemes=[scheme])
    assert [line.th for line in explain_total(made)] == [
        "ผลรวมคะแนนถ่วงน้ำหนัก 3.4 × 100 ÷ น้ำหนักที่นำมาคิด 100 = 3.4000 (เต็ม 5)",
        "ระดับผล: ดี",
    ]


def run(tmp_path, *arguments):
    tracks = [{"id": "self", "name": "ประเมินตนเอง"}, {"id": "board", "name": "คณะกรรมการ"}]
    results = [
        {"indicator": "1", "track": "self", "value": "72"},
        {"indicator": "1", "track": "board", "value": "70"},
    ]
    made = values([dimension(1, indicator("1", LINEAR))], results, tracks=tracks)
    (tmp_path / "a.yaml").write_text(write_yaml(made), "utf-8")
    return CliRunner().invoke(saraban, ["--lang", "th", "score", str(tmp_path / "a.yaml"), *arguments])


def test_the_command_explains_each_judge(tmp_path):
    told = run(tmp_path, "--explain", "1").output
    assert told.index("[ประเมินตนเอง]") < told.index("3 + (72 − 70)") < told.index("[คณะกรรมการ]")
    refused = run(tmp_path, "--explain", "7")
    assert refused.exit_code == 2
    assert "'7'" in refused.output


def test_json_holds_the_tree_with_the_points_that_were_used(tmp_path):
    told = json.loads(run(tmp_path, "--json").output)
    one = told["tracks"][0]["tree"]["members"][0]["members"][0]["members"][0]
    assert one["origin"]["points"] == [{"figure": "70", "score": "3"}, {"figure": "75", "score": "4"}]
    assert (one["score"], told["decided_by"], told["total"]["score"]) == ("3.4", "board", "3.0000")


def test_a_dimension_is_explained_by_its_members():
    made = card(
        [dimension(1, indicator("1", LINEAR, weight="40"), indicator("2", LINEAR, weight="60"))],
        [{"indicator": "1", "value": "65"}, {"indicator": "2", "value": "75"}],
    )
    assert [line.th for line in explain_total(made)] == [
        "ผลรวมคะแนนถ่วงน้ำหนัก 3.2 × 100 ÷ น้ำหนักที่นำมาคิด 100 = 3.2000 (เต็ม 5)"  # 0.8 + 2.4
    ]


def test_a_total_that_was_changed_says_what_it_was_before():
    made = lone(LINEAR, {"value": "72"}, adjustments=[{"amount": "-0.5", "reason": "ส่งช้า"}])
    assert [line.th for line in explain_total(made)] == [
        "ผลรวมคะแนนถ่วงน้ำหนัก 3.4 × 100 ÷ น้ำหนักที่นำมาคิด 100 = 3.4000 (เต็ม 5)",
        "หัก 0.5 คะแนน: ส่งช้า",
        "คะแนนที่ใช้: 2.9",
    ]
