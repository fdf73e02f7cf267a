"""Laws that hold for any scheme: a better figure never loses, order is nothing, what is left out leaves the
rest.
"""

import ast
from decimal import Decimal as D
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline
from pipeline.scoring import leaf, tree
from tests.scoring.agreements import card, dimension, indicator, lone

SCORES = st.lists(st.integers(0, 100), min_size=2, max_size=7, unique=True).map(sorted)
FIGURES = st.integers(-200, 200)
BETWEEN = st.sampled_from(["interpolate", "step"])
BELOW = st.sampled_from(["first", "zero"])
COMBINE = st.sampled_from(["weighted", "mean", "sum"])
POLICY = st.sampled_from(["excluded", "zero", "floor", "failed"])


@st.composite
def schemes(draw):
    """A scheme of two to seven levels."""
    levels = [{"score": score} for score in draw(SCORES)]
    below, combine, policy = draw(BELOW), draw(COMBINE), draw(POLICY)
    return {
        "id": "own", "like": "five-levels", "levels": levels, "below": below, "combine": combine,
        "unmeasured": policy,
    }  # fmt: skip


@st.composite
def thresholds(draw, levels):
    """Figures for so many levels, rising or falling."""
    figures = sorted(draw(st.lists(FIGURES, min_size=levels, max_size=levels, unique=True)))
    return figures if draw(st.booleans()) else figures[::-1]


@given(st.data(), schemes(), BETWEEN, FIGURES, FIGURES)
@settings(max_examples=60)
def test_a_better_figure_never_scores_less(data, scheme, between, one, other):
    figures = data.draw(thresholds(len(scheme["levels"])))
    scale = {"type": "linear" if between == "interpolate" else "step", "thresholds": figures}
    worse, better = sorted([one, other], reverse=figures[0] > figures[-1])
    weight = {"weight": "100" if scheme["combine"] == "weighted" else None}
    low, high = (
        lone(scale, {"value": str(figure)}, "own", schemes=[scheme], **weight).total.score
        for figure in (worse, better)
    )
    assert low <= high


@st.composite
def plans(draw):
    """Indicators with marks of 5 and weights, of which some have no result."""
    count = draw(st.integers(2, 6))
    cuts = sorted(draw(st.lists(st.integers(1, 99), min_size=count - 1, max_size=count - 1, unique=True)))
    weights = [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]
    marks = draw(st.lists(st.none() | st.integers(0, 50), min_size=count, max_size=count))
    return [(str(n), weight, mark) for n, (weight, mark) in enumerate(zip(weights, marks, strict=True), 1)]


def scored(plan, scheme):
    weighs = scheme["combine"] == "weighted"
    marks = [
        indicator(id, {"type": "marks", "full_marks": 5}, weight=str(weight) if weighs else None)
        for id, weight, _ in plan
    ]
    results = [{"indicator": id, "value": str(D(mark) / 10)} for id, _, mark in plan if mark is not None]
    return card([dimension(1, *marks, weight="100" if weighs else None)], results, "own", schemes=[scheme])


@given(plans(), schemes(), st.randoms())
@settings(max_examples=60)
def test_the_order_of_indicators_does_not_matter(plan, scheme, random):
    total = scored(plan, scheme).total.score
    shuffled = list(plan)
    random.shuffle(shuffled)
    other = scored(shuffled, scheme).total.score
    assert (total is None) == (other is None)
    assert total is None or abs(total - other) < D("1e-20")


@given(plans(), schemes())
@settings(max_examples=60)
def test_what_is_left_out_leaves_the_rest_as_if_it_were_alone(plan, scheme):
    scheme = {**scheme, "unmeasured": "excluded"}
    measured = [(id, weight, mark) for id, weight, mark in plan if mark is not None]
    total = scored(plan, scheme).total.score
    if not measured:
        assert total is None
        return
    marks = [(weight, D(mark) / 10) for _, weight, mark in measured]
    expected = {
        "weighted": sum(weight * mark for weight, mark in marks) / sum(weight for weight, _ in marks),
        "mean": sum(mark for _, mark in marks) / len(marks),
        "sum": sum(mark for _, mark in marks),
    }[scheme["combine"]]
    assert abs(total - expected) < D("1e-20")


@given(st.data(), FIGURES)
@settings(max_examples=60)
def test_a_shorthand_is_its_points(data, figure):
    figures = data.draw(thresholds(5))
    points = [{"figure": each, "score": n} for n, each in enumerate(figures, 1)]
    for between, kind in (("interpolate", "linear"), ("step", "step")):
        short = lone({"type": kind, "thresholds": figures, "below": "first"}, {"value": str(figure)})
        said = lone(
            {"type": "points", "points": points, "between": between, "below": "first"}, {"value": str(figure)}
        )
        assert short.total.score == said.total.score


@pytest.mark.parametrize("package", ["scoring", "model/scales"])
def test_no_score_goes_through_a_binary_fraction(package):
    files = sorted((Path(pipeline.__file__).parent / package).rglob("*.py"))
    floats = [
        f"{file.name}:{node.lineno}"
        for file in files
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]
    assert floats == []


def test_each_indicator_is_scored_once_however_many_there_are(monkeypatch):
    made = []
    monkeypatch.setattr(tree, "score_leaf", lambda each: made.append(each.id) or leaf.score_leaf(each))
    many = [indicator(str(n), {"type": "milestone"}, weight="0.1") for n in range(1000)]
    results = [{"indicator": str(n), "steps": n % 5 + 1} for n in range(1000)]
    assert card([dimension(1, *many, weight="100")], results).total.score == 3
    assert sorted(made, key=int) == [str(n) for n in range(1000)]
