"""The registry of audit rules by code, gathered from the modules of `audit.rules`; and their families."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.audit import rules
from pipeline.audit.findings import Rule
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


def by_code(several: Iterable[Rule]) -> dict[str, Rule]:
    """Rules by their codes, in that order. Raises `ValueError` for a code that two of them bear."""
    found: dict[str, Rule] = {}
    for rule in several:
        if found.setdefault(rule.code, rule) is not rule:
            raise ValueError(f"two rules of the audit have the code {rule.code}")
    return dict(sorted(found.items()))


RULE_OF: dict[str, Rule] = by_code(rule for module in rules.modules() for rule in module.RULES)
"""Every rule by its code, in the order of the codes."""

RULES: tuple[Rule, ...] = tuple(RULE_OF.values())
"""Every rule, in the order of the codes."""
