"""Scores of whole inputs: policies, composites, dimensions and totals (domain.md §2.2-§2.5, §2.8)."""

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.loading import load
from pipeline.kinds.scoring import score_input
from pipeline.model.scheme_rules import Schemes
from pipeline.model.shipped_schemes import FIVE_LEVELS
from pipeline.scoring.rounding import percent_text, score_text
from pipeline.scoring.totals import Combined, Member, combine, weigh


def card(values):
    return score_input(load(Source("input.yaml", values), SHIPPED))


def test_a_free_memo_has_nothing_to_score(memo_values):
    assert card(memo_values) is None


@pytest.mark.parametrize(
    ("policy", "score", "percent", "denominator"),
    [
        ("excluded", "4.0000", "80.71", 80),  # Σ w·s = 320 over the 80 that were measured
        ("zero", "3.2000", "64.57", 100),  # the same 320 over 100
        ("floor", "3.4000", "68.57", 100),  # 320 + 20·1 over 100; 64.57 + 20 × 20 % = 68.57
    ],
)
def test_the_nine_projects_of_2563_under_each_policy(plan_values, policy, score, percent, denominator):
    plan_values["plan"]["unmeasured"] = policy
    total = card(plan_values).total
    assert (score_text(total.score), percent_text(total.percent)) == (score, percent)
    assert (total.weight, total.denominator) == (100, denominator)


def test_the_five_dimensions_of_2563(plan_values):
    dimensions = card(plan_values).dimensions
    shown = ["–" if d.score is None else score_text(d.score) for d in dimensions]
    assert shown == ["4.0000", "5.0000", "4.3333", "–", "3.0000"]
    assert [d.weight for d in dimensions] == [20, 20, 30, 10, 20]


def test_project_7_is_level_4_yet_its_percentage_is_the_true_ratio(plan_values):
    seven = card(plan_values).indicator("7")
    assert (seven.level, percent_text(seven.percent)) == (4, "85.71")


def test_other_projects_show_level_times_20(plan_values):
    scores = card(plan_values)
    assert [scores.indicator(id).percent for id in ("1", "2", "3", "5", "9")] == [60, 100, 100, 80, 60]


def test_one_project_may_overrule_the_plans_policy(plan_values):
    plan_values["plan"]["dimensions"][3]["projects"][0]["unmeasured"] = "floor"
    total = card(plan_values).total
    assert total.denominator == 90
    assert score_text(total.score) == "3.6667"  # 330 / 90: 320 + 10 × 1, over 80 + 10


@pytest.mark.parametrize("status", ["cancelled", "starts-later"])
@pytest.mark.parametrize("policy", ["excluded", "zero", "floor"])
def test_what_was_cancelled_or_starts_later_is_left_out_under_every_policy(plan_values, status, policy):
    plan_values["plan"]["unmeasured"] = policy
    for result in plan_values["results"]:
        if result.get("status"):
            result["status"] = status
    assert card(plan_values).total.denominator == 80


def test_no_result_at_all_is_not_reported(plan_values):
    del plan_values["results"][0]
    first = card(plan_values).indicator("1")
    assert (first.status, first.score, first.counted) == ("not-reported", None, None)


def test_measured_below_the_first_level_has_no_level_but_counts_1(plan_values):
    plan_values["results"][2] = {"project": "3", "value": "40"}
    third = card(plan_values).indicator("3")
    assert (third.score, third.level, third.percent) == (None, None, None)
    # domain.md §2.4: measured but nothing done is 1.0000; leaving it out would reward the failure
    assert (third.counted, third.counted_percent, third.weighted) == (1, 20, D("0.1"))


def test_indicators_of_an_agreement_show_score_and_weighted_score(agreement_values):
    scores = card(agreement_values)
    one, two = scores.indicator("1"), scores.indicator("2")
    assert [score_text(s) for s in (one.score, one.weighted, one.percent)] == ["4.4000", "2.3100", "88.0000"]
    assert (two.score, two.weighted) == (1, D("0.175"))  # 58 is below 60; 17.5 × 1 / 100


def test_a_composite_is_the_weighted_mean_of_its_parts(agreement_values):
    three = card(agreement_values).indicator("3")
    assert three.score == D("3.875")  # 0.25 × 3.5 (72.5 on 60…80) + 0.75 × 4
    assert [part.score for part in three.parts] == [D("3.5"), 4]
    assert three.level == D("3.875")  # the same number that the percentage and the totals take


def test_a_part_without_a_result_leaves_the_others_to_carry_the_composite(agreement_values):
    del agreement_values["results"][2]
    assert card(agreement_values).indicator("3").score == 4


def test_a_part_without_a_result_counts_0_under_zero(agreement_values):
    agreement_values["agreement"]["unmeasured"] = "zero"
    del agreement_values["results"][2]
    assert card(agreement_values).indicator("3").score == 3  # 0.25 × 0 + 0.75 × 4


