"""What holds for one judge or round and not for another, and what a composite tells of its parts."""

from decimal import Decimal as D

from pipeline.model.schemes import Gate
from pipeline.scoring.explaining import explain_indicator
from pipeline.scoring.leaf import unmet
from tests.scoring.agreements import card, dimension, indicator

THIRDS = {"type": "points", "points": [{"figure": 0, "score": 0}, {"figure": 3, "score": 5}]}
MARKS = {"type": "marks"}
TRACKS = [{"id": "self", "name": "ประเมินตนเอง"}, {"id": "board", "name": "คณะกรรมการ"}]


def composite(*parts, **more):
    """Indicator 1 of parts of equal weight."""
    share = str(100 / len(parts))
    return indicator("1", parts=[{"name": "ส่วน", "weight": share, **part} for part in parts], **more)


def test_a_composite_tells_that_a_part_was_rounded_though_its_own_mean_is_exact():
    made = card(
        [dimension(1, composite({"id": "1.1", "scale": THIRDS}))], [{"indicator": "1.1", "value": "1"}]
    )
    # 1 of 3 is 1.66666… of 5, counted as 1.6667: the mean of the one part is 1.6667 and not rounded again
    assert (made.indicator("1").score, made.indicator("1").rounded) == (D("1.6667"), True)


def test_a_composite_that_was_not_measured_has_the_full_marks_that_it_would_have():
    part = {"id": "part", "like": "five-levels", "combine": "sum"}
    half = {"id": "half", "like": "five-levels", "out_of": "50"}
    parts = [{"id": "1.1", "name": "ก", "scale": MARKS}, {"id": "1.2", "name": "ข", "scale": MARKS}]
    made = card(
        [
            dimension(
                1, indicator("1", parts=parts, scheme="part", weight="40"), indicator("2", MARKS, weight="60")
            )
        ],
        [{"indicator": "2", "value": "4"}],
        schemes=[part],
    )
    # 10 marks beside 5: all count out of 100, whether the 10 were measured or not
    assert (made.indicator("1").full, made.indicator("1").counted) == (10, None)
    assert (made.total.score, made.total.full) == (80, 100)
    made = card([dimension(1, composite({"id": "1.1", "scale": MARKS}, scheme="half"))], [], schemes=[half])
    assert made.indicator("1").full == 50


def two_judges(**more):
    results = [{"indicator": "1", "track": track, "value": "4"} for track in ("self", "board")]
    made = card([dimension(1, indicator("1", MARKS))], results, tracks=TRACKS, **more)
    return [each.card.total.score for each in made.tracks]


def test_what_names_no_judge_is_taken_from_the_one_that_decides_and_a_condition_holds_for_all():
    taken = [{"indicator": "1", "amount": "-1", "reason": "ช้า"}]
    assert two_judges(adjustments=taken) == [4, 3]
    assert two_judges(adjustments=taken, decides="self") == [3, 4]
    assert two_judges(adjustments=[{**taken[0], "track": "self"}]) == [3, 4]
    gate = {"condition": "ครบ", "ceiling": "2", "met": False}
    assert two_judges(gates=[gate]) == [2, 2]
    assert two_judges(gates=[{**gate, "track": "self"}]) == [2, 4]


def test_what_is_taken_from_a_total_and_a_ceiling_over_it_come_after_rounding():
    scheme = {"id": "own", "like": "five-levels", "rounding": {"total": ["1"]}}
    made = card(
        [dimension(1, indicator("1", MARKS))],
        [{"indicator": "1", "value": "4.25"}],
        "own",
        schemes=[scheme],
        adjustments=[{"amount": "0.05", "reason": "รางวัล"}],
    )
    assert (made.total.score, made.total.percent) == (D("4.35"), 87)  # 4.25 is 4.3, and 0.05 more; of 5


def test_grades_at_most_and_from_their_limit_on():
    scheme = {
        "id": "own", "like": "five-levels",
        "bands": [{"name": "พอใช้"}, {"at_least": "4", "name": "ดีมาก"}, {"at_least": "3", "name": "ดี"}],
    }  # fmt: skip
    gate = {"condition": "ครบ", "grade": "ดี", "met": False}

    def grade(value, **more):
        results = [{"indicator": "1", "value": value}]
        return card([dimension(1, indicator("1", MARKS))], results, "own", schemes=[scheme], **more).grade

    assert [grade(value) for value in ("4", "3.9999", "3", "2.9")] == ["ดีมาก", "ดี", "ดี", "พอใช้"]
    assert [grade(value, gates=[gate]) for value in ("4", "2.9")] == ["ดี", "พอใช้"]
    assert grade("4", gates=[{**gate, "met": True}]) == "ดีมาก"


def test_rounds_of_other_full_marks_count_as_their_share():
    hundred = {"id": "hundred", "like": "five-levels", "out_of": "100"}
    twenty = {"id": "twenty", "like": "five-levels", "out_of": "20"}
    tracks = [{**TRACKS[0], "scheme": "hundred"}, TRACKS[1]]
    results = [
        {"indicator": "1", "track": "self", "value": "5"},
        {"indicator": "1", "track": "board", "value": "4"},
    ]
    dimensions, schemes = [dimension(1, indicator("1", MARKS))], [hundred, twenty]
    made = card(dimensions, results, "twenty", schemes=schemes, tracks=tracks, combine_tracks="mean")
    assert [each.card.total.score for each in made.tracks] == [100, 16]
    assert (made.overall.score, made.overall.full) == (18, 20)  # (100 % + 80 %) / 2 of 20


