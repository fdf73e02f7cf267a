"""A scheme that cannot be, and what does not fit the scheme it is scored by, is told once, at its field."""

from typing import Any

import pytest

from pipeline.diagnostics import Location
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.loading import check_input
from tests.scoring.agreements import dimension, indicator, values

LINEAR = {"type": "linear", "thresholds": [60, 65, 70, 75, 80]}
RESULT = {"indicator": "1", "value": "72"}
TRACKS = [{"id": "self", "name": "ประเมินตนเอง"}, {"id": "board", "name": "คณะกรรมการ"}]


def told(*dimensions, results=(RESULT,), scheme="five-levels", **more) -> list[tuple[str, str]]:
    """Each fault's code and the path of its field."""
    made = values(list(dimensions), list(results), scheme, **more)
    places: dict[Any, Any] = {}
    _place(made, (), places)
    found = check_input(Source("x.yaml", made, places), SHIPPED).faults
    return [(fault.code, fault.location.file if fault.location else "") for fault in found]


def _place(value: Any, path: tuple[Any, ...], places: dict[Any, Any]) -> None:
    """A place for each value whose file is its path, so that a fault tells it."""
    places[path] = Location("/".join(map(str, path)))
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        _place(inner, (*path, key), places)


def one(scale=LINEAR, **more):
    return dimension(1, indicator("1", scale, **more))


SUM = {"id": "sum", "like": "five-levels", "combine": "sum"}
AT = "agreement/dimensions/0/groups/0/indicators/0"


@pytest.mark.parametrize(
    ("scheme", "code", "place"),
    [
        ({"id": "own"}, "scheme-incomplete", "schemes/0/id"),
        ({"id": "own", "like": "own"}, "scheme-circle", "schemes/0/like"),
        ({"id": "own", "like": "five-level"}, "unknown-name", "schemes/0/like"),
        ({"id": "lpa", "like": "five-levels"}, "scheme-name-taken", "schemes/0/id"),
        (
            {"id": "own", "like": "five-levels", "levels": [{"score": n} for n in (1, 2, 2, 4, 5)]},
            "scheme-levels-turn",
            "schemes/0/levels",
        ),
        (
            {
                "id": "own",
                "like": "five-levels",
                "points": [{"figure": f, "score": f % 3} for f in (1, 2, 3)],
            },
            "scheme-points-turn",
            "schemes/0/points",
        ),
        (
            {"id": "own", "like": "five-levels", "bands": [{"name": "ดี", "at_least": 3}]},
            "bands-gap",
            "schemes/0/bands",
        ),
        (
            {"id": "own", "like": "five-levels", "bands": [{"name": "ดี", "at_least": 90}, {"name": "พอใช้"}]},
            "bands-beyond",
            "schemes/0/bands/0/at_least",
        ),
        (
            {"id": "own", "like": "five-levels", "bands": [{"name": "ดี"}, {"name": "พอใช้"}]},
            "bands-repeat",
            "schemes/0/bands/1",
        ),
    ],
)
def test_a_scheme_that_cannot_be(scheme, code, place):
    assert told(one(), schemes=[scheme]) == [(code, place)]


@pytest.mark.parametrize(
    ("dimensions", "code", "place"),
    [
        (one({"type": "linear", "thresholds": [60, 70, 80]}), "levels-differ", f"{AT}/scale/thresholds"),
        (
            one({"type": "table", "rows": [{"value": 3, "level": 7}]}),
            "level-unknown",
            f"{AT}/scale/rows/0/level",
        ),
        (one({"type": "points"}), "points-lacking", f"{AT}/scale/type"),
        (
            one({"type": "points", "points": [{"figure": 0, "score": 0}, {"figure": 9, "score": 9}]}),
            "points-beyond",
            f"{AT}/scale/points/1/score",
        ),
        (one(scheme="elsewhere"), "unknown-name", f"{AT}/scheme"),
        (one(None), "scale-or-parts", AT),
        (
            one(None, parts=[{"id": "1.1", "name": "ก", "weight": "1"}]),
            "scale-or-parts",
            f"{AT}/parts/0",
        ),
    ],
)
def test_what_does_not_fit_its_scheme(dimensions, code, place):
    results = [] if "parts" in place else [RESULT]
    assert told(dimensions, results=results) == [(code, place)]


