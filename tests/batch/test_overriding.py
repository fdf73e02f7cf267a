from pathlib import Path

import pytest

from pipeline import intake
from pipeline.diagnostics import Diagnostic, InputError, Location
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.loading import load as load_input
from pipeline.papers.override_paths import steps_of
from pipeline.papers.overrides import Override, apply_overrides

ROOT = Path(__file__).resolve().parents[2]
CELL, HEADER = Location("units.csv", 2, 3), Location("units.csv", 1, 3)


@pytest.fixture(scope="module")
def base() -> Source:
    return intake.read(ROOT / "input" / "agreement-2547")


def laid_over(base: Source, path: str, value) -> Source:
    return apply_overrides(base, "เลย", [Override(path, value, CELL, HEADER)], SHIPPED)


def refused(base: Source, path: str, value="1") -> Diagnostic:
    with pytest.raises(InputError) as caught:
        load_input(laid_over(base, path, value), SHIPPED)
    (fault,) = caught.value.diagnostics
    return fault


def test_a_field_of_the_input_is_replaced_and_the_base_stays(base: Source) -> None:
    made = load_input(laid_over(base, "office.name", "สำนักงานอุตสาหกรรมจังหวัดเลย"), SHIPPED)
    assert made.office.name == "สำนักงานอุตสาหกรรมจังหวัดเลย"
    assert made.office.ministry == "กระทรวงอุตสาหกรรม"
    assert load_input(base, SHIPPED).office.name == "สำนักงานปลัดกระทรวงอุตสาหกรรม"


@pytest.mark.parametrize(
    "path", ["indicators[5].target", "indicators[๕].scale.thresholds[5]", "indicators[5].scale.thresholds"]
)
def test_the_target_of_an_indicator_is_found_wherever_the_indicator_stands(base: Source, path: str) -> None:
    value = ["0", "5", "10", "15", "18"] if path.endswith("thresholds") else "18"
    agreement = load_input(laid_over(base, path, value), SHIPPED).agreement
    (fifth,) = [indicator for indicator in agreement.indicators if indicator.id == "5"]
    assert [str(threshold) for threshold in fifth.scale.thresholds] == ["0", "5", "10", "15", "18"]


def test_the_target_of_an_indicator_without_thresholds_is_its_level(base: Source) -> None:
    agreement = load_input(laid_over(base, "indicators[6].target", "4"), SHIPPED).agreement
    assert next(i for i in agreement.indicators if i.id == "6").target_level == 4


def test_an_id_with_a_point_stands_in_brackets(base: Source) -> None:
    results = load_input(laid_over(base, "results[16.1].value", "2.75"), SHIPPED).results
    assert str(next(result for result in results if result.indicator == "16.1").value) == "2.75"


def test_a_result_may_be_given_to_an_indicator_that_had_none(base: Source) -> None:
    bare = Source(base.name, {**base.values, "results": [], "results_are_example": "false"}, base.places)
    (result,) = load_input(laid_over(bare, "results[1].value", "77"), SHIPPED).results
    assert (result.indicator, str(result.value)) == ("1", "77")


def test_a_whole_entry_is_replaced_and_keeps_its_name(base: Source) -> None:
    results = load_input(laid_over(base, "results[5]", {"status": "not-reported"}), SHIPPED).results
    fifth = next(result for result in results if result.indicator == "5")
    assert (fifth.status, fifth.value) == ("not-reported", None)


def test_an_empty_value_takes_an_optional_field_away(base: Source) -> None:
    assert load_input(laid_over(base, "office.short", None), SHIPPED).office.short == ""


def test_an_unknown_field_is_refused_where_it_is_named_with_the_nearest(base: Source) -> None:
    fault = refused(base, "office.nmae")
    assert (fault.code, fault.location) == ("unknown-key", HEADER)
    assert "'name'" in fault.help.th


def test_an_unknown_list_is_refused_with_the_nearest(base: Source) -> None:
    fault = refused(base, "indicator[5].weight")
    assert (fault.code, fault.location) == ("unknown-key", HEADER)
    assert "'indicators'" in fault.help.en


def test_an_unknown_entry_is_refused_with_those_that_are_there(base: Source) -> None:
    fault = refused(base, "indicators[61].weight")
    assert (fault.code, fault.location) == ("no-entry", HEADER)
    assert "16.3, 17, 18" in fault.help.th


@pytest.mark.parametrize("path", ["", ".", "office.", "office..name", "indicators[5", "a]b", "[5]"])
def test_what_is_no_path_is_refused(base: Source, path: str) -> None:
    assert refused(base, path).code == "path"


def test_a_value_that_does_not_fit_is_refused_at_its_cell(base: Source) -> None:
    fault = refused(base, "indicators[5].weight", "สอง")
    assert (fault.code, fault.location) == ("not-a-number", CELL)


def test_a_check_over_several_values_points_at_what_was_overridden(base: Source) -> None:
    with pytest.raises(InputError) as caught:
        load_input(laid_over(base, "indicators[5].weight", "3"), SHIPPED)
    assert {fault.code for fault in caught.value.diagnostics} == {"weight-sum"}


def test_a_path_is_read_step_by_step() -> None:
    assert steps_of("agreement.dimensions[2].groups[1].weight") == [
        "agreement", "dimensions", "[2]", "groups", "[1]", "weight",
    ]  # fmt: skip


def test_a_list_of_figures_that_turns_is_told_at_the_cell_that_changed_one(base: Source) -> None:
    fault = refused(base, "indicators[5].scale.thresholds[3]", "900")
    assert (fault.code, fault.locations) == ("thresholds", (CELL,))
