"""A curve gives the score of a figure; the scales are short for curves (domain.md §2.2, §2.3)."""

from collections.abc import Iterator
from decimal import Decimal as D
from typing import ClassVar, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.diagnostics import Location
from pipeline.model.checks.figures import figure_faults
from pipeline.model.curves import Curve
from pipeline.model.indicators import Measured, MeasuredBy
from pipeline.model.scales import (
    SCALES,
    AnyScale,
    CountScale,
    LimitScale,
    LinearScale,
    MarksScale,
    MilestoneScale,
    PointsScale,
    Reach,
    StepScale,
    TableScale,
    Threshold,
)
from pipeline.model.scheme_rules import Schemes
from pipeline.model.schemes import Rules
from pipeline.model.shipped_schemes import FIVE_LEVELS
from pipeline.scoring.curve import score_of
from pipeline.scoring.figures import score_on

FIVE = Schemes().rules(FIVE_LEVELS)
FIGURES = st.decimals(-1000, 1000, allow_nan=False, places=4)
RISING = st.lists(st.decimals(-500, 500, allow_nan=False, places=2), min_size=2, max_size=8).map(sorted)
SCORES = st.lists(st.integers(0, 100).map(D), min_size=8, max_size=8).map(sorted)
BETWEEN = st.sampled_from(["interpolate", "step"])


def curve(points: str, between: str = "interpolate", below: str = "first") -> Curve:
    """`60:50 70:75` as a curve."""
    typed = [point.split(":") for point in points.split()]
    return Curve.through([(D(figure), D(score)) for figure, score in typed], between=between, below=below)


def scores(of: Curve, figures: str) -> list[D | None]:
    return [score_of(of, D(figure)) for figure in figures.split()]


def test_targets_worth_50_75_and_100_are_interpolated_and_short_of_the_first_is_0():
    of = curve("60:50 70:75 80:100", below="zero")
    assert scores(of, "59.9 60 65 75 85") == [0, 50, D("62.5"), D("87.5"), 100]


def test_full_marks_are_shared_out_from_nothing_to_60():
    assert scores(curve("0:0 60:5"), "12 45 70") == [1, D("3.75"), 5]  # 12 / 60 x 5, 45 / 60 x 5, the end


def test_of_equal_neighbours_the_later_holds():
    of = curve("40:1 50:2 60:3 60:4 70:5")
    assert scores(of, "59 60 65") == [D("2.9"), 4, D("4.5")]
    assert scores(curve("70:1 60:2 60:3 50:4", "step"), "61 60") == [1, 3]


def test_the_gap_between_expected_and_shown_is_a_curve_of_negative_figures():
    of = curve("-2:1 -1:2 0:3", "step", below="zero")
    assert scores(of, "0 0 -1 0 -2 -3") == [3, 3, 2, 3, 1, 0]


def test_a_lone_limit_is_a_least_or_a_most():
    at_most = Curve.at_most(D("7.00"), D(1), below="zero")
    assert scores(at_most, "7.70 7.00 3") == [0, 1, 1]
    assert scores(Curve.at_least(D(86), D(1), below="none"), "85.99 86 90") == [None, 1, 1]


@pytest.mark.parametrize(("below", "score"), [("first", 2), ("zero", 0), ("none", None)])
@pytest.mark.parametrize("between", ["interpolate", "step"])
def test_what_falls_short_of_the_first_point_earns_what_the_curve_says(below, score, between):
    assert scores(curve("10:2 20:4", between, below), "9") == [score]
    assert scores(curve("20:2 10:4", between, below), "21") == [score]


def test_half_a_step_counts_half_or_not_at_all():
    points = "1:1 2:2 3:3 4:4 5:5"
    assert scores(curve(points), "2.5") == [D("2.5")]
    assert scores(curve(points, "step"), "2.5") == [2]


@pytest.mark.parametrize("points", ["", "7:1", "7:1 7:2", "1:1 3:2 2:3", "3:1 1:2 2:3"])
def test_points_that_do_not_go_one_way_are_no_curve(points):
    with pytest.raises(ValueError, match=r"at_least or at_most|go one way"):
        curve(points)


