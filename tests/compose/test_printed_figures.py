"""Every score table is worked out again from what it prints, on every scale: what is printed is what was
reckoned with (`pipeline/scoring/rounding.py`; the notes below each table state the rule).
"""

import json
from copy import deepcopy
from decimal import ROUND_HALF_UP
from decimal import Decimal as D
from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import compose
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.loading import load
from pipeline.kinds.scoring import score_input
from pipeline.papers.score_json import card_json
from tests.conftest import agreement_values, indicator, plan_values, project

PLAN, AGREEMENT = plan_values.__wrapped__(), agreement_values.__wrapped__()
RISING = st.sampled_from(["60 65 70 75 80", "0 3 7 11 20", "1.25 2.5 3.75 5 6.25", "50 60 70 80 90"])
THRESHOLDS = st.tuples(RISING, st.booleans()).map(lambda drawn: drawn[0].split()[:: -1 if drawn[1] else 1])
TABLE = [{"value": "0", "level": "1"}, {"value": "2", "level": "3"}, {"value": "5", "level": "5"}]
SCALES = st.one_of(
    THRESHOLDS.map(lambda five: {"type": "linear", "thresholds": five}),
    THRESHOLDS.map(lambda five: {"type": "step", "thresholds": five}),
    st.sampled_from([{"type": "milestone"}, {"type": "count"}, {"type": "table", "rows": TABLE}]),
)
RATIOS = st.tuples(st.integers(0, 97), st.integers(97, 131)).map(
    lambda drawn: {"numerator": str(drawn[0]), "denominator": str(drawn[1])}
)
VALUES = st.decimals(2, 95, places=3).map(lambda value: {"value": f"{value:f}"})
STATUSES = st.sampled_from(["not-reported", "in-progress", "cancelled"]).map(
    lambda status: {"status": status}
)
WEIGHTS = st.sampled_from([["52.5", "17.5"], ["33.33", "36.67"], ["60", "10"], ["0.125", "69.875"]])
POLICIES = st.sampled_from(["excluded", "zero", "floor"])


@st.composite
def measured(draw, scale):
    """A result that fits the scale, or a status."""
    fitting = RATIOS | VALUES
    if scale["type"] not in ("linear", "step"):
        fitting = st.integers(0, 5).map(lambda done: {"steps": str(done)})
    return draw(st.one_of(fitting, fitting, fitting, STATUSES))


@st.composite
def agreements(draw):
    """Two indicators and a composite of two parts, on any scales."""
    values = deepcopy(AGREEMENT)
    first, second = values["agreement"]["dimensions"]
    scales = [draw(SCALES) for _ in range(4)]
    weights = draw(WEIGHTS)
    first["groups"][0]["indicators"] = [indicator(str(n + 1), weights[n], scale=scales[n]) for n in range(2)]
    parts = second["groups"][0]["indicators"][0]["parts"]
    for part, scale in zip(parts, scales[2:], strict=True):
        part["scale"] = scale
    values["agreement"]["unmeasured"] = draw(POLICIES)
    ids = ["1", "2", "3.1", "3.2"]
    values["results"] = [
        {"indicator": id, **draw(measured(scale))} for id, scale in zip(ids, scales, strict=True)
    ]
    return values


@st.composite
def plans(draw):
    """Four projects in two dimensions, on any scales, some with the ratio as their share."""
    values = deepcopy(PLAN)
    scales = [draw(SCALES) for _ in range(4)]
    weights = [*draw(WEIGHTS), "12.5", "17.5"]
    made = []
    for n, scale in enumerate(scales):
        ratio = scale["type"] in ("linear", "step") and draw(st.booleans())
        made.append(project(str(n), weights[n], scale, achievement="ratio" if ratio else "level"))
    values["plan"]["dimensions"] = [
        {"number": str(n), "name": f"มิติ {n}", "projects": made[2 * n - 2 : 2 * n]} for n in (1, 2)
    ]
    values["plan"]["unmeasured"] = draw(POLICIES)
    values["results"] = [{"project": str(n), **draw(measured(scale))} for n, scale in enumerate(scales)]
    return values


