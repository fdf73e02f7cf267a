"""A free memo has nothing to score."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pipeline.kinds.memo.record import MemoInput

if TYPE_CHECKING:
    from decimal import Decimal

    from pipeline.model.schemes import Unmeasured


def score(_: MemoInput) -> None:
    """No score card."""


def under(office_input: MemoInput, _: Unmeasured) -> MemoInput:
    """The same memo: it measures nothing."""
    return office_input


def aims(_: MemoInput) -> Mapping[str, Decimal]:
    """None: a memo has no indicators."""
    return {}
