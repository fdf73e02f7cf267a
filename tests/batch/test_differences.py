from pathlib import Path

import pytest

from pipeline import intake
from pipeline.batch.differences import differences
from pipeline.diagnostics import Location
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.papers.overrides import Override, apply_overrides

ROOT = Path(__file__).resolve().parents[2]
NOWHERE = Location("")


@pytest.fixture(scope="module")
def base() -> Source:
    return intake.read(ROOT / "input" / "agreement-2547")


@pytest.mark.parametrize(
    ("path", "value", "thai", "english"),
    [
        ("indicators[5].target", "18", "ตัวชี้วัดที่ 5 เป้าหมาย: 20 → 18", "indicators[5].target: 20 → 18"),
        ("indicators[5].weight", "3", "ตัวชี้วัดที่ 5 น้ำหนัก: 2 → 3", "indicators[5].weight: 2 → 3"),
        (
            "indicators[5].scale.thresholds[2]", "6",
            "ตัวชี้วัดที่ 5 เกณฑ์ระดับ 2: 5 → 6", "indicators[5].thresholds[2]: 5 → 6",
        ),
        ("results[4].value", "97", "ผลของ 4 ค่า: 96 → 97", "results[4].value: 96 → 97"),
        (
            "agreement.maker.person.given", "มานะ",
            "คำรับรองและเอกสารประกอบ ผู้ทำคำรับรอง ชื่อผู้ลงนาม ชื่อ: มนู → มานะ",
            "agreement.maker.person.given: มนู → มานะ",
        ),
        ("period.start", "2 ตุลาคม 2546", "ระยะเวลาของคำรับรอง วันแรกของรอบ: 1 ตุลาคม 2546 → 2 ตุลาคม 2546",
         "period.start: 1 ตุลาคม 2546 → 2 ตุลาคม 2546"),
    ],
)  # fmt: skip
def test_a_changed_value_is_told_in_words_of_the_data(base, path, value, thai, english) -> None:
    after = apply_overrides(base, "", [Override(path, value, NOWHERE, NOWHERE)], SHIPPED).values
    assert differences(base.values, after, SHIPPED) == ((thai, english),)


def test_one_more_entry_is_one_difference_and_moves_no_other(base: Source) -> None:
    units = [{"id": "a", "name": "ก"}, {"id": "b", "name": "ข"}]
    before, after = {"units": units}, {"units": [{"id": "z", "name": "ฮ"}, *units]}
    assert [words.en for words in differences(before, after, SHIPPED)] == [
        "units[z].id: - → z",
        "units[z].name: - → ฮ",
    ]


def test_equal_inputs_have_no_difference(base: Source) -> None:
    assert differences(base.values, base.values, SHIPPED) == ()
