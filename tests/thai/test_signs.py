"""What spares a search misses none: each rank, and each small number in words, bears a sign of its rules."""

import re
from itertools import product

import pytest

from pipeline.thai.terms import SPELLED, SPELLED_SIGNS
from pipeline.thai.titles import OFFICER, RANK_SIGNS

BRANCHES = [
    "พล",
    "พัน",
    "ร้อย",
    "นาวา",
    "เรือ",
    "จ่าสิบ",
    "จ่า",
    "สิบ",
    "พันจ่า",
    "เรืออากาศ",
    "นาวาอากาศ",
    "พันจ่าอากาศ",
    "จ่าอากาศ",
    "ดาบ",
]
RANKS = [
    "".join(parts) for parts in product(BRANCHES, ("", "ตำรวจ", "เรือ", "อากาศ"), ("เอก", "โท", "ตรี", "จัตวา"))
]


@pytest.mark.parametrize("rank", [*RANKS, "ดาบตำรวจ", "ว่าที่ร้อยตรี", "รองศาสตราจารย์", "หม่อมหลวง", "คุณหญิง"])
def test_each_rank_bears_a_sign(rank):
    assert re.match(OFFICER, f"{rank} มนู เลียวไพโรจน์")
    assert any(sign in rank for sign in RANK_SIGNS)


@pytest.mark.parametrize("text", ["เอกสารแนบ", "โทร. ๐ ๒๕๔๗ ๑๐๐๐", "คณะรัฐมนตรี", "สตรีและเยาวชน", "ปริญญาเอก"])
def test_other_words_bear_none(text):
    assert not any(sign in text for sign in RANK_SIGNS)


@pytest.mark.parametrize("number", SPELLED_SIGNS)
def test_each_small_number_is_its_own_sign(number):
    assert re.fullmatch(SPELLED, number)
