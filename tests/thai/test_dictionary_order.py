"""Words in the order in which a Thai dictionary has them."""

import random

import pytest

from pipeline.thai.dictionary_order import dictionary_key

ORDERED = [
    ("กก", "กข", "กา", "กิน", "กุ้ง", "เกม", "แก้ว", "ไก่", "ขวัญ", "เขา"),
    ("ป่า", "ป้า", "ปี", "ปู่", "เป็น", "แปล"),
    ("รวย", "รอง", "โรง", "ฤดี", "ลม"),
    ("กานต์", "กานต์ชนก", "การ"),
    ("สม", "สมชาย", "สมศรี", "สยาม", "เสมอ", "แสง", "โสภา", "หทัย", "อนุชา", "เอก"),
    ("สมชาย กล้า", "สมชาย ขวัญ", "สมชายดี"),
]


@pytest.mark.parametrize("words", ORDERED)
def test_words_stand_as_in_a_dictionary(words: tuple[str, ...]) -> None:
    shuffled = random.Random(1).sample(words, len(words))
    assert sorted(shuffled, key=dictionary_key) == list(words)


def test_spaces_of_any_number_count_as_one() -> None:
    assert dictionary_key(" สมชาย   ใจดี ") == dictionary_key("สมชาย ใจดี")
