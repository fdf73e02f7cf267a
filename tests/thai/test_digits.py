"""The digit policies (domain.md §1.5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.thai.digits import apply_policy, to_arabic, to_thai

TYPED = st.text(alphabet="0123456789๐๑๒๓๙กขค เAHz.,/()-:@\u00a0\n", max_size=60)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ปี 2563", "ปี ๒๕๖๓"),
        ("PMQA 4.0 ของกรม 12 แห่ง", "PMQA 4.0 ของกรม ๑๒ แห่ง"),
        ("ISO 30401 ปี 2563", "ISO 30401 ปี ๒๕๖๓"),
        ("ISO 30401:2018 ข้อ 4", "ISO 30401:2018 ข้อ ๔"),
        ("COVID 2019-20 ระยะ 2", "COVID 2019-20 ระยะ ๒"),
        ("Covid-๑๙", "Covid-19"),
        ("a1@moi.go.th", "a1@moi.go.th"),
        ("อก 0210(2)/1539", "อก ๐๒๑๐(๒)/๑๕๓๙"),
        ("ระบบDPIS5 รุ่น 2", "ระบบDPIS5 รุ่น ๒"),
    ],
)
def test_mixed_digits_are_thai_except_where_they_belong_to_a_latin_word(typed, printed):
    assert apply_policy(typed, "mixed") == printed


@pytest.mark.parametrize("number", ["1,200(3)", "4.0(2)", "12/2563"])
def test_a_document_number_after_a_latin_word_is_never_half_thai(number):
    assert apply_policy(f"HR {number}", "mixed") == f"HR {to_thai(number)}"


@given(TYPED)
def test_no_policy_moves_a_character(text):
    for policy in ("thai", "arabic", "mixed"):
        assert to_arabic(apply_policy(text, policy)) == to_arabic(text)


@given(TYPED)
def test_a_policy_applied_twice_changes_nothing_more(text):
    for policy in ("thai", "arabic", "mixed"):
        once = apply_policy(text, policy)
        assert apply_policy(once, policy) == once


@given(TYPED)
def test_how_the_digits_were_typed_does_not_matter(text):
    for policy in ("thai", "arabic", "mixed"):
        assert apply_policy(to_thai(text), policy) == apply_policy(to_arabic(text), policy)


def test_text_without_latin_letters_is_printed_the_same_by_thai_and_mixed():
    assert apply_policy("ข้อ 1.2 หน้า 3", "mixed") == apply_policy("ข้อ 1.2 หน้า 3", "thai")
