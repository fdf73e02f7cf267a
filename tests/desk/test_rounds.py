"""Scores are shown against their targets, and this round against the last one that the person has."""

import html
import re
from pathlib import Path

import pytest
from quarters import PLAN, first_quarter

from pipeline.kinds import SHIPPED
from pipeline.kinds.input_reader import read
from pipeline.kinds.writing import workbook_of

INPUT = Path(__file__).parents[2] / "input"


def told(page: str, chart: str) -> str:
    """What a chart says to those who do not see it."""
    found = re.search(rf'<desc id="{chart}-text">(.*?)</desc>', page, re.DOTALL)
    return html.unescape(found.group(1)) if found else ""


@pytest.fixture
def opened(person):
    answer = person.upload("ไตรมาส 2.yaml", PLAN.encode())
    assert answer.status_code == 200, answer.text
    return answer


def test_each_dimension_stands_against_its_target(opened):
    # The first dimension: steps 3 of 5 and 5 of 5 activities, each weight 10, so (3 + 5) / 2.
    assert "ความสอดคล้องเชิงยุทธศาสตร์: รอบนี้ 4.0000, เป้าหมาย 3;" in told(opened.text, "targets")
    assert opened.text.count('class="target"') == 6, "five dimensions and the total"


def test_groups_are_called_as_the_data_call_them(opened, person):
    assert "คะแนนรายมิติเทียบเป้าหมาย" in opened.text
    assert PLAN.count("  dimension: มิติ\n") == 1
    called = PLAN.replace("  dimension: มิติ\n", "  dimension: แนวทาง\n")
    answer = person.upload("แนวทาง.yaml", called.encode())
    page = answer.text[answer.text.index('<h2 id="scores">') :]
    assert "คะแนนรายแนวทางเทียบเป้าหมาย" in page
    assert "รวมทุกแนวทาง 3 จากเต็ม 5" in page
    assert "รายมิติ" not in page


def test_without_a_last_round_the_page_says_so(opened):
    assert "ยังไม่มีรอบก่อนให้เทียบ" in opened.text
    assert told(opened.text, "rounds") == ""


def test_the_last_round_is_chosen_on_the_page_and_named_there(opened, person):
    page = person.upload("ไตรมาส 1.yaml", first_quarter(), f"{opened.url.path}/last-round").text
    assert "ปีงบประมาณ พ.ศ. 2563 รอบ 6 เดือน เทียบกับ ปีงบประมาณ พ.ศ. 2563 รอบ 3 เดือน (ไตรมาส 1.yaml)" in page
    # Steps 1 of 5 then: (1 + 5) / 2 = 3, now 4.
    assert "ความสอดคล้องเชิงยุทธศาสตร์: รอบนี้ 4.0000, รอบก่อน 3.0000, เปลี่ยน +1.0000;" in told(page, "rounds")
    assert "คุณภาพชีวิตและความสมดุลระหว่างชีวิตกับการทำงาน: รอบนี้ 3.0000, รอบก่อน 3.0000, เปลี่ยน +0.0000;" in told(
        page, "rounds"
    )


def test_the_file_of_the_last_round_is_not_kept(opened, person):
    person.upload("ไตรมาส 1.yaml", first_quarter(), f"{opened.url.path}/last-round")
    (work,) = person.session.works.values()
    assert [path.name for path in work.source.parent.iterdir()] == ["ไตรมาส 2.yaml"]


def test_an_earlier_round_that_is_open_is_the_last_one(opened, person):
    earlier = person.upload("ไตรมาส 1.yaml", first_quarter())
    assert "ยังไม่มีรอบก่อนให้เทียบ" in earlier.text, "the second quarter is no round before the first"
    assert "รอบก่อน 3.0000" in told(person.client.get(opened.url.path).text, "rounds")


def test_another_offices_round_is_no_last_round(opened, person):
    other = first_quarter().replace("name: สำนักงานปลัดกระทรวงอุตสาหกรรม".encode(), "name: กรมอื่น".encode())
    answer = person.upload("อื่น.yaml", other, f"{opened.url.path}/last-round")
    assert answer.status_code == 422
    assert "เป็นของกรมอื่น ปีงบประมาณ พ.ศ. 2563 รอบ 3 เดือน ไม่ใช่รอบก่อนของ" in answer.text
    assert "<figure" in answer.text, "the work itself stays as it was"


def test_neither_the_same_round_nor_a_memo_is_a_last_round(opened, person):
    same = person.upload("ซ้ำ.yaml", PLAN.encode(), f"{opened.url.path}/last-round")
    memo = person.upload(
        "m.yaml", (INPUT / "memo-example" / "memo.yaml").read_bytes(), f"{opened.url.path}/last-round"
    )
    assert "ไม่ใช่รอบก่อน" in same.text
    assert "ไม่มีคะแนนให้เทียบ" in memo.text
    assert {same.status_code, memo.status_code} == {422}


def test_an_agreements_dimension_aims_at_the_weighted_targets_of_its_indicators(person):
    values = read(INPUT / "agreement-2547", SHIPPED).values
    first = values["agreement"]["dimensions"][0]["groups"][0]["indicators"][0]
    assert first["weight"] == "15"
    assert "target_level" not in first, "5 goes without saying"
    first["target_level"] = "3"
    page = person.upload("คำรับรอง.xlsx", workbook_of(SHIPPED.of("agreement"), values)).text
    # The first dimension weighs 70: (15 × 3 + 55 × 5) / 70; the second keeps 5.
    assert re.search(r"ประสิทธิผลตามพันธกิจ: รอบนี้ [^;]*เป้าหมาย 4.57; [^;]*เป้าหมาย 5;", told(page, "targets"))


def test_the_next_round_is_taken_from_a_work_as_a_workbook(opened, person, tmp_path):
    answer = person.client.get(f"{opened.url.path}/next.xlsx")
    assert answer.status_code == 200
    (tmp_path / "next.xlsx").write_bytes(answer.content)
    values = read(tmp_path / "next.xlsx", SHIPPED).values
    assert values["period"]["end"] == "30 มิถุนายน 2563"
    assert not any("steps" in each for each in values["results"])


def test_the_last_rounds_file_asks_what_is_still_last_rounds(opened, person):
    assert "D1006" not in opened.text
    page = person.upload("ไตรมาส 1.yaml", first_quarter(), f"{opened.url.path}/last-round").text
    assert "D1006" in page, "texts of the first quarter stand unchanged in the second"


def test_another_kind_of_work_is_no_last_round(person):
    memo = workbook_of(SHIPPED.of("memo"), read(INPUT / "memo-example", SHIPPED).values)
    opened = person.upload("บันทึก.xlsx", memo)
    answer = person.upload("ไตรมาส 1.yaml", first_quarter(), f"{opened.url.path}/last-round")
    assert answer.status_code == 422
    assert "ไม่ใช่รอบก่อนของบันทึกข้อความ" in answer.text
