"""Papers of schemes with unlike levels: whatever stands below whatever, tables hold it and print it whole."""

import re
from collections import Counter
from copy import deepcopy
from itertools import count, groupby
from xml.etree import ElementTree

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import compose
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.kinds.loading import load
from pipeline.kinds.scoring import score_input
from pipeline.papers.build import lay_out
from pipeline.papers.prepared import Prepared
from tests.compose.test_printed_figures import markup, notes_of, rows_of, texts
from tests.compose.test_printed_schemes import SHEET, linear, made
from tests.conftest import agreement_values, indicator

AGREEMENT = agreement_values.__wrapped__()
LEVELS = st.integers(1, 10)
FIGURES = st.sampled_from(["0", "7", "33.25", "85.9999", "100", "123.4567"])
TRACKS = [{"id": f"t{n}", "name": f"รอบ {n}"} for n in range(1, 5)]


def scheme(levels):
    """A plain mean, in which nothing needs a weight."""
    listed = [{"score": str(n)} for n in range(1, levels + 1)]
    return {"id": f"of-{levels}", "like": "five-levels", "combine": "mean", "levels": listed}


SCHEMES = [scheme(levels) for levels in range(1, 11)]


@st.composite
def scales(draw, levels):
    """Any scale; thresholds are two at the least."""
    told = [str(n * 10) for n in range(1, levels + 1)]
    lone = [{"type": "marks", "full_marks": "150"}, {"type": "limit", "at_most": "7.5"}]
    by_level = [{"type": "linear", "thresholds": told}, {"type": "step", "thresholds": told[::-1]}]
    return draw(st.sampled_from([*lone, *by_level] if levels > 1 else lone))


@st.composite
def named(draw, above):
    """A scheme of its own or none, and the levels that hold below."""
    own = draw(st.none() | LEVELS)
    return ({"scheme": f"of-{own}"} if own else {}), own or above


@st.composite
def scored(draw, above, listed, depth):
    ids, years, tracks = listed
    said, levels = draw(named(above))
    made = {"id": str(next(ids)), "name": "ร้อยละของผู้รับบริการที่พึงพอใจ", "unit": "ร้อยละ", **said}
    if years:
        made["baselines"] = [{"year": year, "value": draw(FIGURES)} for year in years[:1]]
    if depth and draw(st.booleans()):
        below = scored(levels, listed, depth - 1)
        return made | {"parts": [draw(below) for _ in range(draw(st.integers(1, 2)))]}
    if tracks and draw(st.booleans()):
        made["targets"] = [{"track": draw(st.sampled_from(tracks))["id"], "scale": draw(scales(levels))}]
    return made | {"scale": draw(scales(levels))}


def leaves(of):
    for each in of:
        yield from leaves(each["parts"]) if "parts" in each else [each]


@st.composite
def agreements(draw):
    values, ids = deepcopy(AGREEMENT), count(1)
    tracks = TRACKS[: draw(st.sampled_from([0, 2, 3, 4]))]
    years = [2544, 2545][: draw(st.integers(0, 2))]
    whole = draw(LEVELS)
    dimensions = []
    for number in range(1, draw(st.integers(1, 2)) + 1):
        said, levels = draw(named(whole))
        groups = []
        for _ in range(draw(st.integers(1, 2))):
            of_group, below = draw(named(levels))
            several = [draw(scored(below, (ids, years, tracks), 1)) for _ in range(draw(st.integers(1, 2)))]
            groups.append({"name": "ประสิทธิผล", "indicators": several, **of_group})
        dimensions.append({"number": str(number), "name": "คุณภาพ", "groups": groups, **said})
    values["agreement"] |= {"dimensions": dimensions, "scheme": f"of-{whole}", "baseline_years": years}
    listed = [each for of in dimensions for group in of["groups"] for each in leaves(group["indicators"])]
    values["results"] = [
        {"indicator": each["id"], "value": draw(FIGURES), **({"track": track["id"]} if track else {})}
        for each in listed
        for track in (tracks or [None])
        if draw(st.booleans())
    ]
    return values | {"schemes": SCHEMES} | ({"tracks": tracks} if tracks else {})


def laid_out(values):
    """Every paper on its pages, made as the program makes it."""
    office_input = load(Source("input.yaml", deepcopy(values)), SHIPPED)
    prepared = Prepared("x", office_input, score_input(office_input))
    return [lay_out(prepared, paper) for paper in prepared.papers]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(agreements())
def test_papers_are_made_whatever_levels_stand_below_whatever(values):
    assert all(laid.pages for laid in laid_out(values))


def leveled(levels):
    """A scheme of this many levels, and a scale that fits it."""
    told = [str(10 * n) for n in range(1, levels + 1)]
    return {"scheme": f"of-{levels}", "scale": {"type": "linear", "thresholds": told}}


def bands(document):
    (table,) = document.findall(f".//table[@style='{SHEET}']")
    return [texts(row) for row in table if row.tag == "band"]


def test_three_and_four_levels_stand_below_a_document_of_five():
    listed = [indicator("3", "60", **leveled(3)), indicator("4", "40", **leveled(4))]
    values = made([("ก", "100", listed, "")], [{"indicator": "3", "value": "15"}], schemes=SCHEMES)
    assert all(laid.pages for laid in laid_out(values))
    document = markup(values, "scores")
    assert bands(document) == [["มิติที่ 1 ก (น้ำหนักร้อยละ 100)", "1", "2", "3", ""]]
    rows = [cells for _, cells in rows_of(document, SHEET)]
    assert rows[0][3:6] == ["10", "20", "30"]
    assert rows[1][3:7] == ["1: 10", "2: 20", "3: 30", "4: 40"]


