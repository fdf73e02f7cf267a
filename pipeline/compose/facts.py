"""The facts that all prose of an input may print by name: those of its office, and what its kind adds.

`docs/input.md` lists the names. All are texts with Arabic digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import kinds
from pipeline.compose.placeholders import SHORT_OFFICE

if TYPE_CHECKING:
    from pipeline.model.office_input import OfficeInput


def common_facts(office_input: OfficeInput) -> dict[str, str]:
    """What every text of an input may print: office, period, parties."""
    office = office_input.office
    facts = {
        "office": office.name,
        SHORT_OFFICE: office.short or office.name,
        "ministry": office.ministry,
        "office_head": office.head,
        "office_head_short": office.head_short or office.head,
    }
    return {**facts, **kinds.of(office_input.kind).facts(office_input)}
