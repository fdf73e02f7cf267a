"""A total out of full marks of its own: what members bring to it is told in its marks (domain.md §2.2)."""

from decimal import Decimal as D

import pytest

from pipeline.scoring.explaining import explain_indicator, explain_total
from tests.scoring.agreements import card, dimension, indicator, lone

LINEAR = {"type": "linear", "thresholds": ["60", "65", "70", "75", "80"]}
OF_100 = {"id": "own", "like": "five-levels", "out_of": "100"}


def marks(id, full="5", weight=None, **more):
    return indicator(id, {"type": "marks", "full_marks": full}, weight=weight, **more)


def test_weighted_scores_add_up_to_the_total_that_is_out_of_100():
    made = card(
        [dimension(1, indicator("1", LINEAR, weight="40"), indicator("2", LINEAR, weight="60"))],
        [{"indicator": "1", "value": "65"}, {"indicator": "2", "value": "75"}],
        "own",
        schemes=[OF_100],
    )
    # 2 of 5 is 40 of 100, 40 % of it 16; 4 of 5 is 80, 60 % of it 48
    assert [one.weighted for one in made.indicators] == [16, 48]
    assert (made.total.score, made.total.full, made.total.weighted) == (64, 100, 64)
    # a dimension that only gathers is told out of the same marks
    assert [(each.score, each.full, each.weighted) for each in made.dimensions] == [(64, 100, 64)]
    told = [line.th for line in explain_indicator(made.indicator("1"), made.rules)]
    assert told[-1] == "คะแนนถ่วงน้ำหนัก: 40 × (2 ÷ 5 × 100) ÷ 100 = 16.0000"
    assert next(explain_total(made)).th.startswith("ผลรวมคะแนนถ่วงน้ำหนัก 64 × 100 ÷ น้ำหนักที่นำมาคิด 100 = 64.0000")


def test_a_strategy_brings_points_out_of_its_full_marks():
    # goals are means of their indicators, strategies weigh goals, the plan adds up points of 60 and 40
    made = card(
        [
            {
                "number": 1, "name": "ก", "weight": "60", "scheme": "strategy",
                "groups": [
                    {"name": "1.1", "weight": "65", "scheme": "goal", "indicators": [marks("1"), marks("2")]},
                    {"name": "1.2", "weight": "35", "scheme": "goal", "indicators": [marks("3")]},
                ],
            },
            dimension(2, marks("4"), weight="40", scheme="goal"),
        ],
        [{"indicator": id, "value": value} for id, value in (("1", "3"), ("2", "4"), ("3", "2"), ("4", "5"))],
        "own",
        schemes=[
            OF_100, {"id": "strategy", "like": "five-levels"},
            {"id": "goal", "like": "five-levels", "combine": "mean"},
        ],
    )  # fmt: skip
    first, second = made.dimensions
    assert first.score == D("2.975")  # 0.65 × (3 + 4) / 2 + 0.35 × 2
    assert [first.share_weighted, second.share_weighted] == [D("35.7"), 40]  # 2.975 / 5 × 60, 5 / 5 × 40
    assert made.total.score == D("75.7")


def test_a_composite_keeps_the_full_marks_of_its_scheme():
    parts = [
        {"id": "1.1", "name": "ก", "weight": "50", "scale": {"type": "marks"}},
        {"id": "1.2", "name": "ข", "weight": "50", "scale": {"type": "marks"}},
    ]
    made = card(
        [dimension(1, indicator("1", parts=parts))],
        [{"indicator": "1.1", "value": "3"}, {"indicator": "1.2", "value": "4"}],
        "own",
        schemes=[OF_100],
    )
    assert (made.indicator("1").score, made.indicator("1").full) == (D("3.5"), 5)
    assert made.total.score == 70


def test_the_percentage_of_summed_marks_is_their_share_and_not_a_mean_of_rounded_shares():
    sums = {"id": "own", "like": "five-levels", "combine": "sum", "rounding": {"score": ["0"]}}
    made = card(
        [dimension(1, marks("1", "70"), marks("2", "50"))],
        [{"indicator": "1", "value": "32"}, {"indicator": "2", "value": "18"}],
        "own",
        schemes=[sums],
    )
    # 50 of 120 is 41.666…; 70 × 45.71 % + 50 × 36 %, of 120, would be 41.664…
    assert [each.percent.quantize(D("0.0001")) for each in (made.total, *made.dimensions)] == [
        D("41.6667")
    ] * 2


