"""Sound papers of the program's own are not found fault with, and the slips beside them are still found."""

from pathlib import Path

import pytest

from pipeline.audit import audit_papers
from pipeline.extraction.text_reader import read_text
from pipeline.intake import Source, read
from pipeline.kinds import SHIPPED
from pipeline.papers.auditing import audit_input, audit_prepared
from pipeline.papers.build import prepare_source

START = Path(__file__).parents[2] / "templates" / "start"


def codes(*lines):
    return [finding.code for finding in audit_papers([read_text("\n".join(lines), "เอกสาร")])]


@pytest.mark.parametrize("kind", sorted(path.name for path in START.iterdir() if path.is_dir()))
def test_a_starter_gives_no_finding(kind):
    assert audit_input(START / kind) == ()


def test_levels_between_two_and_ratios_of_long_fractions_are_sound():
    values = read(START / "agreement").values
    values["results"][:1] = [{"indicator": "1", "numerator": "515", "denominator": "751"}]  # 68.575 %
    values["results"][3] = {"indicator": "4", "value": "7.125"}
    source = Source("คำรับรอง", values)
    prepared = prepare_source(source, "คำรับรอง", SHIPPED)
    assert audit_prepared(prepared, source, prepared.papers) == ()


RATIO = "ผลการดำเนินการอยู่ในระดับ 4 ตามการติดตามผล หรือคิดเป็นร้อยละ 85.71"
NOTE = "หมายเหตุ สัดส่วนผลสำเร็จคิดจากระดับคูณด้วย 20 เว้นแต่ “การพัฒนาบุคลากรตามแผน” ซึ่งเป็นร้อยละของผลที่ทำได้จริงต่อเป้าหมาย"


def test_a_ratio_that_a_note_names_is_no_slip_and_another_is():
    assert codes("1. การพัฒนาบุคลากรตามแผน", RATIO) == ["A0101"]
    assert codes("1. การพัฒนาบุคลากรตามแผน", RATIO, NOTE) == []
    assert codes("1. การสร้างความผูกพันของบุคลากร", RATIO, NOTE) == ["A0101"]


def test_a_plan_that_is_reviewed_has_years_of_its_own():
    plan = "แผนกลยุทธ์การบริหารทรัพยากรบุคคล ปีงบประมาณ พ.ศ. "
    assert codes(f"จัดทำ{plan}2568 - 2570", f"เห็นชอบ{plan}2568 - 2570", f"ทบทวน{plan}2565 - 2567") == []
    assert codes(f"จัดทำ{plan}2568 - 2570", f"เห็นชอบ{plan}2568 - 2570", f"เสนอ{plan}2568 - 2571") == ["A0523"]


def test_a_deputy_is_not_a_misspelt_head():
    head = ["(นายสมมติ ตั้งต้น)", "ปลัดเทศบาลเมืองทุ่งสายธาร"]
    assert codes(*head, "(นางทดลอง เขียนดู)", "รองปลัดเทศบาลเมืองทุ่งสายธาร") == []
    assert "A0603" in codes(*head, "(นางทดลอง เขียนดู)", "ปลัดเทศบาลเมืองทุ่งสายทาร")


ENCLOSED = ["สิ่งที่ส่งมาด้วย ๑. สรุปผลการประเมิน จำนวน ๑ ฉบับ", "๒. สำเนาคำสั่ง จำนวน ๑ ชุด"]


def test_a_letter_s_enclosures_bear_their_label_once():
    cited = "รายละเอียดตามสิ่งที่ส่งมาด้วย ๑ และสิ่งที่ส่งมาด้วย "
    assert codes(*ENCLOSED, f"{cited}๒") == []
    assert codes(*ENCLOSED, f"{cited}๓") == ["A0802"]
    assert codes(ENCLOSED[0], f"{cited}๒", ENCLOSED[1]) == ["A0802"], "another list"


RISES = [
    "| ชื่อ | ฐานในการคำนวณ | ร้อยละที่เลื่อน | จำนวนเงินที่เลื่อน |",
    "|---|---|---|---|",
    "| นายหนึ่ง ตัวอย่าง | ๔๕,๐๐๐ | ๓.๑๐ | ๑,๔๐๐ |",  # 1,395.00
    "| นางสอง ตัวอย่าง | ๓๓,๐๐๐ | ๓.๔๐ | ๑,๑๓๐ |",  # 1,122.00
    "| นายสาม ตัวอย่าง | ๒๕,๐๐๐ | ๓.๒๐ | ๘๐๐ |",
]


def test_a_rise_is_rounded_up_to_ten_baht_and_another_amount_is_a_slip():
    assert codes(*RISES, "| นางสี่ ตัวอย่าง | ๒๒,๐๐๐ | ๓.๔๕ | ๗๖๐ |") == []  # 759.00
    assert codes(*RISES, "| นางสี่ ตัวอย่าง | ๒๒,๐๐๐ | ๓.๕๔ | ๗๖๐ |") == ["A0404"]  # 778.80
    spent = [line.replace("ที่เลื่อน", "ที่เบิก") for line in RISES]
    exact = ["| นางสี่ ตัวอย่าง | ๒๒,๐๐๐ | ๓.๔๐ | ๗๔๘ |", "| นายห้า ตัวอย่าง | ๒๕,๐๐๐ | ๒.๐๐ | ๕๐๐ |"]
    assert codes(*spent, *exact) == ["A0404", "A0404"], "only rises are rounded up"
