"""The table of all rules, by their codes."""

from __future__ import annotations

from itertools import chain

from pipeline.audit.findings import Rule
from pipeline.audit.rules import (
    amounts,
    breakdowns,
    calendar,
    choices,
    clock,
    counted,
    counting,
    digits,
    indicators,
    naming,
    offices,
    parts,
    people,
    percent_totals,
    percentages,
    periods,
    products,
    ratios,
    references,
    remaining,
    results,
    rounds,
    scales,
    scores,
    sequences,
    signs,
    structure,
    sums,
    targets,
    weights,
    wording,
    years,
)
from pipeline.diagnostics import Message

FAMILIES: dict[int, Message] = {
    1: Message("ค่าเดียวกันในหลายที่", "One value in many places"),
    2: Message("จำนวนที่บอกกับรายการที่ตามมา", "Announced counts and the lists after them"),
    3: Message("ยอดรวม", "Totals"),
    4: Message("ร้อยละกับตัวตั้งและตัวหาร", "Percentages and what they are worked out from"),
    5: Message("วันที่ ช่วงเวลา และปี", "Dates, periods and years"),
    6: Message("ชื่อคน หน่วยงาน แผน และตัวชี้วัด", "Names of persons, units, plans and indicators"),
    7: Message("เกณฑ์และหน่วยของตัวชี้วัด", "Thresholds and units of indicators"),
    8: Message("การอ้างถึง", "References"),
    9: Message("รูปแบบตัวเลข เครื่องหมาย และคำ", "Digits, signs and words"),
    10: Message("ข้อความซ้ำและถ้อยคำค้าง", "What stands twice or is left over"),
}
"""The ten families of checks (`domain.md` §3.5)."""

_MODULES = (
    results, counted, counting, breakdowns, weights, sums, percentages, calendar, periods, sequences, years,
    people, parts, naming, choices, scales, references, indicators, structure, digits, signs, wording,
    amounts, clock, ratios, remaining, scores, products, offices, rounds, targets, percent_totals,
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(
    sorted(chain.from_iterable(module.RULES for module in _MODULES), key=lambda rule: rule.code)
)
"""Every rule, in the order of the codes."""

RULE_OF: dict[str, Rule] = {rule.code: rule for rule in RULES}
