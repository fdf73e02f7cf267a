"""Family 3: weights that a text names, and the total that it gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.audit.counts import PERCENT, percent_of
from pipeline.audit.findings import Match, Rule
from pipeline.audit.lists import Item, lists_of
from pipeline.audit.text_blocks import Reading
from pipeline.diagnostics import Message

_TOTAL_PERCENT = re.compile(rf"รวม(?:เป็น|ทั้งสิ้น|ทั้งหมด|น้ำหนัก)*\s*{PERCENT.pattern}")
_LEAST_WEIGHTS = 3


def _percent_total(reading: Reading) -> Iterator[Match]:
    """`น้ำหนักรวมร้อยละ 100 ดังนี้` and entries with their percentages."""
    for found in lists_of(reading):
        if found.lead is None or found.in_table:
            continue
        lead = found.lead.passage
        whole = [m for m in PERCENT.finditer(lead.plain) if re.search(r"น้ำหนัก|รวม", lead.plain[: m.start()])]
        parts = [_only_percent(item) for item in found.items]
        known = [part for part in parts if part is not None]
        if len(whole) == 1 and len(known) == len(parts) > 1 and sum(known) != percent_of(whole[0]):
            yield Match(
                lead.span_of(whole[0]),
                Message(
                    f"บอกว่ารวมร้อยละ {percent_of(whole[0])} แต่รายการรวมกันได้ {sum(known)}",
                    f"{percent_of(whole[0])} % in all, but the entries add up to {sum(known)}",
                ),
                tuple(item.spot for item in found.items),
            )
    yield from _summed_percents(reading)


def _summed_percents(reading: Reading) -> Iterator[Match]:
    """`… น้ำหนักร้อยละ 20 … น้ำหนักร้อยละ 25 … รวมร้อยละ 100` in one passage."""
    for passage in reading.passages:
        total = _TOTAL_PERCENT.search(passage.plain)
        parts = list(PERCENT.finditer(passage.plain, 0, total.start())) if total else []
        weighed = passage.plain.count("น้ำหนัก", 0, total.start()) if total else 0
        if total is None or len(parts) < _LEAST_WEIGHTS or weighed < len(parts):
            continue
        summed = sum(map(percent_of, parts), Decimal(0))
        if summed != percent_of(total):
            yield Match(
                passage.span_of(total),
                Message(
                    f"บอกว่ารวมร้อยละ {percent_of(total)} แต่น้ำหนักรวมกันได้ {summed}",
                    f"{percent_of(total)} % in all, but the weights add up to {summed}",
                ),
                tuple(passage.span_of(part) for part in parts),
            )


def _only_percent(item: Item) -> Decimal | None:
    found = list(PERCENT.finditer(item.spot.passage.plain, item.spot.start, item.spot.end))
    return percent_of(found[0]) if len(found) == 1 else None


RULES = (
    Rule(
        "A0302",
        "error",
        Message("ร้อยละของรายการรวมกันไม่ได้เท่าที่บอก", "Percentages that do not add up to their total"),
        Message(
            "“น้ำหนักรวมร้อยละ n ดังนี้” และทุกข้อมีร้อยละหนึ่งค่า หรือน้ำหนักในย่อหน้าเดียวกันก่อน “รวมร้อยละ n”",
            "`น้ำหนักรวมร้อยละ n ดังนี้`, and each entry with one percentage; or weights in one passage before "
            "`รวมร้อยละ n`.",
        ),
        Message("แก้น้ำหนักรวมหรือน้ำหนักของข้อ", "mend the total or an entry"),
        _percent_total,
    ),
)