POINTS_ONLY = {
    "id": "curve",
    "points": [{"figure": 1, "score": 2}, {"figure": 3, "score": 4}],
    "between": "step",
    "below": "zero",
    "combine": "weighted",
    "of": 100,
    "unmeasured": "floor",
    "rounding": {name: [2] for name in ("ratio", "score", "weighted", "group", "total")},
}


@pytest.mark.parametrize(
    "scale",
    [
        LINEAR,
        {"type": "milestone"},
        {"type": "count"},
        {"type": "table", "rows": [{"value": 1, "level": 1}, {"value": 2, "level": 2}]},
    ],
)
def test_a_scale_of_levels_under_a_scheme_without_levels(scale):
    found = told(one(scale), results=[], scheme="curve", schemes=[POINTS_ONLY])
    assert found == [("levels-lacking", f"{AT}/scale/type")]


@pytest.mark.parametrize("scale", [{"type": "points"}, {"type": "marks"}, {"type": "limit", "at_most": "3"}])
def test_a_scale_that_needs_no_levels_under_a_scheme_without_levels(scale):
    assert told(one(scale), results=[], scheme="curve", schemes=[POINTS_ONLY]) == []


@pytest.mark.parametrize("scores", [(0,), (-5, -3), (-5, 0)])
def test_a_scheme_in_which_nothing_can_be_earned(scores):
    own = {"id": "own", "like": "five-levels", "levels": [{"score": score} for score in scores]}
    assert told(one(), schemes=[own]) == [("scheme-worthless", "schemes/0/levels")]


def test_a_target_level_that_the_scheme_does_not_have():
    aimed = dimension(1, indicator("1", {"type": "linear", "thresholds": [60, 70, 80]}, target_level=4))
    assert told(aimed, results=[], scheme="opdc-2562") == [("level-unknown", f"{AT}/target_level")]


@pytest.mark.parametrize("limits", [{}, {"at_least": "3", "at_most": "5"}])
def test_a_limit_of_percents_that_is_none_or_two_is_told_and_nothing_else(limits):
    limited = dimension(1, indicator("1", {"type": "limit", **limits}, unit="ร้อยละ"))
    assert [code for code, _ in told(limited)] == ["one-limit"]


def test_a_weight_that_is_lacking_is_told_where_members_are_weighed_and_only_there():
    without = indicator("1", LINEAR, weight=None)
    assert told(dimension(1, without, weight="100")) == [("weight-lacking", AT)]
    assert told(dimension(1, without), scheme="passed-or-not") != [("weight-lacking", AT)]


def test_a_weight_that_does_not_count_is_told():
    marks = indicator("1", {"type": "marks", "full_marks": "60"}, weight="60")
    assert (
        told(dimension(1, marks, weight="60"), results=[], scheme="sum", schemes=[SUM]) == []
    )  # repeats the full marks
    other = indicator("1", {"type": "marks", "full_marks": "60"}, weight="50")
    assert told(dimension(1, other, weight="50"), results=[], scheme="sum", schemes=[SUM]) == [
        ("weight-unused", f"{AT}/weight")
    ]


