"""From a figure to its score on each scale (domain.md §2.2, §2.3)."""

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.indicators import Measured
from pipeline.model.scales import CountScale, LinearScale, MilestoneScale, StepScale, TableScale
from pipeline.model.scheme_rules import Schemes
from pipeline.model.shipped_schemes import FIVE_LEVELS
from pipeline.scoring import figures
from pipeline.scoring.rounding import score_text

FIVE = Schemes().rules(FIVE_LEVELS)


def score_on(scale, figure):
    return figures.score_on(scale, figure, FIVE)


def measured_figure(result):
    return figures.measured_figure(result, step(typed("50 60 70 80 90")), FIVE)


FIGURES = st.decimals(-1000, 1000, allow_nan=False, places=4)
RISING = st.lists(st.decimals(-500, 500, allow_nan=False, places=2), min_size=5, max_size=5, unique=True).map(
    sorted
)


def linear(thresholds) -> LinearScale:
    return LinearScale(type="linear", thresholds=tuple(thresholds))


def step(thresholds) -> StepScale:
    return StepScale(type="step", thresholds=tuple(thresholds))


def typed(thresholds: str) -> list[D]:
    return [D(threshold) for threshold in thresholds.split()]


@pytest.mark.parametrize(
    ("thresholds", "figure", "score", "why"),
    [
        ("0 5 10 15 20", "7.15", "2.4300", "2 + (7.15 - 5) / 5"),
        ("0 5 10 15 20", "2.10", "1.4200", "1 + (2.10 - 0) / 5"),
        ("60 65 70 75 80", "77", "4.4000", "4 + (77 - 75) / 5"),
        ("60 65 70 75 80", "58", "1.0000", "below level 1 is capped at 1"),
        ("60 65 70 75 80", "93", "5.0000", "beyond level 5 is capped at 5"),
        ("0.00 1.25 2.50 3.75 5.00", "1.25", "2.0000", "exactly on a threshold is that level"),
        ("50 60 70 80 90", "85.71", "4.5710", "4 + (85.71 - 80) / 10"),
        ("80 75 70 65 60", "63", "4.4000", "descending: 4 + (65 - 63) / 5"),
        ("80 75 70 65 60", "82", "1.0000", "descending: the worse side is capped at 1"),
    ],
)
def test_a_linear_scale_interpolates_between_its_thresholds(thresholds, figure, score, why):
    assert score_text(score_on(linear(typed(thresholds)), D(figure))) == score, why


def test_six_of_seven_is_level_4_on_the_step_scale_and_not_4_571():
    six_of_seven = measured_figure(Measured(numerator=D(6), denominator=D(7)))
    assert score_on(step(typed("50 60 70 80 90")), six_of_seven) == 4  # 85.71 reaches 80, not 90


@pytest.mark.parametrize(
    ("thresholds", "figure", "level"),
    [
        ("50 60 70 80 90", "90", 5),
        ("50 60 70 80 90", "50", 1),
        ("50 60 70 80 90", "49.99", None),
        ("9 7 5 3 1", "4", 3),
    ],
)
def test_a_step_scale_gives_the_highest_threshold_reached(thresholds, figure, level):
    assert score_on(step(typed(thresholds)), D(figure)) == level


def test_a_milestone_is_worth_the_steps_done_and_none_done_is_no_level():
    scale = MilestoneScale(type="milestone")
    assert [score_on(scale, D(done)) for done in range(6)] == [None, 1, 2, 3, 4, 5]


def test_more_than_five_activities_are_still_level_5():
    scale = CountScale(type="count")
    assert [score_on(scale, D(done)) for done in (0, 1, 5, 8)] == [None, 1, 5, 5]


def test_a_table_is_looked_up_and_beyond_its_last_row_the_last_row_holds():
    # plan made = level 1, then one level for each activity (domain.md §2.3, offset count)
    rows = [{"value": str(n), "level": str(n + 1)} for n in range(5)]
    scale = TableScale.model_validate({"type": "table", "rows": rows})
    assert [score_on(scale, D(done)) for done in (0, 2, 4, 9)] == [1, 3, 5, 5]


def test_a_table_has_no_level_below_its_first_row():
    scale = TableScale.model_validate({"type": "table", "rows": [{"value": "2", "level": "1"}]})
    assert score_on(scale, D(1)) is None


@given(RISING, FIGURES, FIGURES)
def test_a_better_figure_never_scores_less(thresholds, one, other):
    low, high = sorted([one, other])
    assert score_on(linear(thresholds), low) <= score_on(linear(thresholds), high)
    assert (score_on(step(thresholds), low) or 0) <= (score_on(step(thresholds), high) or 0)


@given(RISING, FIGURES)
def test_a_linear_score_stays_within_1_and_5(thresholds, figure):
    assert 1 <= score_on(linear(thresholds), figure) <= 5


@given(RISING, FIGURES)
def test_a_descending_scale_mirrors_the_ascending_one(thresholds, figure):
    mirrored = [-threshold for threshold in thresholds]
    for scale in (linear, step):
        assert score_on(scale(mirrored), -figure) == score_on(scale(thresholds), figure)


@given(RISING, st.integers(0, 4))
def test_each_threshold_is_worth_its_level_exactly(thresholds, n):
    for scale in (linear, step):
        assert score_on(scale(thresholds), thresholds[n]) == n + 1


@given(RISING, FIGURES)
def test_a_step_level_is_the_whole_part_of_the_linear_score(thresholds, figure):
    level = score_on(step(thresholds), figure)
    assert int(score_on(linear(thresholds), figure)) == (level or 1)  # linear is capped at 1