@pytest.mark.parametrize(("policy", "counted"), [("excluded", None), ("zero", 0), ("floor", 1)])
def test_a_composite_of_which_nothing_was_measured_follows_the_policy(agreement_values, policy, counted):
    agreement_values["agreement"]["unmeasured"] = policy
    del agreement_values["results"][2:]
    three = card(agreement_values).indicator("3")
    assert (three.status, three.score, three.counted) == ("not-reported", None, counted)


@pytest.mark.parametrize(
    ("policy", "own", "score", "weighted"),
    [
        ("excluded", "zero", "3.0000", "0.9000"),  # 0.25 × 0 + 0.75 × 4; 30 % of it
        ("excluded", "floor", "3.2500", "0.9750"),  # 0.25 × 1 + 0.75 × 4
        ("zero", "excluded", "4.0000", "1.2000"),  # 0.75 × 4 over the 0.75 that count
        ("zero", "floor", "3.2500", "0.9750"),
        ("floor", "zero", "3.0000", "0.9000"),
    ],
)
def test_a_composite_may_overrule_the_agreements_policy(agreement_values, policy, own, score, weighted):
    agreement_values["agreement"]["unmeasured"] = policy
    agreement_values["agreement"]["dimensions"][1]["groups"][0]["indicators"][0]["unmeasured"] = own
    del agreement_values["results"][2]
    three = card(agreement_values).indicator("3")
    assert (score_text(three.score), score_text(three.weighted)) == (score, weighted)
    assert (three.status, three.policy) == ("measured", own)


@pytest.mark.parametrize(
    ("policy", "counted", "total"),
    [
        # score, percent, and what of the 30 % it adds; indicators 1 and 2 give 52.5 × 4.4 + 17.5 × 1 = 248.5
        ("excluded", (None, None, None), "3.5500"),  # 248.5 / 70
        ("zero", (0, 0, 0), "2.4850"),  # 248.5 / 100
        ("floor", (1, 20, D("0.3")), "2.7850"),  # (248.5 + 30 × 1) / 100
    ],
)
def test_what_an_unmeasured_composite_gives_to_the_totals(agreement_values, policy, counted, total):
    agreement_values["agreement"]["unmeasured"] = policy
    agreement_values["results"][2:] = [{"indicator": "3", "status": "in-progress", "note": "รอผล"}]
    scores = card(agreement_values)
    three = scores.indicator("3")
    assert (three.status, three.score, three.level, three.percent) == ("in-progress", None, None, None)
    assert (three.counted, three.counted_percent, three.weighted) == counted
    assert (three.policy, three.note) == (policy, "รอผล")
    assert score_text(scores.total.score) == total


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("in-progress", "in-progress", "in-progress"),
        ("cancelled", "cancelled", "cancelled"),
        ("in-progress", "cancelled", "not-reported"),
        ("starts-later", "in-progress", "not-reported"),
        (None, "in-progress", "not-reported"),
    ],
)
def test_a_composite_has_the_status_that_all_its_parts_share(agreement_values, first, second, status):
    told = [("3.1", first), ("3.2", second)]
    agreement_values["results"][2:] = [{"indicator": id, "status": part} for id, part in told if part]
    assert card(agreement_values).indicator("3").status == status


@pytest.mark.parametrize("status", ["cancelled", "starts-later"])
@pytest.mark.parametrize("policy", ["excluded", "zero", "floor"])
def test_a_cancelled_part_leaves_the_others_to_carry_the_composite(agreement_values, status, policy):
    agreement_values["agreement"]["unmeasured"] = policy
    agreement_values["results"][2] = {"indicator": "3.1", "status": status}
    three = card(agreement_values).indicator("3")
    assert (three.score, three.counted, three.percent, three.status) == (4, 4, 80, "measured")
    assert (three.parts[0].counted, three.parts[0].policy, three.parts[0].status) == (
        None,
        "excluded",
        status,
    )


def test_a_composite_whose_parts_are_all_left_out_is_so_itself(agreement_values):
    agreement_values["agreement"]["unmeasured"] = "floor"
    agreement_values["results"][2:] = [
        {"indicator": "3.1", "status": "cancelled"},
        {"indicator": "3.2", "status": "starts-later"},
    ]
    scores = card(agreement_values)
    three = scores.indicator("3")
    assert (three.status, three.policy, three.counted) == ("not-reported", "excluded", None)
    assert score_text(scores.total.score) == "3.5500"  # 248.5 / 70, as if it were not there


def test_a_part_measured_below_its_first_level_counts_1(agreement_values):
    agreement_values["results"][2] = {"indicator": "3.1", "value": "58"}
    agreement_values["results"][3] = {"indicator": "3.2", "steps": "0"}
    three = card(agreement_values).indicator("3")
    assert (three.score, three.level, three.percent, three.counted_percent) == (1, 1, 20, 20)
    assert [(part.score, part.counted, part.counted_percent) for part in three.parts] == [
        (1, 1, 20),  # a linear scale gives 1 below its first figure
        (None, 1, 20),  # no step done is no level
    ]


