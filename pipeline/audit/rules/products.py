"""Family 3: `3 รุ่น ๆ ละ 50 คน รวม 150 คน`. What is multiplied gives what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from math import prod

from pipeline.audit.counts import NUMBER, value
from pipeline.audit.findings import Match, Rule
from pipeline.audit.text_blocks import Reading
from pipeline.diagnostics import Message

_WORD = r"[ก-๎.]{1,20}"
_TOTAL = (
    rf"(?:รวม(?:เป็น|จำนวน|ทั้งสิ้น|ทั้งหมด)*(?:เงิน)?|เป็น(?:จำนวน)?เงิน(?:ทั้งสิ้น)?|=|เท่ากับ)\s*(?:จำนวน\s*)?({NUMBER})"
)
_EACH = re.compile(
    rf"(?<![\d.,/])({NUMBER})\s*({_WORD})\s*(?:ๆ\s*ละ|\2ละ)\s*({NUMBER})\s*{_WORD}\s*{_TOTAL}(?![\d.,]*\d)"
)
_TIMES = re.compile(
    rf"(?<![\d.,/])((?:{NUMBER})(?:\s*{_WORD})?(?:\s*[xX×*]\s*(?:{NUMBER})(?:\s*{_WORD})?){{1,3}})\s*{_TOTAL}(?![\d.,]*\d)"
)
_NUMBER = re.compile(NUMBER)


def _wrong_products(reading: Reading) -> Iterator[Match]:
    """`a รุ่น ๆ ละ b คน รวม c คน`, `a คน x b บาท x c วัน เป็นเงิน d บาท`."""
    for passage in reading.passages:
        found = [
            (match, [value(match[1]), value(match[3])], match[4]) for match in _EACH.finditer(passage.plain)
        ]
        found += [
            (match, [value(factor) for factor in _NUMBER.findall(match[1])], match[2])
            for match in _TIMES.finditer(passage.plain)
        ]
        for match, factors, total in found:
            exact, said = prod(factors, start=Decimal(1)), value(total)
            if said not in (exact, exact.quantize(Decimal(1), ROUND_HALF_UP)):
                shown = " × ".join(f"{factor:,}" for factor in factors)
                yield Match(
                    passage.span_of(match),
                    Message(f"{shown} ได้ {exact:,} ไม่ใช่ {said:,}", f"{shown} is {exact:,}, not {said:,}"),
                )


RULES = (
    Rule(
        "A0310",
        "error",
        Message("จำนวนคูณกันไม่ได้เท่าที่บอก", "A product that its factors do not give"),
        Message(
            "“a รุ่น ๆ ละ b คน รวม c คน” และ “a คน x b บาท x c วัน เป็นเงิน d บาท”",
            "`a รุ่น ๆ ละ b คน รวม c คน`, `a คน x b บาท x c วัน เป็นเงิน d บาท`.",
        ),
        Message("คูณใหม่ หรือแก้จำนวนใดจำนวนหนึ่ง", "multiply again, or mend a factor"),
        _wrong_products,
    ),
)
