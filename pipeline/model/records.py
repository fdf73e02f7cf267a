"""What all records share, and the kinds of value that people type: numbers, dates, text."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

from pipeline.thai.dates import parse_date
from pipeline.thai.digits import to_arabic


class Record(BaseModel):
    """A frozen record; an unknown key is an error, not ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _number(typed: Any) -> Any:
    """`๑,๒๓๔.๕` -> `1234.5`, as text that keeps its decimals; other values as they are."""
    return to_arabic(typed).replace(",", "").strip() if isinstance(typed, str) else typed


def _date(typed: Any) -> Any:
    if not isinstance(typed, str):
        return typed
    found = parse_date(typed)
    if found is None:
        raise PydanticCustomError("thai_date", "not a date: {typed}", {"typed": typed})
    return found


def _year(typed: Any) -> Any:
    """`พ.ศ. ๒๕๖๓` -> `2563`."""
    return to_arabic(typed).replace("พ.ศ.", "").strip() if isinstance(typed, str) else typed


Number = Annotated[Decimal, BeforeValidator(_number)]
"""A decimal that keeps the decimals it was typed with (`0.00` stays `0.00`)."""

Count = Annotated[int, BeforeValidator(_number)]

ThaiDate = Annotated[
    datetime.date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "examples": ["31 มีนาคม 2563", "31 มี.ค. 63", "2563-03-31"]}),
]
"""A date typed in Thai (`๓๑ มีนาคม ๒๕๖๓`, พ.ศ.) or as `2563-03-31`; years from 2400 are พ.ศ."""

BuddhistYear = Annotated[int, BeforeValidator(_year)]
