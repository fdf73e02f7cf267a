"""Score sheets by other schemes are worked out again from what they print."""

from copy import deepcopy
from decimal import Decimal as D
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compose.test_printed_figures import half_up, markup, notes_of, rows_of, texts
from tests.conftest import agreement_values, indicator

AGREEMENT = agreement_values.__wrapped__()
SHEET = "scores-of-scheme"
ROUNDED = "การปัดเศษ: "


def made(dimensions, results, **said):
    """An agreement of dimensions (name, weight, indicators, scheme)."""
    values = deepcopy(AGREEMENT)
    values["agreement"] |= {key: said.pop(key) for key in ("scheme",) if key in said}
    values["agreement"].pop("unmeasured", None)
    values["agreement"]["dimensions"] = [
        {
            "number": str(n),
            "name": name,
            **({"weight": weight} if weight else {}),
            **({"scheme": scheme} if scheme else {}),
            "groups": [{"name": name, "indicators": indicators, **_weight(weight, scheme)}],
        }
        for n, (name, weight, indicators, scheme) in enumerate(dimensions, 1)
    ]
    values["results"] = results
    return values | said


def _weight(weight, scheme):
    """A group's: its dimension's, or all of what a dimension with a weighing scheme of its own adds up to."""
    if scheme == "appraisal-work":
        return {"weight": "100"}
    return {"weight": weight} if weight and not scheme else {}


def linear(*thresholds):
    return {"type": "linear", "thresholds": [str(each) for each in thresholds]}


def head(document, row):
    (table,) = document.findall(f".//table[@style='{SHEET}']")
    return texts(table.findall("header")[row])


def scored(figure, thresholds, scores, below):
    """Interpolated between printed thresholds, which rise or fall."""
    sign = 1 if thresholds[0] < thresholds[-1] else -1
    if sign * figure < sign * thresholds[0]:
        return below
    for (low, first), (high, second) in pairwise(zip(thresholds, scores, strict=True)):
        if sign * figure < sign * high:
            return first + (figure - low) * (second - first) / (high - low)
    return scores[-1]


def graded(score, note):
    """The grade by the note on bands: `ตั้งแต่ 90 คะแนน ก, … ต่ำกว่านั้น ค`."""
    for band in note.split(", "):
        words = band.split()
        if words[0] == "ต่ำกว่านั้น" or score >= D(words[1]):
            return words[-1]
    raise AssertionError(note)


def note_after(document, start):
    notes = ["".join(p.itertext()) for p in document.iter("p") if p.get("style") == "score-note"]
    (found,) = [note.removeprefix("-").removeprefix(start) for note in notes if note[1:].startswith(start)]
    return found


FIGURES = st.decimals(0, 120, places=2).map(lambda figure: f"{figure:f}")
THREE = st.sampled_from([(60, 70, 80), (90, 60, 30), ("0.5", "0.75", 100)])


@settings(max_examples=25)
@given(st.lists(st.tuples(THREE, FIGURES), min_size=2, max_size=2), st.sampled_from(["35", "12.5"]))
def test_three_levels_under_their_names(drawn, weight):
    thresholds = [each for each, _ in drawn]
    weights = [weight, str(100 - D(weight))]
    values = made(
        [("ก", "100", [indicator(str(n + 1), weights[n], scale=linear(*thresholds[n])) for n in (0, 1)], "")],
        [{"indicator": str(n), "value": figure} for n, (_, figure) in enumerate(drawn, 1)],
        scheme="opdc-2562",
    )
    document = markup(values, "scores")
    scores = [D(each.split("(")[1].rstrip(")")) for each in head(document, 1)[:3]]
    assert [each.split(" ")[0] for each in head(document, 1)[:3]] == ["ขั้นต้น", "มาตรฐาน", "ขั้นสูง"]
    rows = rows_of(document, SHEET)
    brought = []
    for _, cells in rows[:2]:
        score = half_up(scored(D(cells[6]), [D(each) for each in cells[3:6]], scores, D(0)), "0.01")
        assert D(cells[7]) == score, cells
        assert D(cells[8]) == D(cells[2]) * score / 100
        brought.append(D(cells[8]))
    total = rows[-2][1]
    assert (D(total[3]), D(total[4])) == (half_up(sum(brought), "0.01"), sum(brought))
    assert rows[-1][1] == ["ระดับผล", graded(D(total[3]), note_after(document, "ระดับผล: "))]
    assert "ผลที่ไม่ถึงระดับแรกได้ 0 คะแนน" in notes_of(document, "score-note")