def scored(values):
    office_input = load(Source("input.yaml", deepcopy(values)), SHIPPED)
    return office_input, score_input(office_input)


def markup(values, paper_id):
    office_input, card = scored(values)
    (paper,) = [paper for paper in compose.papers_of(office_input) if paper.id == paper_id]
    return ElementTree.fromstring(compose.compose(paper, office_input, card, "arabic"))


def texts(row):
    return ["".join(cell.itertext()).strip() for cell in row]


def rows_of(document, style):
    (table,) = document.findall(f".//table[@style='{style}']")
    return [(row.tag, texts(row)) for row in table if row.tag in ("row", "total")]


def notes_of(document, style):
    return " ".join("".join(p.itertext()) for p in document.iter("p") if p.get("style") == style)


def number(text):
    return None if text == "-" else D(text)


def half_up(figure, step):
    return figure.quantize(D(step), ROUND_HALF_UP)


def mean(pairs):
    """Σ(w × s) / Σw over what is not `-`, as the note says."""
    counted = [(weight, score) for weight, score in pairs if score is not None]
    if not counted:
        return None
    return sum(weight * score for weight, score in counted) / sum(weight for weight, _ in counted)


def score_of(scale, result):
    """The score of a printed result on printed thresholds, of 1 to 5."""
    if scale["type"] == "table":
        return max(D(row["level"]) for row in TABLE if D(row["value"]) <= result)
    if scale["type"] in ("milestone", "count"):
        return max(D(1), result)
    five = [D(each) for each in scale["thresholds"]]
    sign = 1 if five[0] < five[-1] else -1
    reached = sum(sign * result >= sign * each for each in five)
    if scale["type"] == "step" or reached in (0, 5):
        return D(max(1, reached))
    low, high = list(pairwise(five))[reached - 1]
    return half_up(reached + (result - low) / (high - low), "0.0001")


def shown(score):
    """A mean as its total row prints it."""
    return "-" if score is None else f"{half_up(score, '0.0001')}"


def total(lines):
    """The figures of a total row: weight, score and weighted score of lines (weight, score, weighted)."""
    score = mean([(weight, score) for weight, score, _ in lines])
    weighted = sum((each for _, _, each in lines if each is not None), D(0))
    return sum(weight for weight, _, _ in lines), shown(score), weighted


@settings(max_examples=25)
@given(agreements())
def test_the_score_sheet_follows_from_what_it_prints(values):
    document = markup(values, "scores")
    listed = [each for d in values["agreement"]["dimensions"] for each in d["groups"][0]["indicators"]]
    scales = [each.get("scale") for one in listed for each in (one, *one.get("parts", ()))]
    lines, parts, everything = [], [], []
    for tag, cells in rows_of(document, "scores"):
        if tag == "total":
            together = total(lines or everything)
            assert (D(cells[1]), cells[3], D(cells[4])) == together, cells
            everything, lines = everything + lines, []
            continue
        scale, weight, score = scales.pop(0), D(cells[2].strip("()")), number(cells[9])
        if scale and (result := cells[8]).replace(".", "").isdigit():
            assert score == score_of(scale, D(result)), cells
        if cells[2].startswith("("):
            parts.append((weight, score))
        else:
            assert number(cells[10]) == (None if score is None else weight * score / 100), cells
            lines.append((weight, score, number(cells[10])))
        if len(parts) == 2:
            assert (composite := mean(parts)) is None or lines[-1][1] == half_up(composite, "0.0001")
    assert not scales
    assert ("ปัดเป็นทศนิยม 2 ตำแหน่ง" in notes_of(document, "score-note")) == scored(values)[1].rounded


