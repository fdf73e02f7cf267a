"""What `saraban score` and `saraban schema --schemes` say on the terminal."""

import json
import re

import pytest

from pipeline.intake.yaml_writer import write_yaml
from pipeline.model.scheme_rules import Schemes, shipped_scheme
from pipeline.model.shipped_schemes import shipped_names, shipped_text, shipped_titles
from pipeline.resources import resource
from tests.scoring.agreements import dimension, indicator, values

THREE = {"type": "linear", "thresholds": ["60", "70", "80"]}
LINEAR = {"type": "linear", "thresholds": ["60", "65", "70", "75", "80"]}


@pytest.fixture
def score(run, tmp_path):
    """Runs `saraban score` on an agreement that is made of `values`."""

    def told(*given, options=(), lang="th", **more):
        path = tmp_path / "a.yaml"
        path.write_text(write_yaml(values(*given, **more)), "utf-8")
        return run("--lang", lang, "score", path, *options)

    return told


def cells(output: str, begins: str) -> list[str]:
    """The cells behind the name in the line that begins so."""
    line = next(line.strip() for line in output.splitlines() if line.strip().startswith(begins))
    return re.split(r"\s{2,}", line)[1:]


def test_levels_have_their_names_and_figures_the_decimals_of_the_scheme(score) -> None:
    """65 is halfway from 50 to 75 points; 40 of 100 in weight is 25 of 100."""
    one, two = indicator("1", THREE, weight="40"), indicator("2", THREE, weight="60")
    results = [{"indicator": "1", "value": "65"}, {"indicator": "2", "value": "80"}]
    told = score([dimension(1, one, two)], results, "opdc-2562").output
    assert cells(told, "1 ตัวชี้วัด 1") == ["40", "65", "ขั้นต้น", "62.5", "62.50", "25.00"]
    assert cells(told, "2 ตัวชี้วัด 2") == ["60", "80", "ขั้นสูง", "100", "100.00", "60.00"]
    assert "คะแนนรวม 85.00 จาก 100 ระดับผล ระดับมาตรฐาน" in told


def test_a_dimension_that_counts_as_one_has_its_share_and_marks_have_their_full_ones(score) -> None:
    """Three of four marks are 75, of which 30 % are 22.5; five of five levels are 100, of which 70 %."""
    work = dimension(1, indicator("1", LINEAR), weight=70, scheme="appraisal-work")
    items = [indicator(id, {"type": "marks", "full_marks": "2"}, weight=None) for id in ("11", "12")]
    rest = dimension(2, *items, weight=30, scheme="lpa-aspect")
    results = [{"indicator": id, "value": value} for id, value in (("1", "80"), ("11", "2"), ("12", "1"))]
    told = score([work, rest], results, "appraisal").output
    assert cells(told, "มิติที่ 1") == ["70", "100", "100", "100.00", "70.00"]
    assert cells(told, "มิติที่ 2") == ["30", "100", "75", "75.00", "22.50"]
    assert cells(told, "12 ตัวชี้วัด") == ["2", "1", "1", "50", "1.00", "1.00"]
    assert "คะแนนรวม 92.50 จาก 100 ระดับผล ดีเด่น" in told


def test_a_group_with_a_scheme_of_its_own_has_a_line_and_one_that_gathers_has_none(score) -> None:
    """One of two passed is 50 of 100; four levels of five are 80 of 100; half of each is 65."""
    limit = {"type": "limit", "at_least": "80"}
    listed = [indicator(id, limit, weight=None) for id in ("1", "2")]
    own = {"name": "รายการตรวจ", "weight": "50", "scheme": "passed-or-not", "indicators": listed}
    rest = {"name": "กลุ่มรวบรวม", "weight": "50", "indicators": [indicator("3", LINEAR, weight="50")]}
    whole = {"number": 1, "name": "มิติ", "weight": "100", "groups": [own, rest]}
    results = [{"indicator": id, "value": value} for id, value in (("1", "90"), ("2", "70"), ("3", "75"))]
    told = score([whole], results).output
    assert cells(told, "รายการตรวจ") == ["50", "100", "50", "50.00", "25.00"]
    assert "กลุ่มรวบรวม" not in told
    assert "คะแนนรวม 65.0000 จาก 100" in told


def test_parts_of_parts_stand_below_each_other(score) -> None:
    part = {"id": "1.1", "name": "ย่อย", "weight": "1"}
    inner = {**part, "id": "1.1.1", "scale": LINEAR}
    one = indicator("1", parts=[{**part, "parts": [inner]}])
    told = score([dimension(1, one)], [{"indicator": "1.1.1", "value": "72"}]).output
    depths = [len(line) - len(line.lstrip()) for line in told.splitlines() if "3.4000" in line]
    assert depths[:4] == [0, 2, 4, 6]


TRACKS = [
    {"id": "self", "name": "ตนเอง"},
    {"id": "board", "name": "กรรมการ"},
    {"id": "later", "name": "ภายหลัง"},
]
OF_TWO = [
    {"indicator": "1", "track": "self", "value": "72"},
    {"indicator": "1", "track": "board", "value": "70"},
]


