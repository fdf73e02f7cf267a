"""A list of people has nothing to score."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pipeline.kinds.name_list.record import NameListInput

if TYPE_CHECKING:
    from decimal import Decimal

    from pipeline.model.indicators import Unmeasured


def score(_: NameListInput) -> None:
    """No score card."""


def under(office_input: NameListInput, _: Unmeasured) -> NameListInput:
    """The same list: it measures nothing."""
    return office_input


def aims(_: NameListInput) -> Mapping[str, Decimal]:
    """None: a list has no indicators."""
    return {}
