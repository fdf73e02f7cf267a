"""What people really type: understood where it is certain, asked about where it is not."""

import datetime
from decimal import Decimal

import pytest

from pipeline.diagnostics import InputError
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.loading import load
from pipeline.thai.dates import parse_date, two_digit_years


def faults(values):
    with pytest.raises(InputError) as refused:
        load(Source("input.yaml", values), SHIPPED)
    return refused.value.diagnostics


def only(values):
    (fault,) = faults(values)
    return fault


@pytest.mark.parametrize(
    "typed",
    [
        "๓๑ มี.ค. ๖๓",
        "31 มี.ค. พ.ศ. 63",
        "31 มีนาคม ค.ศ. 2020",
        "31 March 2020",
        "31 Mar. 2563",
        "31-3-2563",
        "31.3.2563",
        " ๓๑/๐๓/๒๕๖๓ ",
    ],
)
def test_a_date_is_understood_in_either_era_and_either_digits(typed):
    assert parse_date(typed) == datetime.date(2020, 3, 31)


@pytest.mark.parametrize(
    "typed", ["31 มีนาคม พ.ศ. 2020", "31 มีนาคม ค.ศ. 2563", "31/3-2563", "31 Maybe 2563", "31 Mar 63"]
)
def test_a_date_that_contradicts_itself_is_none(typed):
    assert parse_date(typed) is None


def test_a_year_of_two_digits_between_strokes_is_asked_about_with_both_readings(memo_values):
    assert parse_date("1/2/63") is None
    assert two_digit_years("๑/๒/๖๓") == (datetime.date(2020, 2, 1), datetime.date(1963, 2, 1))
    memo_values["memo"]["date"] = "1/2/63"
    fault = only(memo_values)
    assert fault.code == "which-century"
    assert "1 กุมภาพันธ์ 2563" in fault.help.th
    assert "1 กุมภาพันธ์ 2506" in fault.help.th


def test_a_day_that_no_year_has_is_no_question_of_the_century():
    assert two_digit_years("31/2/63") is None
    assert two_digit_years("1/2/2563") is None


@pytest.mark.parametrize("typed", ["2563", "๒๕๖๓", "พ.ศ. 2563", "พศ. ๒๕๖๓", "ค.ศ. 2020", "ค.ศ.๒๐๒๐"])
def test_a_year_is_understood_where_its_era_is_certain(plan_values, typed):
    plan_values["plan"]["first_year"] = typed
    assert load(Source("a", plan_values), SHIPPED).plan.first_year == 2563


@pytest.mark.parametrize(("typed", "meant"), [("2020", "2563"), ("63", "2563"), ("๖๓", "2563")])
def test_a_year_without_its_era_is_asked_about(plan_values, typed, meant):
    plan_values["plan"]["first_year"] = typed
    fault = only(plan_values)
    assert fault.code == "which-era"
    assert meant in fault.help.th


@pytest.mark.parametrize("typed", ["58", "58%", "๕๘ %", "ร้อยละ ๕๘", "58.0", "\u200b58\ufeff", " 58\u00a0"])
def test_a_percentage_is_understood_with_or_without_its_sign(agreement_values, typed):
    agreement_values["results"][1]["value"] = typed
    assert load(Source("a", agreement_values), SHIPPED).results[1].value == Decimal(58)


def test_weights_may_carry_a_percent_sign(agreement_values):
    agreement_values["agreement"]["dimensions"][0]["weight"] = "๗๐%"
    assert load(Source("a", agreement_values), SHIPPED).agreement.dimensions[0].weight == 70


def test_a_count_takes_no_percent_sign(plan_values):
    plan_values["results"][2] = {"project": "3", "numerator": "80%", "denominator": "100"}
    assert only(plan_values).code == "not-a-number"


def test_a_fraction_on_a_scale_of_per_cent_is_asked_about(plan_values):
    plan_values["results"][2] = {"project": "3", "value": "0.8"}
    fault = only(plan_values)
    assert fault.code == "fraction-or-percent"
    assert "80" in fault.help.th
    assert "0.8%" in fault.help.th


@pytest.mark.parametrize("typed", ["0.8%", "80", "80%"])
def test_the_answer_to_that_question_is_taken(plan_values, typed):
    plan_values["results"][2] = {"project": "3", "value": typed}
    assert load(Source("a", plan_values), SHIPPED).results[2].value == Decimal(typed.rstrip("%"))


def test_a_fraction_is_certain_where_a_hundred_times_as_much_would_make_no_sense(agreement_values):
    low = {"type": "linear", "thresholds": ["0.00", "1.25", "2.50", "3.75", "5.00"]}
    agreement_values["agreement"]["dimensions"][0]["groups"][0]["indicators"][1] |= {
        "scale": low,
        "unit": "ร้อยละ",
    }
    agreement_values["results"][1]["value"] = "0.8"
    assert load(Source("a", agreement_values), SHIPPED).results[1].value == Decimal("0.8")