@given(RISING.filter(lambda figures: figures[0] < figures[-1]), SCORES, FIGURES, FIGURES, BETWEEN)
def test_on_a_curve_that_never_falls_a_better_figure_never_scores_less(figures, earned, one, other, between):
    points = list(zip(figures, earned, strict=False))
    low, high = sorted([one, other])
    rising = Curve.through(points, between=between, below="first")
    assert score_of(rising, low) <= score_of(rising, high)
    falling = Curve.through([(-figure, score) for figure, score in points], between=between, below="first")
    assert score_of(falling, -low) == score_of(rising, low)


@given(RISING.filter(lambda figures: figures[0] < figures[-1]), SCORES, FIGURES)
def test_a_straight_line_lies_between_the_step_reached_and_the_next(figures, earned, figure):
    points = list(zip(figures, earned, strict=False))
    line, steps = (Curve.through(points, between=way, below="first") for way in ("interpolate", "step"))
    reached, following = score_of(steps, figure), min((s for f, s in points if f > figure), default=None)
    assert reached <= score_of(line, figure) <= (reached if following is None else max(reached, following))


SHORT_FOR = [
    (LinearScale(type="linear", thresholds=[60, 65, 70, 75, 80]), curve("60:1 65:2 70:3 75:4 80:5")),
    (StepScale(type="step", thresholds=[9, 7, 5, 3, 1]), curve("9:1 7:2 5:3 3:4 1:5", "step", "no-level")),
    (MilestoneScale(type="milestone"), curve("1:1 2:2 3:3 4:4 5:5", "interpolate", "no-level")),
    (CountScale(type="count"), curve("1:1 2:2 3:3 4:4 5:5", "interpolate", "no-level")),
    (
        TableScale(type="table", rows=[{"value": 7, "level": 5}, {"value": 2, "level": 1}]),
        curve("2:1 7:5", "step", "no-level"),
    ),
    (
        PointsScale(type="points", points=[{"figure": 60, "score": 5}, {"figure": 0, "score": 0}]),
        curve("0:0 60:5"),
    ),
    (LimitScale(type="limit", at_most=7), Curve.at_most(D(7), D(5), below="zero")),
    (MarksScale(type="marks", full_marks=60), curve("0:0 60:60")),
]


@pytest.mark.parametrize(("scale", "short_for"), SHORT_FOR, ids=lambda each: getattr(each, "type", ""))
def test_a_scale_is_short_for_its_curve(scale, short_for):
    assert scale.curve(FIVE) == short_for


def test_what_every_scale_is_short_for_is_told_here():
    assert {scale.type for scale, _ in SHORT_FOR} == set(SCALES)


class HalfScale(AnyScale):
    """Made up: from half a hundred on it is full marks."""

    choice: ClassVar[str] = "ครึ่งหนึ่ง"
    title: ClassVar[str] = "เกณฑ์ครึ่งหนึ่ง"
    counts: ClassVar[bool] = True
    own_below: ClassVar[str] = "zero"
    type: Literal["half"] = "half"

    def most(self, _: Rules) -> int:
        return 3

    def curve(self, _: Rules) -> Curve:
        return Curve.at_least(D(50), D(5), below="zero")

    def reach(self, _: Rules) -> Reach:
        return D(0), D(100)

    def cells(self, _: Rules) -> tuple[tuple[D, ...], ...]:
        return (), (), (), (), (D(50),)

    def target(self, level: int, _: Rules) -> D:
        return D(50) if level else D(0)

    @property
    def thresholds_typed(self) -> Iterator[Threshold]:
        yield from ()


def test_a_scale_nobody_knows_is_scored_and_checked_by_what_it_says_of_itself():
    scale = HalfScale()
    assert [score_on(scale, D(figure), FIVE) for figure in (49, 50)] == [0, 5]
    found = figure_faults(MeasuredBy((), "ก", Measured(steps=4), scale, FIVE), lambda _: Location("f"))
    assert [fault.code for fault in found] == ["too-many-steps"]
    ratio = Measured(numerator=1, denominator=2)
    found = figure_faults(MeasuredBy((), "ก", ratio, scale, FIVE), lambda _: Location("f"))
    assert [fault.code for fault in found] == ["unfit-result"]


def test_a_scale_that_does_not_say_its_curve_cannot_be_made():
    class Silent(AnyScale):
        """Says nothing."""

    with pytest.raises(TypeError, match="abstract"):
        Silent()


def test_every_scale_has_names_of_its_own():
    for told in ("choice", "title"):
        assert len({getattr(scale, told) for scale in SCALES.values()}) == len(SCALES)
