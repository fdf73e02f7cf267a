"""From the words of a composed paper back to the value of the data that printed them."""

import pytest

from pipeline.audit.findings import Finding
from pipeline.audit.tracing import trace_findings
from pipeline.diagnostics import Location, Message
from pipeline.extraction.extracted import TextLocation
from pipeline.intake import Source

VALUES = {
    "goal": "ดำเนินการแล้ว {steps} ขั้นตอน และอยู่ระหว่าง{next_step}",
    "steps": ["สำรวจความต้องการของบุคลากร", "ออกแบบระบบ"],
    "year": "2563",
}
PLACES = {
    ("goal",): Location("a.yaml", 1, 7),
    ("steps", 0): Location("a.yaml", 3, 5),
    ("steps", 1): Location("a.yaml", 4, 5),
}
WORDS = Message("", "")


def place_of(passage, quote):
    finding = Finding("A0000", "note", "memo", TextLocation(), quote, WORDS, WORDS, WORDS, passage=passage)
    (found,) = trace_findings([finding], Source("input", VALUES, PLACES))
    return found.data


@pytest.mark.parametrize(
    ("passage", "quote", "line"),
    [
        ("- ดำเนินการแล้ว ๓ ขั้นตอน และอยู่ระหว่างออกแบบ", "๓ ขั้นตอน", 1),
        ("๑) สำรวจความต้องการของบุคลากร", "สำรวจความต้องการ", 3),
        ("ระดับ ๑ สำรวจความต้องการของบุคลากร", "ระดับ ๑ สำรวจความต้องการของ", 3),
    ],
    ids=["around a placeholder", "as it stands", "with words of the template"],
)
def test_the_value_that_printed_the_words_is_found(passage, quote, line):
    assert place_of(passage, quote) == Location("a.yaml", line, PLACES[("goal",)].column if line == 1 else 5)


def test_words_of_the_template_alone_have_no_place_in_the_data():
    assert place_of("จึงเรียนมาเพื่อโปรดทราบ", "จึงเรียนมา") is None


def test_a_value_too_short_to_be_told_from_others_is_no_place():
    assert place_of("ปีงบประมาณ พ.ศ. ๒๕๖๓", "๒๕๖๓") is None
