"""Any value of an input as one text, to be read beside another of the same field."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from pipeline.model.choices import choice_name
from pipeline.model.people import Person
from pipeline.model.period import Period
from pipeline.model.records import Record
from pipeline.rounds.periods import round_title
from pipeline.thai.dates import long_date

_FIGURE = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")


def is_figure(text: str) -> bool:
    """Whether a text is one figure, with or without commas between thousands."""
    return _FIGURE.fullmatch(text) is not None


def value_text(value: Any) -> str:
    """A value as a person reads it; of a record, what its fields hold."""
    match value:
        case None:
            text = ""
        case bool():
            text = "ใช่" if value else "ไม่ใช่"
        case Decimal():
            text = f"{value:,f}"
        case datetime.date():
            text = long_date(value)
        case Period():
            text = f"{round_title(value).th} ({long_date(value.start)} - {long_date(value.end)})"
        case Person():
            text = value.full_name
        case Record():
            text = _joined(getattr(value, name) for name in type(value).model_fields)
        case tuple() | list():
            text = _joined(value)
        case dict():
            text = _joined(each for pair in value.items() for each in pair)
        case str():
            text = choice_name(value)
        case int():
            text = str(value)
        case _:
            raise TypeError(type(value).__name__)
    return text


def _joined(values: Iterable[Any]) -> str:
    return " ".join(text for each in values if (text := value_text(each)))


__all__ = ["is_figure", "value_text"]
