"""The published and worked cases of `domain.md` §2, as offices type them: each figure reckoned by hand."""

from decimal import Decimal as D

import pytest

from pipeline.diagnostics import InputError
from pipeline.scoring.rounding import score_text
from tests.scoring import agreements
from tests.scoring.agreements import card, dimension, indicator, lone


@pytest.fixture(autouse=True)
def all_ways(tmp_path, monkeypatch):
    """Each worked check holds as typed, in a workbook, and for a unit of a batch."""
    monkeypatch.setattr(agreements, "score_values", lambda made: agreements.score_all_ways(made, tmp_path))


LINEAR = {"type": "linear", "thresholds": [60, 65, 70, 75, 80]}


@pytest.mark.parametrize(
    ("result", "score"), [("59.9", "0"), ("60", "50"), ("65", "62.5"), ("75", "87.5"), ("85", "100")]
)
def test_three_targets_worth_50_75_and_100(result, score):
    three = {"type": "linear", "thresholds": [60, 70, 80]}
    made = lone(three, {"value": result}, "opdc-2562")
    assert made.indicator("1").score == D(score)
    assert (made.total.score, made.total.full) == (D(score), 100)


@pytest.mark.parametrize(("below", "score", "weighted"), [("zero", "0", "0"), ("first", "1", "0.1")])
def test_a_milestone_of_which_no_step_is_done(below, score, weighted):
    made = lone({"type": "milestone", "below": below}, {"steps": 0}, weight="10").indicator("1")
    assert (made.score, made.weighted) == (D(score), D(weighted))


@pytest.mark.parametrize(("result", "score"), [("12", "1"), ("45", "3.75"), ("70", "5")])
def test_a_share_of_full_marks(result, score):
    points = [{"figure": 0, "score": 0}, {"figure": 60, "score": 5}]
    assert lone({"type": "points", "points": points}, {"value": result}).indicator("1").score == D(score)


def test_points_got_out_of_full_marks_add_up():
    full = {"1": "60", "2": "120", "3": "40"}
    got = {"1": "45", "2": "80", "3": "30"}
    marks = [indicator(id, {"type": "marks", "full_marks": of}, weight=None) for id, of in full.items()]
    made = card(
        [dimension(1, *marks)], [{"indicator": id, "value": value} for id, value in got.items()], "lpa-aspect"
    )
    assert [one.percent for one in made.indicators] == [75, D("66.67"), 75]
    assert made.total.score == D("70.45")  # 155 of 220 is 70.4545…


@pytest.mark.parametrize(("result", "score"), [("59", "2.9"), ("60", "4"), ("65", "4.5")])
def test_of_equal_neighbours_the_later_level_holds(result, score):
    scale = {"type": "linear", "thresholds": [40, 50, 60, 60, 70]}
    assert lone(scale, {"value": result}).indicator("1").score == D(score)


def test_a_deduction_for_a_late_report():
    tracks = [{"id": "self", "name": "ประเมินตนเอง"}, {"id": "board", "name": "คณะกรรมการ"}]
    made = lone(
        LINEAR,
        {"value": "78", "track": "board"},
        weight="4",
        tracks=tracks,
        adjustments=[{"indicator": "1", "amount": "-0.2", "reason": "ส่งรายงานช้า"}],
    )
    one = made.indicator("1")
    assert [score_text(figure) for figure in (one.score, one.weighted)] == ["4.4000", "0.1760"]


def appraisal(shown: str = "3 3 2 3 1"):
    work = [
        indicator(id, {"type": "linear", "thresholds": [1, 2, 3, 4, 5]}, weight=weight)
        for id, weight in (("1", "50"), ("2", "30"), ("3", "20"))
    ]
    competencies = [
        indicator(id, {"type": "points", "expected": 3}, weight=None) for id in ("11", "12", "13", "14", "15")
    ]
    results = [{"indicator": id, "value": level} for id, level in (("1", 4), ("2", 5), ("3", 3))]
    results += [
        {"indicator": id, "value": level}
        for id, level in zip(("11", "12", "13", "14", "15"), shown.split(), strict=True)
    ]
    dimensions = [
        dimension(1, *work, weight=70, scheme="appraisal-work"),
        dimension(2, *competencies, weight=30, scheme="appraisal-competency"),
    ]
    return card(dimensions, results, "appraisal")


def test_a_person_is_appraised_in_two_parts_with_rules_of_their_own():
    made = appraisal()
    work, competency = made.dimensions
    assert (work.score, work.share_weighted) == (82, D("57.4"))  # (50·4 + 30·5 + 20·3) / 100 = 4.1 of 5
    assert (competency.score, competency.share_weighted) == (80, 24)  # 3 + 3 + 2 + 3 + 1 = 12 of 15
    assert (made.total.score, made.grade) == (D("81.4"), "ดีมาก")


def test_far_less_than_expected_earns_nothing():
    assert appraisal("3 3 3 3 0").indicator("15").score == 0


def test_at_most_7_is_not_passed_with_7_70():
    made = lone({"type": "limit", "at_most": "7.00"}, {"value": "7.70"}, "passed-or-not", weight=None)
    assert made.indicator("1").score == 0


def test_what_is_not_reported_has_not_passed():
    units = [indicator(str(n), {"type": "limit", "at_least": "86"}, weight=None) for n in range(1, 14)]
    results = [{"indicator": str(n), "value": "90"} for n in range(1, 13)]
    made = card([dimension(1, *units)], results, "passed-or-not")
    assert made.indicator("13").policy == "failed"
    assert made.total.score == D("92.31")  # 12 of 13


