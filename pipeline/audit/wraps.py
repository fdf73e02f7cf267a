"""Joins words that a converter's line end broke (`ไตรมาส` / `ที่ 2`, `ร้อย` / `ละ 80`).

Thai has no spaces between words, so a converter's line end may stand inside one. Only words that the rules
look for are joined: what else stands around a line end may be two words.
"""

from __future__ import annotations

from pipeline.thai.dates import MONTHS
from pipeline.thai.units import UNITS

_WORDS = (
    "ร้อยละ", "คิดเป็นร้อยละ", "เปอร์เซ็นต์", "ระดับที่", "ไตรมาส", "ไตรมาสที่", "ครั้งที่", "วันที่", "ดังนี้", "ดังต่อไปนี้",
    "ได้แก่", "ประกอบด้วย", "แบ่งเป็น", "แยกเป็น", "จำแนกเป็น", "คิดเป็น", "เท่ากับ", "ทั้งหมด", "ทั้งสิ้น", "คงเหลือ",
    "ปีงบประมาณ", "ประจำปี", "ประจำปีงบประมาณ", "ตารางที่", "ภาคผนวก", "เอกสารแนบ", "สิ่งที่ส่งมาด้วย", "ตัวชี้วัดที่",
    "มิติที่", "ขั้นตอนที่", "น้ำหนัก", "จำนวน", "วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์",
    "วันอาทิตย์", "คำสั่ง", "ลงวันที่", "ระยะเวลา",
)  # fmt: skip
_LEAST = 2
"""Letters that a half must have: a line end never stands inside a syllable."""

_HALVES = frozenset(
    (word[:cut], word[cut:])
    for word in (*_WORDS, *UNITS, *MONTHS)
    for cut in range(_LEAST, len(word) - _LEAST + 1)
)
_LONGEST = max(len(half) for halves in _HALVES for half in halves)


def broken_words(text: str) -> list[int]:
    """The offsets of the line ends of `text` that stand inside a word."""
    return [n for n, sign in enumerate(text) if sign == "\n" and _inside_a_word(text, n)]


def _inside_a_word(text: str, end: int) -> bool:
    before = text[max(end - _LONGEST, 0) : end]
    after = text[end + 1 : end + 1 + _LONGEST]
    return any(
        (before[-left:], after[:right]) in _HALVES
        for left in range(_LEAST, len(before) + 1)
        for right in range(_LEAST, len(after) + 1)
    )