SHOWN = st.lists(st.integers(0, 5), min_size=3, max_size=3)


@settings(max_examples=25)
@given(st.integers(0, 100), SHOWN)
def test_a_person_is_appraised_in_two_parts(figure, shown):
    competency = [
        {"id": str(n), "name": "ส", "unit": "ระดับ", "scale": {"type": "points", "expected": "3"}}
        for n in (2, 3, 4)
    ]
    work = [indicator("1", "100", scale=linear(60, 70, 80, 90, 100))]
    values = made(
        [("งาน", "70", work, "appraisal-work"), ("สมรรถนะ", "30", competency, "appraisal-competency")],
        [{"indicator": "1", "value": str(figure)}]
        + [{"indicator": str(n), "value": str(each)} for n, each in zip((2, 3, 4), shown, strict=True)],
        scheme="appraisal",
    )
    document = markup(values, "scores")
    rows = [cells for _, cells in rows_of(document, SHEET)]
    of_work, of_shown = rows[1], rows[5]
    level = half_up(
        scored(D(figure), [D(60 + 10 * n) for n in range(5)], [D(n) for n in range(1, 6)], D(1)), "0.01"
    )
    assert (D(rows[0][-2]), D(of_work[3])) == (level, level * 20)
    assert all(row[3] == "ระดับที่คาดหวัง 3" for row in rows[2:5])
    marks = [{0: 3, -1: 2, -2: 1}.get(min(each - 3, 0), 0) for each in shown]
    assert [D(row[-2]) for row in rows[2:5]] == marks
    assert half_up(D(sum(marks)) * 100 / 9, "0.0001") == half_up(D(of_shown[3]), "0.0001")
    assert (of_work[1], of_shown[1]) == ("70", "30")
    assert D(of_work[4]) == D(of_work[3]) * 70 / 100
    total = rows[6]
    assert abs(D(total[3]) - D(of_work[4]) - D(of_shown[4])) <= D("0.0101"), "the second may have no end"
    assert rows[7][1] == graded(D(total[3]), note_after(document, "ระดับผล: "))


def test_the_worked_appraisal_is_printed():
    """Work 50 % at level 4, 30 % at 5, 20 % at 3; competency 12 of 15: 57.40 + 24.00 = 81.40."""
    work = [
        indicator(str(n), weight, scale=linear(1, 2, 3, 4, 5))
        for n, weight in ((1, "50"), (2, "30"), (3, "20"))
    ]
    competency = [
        {"id": str(n), "name": "ส", "unit": "ระดับ", "scale": {"type": "points", "expected": "3"}}
        for n in range(4, 9)
    ]
    figures = [4, 5, 3, 3, 3, 2, 3, 1]
    values = made(
        [("งาน", "70", work, "appraisal-work"), ("สมรรถนะ", "30", competency, "appraisal-competency")],
        [{"indicator": str(n), "value": str(figure)} for n, figure in enumerate(figures, 1)],
        scheme="appraisal",
    )
    totals = [cells for tag, cells in rows_of(markup(values, "scores"), SHEET) if tag == "total"]
    assert [cells[1:2] + cells[3:] for cells in totals[:3]] == [
        ["70", "82.00", "57.4000"],
        ["30", "80.00", "24.0000"],
        ["100", "81.40", "81.4000"],
    ]
    assert totals[3] == ["ระดับผล", "ดีมาก"]


MARKS = st.lists(
    st.sampled_from([20, 40, 60, 120]).flatmap(lambda full: st.tuples(st.just(full), st.integers(0, full))),
    min_size=2,
    max_size=5,
)


@settings(max_examples=25)
@given(MARKS)
def test_marks_are_summed_out_of_full_marks(marks):
    indicators = [
        {"id": str(n), "name": "ข", "unit": "คะแนน", "scale": {"type": "marks", "full_marks": str(full)}}
        for n, (full, _) in enumerate(marks, 1)
    ]
    results = [{"indicator": str(n), "value": str(got)} for n, (_, got) in enumerate(marks, 1)]
    document = markup(made([("ก", "", indicators, "")], results, scheme="lpa-aspect"), "scores")
    assert head(document, 0)[2] == "คะแนนเต็ม"
    rows = [cells for _, cells in rows_of(document, SHEET)]
    full, got = sum(D(row[2]) for row in rows[:-2]), sum(D(row[5]) for row in rows[:-2])
    for row in rows[:-2]:
        assert D(row[6]) == half_up(D(row[5]) * 100 / D(row[2]), "0.01")
    total = rows[-1]
    assert (D(total[1]), D(total[3]), D(total[4])) == (full, got, half_up(got * 100 / full, "0.01"))


