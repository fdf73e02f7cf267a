"""Sound papers of the program's own are not found fault with, and the slips beside them are still found."""

from pathlib import Path

import pytest

from pipeline.audit import audit_papers
from pipeline.extraction.text_reader import read_text
from pipeline.intake import Source, read
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
    prepared = prepare_source(source, "คำรับรอง")
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