@pytest.mark.parametrize(
    ("more", "code", "place"),
    [
        ({"results": [RESULT], "tracks": TRACKS}, "track-lacking", "results/0"),
        ({"results": [{**RESULT, "track": "jury"}], "tracks": TRACKS}, "unknown-name", "results/0/track"),
        ({"results": [{**RESULT, "track": "self"}]}, "unknown-name", "results/0/track"),
        ({"tracks": [*TRACKS, {**TRACKS[0], "name": "อื่น"}], "results": []}, "duplicate", "tracks/2/id"),
        (
            {"tracks": [TRACKS[0], {"id": "b", "name": "ประเมินตนเอง"}], "results": []},
            "duplicate",
            "tracks/1/name",
        ),
        ({"tracks": TRACKS, "results": [], "decides": "jury"}, "unknown-name", "decides"),
        ({"combine_tracks": "mean"}, "tracks-lacking", "combine_tracks"),
        ({"results": [{**RESULT, "score": "5.5"}]}, "score-beyond", "results/0/score"),
        ({"gates": [{"condition": "ก", "met": False}]}, "gate-open", "gates/0"),
        (
            {"gates": [{"condition": "ก", "met": False, "grade": "ดี", "indicator": "1"}]},
            "gate-grade",
            "gates/0/grade",
        ),
        ({"gates": [{"condition": "ก", "ceiling": 3}]}, "gate-unknown", "gates/0"),
        ({"gates": [{"ceiling": 3, "met": False}]}, "missing", "gates/0"),
        (
            {"adjustments": [{"indicator": "9", "amount": 1, "reason": "ก"}]},
            "unknown-name",
            "adjustments/0/indicator",
        ),
    ],
)
def test_judges_changes_and_conditions_that_are_not_known(more, code, place):
    assert told(one(), **more) == [(code, place)]


def test_each_result_stands_once_for_each_judge():
    twice = [{**RESULT, "track": "self"}, {**RESULT, "track": "board"}, {**RESULT, "track": "self"}]
    assert told(one(), results=twice, tracks=TRACKS) == [("duplicate", "results/2/indicator")]


def test_groups_that_gather_may_all_go_without_weights():
    groups = [
        {"name": name, "indicators": [indicator(id, LINEAR, weight=weight)]}
        for name, id, weight in (("ก", "1", "60"), ("ข", "2", "30"))
    ]
    made = {"number": 1, "name": "มิติ", "weight": "100", "groups": groups}
    assert told(made, results=[]) == [("weight-sum", "agreement/dimensions/0/weight")]  # 60 + 30
    groups[1]["indicators"][0]["weight"] = "40"
    assert told(made, results=[]) == []
    groups[0]["weight"] = "60"
    assert told(made, results=[]) == [("weight-lacking", "agreement/dimensions/0/groups/1")]


def test_more_judges_than_a_paper_has_room_for_are_told_once():
    many = [{"id": f"t{n}", "name": f"กรรมการ {n}"} for n in range(21)]
    results = [{**RESULT, "track": "t3"}]
    assert told(one(), results=results, tracks=many[:20]) == []
    assert [place for _, place in told(one(), results=results, tracks=many)] == ["tracks"]


def test_results_of_a_judge_whose_id_is_not_sound_are_not_told_besides():
    results = [{**RESULT, "track": "board"}]
    twice = [TRACKS[0], {**TRACKS[1], "id": "self"}]
    changed = {"decides": "board", "adjustments": [{"track": "board", "amount": "-1", "reason": "ก"}]}
    assert told(one(), results=results, tracks=twice, **changed) == [("duplicate", "tracks/1/id")]
    without = [TRACKS[0], {"name": "คณะกรรมการ"}]
    assert [code for code, _ in told(one(), results=results, tracks=without)] == ["missing"]


PARTS = [{"id": f"1.{n}", "name": "ก", "weight": "0.5", "scale": LINEAR} for n in (1, 2)]


@pytest.mark.parametrize("field", ["adjustments", "gates"])
def test_the_score_of_a_composite_is_changed_at_its_parts(field):
    entry = {
        "adjustments": {"amount": "-1", "reason": "ก"},
        "gates": {"condition": "ก", "ceiling": 3, "met": False},
    }[field]
    made, results = one(None, parts=PARTS), [{"indicator": "1.1", "value": "72"}]
    at_composite = told(made, results=results, **{field: [{**entry, "indicator": "1"}]})
    assert at_composite == [("change-of-composite", f"{field}/0/indicator")]
    assert told(made, results=results, **{field: [{**entry, "indicator": "1.1"}]}) == []


def test_a_result_of_a_round_without_a_scale_is_told():
    targets = [{"track": "board", "scale": LINEAR}]
    made = one(None, targets=targets)
    assert told(made, results=[{**RESULT, "track": "board"}], tracks=TRACKS) == []
    found = told(made, results=[{**RESULT, "track": "self"}], tracks=TRACKS)
    assert found == [("result-without-scale", "results/0/track")]