@settings(max_examples=25)
@given(st.lists(FIGURES, min_size=4, max_size=4))
def test_judges_stand_side_by_side(figures):
    tracks = [{"id": "self", "name": "ประเมินตนเอง"}, {"id": "com", "name": "คณะกรรมการ"}]
    results = [
        {"indicator": str(n % 2 + 1), "value": figure, "track": tracks[n // 2]["id"]}
        for n, figure in enumerate(figures)
    ]
    listed = [indicator(str(n), "50", scale=linear(60, 65, 70, 75, 80)) for n in (1, 2)]
    values = made([("ก", "100", listed, "")], results, tracks=tracks, combine_tracks="least")
    document = markup(values, "scores")
    assert head(document, 0)[4:] == ["ประเมินตนเอง", "คณะกรรมการ"]
    rows = [cells for _, cells in rows_of(document, SHEET)]
    totals = []
    for at in (8, 11):
        brought = []
        for row in rows[:2]:
            levels = [D(each) for each in row[3:8]]
            score = half_up(scored(D(row[at]), levels, [D(n) for n in range(1, 6)], D(1)), "0.0001")
            assert (D(row[at + 1]), D(row[at + 2])) == (score, score / 2)
            brought.append(D(row[at + 2]))
        totals.append(sum(brought))
    printed = rows[-2]
    assert [D(printed[4]), D(printed[7])] == [half_up(each, "0.0001") for each in totals]
    assert half_up(D(rows[-1][1]), "0.0001") == half_up(min(totals), "0.0001")


def test_scores_are_rounded_in_the_order_of_their_steps():
    """23.4446 to 3 places is 23.445, and that to 2 is 23.45; at once it would be 23.44."""
    rounding = {"score": ["3", "2"], "total": ["2"]}
    own = {"id": "own", "like": "opdc-2562", "rounding": rounding}
    scale = {
        "type": "points",
        "points": [{"figure": "0", "score": "0"}, {"figure": "100", "score": "100"}],
    }
    values = made(
        [("ก", "100", [indicator("1", "100", scale=scale)], "")],
        [{"indicator": "1", "value": "23.4446"}],
        scheme="own",
        schemes=[own],
    )
    document = markup(values, "scores")
    assert rows_of(document, SHEET)[0][1][-3:] == ["23.4446", "23.45", "23.4500"]
    note = note_after(document, ROUNDED)
    assert "คะแนนตัวชี้วัดปัดเป็นทศนิยม 3 ตำแหน่ง แล้วปัดเป็นทศนิยม 2 ตำแหน่ง" in note


def test_a_lone_limit_is_passed_or_not():
    limits = [("1", {"at_most": "7.00"}), ("2", {"at_least": "86"}), ("3", {"at_least": "1"})]
    listed = [
        {"id": id, "name": "ก", "unit": "อัตรา", "scale": {"type": "limit", **limit}} for id, limit in limits
    ]
    results = [{"indicator": "1", "value": "7.70"}, {"indicator": "2", "value": "86"}]
    document = markup(made([("ก", "", listed, "")], results, scheme="passed-or-not"), "scores")
    rows = [cells for _, cells in rows_of(document, SHEET)]
    assert [row[3:6] for row in rows[:3]] == [
        ["ไม่เกิน 7.00", "7.7 (ไม่ผ่าน)", "0.00"],
        ["ไม่น้อยกว่า 86", "86 (ผ่าน)", "100.00"],
        ["ไม่น้อยกว่า 1", "ไม่ได้รายงาน (ถือว่าไม่ผ่าน)", "0.00"],
    ]
    assert rows[-1][3] == "33.33"


def test_what_a_judge_gave_stands_beside_what_the_scale_gives():
    listed = [indicator("1", "100", scale=linear(60, 65, 70, 75, 80))]
    results = [{"indicator": "1", "value": "72", "score": "4.2"}]
    adjustments = [{"indicator": "1", "amount": "-0.2", "reason": "ส่งรายงานล่าช้า"}]
    gates = [{"condition": "ผ่านเกณฑ์ ITA", "ceiling": "3.5", "met": "false"}]
    values = made([("ก", "100", listed, "")], results, adjustments=adjustments, gates=gates)
    document = markup(values, "scores")
    notes = notes_of(document, "score-note")
    assert "คะแนนที่ผู้ประเมินให้ 4.2 ตามเกณฑ์ได้ 3.4" in notes
    assert "หัก 0.2 คะแนนจากคะแนนของตัวชี้วัดที่ 1 เหตุผล: ส่งรายงานล่าช้า" in notes
    assert "คะแนนรวมไม่เป็นไปตามเงื่อนไข “ผ่านเกณฑ์ ITA” จึงได้ไม่เกิน 3.5 คะแนน" in notes
    totals = [cells for tag, cells in rows_of(document, "scores") if tag == "total"]
    assert totals[-1][3] == "3.5000"


@pytest.mark.parametrize(
    ("levels", "tracks", "in_one"), [(10, 1, True), (3, 3, True), (5, 3, False), (5, 4, False)]
)
def test_levels_that_find_no_room_stand_in_a_table_of_their_own(levels, tracks, in_one):
    own = {
        "id": "own",
        "like": "five-levels",
        "levels": [{"score": str(n)} for n in range(1, levels + 1)],
    }
    listed = [indicator("1", "100", scale=linear(*range(10, 10 * levels + 1, 10)))]
    said = [{"id": f"t{n}", "name": f"รอบ {n}"} for n in range(tracks)]
    results = [{"indicator": "1", "value": "15", "track": one["id"]} for one in said]
    values = made([("ก", "100", listed, "")], results, scheme="own", schemes=[own], tracks=said)
    tables = markup(values, "scores").findall(f".//table[@style='{SHEET}']")
    assert len(tables) == (1 if in_one else 2)
    for table in tables:
        assert sum(map(float, table.get("widths").split()[1:])) == pytest.approx(25.7, abs=0.2)
    criteria = [texts(row) for row in tables[-1] if row.tag == "row"]
    assert criteria[0][-levels:] == [str(10 * n) for n in range(1, levels + 1)] or in_one


def rounds_of_a_year():
    """A year's agreement with the results of its first half, measured by targets of their own."""
    half = {"track": "r6", "scale": linear(20, 25, 30, 35, 40)}
    listed = [indicator("1", "100", scale=linear(60, 65, 70, 75, 80), targets=[half])]
    return made(
        [("ก", "100", listed, "")],
        [{"indicator": "1", "value": "33", "track": "r6"}],
        period={"start": "1 ตุลาคม 2566", "end": "30 กันยายน 2567"},
        tracks=[
            {"id": "r6", "name": "รอบ 6 เดือน", "start": "1 ตุลาคม 2566", "end": "31 มีนาคม 2567"},
            {"id": "r12", "name": "รอบ 12 เดือน"},
        ],
        gates=[{"indicator": "1", "condition": "เผยแพร่ผลภายในกำหนด", "ceiling": "3", "met": "true"}],
    )


def test_a_sheet_of_a_round_bears_its_dates_and_the_agreement_its_year():
    sheet, agreement = (markup(rounds_of_a_year(), paper) for paper in ("scores", "agreement"))
    (dates,) = [p.text for p in sheet.iter("p") if p.get("style") == "score-period"]
    assert dates == "รอบ 6 เดือน ระหว่างวันที่ 1 ตุลาคม 2566 ถึงวันที่ 31 มีนาคม 2567"
    said = " ".join("".join(p.itertext()) for p in agreement.iter("p"))
    assert "1 ปี เริ่มตั้งแต่วันที่ 1 ตุลาคม 2566 ถึงวันที่ 30 กันยายน 2567" in said
    rows = [cells for _, cells in rows_of(sheet, SHEET)]
    assert rows[0][8:] == ["33", "3.6000", "3.6000", "-", "-", "-"]  # 3 + (33 - 30) / 5
    assert rows[1][0] == "เกณฑ์ของรอบ 6 เดือน"
    assert rows[1][3:8] == ["20", "25", "30", "35", "40"]


def test_the_annexes_print_targets_of_rounds_and_conditions():
    document = markup(rounds_of_a_year(), "annexes")
    rows = [texts(row) for row in document.iter("row")]
    assert ["เกณฑ์ของรอบ 6 เดือน", "", "20", "25", "30", "35", "40"] in rows
    said = notes_of(document, "annex-item-1")
    assert "ตัวชี้วัดที่ 1: เผยแพร่ผลภายในกำหนด หากไม่เป็นไปตามเงื่อนไข ได้ไม่เกิน 3 คะแนน" in said


def test_the_report_of_a_plan_prints_full_marks_and_grades(plan_values):
    plan = plan_values["plan"]
    plan["scheme"] = "opdc-2562"
    for dimension in plan["dimensions"]:
        for one in dimension["projects"]:
            one |= {"levels": ["ก", "ข", "ค"], "scale": linear(60, 70, 80), "achievement": "level"}
    results = [{"project": one["id"], "value": "75"} for d in plan["dimensions"] for one in d["projects"]]
    plan_values["results"] = results
    document = markup(plan_values, "report")
    rows = [cells for _, cells in rows_of(document, "summary-of-scheme")]
    assert rows[-2][2:4] == ["87.50", "87.5"]
    assert rows[-1] == ["ระดับผล", "ระดับมาตรฐาน"]
    said = " ".join("".join(p.itertext()) for p in document.iter("p"))
    assert "ได้ 87.5 คะแนน จากคะแนนเต็ม 100" in said
    assert "มาตรฐาน (75 คะแนน) ข" in said


def test_aspects_of_marks_count_alike_in_their_mean():
    def marks(id, full):
        return {"id": id, "name": "ข", "unit": "คะแนน", "scale": {"type": "marks", "full_marks": full}}

    values = made(
        [("ก", "", [marks("1", "60")], "lpa-aspect"), ("ข", "", [marks("2", "20")], "lpa-aspect")],
        [{"indicator": "1", "value": "45"}, {"indicator": "2", "value": "20"}],
        scheme="lpa",
    )
    document = markup(values, "scores")
    assert head(document, 0)[2] == "คะแนนเต็ม"
    rows = [cells for _, cells in rows_of(document, SHEET)]
    # 45 of 60 is 75, 20 of 20 is 100: (75 + 100) / 2
    assert [rows[1][3], rows[3][3], rows[4][3]] == ["75.00", "100.00", "87.50"]
    assert [rows[1][1], rows[1][4]] == ["60", "45.00"]


def test_a_hundred_levels_are_printed():
    many = {
        "id": "many",
        "like": "five-levels",
        "levels": [{"score": str(n), "name": f"ข{n}"} for n in range(1, 101)],
    }
    values = made(
        [("ก", "100", [indicator("1", "100", scale=linear(*range(1, 101)))], "")],
        [{"indicator": "1", "value": "42"}],
        scheme="many",
        schemes=[many],
    )
    printed = [text for row in markup(values, "scores").iter("row") for text in texts(row)]
    assert all(str(n) in printed for n in range(1, 101))


@pytest.mark.parametrize(
    ("scheme", "heading"),
    [
        ("five-levels", "3. สรุประดับและร้อยละของผลการดำเนินการถ่วงน้ำหนัก"),
        ("opdc-2562", "3. สรุปคะแนนและร้อยละของผลการดำเนินการถ่วงน้ำหนัก"),
        ("lpa", "3. สรุปคะแนนและร้อยละของผลการดำเนินการ"),
    ],
)
def test_the_report_heads_its_summary_as_it_was_scored_and_names_shares_of_results(
    plan_values, scheme, heading
):
    plan_values["plan"]["scheme"] = scheme
    projects = [one for d in plan_values["plan"]["dimensions"] for one in d["projects"]]
    for one in projects:
        levels = 3 if scheme == "opdc-2562" else 5
        scale = linear(*range(60, 60 + levels)) if scheme != "lpa" else {"type": "limit", "at_least": "60"}
        one |= {"levels": ["ก"] * (1 if scheme == "lpa" else levels), "scale": scale, "achievement": "level"}
        if scheme == "lpa":
            one.pop("weight")
    projects[0]["achievement"] = "ratio"
    plan_values["results"] = [{"project": one["id"], "value": "75"} for one in projects]
    document = markup(plan_values, "report")
    said = ["".join(p.itertext()) for p in document.iter("p")]
    assert heading in said
    shares = [each for each in said if "สัดส่วนผลสำเร็จคิดจาก" in each]
    assert shares
    assert all("เว้นแต่ “" in each for each in shares)
