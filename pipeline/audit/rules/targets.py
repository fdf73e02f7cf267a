"""Family 4: a result beside its target. Above is above, reached is reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.audit.counts import NUMBER, value
from pipeline.audit.findings import Match, Rule
from pipeline.audit.text_blocks import Reading
from pipeline.diagnostics import Message

_COMPARED = re.compile(
    rf"ร้อยละ\s*({NUMBER})\s*(?:ซึ่ง|โดย)?\s*(?P<how>สูงกว่า|มากกว่า|เกินกว่า|ต่ำกว่า|น้อยกว่า)(?:ค่า)?เป้าหมาย[^\d%]{{0,40}}ร้อยละ\s*({NUMBER})"
)
_REACHED = re.compile(
    rf"เป้าหมาย\s*(?:คือ\s*|กำหนด\s*)?(?P<unit>ร้อยละ|ระดับ)\s*({NUMBER})\s*(?:ผล[ก-๎]{{0,20}}|ทำได้|ได้)\s*(?:ร้อยละ|ระดับ)\s*({NUMBER})"
    r"\s*(?:ซึ่ง|จึง|ถือว่า)?\s*(?P<said>ไม่บรรลุ|บรรลุ|ไม่ผ่าน|ผ่าน|ไม่เป็นไปตาม|เป็นไปตาม)(?:ค่า)?เป้าหมาย"
)
_LESS_IS_BETTER = re.compile(
    r"ลดลง|ไม่เกิน|น้อยกว่า|ข้อร้องเรียน(?!ที่)|ความเสี่ยง|อัตรา(?:ตาย|ป่วย|การลาออก)|สูญเสีย|คงค้าง|ค้าง"
)


def _wrong_comparison(reading: Reading) -> Iterator[Match]:
    for passage in reading.passages:
        for match in _COMPARED.finditer(passage.plain):
            result, target = value(match[1]), value(match[3])
            above = match["how"] in ("สูงกว่า", "มากกว่า", "เกินกว่า")
            if not (result > target if above else result < target):
                yield Match(
                    passage.span_of(match),
                    Message(
                        f"{result} ไม่{match['how']}เป้าหมาย {target}",
                        f"{result} is not {'above' if above else 'below'} the target of {target}",
                    ),
                )
        for match in _REACHED.finditer(passage.plain):
            target, result = value(match[2]), value(match[3])
            if not _LESS_IS_BETTER.search(passage.plain) and _is_denied(match["said"]) == (result >= target):
                yield Match(passage.span_of(match), _describe_verdict(match["said"], result, target))


def _is_denied(said: str) -> bool:
    return said.startswith("ไม่")


def _describe_verdict(said: str, result: Decimal, target: Decimal) -> Message:
    reached = "ต่ำกว่า" if result < target else "ไม่ต่ำกว่า"
    verdict = "missed" if _is_denied(said) else "reached"
    return Message(
        f"ผล {result} {reached}เป้าหมาย {target} แต่บอกว่า{said}เป้าหมาย",
        f"a result of {result} against a target of {target}, said to be {verdict}",
    )


RULES = (
    Rule(
        "A0405",
        "warning",
        Message("ผลเทียบเป้าหมายไม่ตรงกับถ้อยคำ", "A result that its words contradict"),
        Message(
            "“ร้อยละ ก สูงกว่าเป้าหมายร้อยละ ข” และ “เป้าหมายร้อยละ ข ผลร้อยละ ก บรรลุเป้าหมาย” "
            "(ไม่เทียบการบรรลุของตัวชี้วัดที่ยิ่งน้อยยิ่งดี)",
            "`ร้อยละ a สูงกว่าเป้าหมายร้อยละ b`, and `เป้าหมายร้อยละ b ผลร้อยละ a บรรลุเป้าหมาย`, but for "
            "indicators of which less is better.",
        ),
        Message("แก้ผล เป้าหมาย หรือถ้อยคำ", "mend the result, the target or the words"),
        _wrong_comparison,
    ),
)
