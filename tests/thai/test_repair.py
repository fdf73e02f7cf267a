import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.thai.repair import repair_text

THAI = st.text(
    st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B, categories=("L", "M", "N", "P", "S"))
)


def test_the_halves_of_sara_am_become_one_letter() -> None:
    assert repair_text("ทํางาน") == "ทำงาน"


def test_a_tone_mark_stays_before_sara_am_wherever_it_was_typed() -> None:
    assert repair_text("นํ้า") == repair_text("น้ํา") == "น้ำ"


def test_a_lone_nikhahit_and_a_whole_sara_am_stay() -> None:
    assert repair_text("พุทฺธํ น้ำ") == "พุทฺธํ น้ำ"


def test_line_ends_of_other_systems_become_one_kind_and_hard_spaces_stay() -> None:
    assert repair_text("a\r\nb\rc\u00a0d") == "a\nb\nc\u00a0d"
    assert repair_text("a\r\nb\rc") == "a\nb\nc"


def test_compatibility_characters_are_kept() -> None:
    assert repair_text("ข้อ ① ½ ﬁ") == "ข้อ ① ½ ﬁ"


@given(THAI)
def test_a_repaired_text_is_in_nfc_and_needs_no_second_repair(text: str) -> None:
    once = repair_text(text)
    assert unicodedata.is_normalized("NFC", once)
    assert repair_text(once) == once


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("หน้้าที่่", "หน้าที่"),
        ("ทีี่", "ที่"),
        ("ท่ี", "ที่"),
        ("ปัั้น", "ปั้น"),
        ("นำ้", "น้ำ"),
        ("สิทธิ์์", "สิทธิ์"),
        ("เเผนงาน", "แผนงาน"),
    ],
)
def test_marks_struck_twice_or_in_the_wrong_order_stand_once_and_in_order(typed: str, meant: str) -> None:
    assert repair_text(typed) == meant


def test_the_words_of_the_seed_papers_need_no_repair() -> None:
    kept = "ปฏิบัติราชการ ซื่อสัตย์ เก๊ ตี๋ พันธุ์ ผู้ทรงคุณวุฒิ กุญแจ เจ้าหน้าที่ น้ำ เล็ก ก็ ศิลป์ ๆ"
    assert repair_text(kept) == kept


def test_marks_without_width_that_copying_leaves_are_taken_out() -> None:
    assert repair_text("กบ\u200bค\ufeff ท\u0e4d\u200b\u0e32\u2060") == "กบค ทำ"
