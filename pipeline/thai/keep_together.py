"""The table of stretches that hold together: names, and what is read as one word though it is several.

Sources: `domain.md` §4.1 and §1.5; docs/line-breaking.md explains it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.thai.costs import FIRM, INSIDE_WORD, NAME, UNIT_NAME
from pipeline.thai.patterns import compile_pattern
from pipeline.thai.terms import HOTEL, PLACES, SPACES, SPELLED_AMOUNT, WEEKDAY
from pipeline.thai.titles import DOCTOR, FULL_NAME, OFFICER, PERSON, RANK_SIGNS, SHORTLY


class Hold(NamedTuple):
    """Inside the group `held` a line end costs `penalty` after a space; elsewhere `within`, or is banned.

    `signs` as of a `Rule`.
    """

    name: str
    penalty: int
    within: int | None
    expression: str
    signs: tuple[str, ...] = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled."""
        return compile_pattern(self.expression)


HOLDS: tuple[Hold, ...] = (
    Hold(
        "title + name + surname",
        NAME,
        None,
        rf"(?P<held>{PERSON})",
        signs=("นาย", "นาง", "เด็ก"),
    ),
    Hold(
        "rank or degree + name + surname",
        NAME,
        None,
        rf"(?P<held>{OFFICER})",
        signs=RANK_SIGNS,
    ),
    Hold("short rank + name + surname", NAME, None, rf"(?P<held>{SHORTLY})", signs=(".",)),
    Hold(
        "doctor + name",
        NAME,
        None,
        rf"{DOCTOR}(?P<held>{FULL_NAME})",
        signs=("แพทย์", "เภสัชกร", "พยาบาล"),
    ),
    Hold(
        "name of a company",
        FIRM,
        INSIDE_WORD,
        rf"(?P<held>บริษัท{SPACES}[^0-9๐-๙\n]{{2,40}}?จำกัด)",
        signs=("บริษัท",),
    ),
    Hold("weekday", FIRM, FIRM, rf"(?P<held>{WEEKDAY})", signs=("วัน",)),
    Hold("amount in words", FIRM, None, rf"(?P<held>{SPELLED_AMOUNT})"),
    Hold("name of a hotel", UNIT_NAME, INSIDE_WORD, HOTEL, signs=("โรงแรม", "รีสอร์")),
    Hold("name of a place", NAME, INSIDE_WORD, rf"{PLACES}(?P<held>[ก-๎]{{2,12}})(?![ก-๎])"),
)