def test_the_plain_mean_is_told_where_the_least_decides():
    results = [
        {"indicator": "1", "track": "self", "value": "5"},
        {"indicator": "1", "track": "board", "value": "2"},
    ]
    made = card([dimension(1, indicator("1", MARKS))], results, tracks=TRACKS, combine_tracks="least")
    assert (made.overall.score, made.overall.mean) == (2, D("3.5"))


def test_what_is_given_to_a_figure_below_the_first_level_is_added_to_what_counts():
    given = [{"indicator": "1", "amount": "0.5", "reason": "รางวัล"}]
    made = card(
        [dimension(1, indicator("1", {"type": "milestone"}))],
        [{"indicator": "1", "steps": "0"}],
        adjustments=given,
    )
    assert (made.indicator("1").score, made.total.score) == (D("1.5"), D("1.5"))  # counts 1, and 0.5


def test_a_condition_of_which_nothing_is_known_yet_limits_nothing():
    gates = [Gate(condition="ครบ", ceiling=D(2), met=met) for met in (True, False, None)]
    assert unmet(gates) == (gates[1],)


def test_a_composite_is_explained_in_the_marks_that_it_was_combined_in():
    schemes = [
        {"id": "sum", "like": "five-levels", "combine": "sum", "out_of": "50"},
        {"id": "share", "like": "five-levels", "out_of": "100"},
    ]
    parts = [{"id": "1.1", "scale": MARKS}, {"id": "1.2", "scale": {**MARKS, "full_marks": "3"}}]
    results = [{"indicator": "1.1", "value": "4"}, {"indicator": "1.2", "value": "3"}]

    def told(made):
        whole = card([dimension(1, made)], results, schemes=schemes)
        return next(iter(explain_indicator(whole.indicator("1"), whole.rules))).th

    marks = indicator("1", parts=[{"name": "ส่วน", **part} for part in parts], scheme="sum")
    assert told(marks) == "จากตัวชี้วัดย่อย: 4 + 3 จากคะแนนเต็ม 8 = 43.75 (เต็ม 50)"
    of_100 = "จากตัวชี้วัดย่อย: (50 × (4 ÷ 5 × 100) + 50 × (3 ÷ 3 × 100)) ÷ 100 = 90"
    assert told(composite(*parts, scheme="share")) == of_100


def test_the_last_round_with_results_decides_and_of_none_the_last():
    def decided(*tracks):
        results = [{"indicator": "1", "track": track, "value": "4"} for track in tracks]
        return card([dimension(1, indicator("1", MARKS))], results, tracks=TRACKS).decided_by.id

    assert [decided("self"), decided("self", "board"), decided()] == ["self", "board", "board"]


def test_rounded_weighted_scores_are_what_the_total_is_reckoned_from():
    scheme = {"id": "own", "like": "five-levels", "rounding": {"weighted": ["1"]}}
    shares = [("1", "30", "4"), ("2", "30", "3.5"), ("3", "40", None)]
    made = card(
        [dimension(1, *(indicator(id, MARKS, weight=weight) for id, weight, _ in shares))],
        [{"indicator": id, "value": value} for id, _, value in shares if value],
        "own",
        schemes=[scheme],
    )
    assert [one.weighted for one in made.indicators] == [D("1.2"), D("1.1"), None]  # 1.05 is 1.1
    # (1.2 + 1.1) × 100 / 60; of the scores themselves it would be 3.75
    assert made.total.score.quantize(D("0.0001")) == D("3.8333")


def test_a_scale_says_over_its_scheme_what_is_below_and_between():
    scheme = {"id": "own", "like": "five-levels", "below": "zero", "between": "interpolate"}
    rows = [{"value": 2, "level": 1}, {"value": 4, "level": 3}]
    points = [{"figure": 2, "score": 1}, {"figure": 4, "score": 3}]

    def score(scale, value):
        made = card(
            [dimension(1, indicator("1", scale))],
            [{"indicator": "1", "value": value}],
            "own",
            schemes=[scheme],
        )
        return made.indicator("1").score

    table = {"type": "table", "rows": rows}
    assert [score(table, "1"), score({**table, "below": "first"}, "1")] == [0, 1]
    assert [score(table, "3"), score({**table, "between": "interpolate"}, "3")] == [1, 2]
    curve = {"type": "points", "points": points}
    assert [score(curve, "3"), score({**curve, "between": "step"}, "3")] == [2, 1]


def test_what_has_no_result_counts_as_the_first_of_its_points():
    points = {"type": "points", "points": [{"figure": 20, "score": 4}, {"figure": 10, "score": 2}]}
    made = card([dimension(1, indicator("1", points, unmeasured="floor"))], [])
    assert made.indicator("1").counted == 2  # the lowest score, not the first that was typed
