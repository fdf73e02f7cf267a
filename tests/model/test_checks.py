"""What is valid value by value and still contradicts itself is refused, with the numbers and the place."""

import pytest

from pipeline.diagnostics import InputError, Location
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.loading import load


def refused(values, at=None):
    with pytest.raises(InputError) as error:
        load(Source("input.yaml", values, {at: Location("input.yaml", 7, 3)} if at else {}), SHIPPED)
    return error.value.diagnostics


def only(values, at=None):
    (fault,) = refused(values, at)
    if at:
        assert fault.location.line == 7
    return fault


def project(values, dimension, number):
    return values["plan"]["dimensions"][dimension]["projects"][number]


def result(values, number, **figures):
    """Gives the result `number` other figures."""
    key = "project" if "project" in values["results"][number] else "indicator"
    values["results"][number] = {key: values["results"][number][key], **figures}


@pytest.mark.parametrize(
    ("weight", "said"), [("5", "รวม 95 ไม่ใช่ 100 ขาด 5"), ("12.5", "รวม 102.5 ไม่ใช่ 100 เกิน 2.5")]
)
def test_project_weights_sum_to_100(plan_values, weight, said):
    project(plan_values, 0, 0)["weight"] = weight
    fault = only(plan_values, ("plan", "dimensions"))
    assert fault.code == "weight-sum"
    assert said in fault.message.th


def test_weights_of_an_agreement_sum_at_every_level(agreement_values):
    first = agreement_values["agreement"]["dimensions"][0]
    first["groups"][0]["indicators"][0]["weight"] = "50"
    first["weight"] = "80"
    agreement_values["agreement"]["dimensions"][1]["groups"][0]["indicators"][0]["parts"][0]["weight"] = "0.2"
    said = [fault.message.th for fault in refused(agreement_values)]
    assert len(said) == 3
    for expected in ("รวม 0.95 ไม่ใช่ 1", "รวม 67.5 ไม่ใช่ 70", "เป็น 80 แต่"):
        assert any(expected in what for what in said)


def test_an_indicator_has_a_scale_or_parts_and_never_both_or_neither(agreement_values):
    first, second = agreement_values["agreement"]["dimensions"]
    del first["groups"][0]["indicators"][0]["scale"]
    agreement_values["results"] = []
    second["groups"][0]["indicators"][0]["scale"] = {"type": "milestone"}
    assert [fault.code for fault in refused(agreement_values)] == ["scale-or-parts", "scale-or-parts"]


def test_a_result_of_an_unknown_project_names_the_nearest(plan_values):
    project(plan_values, 0, 0)["id"] = "career-path"
    plan_values["results"][0]["project"] = "carer-path"
    fault = only(plan_values, ("results", 0, "project"))
    assert fault.code == "unknown-name"
    assert "'career-path'" in fault.help.th


def test_a_result_of_an_unknown_indicator_or_part_is_refused(agreement_values):
    agreement_values["results"][2]["indicator"] = "3.9"
    assert only(agreement_values, ("results", 2, "indicator")).code == "unknown-name"


def test_two_results_of_one_project_are_refused_at_the_second(plan_values):
    plan_values["results"].append({"project": "1", "steps": "4"})
    assert only(plan_values, ("results", 9, "project")).code == "duplicate"


def test_a_unit_must_be_known(plan_values):
    project(plan_values, 0, 1)["unit"] = "hrm"
    fault = only(plan_values, ("plan", "dimensions", 0, "projects", 1, "unit"))
    assert "หมายถึง 'hr' หรือไม่" in fault.help.th


@pytest.mark.parametrize("place", ["units", "dimension"])
def test_an_id_or_number_stands_once(plan_values, place):
    if place == "units":
        plan_values["units"].append({"id": "hr", "name": "อีกกอง"})
    else:
        plan_values["plan"]["dimensions"][1]["number"] = "1"
    assert only(plan_values).code == "duplicate"


def test_a_part_does_not_take_an_indicators_number(agreement_values):
    composite = agreement_values["agreement"]["dimensions"][1]["groups"][0]["indicators"][0]
    composite["parts"][0]["id"] = "1"
    del agreement_values["results"][2]
    assert only(agreement_values).code == "duplicate"


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [("1 เมษายน 2563", "31 มีนาคม 2563", "period-order"), ("1 กันยายน 2562", "31 ตุลาคม 2562", "period-year")],
)
def test_a_period_runs_forward_inside_one_fiscal_year(plan_values, start, end, code):
    plan_values["period"] = {"start": start, "end": end}
    assert only(plan_values).code == code


def test_a_plan_does_not_end_before_it_begins(plan_values):
    plan_values["plan"]["first_year"] = "2565"
    assert only(plan_values, ("plan", "first_year")).code == "years-order"


@pytest.mark.parametrize(
    ("number", "figures", "code"),
    [
        (2, {"steps": "3"}, "unfit-result"),
        (0, {"value": "2.5"}, "unfit-result"),
        (0, {"value": "-1"}, "negative-count"),
        (0, {"numerator": "3", "denominator": "5"}, "unfit-result"),
        (0, {"steps": "6"}, "too-many-steps"),
        (2, {"numerator": "23"}, "half-ratio"),
        (2, {"denominator": "23"}, "half-ratio"),
        (2, {"value": "90", "numerator": "9", "denominator": "10"}, "two-figures"),
        (2, {}, "no-figure"),
        (3, {"status": "in-progress", "steps": "1"}, "figure-with-status"),
    ],
)
def test_a_result_that_does_not_fit_its_scale_is_refused(plan_values, number, figures, code):
    result(plan_values, number, **figures)
    assert only(plan_values, ("results", number)).code == code