@pytest.mark.parametrize(("places", "total"), [([3, 2], "23.45"), ([2], "23.44")])
def test_rounding_in_steps_is_not_rounding_at_once(places, total):
    scheme = {
        "id": "own", "like": "five-levels", "levels": [{"score": 100}], "between": "step",
        "rounding": {"score": [], "total": places},
    }  # fmt: skip
    made = lone({"type": "marks"}, {"value": "23.4446"}, "own", schemes=[scheme])
    assert made.total.score == D(total)


def test_two_judges_stand_side_by_side():
    tracks = [{"id": "self", "name": "ประเมินตนเอง"}, {"id": "board", "name": "คณะกรรมการ"}]
    results = [
        {"indicator": "1", "track": "self", "value": "72"},
        {"indicator": "1", "track": "board", "value": "70"},
    ]
    made = card([dimension(1, indicator("1", LINEAR))], results, tracks=tracks)
    assert [(each.track.id, each.card.total.score) for each in made.tracks] == [
        ("self", D("3.4")),
        ("board", 3),
    ]
    assert (made.total.score, made.decided_by.id) == (3, "board")


def test_a_deduction_without_a_judge():
    adjustments = [{"indicator": "1", "amount": "-0.5", "reason": "ส่งรายงานช้า"}]
    assert lone(LINEAR, {"value": "72"}, adjustments=adjustments).total.score == D("2.9")


def test_ten_levels():
    scheme = {"id": "ten", "like": "five-levels", "levels": [{"score": n} for n in range(1, 11)]}
    scale = {"type": "linear", "thresholds": [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]}
    made = lone(scale, {"value": "75"}, "ten", schemes=[scheme])
    assert (made.total.score, made.total.full) == (D("7.5"), 10)


def test_falling_growth_is_a_figure_like_any_other():
    scale = {"type": "step", "thresholds": [-5, -3, -1, 1, 3]}
    assert lone(scale, {"value": "-4"}).indicator("1").score == 1


@pytest.mark.parametrize(("between", "score"), [("interpolate", "2.5"), ("step", "2")])
def test_half_a_step(between, score):
    scale = {"type": "milestone", "between": between}
    assert lone(scale, {"value": "2.5"}).indicator("1").score == D(score)


def test_a_judge_gives_a_score_beside_the_scale():
    one = lone(LINEAR, {"value": "72", "score": "4.2"}).indicator("1")
    assert (one.score, one.origin.by_scale, one.weighted) == (D("4.2"), D("3.4"), D("4.2"))


@pytest.mark.parametrize(("below", "score"), [("zero", 0), ("first", 1)])
def test_far_below_the_first_step(below, score):
    scale = {"type": "step", "thresholds": [60, 65, 70, 75, 80], "below": below}
    assert lone(scale, {"value": "30"}).indicator("1").score == score


def test_below_that_counts_as_no_result_follows_the_policy():
    scale = {"type": "step", "thresholds": [60, 65, 70, 75, 80], "below": "none"}
    one = lone(scale, {"value": "30"})
    assert (one.indicator("1").counted, one.total.score) == (None, None)


def test_grade_bands_need_a_lowest_one():
    bands = [{"at_least": "4.5", "name": "ดีเด่น"}]
    scheme = {"id": "own", "like": "five-levels", "bands": bands}
    with pytest.raises(InputError) as refused:
        lone(LINEAR, {"value": "72"}, "own", schemes=[scheme])
    assert [fault.code for fault in refused.value.diagnostics] == ["bands-gap"]
    scheme["bands"] = [*bands, {"name": "ดี"}]
    assert lone(LINEAR, {"value": "72"}, "own", schemes=[scheme]).grade == "ดี"


def test_weighted_scores_that_are_rounded_make_the_percentage_too():
    scheme = {"id": "own", "like": "five-levels", "rounding": {"weighted": [1]}}
    four = [indicator(str(n), {"type": "milestone"}, weight="25") for n in range(4)]
    results = [{"indicator": str(n), "steps": 1} for n in range(4)]
    made = card([dimension(1, *four, weight="100")], results, "own", schemes=[scheme])
    assert (made.total.score, made.total.percent) == (D("1.2"), 24)  # 25 × 1 / 100 = 0.25, rounded 0.3


@pytest.mark.parametrize(("steps", "score"), [(0, 0), (1, 1), (5, 5)])
def test_where_the_first_level_is_worth_nothing_no_step_earns_it(steps, score):
    scheme = {"id": "own", "like": "five-levels", "levels": [{"score": n} for n in range(6)]}
    assert lone({"type": "milestone"}, {"steps": steps}, "own", schemes=[scheme]).total.score == score


def test_a_ratio_that_is_not_rounded_is_held_to_its_limit_as_it_is():
    scheme = {"id": "own", "like": "passed-or-not", "rounding": {"ratio": []}}
    scale = {"type": "limit", "at_most": "17", "per": "100000"}
    made = lone(scale, {"numerator": 1, "denominator": 5882}, "own", schemes=[scheme], weight=None)
    assert made.total.score == 0  # 17.0010…, which two decimals would print as 17.00


def test_what_has_no_scale_for_a_round_is_left_out_of_it():
    tracks = [{"id": "r6", "name": "รอบ 6 เดือน"}, {"id": "r12", "name": "รอบ 12 เดือน"}]
    later = indicator("2", weight="40", targets=[{"track": "r12", "scale": LINEAR}])
    results = [
        {"indicator": "1", "track": "r6", "value": "65"},
        {"indicator": "1", "track": "r12", "value": "75"},
        {"indicator": "2", "track": "r12", "value": "80"},
    ]
    made = card([dimension(1, indicator("1", LINEAR, weight="60"), later)], results, tracks=tracks)
    # level 2 of weight 60 alone; then (60 × 4 + 40 × 5) / 100
    assert [each.card.total.score for each in made.tracks] == [2, D("4.4")]