def counted(level, percent, weight, weighted):
    """What a line counts with where it prints `-`: by the notes, as its weighted score shows."""
    if level is not None or weighted is None:
        return level, percent
    return weighted * 100 / weight, percent if percent is not None else weighted * 2000 / weight


@settings(max_examples=25)
@given(plans())
def test_the_table_of_the_report_follows_from_what_it_prints(values):
    document = markup(values, "report")
    projects = [each for d in values["plan"]["dimensions"] for each in d["projects"]]
    results = {result["project"]: result for result in values["results"]}
    lines, percents, everything, every_percent = [], [], [], []
    for tag, cells in rows_of(document, "summary"):
        if tag == "total":
            weight, score, weighted = total(lines or everything)
            assert (D(cells[1]), cells[2], D(cells[4])) == (weight, score, weighted), cells
            average = mean(percents or every_percent)
            assert number(cells[3]) == (None if average is None else half_up(average, "0.01")), cells
            everything, lines = everything + lines, []
            every_percent, percents = every_percent + percents, []
            continue
        one = projects.pop(0)
        weight, level, percent, weighted = D(cells[1]), *map(number, cells[2:])
        if "value" in results[one["id"]] and level is not None:
            assert level == score_of(one["scale"], D(results[one["id"]]["value"]))
        if one["achievement"] == "ratio" and percent is not None:
            assert (level or 1) == score_of(one["scale"], percent)
        elif level is not None:
            assert percent == half_up(level * 20, "0.01")
        if level is not None:
            assert weighted == weight * level / 100
        counts, share = counted(level, percent, weight, weighted)
        lines.append((weight, counts, weighted))
        percents.append((weight, share))
    assert not projects
    assert ("ปัดเป็นทศนิยม 2 ตำแหน่ง" in notes_of(document, "note")) == scored(values)[1].rounded


@settings(max_examples=25)
@given(agreements() | plans())
def test_scores_for_programs_follow_from_one_another(values):
    office_input, card = scored(values)
    told = json.loads(json.dumps(card_json("x", office_input.kind, card, {}, str)))
    every = [each for dimension in told["dimensions"] for each in dimension["indicators"]]
    for group, members in [*((d, d["indicators"]) for d in told["dimensions"]), (told["total"], every)]:
        scores = [(D(m["weight"]), m["counted"] and D(m["counted"])) for m in members]
        weighted = sum(D(m["weighted"]) for m in members if m["weighted"])
        assert (group["score"] or "-", D(group["weighted"])) == (shown(mean(scores)), weighted)
        for member in members:
            if member["score"]:
                assert D(member["level"]) == D(member["score"])
                assert D(member["weighted"]) == D(member["weight"]) * D(member["score"]) / 100


def test_a_level_between_two_is_one_number_on_the_whole_row():
    values = deepcopy(PLAN)
    values["plan"]["dimensions"][0]["projects"][0] = project(
        "1", "10", {"type": "linear", "thresholds": ["60", "65", "70", "75", "80"]}
    )
    values["results"][0] = {"project": "1", "value": "74"}
    first = rows_of(markup(values, "report"), "summary")[0]
    assert first == ("row", ["แผนงาน 1", "10", "3.8", "76", "0.3800"])  # 3 + (74 - 70) / 5


def test_a_ratio_is_scored_as_it_is_printed():
    values = deepcopy(AGREEMENT)
    values["results"][0] = {"indicator": "1", "numerator": "515", "denominator": "800"}
    first = rows_of(markup(values, "scores"), "scores")[0][1]
    # 64.375 is printed as 64.38: 1 + (64.38 - 60) / 5, and 52.5 × 1.876 / 100
    assert first[8:] == ["64.38", "1.8760", "0.9849"]


def test_a_typed_figure_is_printed_as_typed():
    values = deepcopy(AGREEMENT)
    values["results"][0] = {"indicator": "1", "value": "64.375"}
    assert rows_of(markup(values, "scores"), "scores")[0][1][8:10] == ["64.375", "1.8750"]
