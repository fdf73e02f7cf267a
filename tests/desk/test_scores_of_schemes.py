"""The desk shows scores by their scheme: full marks, grades, and all judges beside one another."""

import html
import re
from copy import deepcopy

import yaml

from tests.conftest import agreement_values

VALUES = agreement_values.__wrapped__()


def page_of(person, values):
    answer = person.upload("ผล.yaml", yaml.safe_dump(values, allow_unicode=True).encode())
    assert answer.status_code == 200, answer.text
    return html.unescape(answer.text)


def one_indicator(scheme, thresholds):
    values = deepcopy(VALUES)
    scale = {"type": "linear", "thresholds": thresholds}
    values["agreement"]["scheme"] = scheme
    values["agreement"]["dimensions"] = [
        {
            "number": "1",
            "name": "ผลงาน",
            "weight": "100",
            "groups": [
                {
                    "name": "ผลงาน",
                    "weight": "100",
                    "indicators": [
                        {"id": "1", "name": "ก", "unit": "ร้อยละ", "weight": "100", "scale": scale}
                    ],
                }
            ],
        }
    ]
    return values


def test_a_score_out_of_a_hundred_has_its_full_marks_and_grade(person):
    values = one_indicator("opdc-2562", ["60", "70", "80"])
    values["results"] = [{"indicator": "1", "value": "75"}]
    page = page_of(person, values)
    # Half way from 70 (75) to 80 (100); the bar is 87.5 % of 240.
    assert "87.50" in page
    assert "จากเต็ม 100" in page
    assert "ระดับผล: ระดับมาตรฐาน" in page
    assert 'width="210.0"' in page


def test_judges_stand_beside_one_another(person):
    values = one_indicator("five-levels", ["60", "65", "70", "75", "80"])
    values["tracks"] = [{"id": "self", "name": "ประเมินตนเอง"}, {"id": "com", "name": "คณะกรรมการ"}]
    values["results"] = [
        {"indicator": "1", "value": "75", "track": "self"},
        {"indicator": "1", "value": "70", "track": "com"},
    ]
    page = page_of(person, values)
    table = page[page.index('<table class="scores">') :]
    assert re.findall(r"<th scope=\"col\">([^<]+)</th>", table)[2:] == ["ประเมินตนเอง", "คณะกรรมการ"]
    assert re.findall(r"<td>([^<]+)</td>", table)[2:5] == ["100", "4.0000", "3.0000"]
    assert "คะแนนที่ใช้ตัดสินคือคะแนนของ คณะกรรมการ" in page