def test_a_scale_of_fractions_is_asked_about(plan_values):
    project = plan_values["plan"]["dimensions"][1]["projects"][0]
    project["scale"]["thresholds"] = ["0.5", "0.6", "0.7", "0.8", "0.9"]
    plan_values["results"][2] = {"project": "3", "value": "80"}
    assert {fault.code for fault in faults(plan_values)} == {"fraction-or-percent"}


def test_a_percentage_of_what_is_counted_is_refused(plan_values):
    project = plan_values["plan"]["dimensions"][0]["projects"][0]
    project["scale"] = {"type": "count"}
    plan_values["results"][0] = {"project": "1", "value": "80%"}
    assert "percent-of-count" in {fault.code for fault in faults(plan_values)}


def test_weights_typed_as_fractions_are_told_as_such(plan_values):
    for dimension in plan_values["plan"]["dimensions"]:
        for project in dimension["projects"]:
            project["weight"] = str(Decimal(project["weight"]) / 100)
    fault = only(plan_values)
    assert fault.code == "weight-sum"
    assert "17.5%" in fault.help.th


@pytest.fixture
def high_scale(plan_values):
    """A plan whose third project has a scale of 80 to 100 per cent."""
    plan_values["plan"]["dimensions"][1]["projects"][0]["scale"]["thresholds"] = [
        "80",
        "85",
        "90",
        "95",
        "100",
    ]
    return plan_values


@pytest.mark.parametrize("typed", ["0.5", "1"])
def test_a_fraction_is_asked_about_even_where_neither_reading_reaches_the_scale(high_scale, typed):
    high_scale["results"][2] = {"project": "3", "value": typed}
    assert only(high_scale).code == "fraction-or-percent"


@pytest.mark.parametrize(
    ("typed", "meant"), [("0.5%", "0.5"), ("ร้อยละ 0.5", "0.5"), ("1 เปอร์เซ็นต์", "1"), ("1％", "1"), ("2", "2")]
)
def test_a_small_percentage_that_says_it_is_one_is_certain(high_scale, typed, meant):
    high_scale["results"][2] = {"project": "3", "value": typed}
    assert load(Source("a", high_scale), SHIPPED).results[2].value == Decimal(meant)


def test_what_a_cell_set_to_per_cent_after_typing_shows_is_asked_about(plan_values):
    plan_values["results"][2] = {"project": "3", "value": "9600%"}
    fault = only(plan_values)
    assert fault.code == "hundredfold"
    assert "96" in fault.help.th


@pytest.mark.parametrize("typed", ["31 มี.ค. 20", "๓๑ มีนาคม ๒๐"])
def test_a_year_of_two_digits_that_may_be_of_either_era_is_asked_about(memo_values, typed):
    memo_values["memo"]["date"] = typed
    fault = only(memo_values)
    assert fault.code == "which-century"
    assert "31 มีนาคม 2520" in fault.help.th
    assert "31 มีนาคม 2563" in fault.help.th


def test_a_year_of_two_digits_with_its_era_is_certain():
    assert parse_date("31 มี.ค. พ.ศ. 20") == datetime.date(1977, 3, 31)
    assert parse_date("31 มี.ค. ค.ศ. 20") is None


@pytest.mark.parametrize("typed", ["วันอังคารที่ 31 มีนาคม 2563", "อังคาร ๓๑ มี.ค. ๖๓", "31\u200b มีนาคม 2563\ufeff"])
def test_a_date_is_understood_with_its_own_weekday_and_with_marks_of_no_width(typed):
    assert parse_date(typed) == datetime.date(2020, 3, 31)


def test_a_date_with_another_days_weekday_is_refused(memo_values):
    memo_values["memo"]["date"] = "วันจันทร์ที่ 31 มีนาคม 2563"
    assert only(memo_values).code == "not-a-date"


@pytest.mark.parametrize("typed", ["๓", "3.", " ๓. ", "3\u200b"])
def test_an_entry_is_found_by_its_number_in_either_digits_and_with_a_stop(plan_values, typed):
    plan_values["results"][2]["project"] = typed
    assert load(Source("a", plan_values), SHIPPED).results[2].project == "3"


def test_an_entry_may_be_numbered_in_thai_digits(agreement_values):
    indicators = agreement_values["agreement"]["dimensions"][0]["groups"][0]["indicators"]
    indicators[0]["id"] = "๑."
    assert (
        load(Source("a", agreement_values), SHIPPED).agreement.dimensions[0].groups[0].indicators[0].id == "1"
    )
