"""The scores of two other offices, worked out by hand from their data, under their own schemes."""

import re
from decimal import Decimal as D
from pathlib import Path

import pytest

from pipeline import compose
from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.loading import load
from pipeline.kinds.scoring import score_input

INPUT = Path(__file__).parents[2] / "input"


@pytest.fixture(scope="module")
def municipality():
    return card_of("municipality-2568")


@pytest.fixture(scope="module")
def hospital():
    return card_of("university-hospital-2568")


def card_of(name):
    office_input = load(read(INPUT / name, SHIPPED), SHIPPED)
    return SHIPPED.of(office_input.kind).part("scoring").score(office_input)


def test_the_municipality_scores_three_steps_and_brings_them_to_100(municipality):
    # Steps reached: 9/12 = 75 % is past 60, not 80: 2. All 3 steps of the manuals: 3.
    # 66/80 = 82.5 %, half way from 75 (2) to 90 (3): 2.5. Two events of three: 2. The survey goes on: 0.
    ids = ("recruiting", "manuals", "front-desk", "workers-health")
    assert [municipality.indicator(each).score for each in ids] == [2, 3, D("2.5"), 2]
    assert municipality.indicator("bond").score is None
    # (30×2 + 20×3 + 25×2.5 + 15×2 + 10×0) / 100 = 2.125 of 3, of 100: 70.8333…
    assert (municipality.total.score, municipality.grade) == (D("70.83"), "น่าพอใจ")


def test_the_dimensions_of_the_municipality(municipality):
    # 1: (30×2 + 20×3) / 50 = 2.4 of 3; 2: 2.5 of 3; 3: (15×2 + 10×0) / 25 = 1.2 of 3; each of 100.
    assert [municipality.dimension(n).score for n in (1, 2, 3)] == [80, D("83.33"), 40]


def test_the_hospital_adds_marks_in_a_part_and_weighs_the_parts_with_weights_of_1(hospital):
    # 26/400 = 6.5 %, half way from 8 (6) to 5 (10): 8 of 10. 4 of 5 marks.
    # 45/60 = 75 %, half way from 50 (0) to 100 (20): 10 of 20. 9 papers, past 8, not 12: 6 of 10.
    # 1154/1200 = 96.2 % passes 95: 10 of 10. 15/2100 is 7.1 per 1,000, over 6: 0 of 10. 4 of 5 marks.
    ids = ("turnover", "specialists", "teachers", "routine-research", "vaccines", "sharps", "burnout")
    assert [hospital.indicator(each).score for each in ids] == [8, 4, 10, 6, 10, 0, 4]
    # (8+4)/15, (10+6)/30 and (10+0+4)/25, each of 10, to 2 decimals.
    assert [hospital.dimension(n).score for n in (1, 2, 3)] == [8, D("5.33"), D("5.6")]
    # 0.40×8.00 + 0.35×5.33 + 0.25×5.60 = 3.2 + 1.8655 + 1.4 = 6.4655
    assert (hospital.total.score, hospital.grade) == (D("6.47"), "บรรลุบางส่วน")


def test_the_score_of_a_part_is_printed_to_the_decimals_of_its_scheme():
    office_input = load(read(INPUT / "university-hospital-2568", SHIPPED), SHIPPED)
    (paper,) = [paper for paper in compose.papers_of(office_input) if paper.id == "report"]
    report = compose.compose(paper, office_input, score_input(office_input), "arabic")
    total = report.partition("รวมหมวดที่ 2")[2].partition("</total>")[0]
    # Its weight, (10 + 6) / 30 of 10 to 2 decimals, the share of full marks, and 0.35 × 5.33.
    assert re.findall(r"<cell>([^<]*)</cell>", total) == ["0.35", "5.33", "53.33", "1.8655"]
