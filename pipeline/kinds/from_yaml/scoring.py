"""How an input of a kind made from YAML is scored: a kind without indicators has nothing to score."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pipeline.kinds.from_yaml.form import FormInput

if TYPE_CHECKING:
    from decimal import Decimal

    from pipeline.model.schemes import Unmeasured


def score(_: FormInput) -> None:
    """No score card."""


def under(office_input: FormInput, _: Unmeasured) -> FormInput:
    """The same input: it measures nothing."""
    return office_input


def aims(_: FormInput) -> Mapping[str, Decimal]:
    """None: there are no indicators."""
    return {}