@pytest.mark.parametrize(
    ("value", "rounded", "score"),
    [
        ("72.5", False, "3.8750"),  # 0.25 × 3.5 + 0.75 × 4
        ("72.501", True, "3.8751"),  # 3.5002 exactly: 0.25 × 3.5002 + 3 = 3.87505, printed half up
    ],
)
def test_a_composite_tells_that_its_mean_was_rounded(agreement_values, value, rounded, score):
    agreement_values["results"][2]["value"] = value
    scores = card(agreement_values)
    assert scores.indicator("3").rounded is rounded
    assert score_text(scores.indicator("3").score) == score
    assert scores.rounded is rounded


def test_a_project_may_overrule_the_plans_policy_in_both_directions(plan_values):
    project = plan_values["plan"]["dimensions"][3]["projects"][0]
    plan_values["plan"]["unmeasured"], project["unmeasured"] = "zero", "excluded"
    one = card(plan_values).indicator(project["id"])
    assert (one.counted, one.counted_percent, one.weighted, one.policy) == (None, None, None, "excluded")


@pytest.mark.parametrize(
    ("policy", "counted", "percent", "weighted"), [("zero", 0, 0, 0), ("floor", 1, 20, D("0.1"))]
)
def test_what_an_unmeasured_project_gives_to_the_totals(plan_values, policy, counted, percent, weighted):
    project = plan_values["plan"]["dimensions"][3]["projects"][0]  # weighs 10
    plan_values["plan"]["unmeasured"] = policy
    one = card(plan_values).indicator(project["id"])
    assert (one.counted, one.counted_percent, one.weighted) == (counted, percent, weighted)


def test_a_cancelled_composite_is_left_out_with_all_its_parts(agreement_values):
    agreement_values["agreement"]["unmeasured"] = "zero"
    agreement_values["results"][2:] = [{"indicator": "3", "status": "cancelled"}]
    scores = card(agreement_values)
    assert scores.indicator("3").status == "cancelled"
    assert (scores.total.denominator, scores.dimension(2).score) == (70, None)


def test_an_agreement_without_results_has_no_total(agreement_values):
    agreement_values["results"] = []
    assert card(agreement_values).total.score is None


FIVE = Schemes().rules(FIVE_LEVELS)


def combined(members: list[Member]) -> Combined:
    return combine(FIVE, weigh(FIVE, members))


def test_the_published_weighted_scores_hold():
    # domain.md §2.2: weight 4 % × 5.0000, 4 % × 4.8000, 3 % × 2.0000, 3 % × 1.6000
    members = weigh(
        FIVE, [member(D(w), D(s)) for w, s in [("4", "5"), ("4", "4.8"), ("3", "2"), ("3", "1.6")]]
    )
    assert [score_text(m.weighted) for m in members] == ["0.2000", "0.1920", "0.0600", "0.0480"]
    assert score_text(combine(FIVE, members).weighted) == "0.5000"


def member(weight: D, counted: D | None) -> Member:
    return Member(weight, counted, counted, D(5))


MEMBER = st.builds(
    member,
    st.decimals("0.5", 40, places=1),
    st.none() | st.decimals(1, 5, places=4),
)
GROUPS = st.lists(st.lists(MEMBER, min_size=1, max_size=5), min_size=1, max_size=5)


@given(GROUPS)
def test_the_total_by_dimensions_is_the_total_over_all_indicators(groups):
    dimensions = [combined(members) for members in groups]
    whole = combined([member for members in groups for member in members])
    assert sum(d.weighted for d in dimensions) == whole.weighted
    assert sum(d.denominator for d in dimensions) == whole.denominator
    if whole.score is not None:
        by_dimension = sum(d.denominator * d.score for d in dimensions if d.score is not None)
        assert abs(by_dimension / whole.denominator - whole.score) < D("1e-20")


@given(st.lists(MEMBER, min_size=1, max_size=6))
def test_what_is_excluded_changes_no_score_of_the_rest(members):
    counted = [member for member in members if member.score is not None]
    if counted:
        assert combined(members).score == combined(counted).score


@given(st.lists(MEMBER, min_size=1, max_size=6), st.integers(2, 9))
def test_only_the_proportions_of_the_weights_matter(members, times):
    score = combined(members).score
    heavier = combined([member(m.weight * times, m.score) for m in members]).score
    assert (score is None) == (heavier is None)
    assert score is None or abs(score - heavier) < D("1e-20")


@given(st.lists(MEMBER, min_size=1, max_size=6))
def test_a_mean_lies_between_its_lowest_and_highest(members):
    counted = [member.score for member in members if member.score is not None]
    score = combined(members).score
    assert score is None or min(counted) - D("1e-20") <= score <= max(counted) + D("1e-20")
