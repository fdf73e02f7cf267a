"""Family 1: a number in figures, and the same number in words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.audit.counts import NUMBER, value
from pipeline.audit.findings import Match, Rule
from pipeline.audit.text_blocks import Reading
from pipeline.diagnostics import Message
from pipeline.thai.number_words import baht_in_words, number_in_words

_IN_WORDS = re.compile(rf"(?<![\d.,/])({NUMBER})\s*(?:บาท)?\s*\(\s*(?:=\s*)?([ก-๎\s]{{2,120}}?)\s*(?:=\s*)?\)")


def _two_amounts(reading: Reading) -> Iterator[Match]:
    """`1,380,000 บาท (หนึ่งล้านสามแสนแปดพันบาทถ้วน)`, `5 (หก) ขั้นตอน`."""
    for passage in reading.passages:
        for match in _IN_WORDS.finditer(passage.plain):
            figures = value(match[1])
            in_words = baht_in_words(match[2]) if "บาท" in match[2] else number_in_words(match[2])
            if in_words is not None and in_words != figures:
                yield Match(
                    passage.span_of(match),
                    Message(
                        f"ตัวเลขคือ {figures:,} แต่ตัวอักษรคือ {in_words:,}",
                        f"{figures:,} in figures, {in_words:,} in words",
                    ),
                )


RULES = (
    Rule(
        "A0106",
        "error",
        Message("จำนวนตัวเลขไม่ตรงกับตัวอักษร", "Figures and words that differ"),
        Message(
            "“n บาท (…บาทถ้วน)” และ “n (คำอ่าน)”: อ่านตัวอักษรเป็นจำนวนแล้วเทียบ ไม่เตือนเมื่อในวงเล็บไม่ใช่จำนวน",
            "`n บาท (… in words)` and `n (in words)`: the words are read as a number and compared; what is "
            "no number in brackets is let be.",
        ),
        Message("แก้ตัวเลขหรือตัวอักษร", "mend the figures or the words"),
        _two_amounts,
    ),
)