def test_the_percentage_of_a_total_out_of_100_is_the_total():
    thirds = {**OF_100, "rounding": {"score": []}}
    scale = {"type": "points", "points": [{"figure": 0, "score": 0}, {"figure": 3, "score": 5}]}
    made = card(
        [dimension(1, *(indicator(str(n), scale, weight=w) for n, w in ((1, "30"), (2, "30"), (3, "40"))))],
        [{"indicator": str(n), "value": "1"} for n in (1, 2)] + [{"indicator": "3", "value": "2"}],
        "own",
        schemes=[thirds],
    )
    # 0.6 × 33.333… + 0.4 × 66.666… = 46.666…; the mean of 33.33 and 66.67 would be 46.666 exactly
    assert made.total.percent == made.total.score


def test_each_dimension_has_the_grade_of_its_score():
    scheme = {
        "id": "own", "like": "five-levels", "combine": "mean", "rounding": {"score": ["2"], "total": ["2"]},
        "bands": [{"at_least": "4.51", "name": "ดีมาก"}, {"at_least": "3.51", "name": "ดี"}, {"name": "พอใช้"}],
    }  # fmt: skip
    made = card(
        [dimension(1, marks("1"), marks("2")), dimension(2, marks("3"))],
        [{"indicator": id, "value": value} for id, value in (("1", "5"), ("2", "4.01"), ("3", "1"))],
        "own",
        schemes=[scheme],
    )
    # 4.505 is 4.51 where it is told, as a total is; the whole is (5 + 4.01 + 1) / 3 = 3.34
    assert [each.grade for each in made.dimensions] == ["ดีมาก", "พอใช้"]
    assert (made.total.grade, made.grade) == ("พอใช้", "พอใช้")


ROUNDS = [
    {"id": "a", "name": "รอบ 1", "weight": "20", "scheme": "round"},
    {"id": "b", "name": "รอบ 2", "weight": "80"},
]


@pytest.mark.parametrize(("how", "score"), [("mean", "3.67"), ("weighted", "3.87"), ("least", "3.33")])
def test_rounds_are_combined_before_they_are_rounded_and_by_the_documents_scheme(how, score):
    # 10/3 and 4 are told as 3.3 and 4.00; of the rounded ones the mean would be 3.65
    own = {
        "id": "own", "like": "five-levels", "rounding": {"score": [], "total": ["2"]},
        "bands": [{"at_least": "3.5", "name": "ดี"}, {"name": "ปรับปรุง"}],
    }  # fmt: skip
    of_round = {"id": "round", "like": "five-levels", "rounding": {"score": [], "total": ["1"]}}
    scale = {"type": "points", "points": [{"figure": 0, "score": 0}, {"figure": 3, "score": 5}]}
    made = card(
        [dimension(1, indicator("1", scale))],
        [{"indicator": "1", "track": "a", "value": "2"}, {"indicator": "1", "track": "b", "value": "2.4"}],
        "own",
        schemes=[own, of_round],
        tracks=ROUNDS,
        combine_tracks=how,
        decides="a",
    )
    assert [each.card.total.score for each in made.tracks] == [D("3.3"), 4]
    assert made.overall.score == D(score)  # 3.6666…, (20 × 3.333… + 80 × 4) / 100 = 3.8666…, 3.333…
    assert made.overall.grade == ("ปรับปรุง" if how == "least" else "ดี")


def test_a_round_under_a_ceiling_is_combined_under_it():
    made = lone(
        {"type": "marks"},
        {"value": "4", "track": "a"},
        tracks=[*ROUNDS[1:], {"id": "a", "name": "รอบ 1"}],
        combine_tracks="least",
        gates=[{"condition": "ครบทุกส่วน", "ceiling": "2.5", "met": False}],
    )
    assert made.overall.score == D("2.5")