def test_a_dimension_is_headed_by_the_levels_below_it():
    listed = [
        [indicator(str(levels), str(weight), **leveled(levels))] for levels, weight in ((3, 70), (6, 30))
    ]
    values = made(
        [("ก", "70", listed[0], ""), ("ข", "30", listed[1], "")],
        [{"indicator": "3", "value": "15"}],
        schemes=SCHEMES,
    )
    assert all(laid.pages for laid in laid_out(values))
    of_three, of_six = bands(markup(values, "scores"))
    assert of_three[1:-1] == ["1", "2", "3"]
    assert of_six[1:-1] == ["1", "2", "3", "4", "5", "6"]


def test_scores_that_judges_gave_without_figures_are_told_once():
    judges = [{"id": "a", "name": "ตนเอง"}, {"id": "b", "name": "กรรมการ"}]
    listed = [indicator(str(n), "50", scale=linear(60, 65, 70, 75, 80)) for n in (1, 2)]
    results = [{"indicator": n, "score": "4.5", "track": "a"} for n in ("1", "2")]
    results += [{"indicator": "1", "score": "4", "track": "b"}]
    document = markup(made([("ก", "100", listed, "")], results, tracks=judges), "scores")
    notes = notes_of(document, "score-note")
    assert notes.count("คะแนนที่ผู้ประเมินให้") == 1
    assert "คะแนนที่ผู้ประเมินให้ มิได้คิดจากเกณฑ์: ตนเอง ทุกตัวชี้วัด; กรรมการ ตัวชี้วัดที่ 1" in notes


def test_names_that_end_in_figures_stand_apart_in_notes():
    appraised = [("ด้านที่ 1", "60", "1"), ("ด้านที่ 2", "40", "2")]
    values = made(
        [(name, weight, [indicator(id, "100")], "appraisal-work") for name, weight, id in appraised],
        [{"indicator": "1", "value": "70"}],
        scheme="appraisal",
    )
    assert "คะแนนของด้านที่ 1 และด้านที่ 2 คือ" in notes_of(markup(values, "scores"), "score-note")


def without_group_weights(office_input):
    agreement = office_input.agreement
    dimensions = [
        each.model_copy(
            update={"groups": tuple(group.model_copy(update={"weight": None}) for group in each.groups)}
        )
        for each in agreement.dimensions
    ]
    changed = agreement.model_copy(update={"dimensions": tuple(dimensions)})
    return office_input.model_copy(update={"agreement": changed})


def test_a_group_that_only_gathers_prints_the_weight_of_its_indicators():
    values = deepcopy(AGREEMENT)
    group = values["agreement"]["dimensions"][0]["groups"][0]
    first, second = group["indicators"]
    values["agreement"]["dimensions"][0]["groups"] = [
        {"name": "กลุ่ม ก", "weight": "52.5", "indicators": [first], "note": "น้ำหนัก {weight}"},
        {"name": "กลุ่ม ข", "weight": "17.5", "indicators": [second]},
    ]
    office_input = without_group_weights(load(Source("input.yaml", values), SHIPPED))
    prepared = Prepared("x", office_input, score_input(office_input))
    assert all(lay_out(prepared, paper).pages for paper in prepared.papers)
    (annexes,) = [paper for paper in prepared.papers if paper.id == "annexes"]
    made_of = compose.compose(annexes, office_input, prepared.card, "arabic")
    document = ElementTree.fromstring(made_of)
    assert notes_of(document, "annex-item-1").count("ร้อยละ 52.5") == 1
    assert "กลุ่ม ข ร้อยละ 17.5" in notes_of(document, "annex-item-1")
    assert "น้ำหนัก 52.5" in notes_of(document, "annex-note")


ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
FIGURE = re.compile(r"\d[\d.,]*\d|\d")


def lines_of(laid):
    """The text of every line as it stands on the pages."""
    for page in laid.pages:
        for paragraph in page.paragraphs:
            for _, runs in groupby(paragraph.runs, key=lambda run: run.y):
                yield "".join(run.text for run in runs).translate(ARABIC)


def figures_in(lines):
    return Counter(figure for line in lines for figure in FIGURE.findall(line))


JUDGED = st.sampled_from(["0.5", "33.25", "85.9999", "99.99", "100"])


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 3), st.integers(2, 10), st.lists(JUDGED, min_size=3, max_size=3))
def test_no_figure_and_no_heading_breaks_in_a_narrow_column(tracks, levels, figures):
    """Scores of 100.0000 at the most, in Thai digits, by up to three judges, beside up to ten levels."""
    told = [{"score": str(100 * n // levels), "name": f"ขั้นที่ {n}"} for n in range(1, levels + 1)]
    own = {"id": "own", "like": "five-levels", "levels": told}
    scale = {"type": "linear", "thresholds": [f"{10 * n}.125" for n in range(1, levels + 1)]}
    judges = [{"id": f"t{n}", "name": f"รอบ {n}"} for n in range(tracks)]
    results = [
        {"indicator": "1", "value": figure, "track": judge["id"]}
        for judge, figure in zip(judges, figures, strict=False)
    ]
    listed = [indicator("1", "100", scale=scale)]
    values = made([("ก", "100", listed, "")], results, scheme="own", schemes=[own], tracks=judges)
    (laid,) = [laid for laid in laid_out(values) if laid.paper.id == "scores"]
    document = markup(values, "scores")
    cells = ["".join(cell.itertext()).strip() for cell in document.iter("cell")]
    printed = list(lines_of(laid))
    assert figures_in(cells) <= figures_in(printed)
    assert sum(line.strip().startswith("คะแนน") for line in printed) >= tracks
