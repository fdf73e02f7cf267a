"""Every slip in the data is refused at once, each with its place, the reason and the remedy."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pipeline import intake, kinds
from pipeline.diagnostics import InputError, Location
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.agreement.record import AgreementInput
from pipeline.kinds.hr_scorecard.record import HrScorecardInput
from pipeline.kinds.loading import load
from pipeline.kinds.memo.record import MemoInput


def faults(values, places=None):
    with pytest.raises(InputError) as refused:
        load(Source("input.yaml", values, places or {}), SHIPPED)
    return refused.value.diagnostics


def only(values, places=None):
    (fault,) = faults(values, places)
    return fault


def test_each_kind_of_input_loads_as_its_record(plan_values, agreement_values, memo_values):
    assert isinstance(load(Source("a", plan_values), SHIPPED), HrScorecardInput)
    assert isinstance(load(Source("b", agreement_values), SHIPPED), AgreementInput)
    assert isinstance(load(Source("c", memo_values), SHIPPED), MemoInput)


def test_a_missing_kind_names_the_three_choices():
    fault = only({})
    assert fault.code == "missing"
    assert all(kind in fault.help.th and kind in fault.help.en for kind in kinds.names())


def test_an_unknown_kind_names_the_nearest():
    fault = only({"kind": "agrement"}, {("kind",): Location("input.yaml", 1, 7)})
    assert (fault.code, fault.location) == ("unknown-kind", Location("input.yaml", 1, 7))
    assert "หมายถึง 'agreement' หรือไม่" in fault.help.th


def test_all_faults_come_at_once(memo_values):
    memo_values["digits"] = "roman"
    memo_values["memo"]["date"] = "31 กันยายน 2563"
    del memo_values["memo"]["to"]
    memo_values["memo"]["phoen"] = "02"
    assert sorted(f.code for f in faults(memo_values)) == [
        "missing",
        "not-a-date",
        "unknown-choice",
        "unknown-key",
    ]


def test_an_unknown_key_is_told_the_nearest_known_one(memo_values):
    memo_values["memo"]["phoen"] = "02"
    fault = only(memo_values)
    assert "'phone'" in fault.help.th
    assert "did you mean 'phone'?" in fault.help.en


def test_an_unknown_key_deep_in_nested_prose_is_told_its_neighbours(memo_values):
    memo_values["body"] = [{"text": "ก", "numbered": ["ข", {"bullts": ["ค"]}]}]
    place = Location("input.yaml", 9, 3)
    fault = only(memo_values, {("body", 0, "numbered", 1, "bullts"): place})
    assert fault.location == place
    assert "'bullets'" in fault.help.th


def test_a_fault_inside_a_scale_stands_at_the_threshold_itself(plan_values):
    scale = plan_values["plan"]["dimensions"][1]["projects"][0]["scale"]
    scale["thresholds"][2] = "เจ็ดสิบ"
    path = ("plan", "dimensions", 1, "projects", 0, "scale", "thresholds", 2)
    fault = only(plan_values, {path[:-1]: Location("plan.yaml", 30, 1), path: Location("plan.yaml", 33, 9)})
    assert (fault.code, fault.location) == ("not-a-number", Location("plan.yaml", 33, 9))
    assert "รายการที่ 3" in fault.message.th
    assert "เจ็ดสิบ" in fault.message.th


def test_a_wrong_scale_type_stands_at_the_type_and_names_the_types(plan_values):
    scale = plan_values["plan"]["dimensions"][0]["projects"][0]["scale"]
    scale["type"] = "milestones"
    path = ("plan", "dimensions", 0, "projects", 0, "scale", "type")
    fault = only(plan_values, {path: Location("plan.yaml", 5, 5)})
    assert (fault.code, fault.location.line) == ("unknown-choice", 5)
    assert "'milestone'" in fault.help.th


@pytest.mark.parametrize("typed", ["60 60 60 60 60", "90 80 85 70 60"])
def test_thresholds_that_turn_or_are_all_the_same_are_refused(plan_values, typed):
    plan_values["plan"]["dimensions"][1]["projects"][0]["scale"]["thresholds"] = typed.split()
    fault = only(plan_values)
    assert fault.code == "thresholds"
    assert typed in fault.message.th


def test_a_list_is_not_called_too_short_when_only_its_entries_are_wrong(agreement_values):
    agreement_values["agreement"]["dimensions"][0]["number"] = "หนึ่ง"
    assert [f.code for f in faults(agreement_values)] == ["not-a-whole-number"]


def test_an_empty_optional_value_is_the_same_as_none_given(memo_values):
    memo_values["memo"] |= {"phone": None, "date": None}
    assert load(Source("memo.yaml", memo_values), SHIPPED).memo.phone == ""


def test_an_empty_required_value_is_missing_where_it_stands(memo_values):
    memo_values["memo"]["to"] = None
    fault = only(memo_values, {("memo", "to"): Location("memo.yaml", 4, 3)})
    assert (fault.code, fault.location.line) == ("missing", 4)


def test_thai_digits_and_thousands_are_numbers_but_a_decimal_comma_is_refused(plan_values):
    plan_values["results"][2] = {"project": "3", "numerator": "๑,๒๓๔", "denominator": "2,468"}
    assert load(Source("plan", plan_values), SHIPPED).results[2].numerator == 1234
    plan_values["results"][2]["numerator"] = "1,5"
    assert only(plan_values).code == "not-a-number"


@pytest.mark.parametrize("typed", ["1e999999", "1e-999", "9" * 40, "nan", "Infinity"])
def test_a_number_that_no_table_can_hold_is_refused(plan_values, typed):
    plan_values["results"][2] = {"project": "3", "value": typed}
    assert only(plan_values).code in {"number-size", "not-a-number"}


def test_a_christian_year_typed_for_a_buddhist_one_is_refused(plan_values):
    plan_values["plan"]["first_year"] = "2019"
    fault = only(plan_values)
    assert fault.code == "which-era"
    assert "2562" in fault.help.th


def test_a_table_row_with_a_cell_too_few_is_refused(memo_values):
    memo_values["body"] = [{"text": "ก", "table": {"header": ["ก", "ข"], "rows": [["1", "2"], ["3"]]}}]
    fault = only(memo_values)
    assert fault.code == "table-row"
    assert "แถวที่ 2 มี 1 ช่อง แต่หัวตารางมี 2" in fault.message.th


SHAPES = st.recursive(
    st.none() | st.text(max_size=6) | st.just("5"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "type", "weight", "scale", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(
    kind=st.sampled_from(kinds.names()),
    top=st.dictionaries(
        st.sampled_from(["office", "period", "units", "plan", "results", "agreement", "memo", "body"]), SHAPES
    ),
)
def test_any_shape_of_wrong_data_is_refused_with_thai_words_and_never_with_a_stack(kind, top):
    found = faults({"kind": kind, **top})
    assert found
    for fault in found:
        assert fault.message.th
        assert fault.help.th
        assert any("ก" <= letter <= "๏" for letter in fault.message.th)


def test_a_type_of_error_without_words_of_its_own_still_says_something_in_thai(memo_values, monkeypatch):
    monkeypatch.setattr("pipeline.model.loading.WORDINGS", {})
    memo_values["digits"] = "roman"
    fault = only(memo_values)
    assert fault.code == "invalid"
    assert "'roman'" in fault.message.th


def test_records_do_not_change(memo_values):
    loaded = load(Source("memo", memo_values), SHIPPED)
    with pytest.raises(ValidationError):
        loaded.digits = "thai"


def test_what_stands_in_a_file_that_cannot_be_read_is_not_called_missing(plan_values, tmp_path):
    kept = {name: plan_values[name] for name in ("kind", "office", "period", "units", "reporter")}
    kept["period"] = {"start": "1 ตุลาคม 2562", "end": "31 มีนคม 2563"}
    (tmp_path / "a.yaml").write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "b.yaml").write_text("plan: [\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load(intake.read(tmp_path), SHIPPED)
    assert [fault.code for fault in refused.value.diagnostics] == ["yaml-syntax", "not-a-date"]