def test_judges_have_a_table_each_and_stand_side_by_side(score) -> None:
    told = score([dimension(1, indicator("1", LINEAR))], OF_TWO, tracks=TRACKS).output
    assert told.index("[ตนเอง]") < told.index("[กรรมการ]") < told.index("คะแนนรวมของผู้ประเมินหรือรอบ")
    assert cells(told, "ตนเอง") == ["3.4000", "5"]
    assert cells(told, "กรรมการ ← ที่ใช้") == ["3.0000", "5"]
    assert cells(told, "ภายหลัง") == ["ยังไม่มีผล"]


def test_what_all_rounds_come_to_is_told_with_its_grade(score) -> None:
    scheme = {"id": "own", "like": "five-levels", "bands": [{"at_least": 3.1, "name": "ดี"}, {"name": "พอใช้"}]}
    whole = [dimension(1, indicator("1", LINEAR))]
    more = {"tracks": TRACKS, "schemes": [scheme], "combine_tracks": "mean"}
    told = score(whole, OF_TWO, "own", lang="en", **more).output
    assert cells(told, "กรรมการ") == ["3.0000", "5", "พอใช้"]
    assert cells(told, "mean of all ← in use") == ["3.2000", "5", "ดี"]


@pytest.mark.parametrize(
    ("second", "differs"), [({"value": "80"}, False), ({"status": "not-reported"}, True)]
)
def test_totals_by_policy_are_told_only_where_they_differ(score, second, differs) -> None:
    both = [indicator("1", LINEAR, weight="50"), indicator("2", LINEAR, weight="50")]
    told = score([dimension(1, *both)], [{"indicator": "1", "value": "80"}, {"indicator": "2", **second}])
    assert ("คะแนนรวมตามวิธีคิด" in told.output) is differs


def test_what_was_taken_from_the_total_is_told_with_its_reason(score) -> None:
    taken = [{"amount": "-0.5", "reason": "ส่งช้า"}]
    whole = [dimension(1, indicator("1", LINEAR))]
    told = score(whole, [{"indicator": "1", "value": "72"}], adjustments=taken).output
    assert "หัก 0.5 คะแนน: ส่งช้า" in told
    assert "คะแนนรวม 2.9000 จาก 5" in told


@pytest.mark.parametrize(("asked", "meant"), [("มิติ 11", "มิติ 1"), ("งานน", "งาน")])
def test_who_asks_for_what_is_not_there_is_told_what_is(score, asked, meant) -> None:
    whole = [dimension(1, indicator("งาน", LINEAR))]
    told = score(whole, [{"indicator": "งาน", "value": "72"}], options=("--explain", asked))
    assert told.exit_code == 2
    assert "งาน, มิติ 1, รวม" in told.output
    assert f"'{meant}'" in told.output


@pytest.mark.parametrize("asked", ["1", "มิติ 1", "dimension 1", "รวม", "total"])
def test_all_that_the_help_names_can_be_explained(score, asked) -> None:
    told = score([dimension(1, indicator("1", LINEAR))], [{"indicator": "1", "value": "72"}],
                 options=("--explain", asked))  # fmt: skip
    assert told.exit_code == 0
    assert "3.4" in told.output


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_shipped_schemes_are_listed_with_what_they_are_for(run, lang) -> None:
    told = run("--lang", lang, "schema", "--schemes").output
    assert [name for name in shipped_names() if f"{name}: " not in told] == []
    assert "ขั้นต้น = 50" in told
    assert "การประเมินประสิทธิภาพขององค์กรปกครองส่วนท้องถิ่น" in told
    assert {"th": "แล้วใส่ scheme:", "en": "then scheme: OTHER"}[lang] in told
    assert {"th": "ระดับผล ดีเด่น ≥ 90", "en": "grades ดีเด่น ≥ 90"}[lang] in told


@pytest.mark.parametrize("name", shipped_names())
def test_the_file_of_a_scheme_is_printed_as_it_is_and_can_be_used_under_another_name(
    run, tmp_path, name
) -> None:
    text = run("schema", "--scheme", name).output
    assert text == shipped_text(name)
    assert shipped_titles()[name] == shipped_scheme(name).title
    assert re.match(r"# .*[ก-๙]", text)
    folder = tmp_path / "schemes"
    folder.mkdir()
    (folder / "ของเรา.yaml").write_text(text, "utf-8")
    weight = "100" if Schemes().rules(name).combine == "weighted" else None
    whole = [dimension(1, indicator("1", {"type": "marks"}, weight=weight))]
    made = values(whole, [{"indicator": "1", "value": "1"}], "ของเรา")
    (tmp_path / "a.yaml").write_text(write_yaml(made), "utf-8")
    assert json.loads(run("score", tmp_path / "a.yaml", "--json").output)["scheme"]["id"] == "ของเรา"


def test_a_scheme_that_is_not_shipped_is_refused_with_those_that_are(run) -> None:
    refused = run("schema", "--scheme", "six-levels")
    assert refused.exit_code == 2
    assert "five-levels" in refused.output


def test_parts_are_called_what_their_kind_calls_them(run) -> None:
    """An appraisal has องค์ประกอบ and no มิติ; the word it has is what may be asked by."""
    told = run("score", resource("templates", "appraisal", "start")).output
    assert "องค์ประกอบที่ 2 พฤติกรรม" in told
    assert "'องค์ประกอบ 1'" in told
    assert "มิติ" not in told
    asked = run("score", resource("templates", "appraisal", "start"), "--explain", "องค์ประกอบ 2")
    assert asked.output.startswith("องค์ประกอบที่ 2 พฤติกรรม")
