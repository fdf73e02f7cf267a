"""The facts that all prose of an input may print by name: those of its office, and what its kind adds.

`docs/input.md` lists the names. All are texts with Arabic digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline import kinds
from pipeline.compose.common_names import SHORT_OFFICE
from pipeline.model.office_input import HasMemoHead
from pipeline.model.soundness import is_refused

if TYPE_CHECKING:
    from pipeline.model.office_input import OfficeInput

_ENCLOSURES = "enclosures"
"""How many things go with the memo: there is such a name where any are listed."""


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
    if isinstance(office_input, HasMemoHead) and office_input.memo.enclosures:
        facts[_ENCLOSURES] = str(len(office_input.memo.enclosures))
    return {**facts, **kinds.kind_of(office_input).facts(office_input)}


def memo_names(office_input: OfficeInput) -> Iterator[str]:
    """The names of what its memo adds, also where that was refused."""
    if isinstance(office_input, HasMemoHead):
        memo = office_input.memo
        if is_refused(memo) or is_refused(memo.enclosures) or memo.enclosures:
            yield _ENCLOSURES
