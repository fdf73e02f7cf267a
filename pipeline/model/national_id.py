"""The 13-digit number of a person (เลขประจำตัวประชาชน) with its check digit."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from pipeline.thai.digits import to_arabic

_DIGITS = re.compile(r"\d{13}")
_BETWEEN = re.compile(r"[\s\-–.]")
_GROUPS = (0, 1, 5, 10, 12, 13)
"""Where its groups end as cards print it: 1-4-5-2-1."""


def check_digit(twelve: str) -> int:
    """The last digit that belongs to the first twelve: weights 13 to 2, modulo 11."""
    total = sum(int(digit) * (13 - place) for place, digit in enumerate(twelve))
    return (11 - total % 11) % 10


def in_groups(digits: str) -> str:
    """`0000000011002` -> `0 0000 00011 00 2`."""
    return " ".join(digits[start:end] for start, end in pairwise(_GROUPS))


def _national_id(typed: Any) -> Any:
    if not isinstance(typed, str):
        return typed
    digits = _BETWEEN.sub("", to_arabic(typed))
    if not digits:
        return ""
    if not _DIGITS.fullmatch(digits):
        raise PydanticCustomError("national_id", "not 13 digits: {typed}", {"typed": typed})
    if int(digits[12]) != check_digit(digits[:12]):
        raise PydanticCustomError("national_id_check", "a wrong check digit: {typed}", {"typed": typed})
    return in_groups(digits)


NationalId = Annotated[str, BeforeValidator(_national_id)]
"""Kept in groups, as cards print it; typed with spaces, hyphens or none, in either digits."""
