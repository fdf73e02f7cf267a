"""Kinds of kind.yaml that are scored: the appraisal of a person, and the report under the frame of ก.พ.ร.

The figures are those of the worked examples of the forms, reckoned by hand beside each.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipeline.intake import Source
from pipeline.kinds import Kinds
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import check_input, load
from pipeline.kinds.starting import start_values, takes_schemes
from pipeline.kinds.writing import full_workbook_of, workbook_of
from pipeline.scoring.cards import ScoreCard

KNOWN = Kinds()


def example(kind: str) -> dict[str, Any]:
    return copy.deepcopy(start_values(KNOWN.of(kind)))


def scored(values: dict[str, Any]) -> ScoreCard:
    record = load(Source("input", values), KNOWN)
    card = KNOWN.of(values["kind"]).score(record)
    assert card is not None
    return card


def faults(values: dict[str, Any]) -> list[tuple[str, str]]:
    """The code of each fault, with its words."""
    return [(each.code, each.message.th) for each in check_input(Source("input", values), KNOWN).faults]


def asked(values: dict[str, Any]) -> list[str]:
    record = load(Source("input", values), KNOWN)
    return [words.th for _, words in record.asked()]


def test_the_example_of_an_appraisal_scores_as_by_hand():
    """Work: 4 x 30 + 5 x 30 + 3 x 20 + 4 x 20 = 410, / 100 / 5 = 0.82, x 70 = 57.40. Competencies: 14 x
    (4 + 4 + 5 + 4 + 3) + 10 x (4 + 3 + 4) = 390, / 100 / 5 = 0.78, x 30 = 23.40. Together 80.80.
    """
    card = scored(example("appraisal"))
    assert [each.score for each in card.dimensions] == [82, 78]
    assert [each.share_weighted for each in card.dimensions] == [Decimal("57.40"), Decimal("23.40")]
    assert (card.total.score, card.grade) == (Decimal("80.80"), "ดีมาก")


def competencies(scheme: str, levels: list[tuple[int, int]], **weight: str) -> ScoreCard:
    """The appraisal with competencies of these expected and shown levels."""
    values = example("appraisal")
    values["competency_scheme"] = scheme
    values["competencies"] = [
        {"name": f"สมรรถนะ {n}", "expected": str(expected), "value": str(shown), **weight}
        for n, (expected, shown) in enumerate(levels, 1)
    ]
    return scored(values)


def test_levels_against_the_expected_score_3_2_1_and_0():
    """Expected 3, shown 3 3 2 3 1: 3 + 3 + 2 + 3 + 1 = 12 of 15 = 0.80, x 30 = 24.00."""
    card = competencies("appraisal-competency-share", [(3, 3), (3, 3), (3, 2), (3, 3), (3, 1)])
    assert [each.counted for each in card.dimensions[1].indicators] == [3, 3, 2, 3, 1]
    assert card.dimensions[1].share_weighted == Decimal("24.00")
    below = competencies("appraisal-competency-share", [(5, 2), (1, 1)])
    assert [each.counted for each in below.dimensions[1].indicators] == [0, 3]


def test_the_sum_of_levels_against_the_sum_of_the_expected_counts_no_more_than_expected():
    """Expected 2 2 4, shown 3 1 4: 2 + 1 + 4 = 7 of 8 = 0.875, in steps 0.88."""
    card = competencies("appraisal-competency-sum", [(2, 3), (2, 1), (4, 4)])
    assert card.dimensions[1].score == 88


def test_a_share_is_rounded_to_three_and_then_to_two_places_before_it_is_weighed():
    """4.22 of 5 is 0.844 and so 0.84; 4.23 of 5 is 0.846 and so 0.85. The level itself has two decimals."""
    values = example("appraisal")
    linear = {"type": "linear", "thresholds": ["1", "2", "3", "4", "5"]}
    values["work"] = [{"name": "ก", "weight": "100", "scale": linear, "value": "4.223"}]
    card = scored(values)
    assert card.dimensions[0].indicators[0].counted == Decimal("4.22")
    assert card.dimensions[0].score == 84  # 4.22 / 5 = 0.844 -> 0.84
    values["work"][0]["value"] = "4.2251"  # 4.23 / 5 = 0.846 -> 0.85
    assert scored(values).dimensions[0].score == 85


def test_a_part_that_nobody_scores_is_none_and_another_part_counts():
    values = example("appraisal")
    values |= {"work_share": "60", "competency_share": "30", "other_share": "10"}
    values["others"] = [{"name": "การมาปฏิบัติราชการ", "weight": "100", "value": "95"}]
    card = scored(values)
    assert card.total.score == Decimal("82.10")  # 0.82 x 60 + 0.78 x 30 + 0.95 x 10 = 49.20 + 23.40 + 9.50


def test_rows_are_numbered_in_their_part():
    card = scored(example("appraisal"))
    assert [each.id for each in card.indicators][:2] == ["1.1", "1.2"]
    assert card.indicators[4].id == "2.1"


def test_without_results_nothing_is_scored_and_only_the_agreement_is_made():
    values = example("appraisal")
    for row in (*values["work"], *values["competencies"]):
        for name in ("value", "steps", "numerator", "denominator"):
            row.pop(name, None)
    values.pop("assessed")
    record = load(Source("input", values), KNOWN)
    kind = KNOWN.of("appraisal")
    card = kind.score(record)
    assert card is not None
    assert (card.total.score, card.grade) == (None, "")
    assert [paper.id for paper in kind.papers_made(record)] == ["agreement"]


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda v: v["work"][3].update(weight="25"), "น้ำหนักของตัวชี้วัดใน 'ผลสัมฤทธิ์ของงาน'"),
        (lambda v: v["competencies"][0].update(weight="15"), "น้ำหนักของตัวชี้วัดใน 'พฤติกรรม"),
        (lambda v: v.update(work_share="80"), "น้ำหนักขององค์ประกอบ"),
        (lambda v: v["superior"].update(date="1 เมษายน 2569"), "ลงนามก่อนผู้ประเมิน"),
        (lambda v: v.update(round="รอบที่ 2"), "คือรอบที่ 1 แต่ใส่ รอบที่ 2"),
        (lambda v: v.update(agreed="30 กันยายน 2568"), "อยู่ก่อนวันเริ่มรอบ"),
        (lambda v: v.update(noticed="1 เมษายน 2569"), "อยู่ก่อนวันที่ประเมิน"),
        (lambda v: v["assessor"].update(person=dict(v["person"])), "คนเดียวกับผู้รับการประเมิน"),
        (
            lambda v: v["superior"].update(person=dict(v["assessor"]["person"])),
            "ต้องไม่ใช่ผู้รับการประเมินหรือผู้ประเมิน",
        ),
        (lambda v: v.update(acknowledged="ไม่ลงนามรับทราบ"), "ต้องมีพยาน"),
        (lambda v: v["competencies"][0].update(value="6"), "ต้องเป็นระดับ 0 ถึง 5"),
        (lambda v: v["work"][0].update(steps="3"), "1.1"),
        (lambda v: v.update(work_scheme="appraisal-wrok"), "appraisal-wrok"),
        (lambda v: v["work"][0]["scale"].update(thresholds=["75", "80", "85"]), "1.1"),
    ],
)
def test_what_an_appraisal_contradicts_is_told(change: Change, words: str):
    values = example("appraisal")
    assert faults(values) == []
    change(values)
    told = faults(values)
    assert len(told) == 1
    assert words in told[0][1]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda v: v["competencies"][0].update(expected="3"), "ไม่ใช่ของระดับชำนาญการ"),
        (lambda v: v["work"][0].pop("value"), "ยังไม่มีผล"),
        (lambda v: v.update(assessed="30 มีนาคม 2569"), "ประเมินก่อนสิ้นรอบ"),
        (lambda v: v["work"].append({**v["work"][0], "weight": "0"}), "ชื่อเดียวกันสองแถว"),
    ],
)
def test_what_is_most_likely_a_slip_is_asked(change: Change, words: str):
    values = example("appraisal")
    assert asked(values) == []
    change(values)
    assert any(words in each for each in asked(values))


def report(**changes: Any) -> dict[str, Any]:
    values = example("opdc-report")
    indicators = {each["id"]: each for each in values["indicators"]}
    for id, change in changes.items():
        indicators[id.replace("_", ".")].update(change)
    return values


def test_the_example_of_a_report_scores_as_by_hand():
    """75 between 70 and 80: 87.5. 27 days between 30 and 25: 50 + 25 x 3 / 5 = 65. 438.5: 75 + 25 x 13.5 / 25
    = 88.5. Weight x score / 100: 21.875 + 25 + 13 = 59.875, 16.48 + 8.85 = 25.33, together 85.205.
    """
    card = scored(report())
    assert [each.score for each in card.indicators] == list(
        map(Decimal, ("87.5", "100", "65", "82.4", "88.5"))
    )
    assert [round(each.share_weighted or 0, 4) for each in card.dimensions] == [
        Decimal("59.8750"),
        Decimal("25.3300"),
    ]
    assert (card.total.score, card.grade) == (Decimal("85.2050"), "ระดับมาตรฐานขั้นสูง")


def test_short_of_the_first_target_is_nothing():
    """59 of 60: 0 instead of 21.875, so 85.205 - 21.875 = 63.33."""
    card = scored(report(**{"1_1": {"value": "59"}}))
    assert (card.total.score, card.grade) == (Decimal("63.3300"), "ระดับมาตรฐานขั้นต้น")


def test_the_weight_of_a_cancelled_indicator_goes_to_the_others_of_its_component():
    """1.3 has weight 20: 1.1 and 1.2 get 10 each. 35 x 0.875 + 35 + 25.33 = 30.625 + 35 + 25.33 = 90.955."""
    values = report(**{"1_3": {"status": "cancelled"}})
    del next(each for each in values["indicators"] if each["id"] == "1.3")["value"]
    card = scored(values)
    assert (card.total.score, card.grade) == (Decimal("90.9550"), "ระดับคุณภาพ")
    assert any("ไม่มีเหตุผลในการปรับเปลี่ยน" in each for each in asked(values))


def test_the_scheme_of_another_year_is_refused():
    values = report()
    values["scheme"] = "opdc-2568"
    assert [words for _, words in faults(values)] == ["แบบคะแนน opdc-2568 ใช้กับปีงบประมาณ พ.ศ. 2568"]


def test_the_same_results_by_the_bands_of_the_next_year():
    """2568 calls 60 to 89.99 ระดับดี; its 30 are 10, 10 and 10, which 20 and 10 are asked about."""
    values = report()
    values |= {"scheme": "opdc-2568", "period": {"start": "1 เมษายน 2568", "end": "30 กันยายน 2568"}}
    values.pop("reported")
    assert scored(values).grade == "ระดับดี"
    assert any("10 10 และ 10" in each for each in asked(values))


def test_the_weights_of_a_component_are_its_own():
    values = report(**{"2_1": {"weight": "15"}})
    (told,) = faults(values)
    assert told[0] == "weight-sum"
    assert "ศักยภาพในการดำเนินงาน" in told[1]


@pytest.mark.parametrize("kind", ["appraisal", "opdc-report"])
@pytest.mark.parametrize("written", [workbook_of, full_workbook_of])
def test_a_workbook_holds_all_of_an_input(kind: str, written: Callable[..., bytes], tmp_path: Path):
    values = example(kind)
    path = tmp_path / "book.xlsx"
    path.write_bytes(written(KNOWN.of(kind), values))
    assert as_record(read(path, KNOWN)) == as_record(Source("input", values))


def as_record(source: Source) -> Any:
    return load(source, KNOWN).model_dump()


def test_an_office_scores_by_a_scheme_of_its_own(tmp_path: Path):
    """Bands of 95, 85, 75 and 65: 80.80 is ดี there."""
    (tmp_path / "schemes").mkdir()
    bands = "[{at_least: 95, name: ดีเด่น}, {at_least: 85, name: ดีมาก}, {at_least: 75, name: ดี}, {name: พอใช้}]"
    (tmp_path / "schemes" / "พนักงานราชการ.yaml").write_text(
        f"title: พนักงานราชการ\nlike: appraisal\nbands: {bands}\n", encoding="utf-8"
    )
    start = KNOWN.of("appraisal").start / "appraisal.yaml"
    text = start.read_text(encoding="utf-8") + "\nscheme: พนักงานราชการ\n"
    (tmp_path / "appraisal.yaml").write_text(text, encoding="utf-8")
    record = load(read(tmp_path / "appraisal.yaml", KNOWN), KNOWN)
    card = KNOWN.of("appraisal").score(record)
    assert card is not None
    assert card.grade == "ดี"


def test_an_example_is_not_refitted_to_another_scheme_where_the_data_name_it():
    assert [takes_schemes(KNOWN.of(kind)) for kind in ("agreement", "hr-scorecard")] == [True, True]
    assert [takes_schemes(KNOWN.of(kind)) for kind in ("appraisal", "opdc-report", "memo")] == [False] * 3


@pytest.mark.parametrize("kind", ["appraisal", "opdc-report"])
def test_the_form_asks_for_each_value_once(kind: str):
    (form,) = [sheet for sheet in KNOWN.of(kind).layout.sheets if sheet.sheet == "ข้อมูลทั่วไป"]
    paths = [(*section.at, *column.path) for section in form.sections for column in section.columns]
    assert len(paths) == len(set(paths))
