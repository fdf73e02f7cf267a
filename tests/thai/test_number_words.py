"""Numbers in Thai words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.thai.number_words import baht_in_words, number_in_words

DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
PLACES = ("แสน", "หมื่น", "พัน", "ร้อย")


def written(number):
    """The number in words, as schools teach it."""
    if not number:
        return "ศูนย์"
    millions, rest = divmod(number, 1_000_000)
    words = f"{written(millions)}ล้าน" if millions else ""
    for digit, place in zip(f"{rest:06}", PLACES, strict=False):
        words += DIGITS[int(digit)] + place if digit != "0" else ""
    tens, ones = divmod(rest % 100, 10)
    words += {0: "", 1: "สิบ", 2: "ยี่สิบ"}.get(tens, f"{DIGITS[tens]}สิบ")
    return words + ("เอ็ด" if ones == 1 and number > 10 else DIGITS[ones])


@given(st.integers(0, 10**13))
def test_every_number_is_read_as_it_was_written(number):
    assert number_in_words(written(number)) == number


@given(st.integers(0, 10**9), st.integers(1, 99))
def test_an_amount_is_read_with_its_satang(baht, satang):
    assert baht_in_words(f"{written(baht)}บาท{written(satang)}สตางค์") == baht + Decimal(satang) / 100
    assert baht_in_words(f"{written(baht)}บาทถ้วน") == baht


@pytest.mark.parametrize("words", ["", "นครปฐม", "สามสี่", "ห้าคน", "หนึ่งร้อย", "หกบาทครึ่ง"])
def test_what_is_no_amount_of_baht_is_none(words):
    assert baht_in_words(words) is None