@pytest.mark.parametrize(
    ("number", "figures"), [(0, {"value": "3"}), (0, {"steps": "0"}), (2, {"value": "114.3"})]
)
def test_a_result_that_fits_its_scale_is_taken(plan_values, number, figures):
    result(plan_values, number, **figures)
    assert load(Source("input.yaml", plan_values), SHIPPED)


def test_more_than_the_whole_is_taken(plan_values):
    result(plan_values, 2, numerator="7", denominator="6")
    assert load(Source("input.yaml", plan_values), SHIPPED)


def test_a_milestone_has_no_ratio_for_its_achievement(plan_values):
    project(plan_values, 0, 0)["achievement"] = "ratio"
    assert only(plan_values).code == "achievement-scale"


def test_a_composite_takes_no_figure_of_its_own(agreement_values):
    agreement_values["results"].append({"indicator": "3", "value": "4"})
    assert "3.1, 3.2" in only(agreement_values, ("results", 4)).help.th


def test_a_composite_is_not_cancelled_while_its_parts_have_results(agreement_values):
    agreement_values["results"].append({"indicator": "3", "status": "cancelled"})
    assert only(agreement_values, ("results", 4)).code == "composite-result"


def test_a_baseline_is_of_a_year_that_is_printed(agreement_values):
    agreement_values["agreement"]["baseline_years"] = ["2545", "2546"]
    first = agreement_values["agreement"]["dimensions"][0]["groups"][0]["indicators"][0]
    first["baselines"] = [{"year": "2545", "value": "61"}, {"year": "2544", "value": "60"}]
    fault = only(agreement_values)
    assert fault.code == "unknown-name"
    assert "'2544'" in fault.message.th


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"a": "1", "b": {"sum": ["a", "c"]}}, "unknown-name"),
        ({"a": {"sum": ["b"]}, "b": {"sum": ["a"]}}, "fact-circle"),
        ({"a": {"percent": ["a", "b"]}, "b": "1"}, "fact-circle"),
        ({"a": "1", "b": {"percent": ["a"]}}, "fact-form"),
        ({"a": {"value": "1", "sum": ["a"]}}, "fact-form"),
        ({"a": {}}, "fact-form"),
        ({"a": "1", "zero": "0", "b": {"percent": ["a", "zero"]}}, "fact-of-zero"),
    ],
)
def test_facts_that_cannot_be_worked_out_are_refused(plan_values, facts, code):
    plan_values["results"][0]["facts"] = facts
    assert only(plan_values).code == code


@pytest.mark.parametrize(
    ("number", "figures", "at"),
    [
        (0, {"steps": "-1"}, "steps"),
        (0, {"value": "-๒"}, "value"),
        (2, {"numerator": "-3", "denominator": "23"}, "numerator"),
        (2, {"numerator": "3", "denominator": "-23"}, "denominator"),
    ],
)
def test_a_negative_count_of_a_result_is_refused_at_its_own_value(plan_values, number, figures, at):
    result(plan_values, number, **figures)
    only(plan_values, ("results", number, at))


def test_a_negative_fact_is_refused_at_its_own_value(plan_values):
    result(plan_values, 0, steps="3", facts={"men": "40", "women": "-4"})
    fault = only(plan_values, ("results", 0, "facts", "women"))
    assert "'-4'" in fault.message.th


@pytest.mark.parametrize("unit", ["คน", "ครั้ง", " ราย "])
def test_what_is_told_in_things_is_not_negative(agreement_values, unit):
    first = agreement_values["agreement"]["dimensions"][0]["groups"][0]["indicators"][0]
    scale = {"type": "linear", "thresholds": ["-1", "0", "10", "20", "30"]}
    first |= {"unit": unit, "scale": scale, "baselines": [{"year": "2545", "value": "-2"}]}
    result(agreement_values, 0, value="-5")
    assert first["id"] == agreement_values["results"][0]["indicator"]
    codes = [fault.code for fault in refused(agreement_values)]
    assert codes.count("negative-count") == 3


def test_a_change_may_be_negative(agreement_values):
    first = agreement_values["agreement"]["dimensions"][0]["groups"][0]["indicators"][0]
    first |= {"unit": "ร้อยละ", "scale": {"type": "step", "thresholds": ["-5", "-3", "-1", "1", "3"]}}
    result(agreement_values, 0, numerator="-4", denominator="100")
    load(Source("input.yaml", agreement_values), SHIPPED)


def test_what_is_left_is_not_printed_as_a_negative_count(plan_values):
    third = project(plan_values, 1, 0)
    third["scale"] = {"type": "step", "thresholds": ["60", "80", "100", "120", "140"]}
    result(plan_values, 2, numerator="25", denominator="23", done=["เหลือ {remaining} ราย"])
    fault = only(plan_values, ("results", 2, "numerator"))
    assert fault.code == "negative-count"
    plan_values["results"][2]["done"] = ["ทำได้ {numerator} ราย จากแผน {denominator} ราย"]
    load(Source("input.yaml", plan_values), SHIPPED)
