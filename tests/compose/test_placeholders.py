"""Names in braces: facts printed from the record, never typed a second time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.placeholders import fill
from pipeline.diagnostics import InputError

FACTS = {
    "office": "สำนักงานปลัดกระทรวงอุตสาหกรรม",
    "office_short": "สปอ.",
    "level": "4",
    "project": "การตรวจสอบข้อมูลบุคลากรใน{office}ทุกปี",
}


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("{office}มีแผน", "สปอ. มีแผน", "สำนักงานปลัดกระทรวงอุตสาหกรรมมีแผน"),
        ("บุคลากรใน{office}ทุกปี", "บุคลากรใน สปอ. ทุกปี", "บุคลากรในสำนักงานปลัดกระทรวงอุตสาหกรรมทุกปี"),
        ("บุคลากร{office} (ส่วนกลาง)", "บุคลากร สปอ. (ส่วนกลาง)", "บุคลากรสำนักงานปลัดกระทรวงอุตสาหกรรม (ส่วนกลาง)"),
        ("({office})", "(สปอ.)", "(สำนักงานปลัดกระทรวงอุตสาหกรรม)"),
        ("ของ{office}", "ของ สปอ.", "ของสำนักงานปลัดกระทรวงอุตสาหกรรม"),
    ],
)
def test_the_office_is_said_short_with_spaces_or_in_full_without(text, short, full):
    assert fill(text, FACTS, "short") == short
    assert fill(text, FACTS, "full") == full


def test_a_fact_may_name_facts():
    assert fill("ระดับ {level}: {project}", FACTS, "short") == "ระดับ 4: การตรวจสอบข้อมูลบุคลากรใน สปอ. ทุกปี"


def test_an_unknown_name_is_refused_with_the_nearest_one_and_the_text():
    with pytest.raises(InputError) as refused:
        fill("ระดับ {levle} ของ {nothing}", FACTS, "full")
    first, second = refused.value.diagnostics
    assert "{level}" in first.message.th
    assert "ระดับ {levle}" in first.message.th
    assert "{nothing}" in second.message.th


def test_names_in_a_circle_are_refused():
    with pytest.raises(InputError) as refused:
        fill("{a}", {"a": "{b}", "b": "{a}"}, "full")
    assert refused.value.diagnostics[0].code == "placeholder-circle"


def test_facts_that_multiply_one_another_are_refused_before_they_are_made():
    facts = {name: f"{{{below}}}" * 100 for name, below in zip("abcde", "bcdef", strict=True)} | {"f": "x"}
    with pytest.raises(InputError) as refused:
        fill("{a}", facts, "full")
    assert refused.value.diagnostics[0].code == "placeholder-length"


@given(st.text(st.characters(blacklist_characters="{}\ue000", blacklist_categories=("Cs",))))
def test_text_without_braces_stays_as_it_is(text):
    assert fill(text, FACTS, "short") == text


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{% raw %}", "{level.__class__}", "{0}", "{ร้อยละ}"])
def test_what_looks_like_code_is_no_name_and_is_refused(text):
    with pytest.raises(InputError):
        fill(text, FACTS, "full")


def test_spaces_beside_a_name_are_not_part_of_it():
    assert fill("ระดับ { level }", FACTS, "full") == "ระดับ 4"


def test_braces_are_printed_by_their_names_and_not_read_again():
    assert fill("{brace_open}level{brace_close}", FACTS, "full") == "{level}"
