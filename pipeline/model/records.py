"""What all records share, and the kinds of value that people type: numbers, dates, text."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, LiteralString

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from pipeline.thai.date_slips import slip_of
from pipeline.thai.dates import (
    ERA,
    FIRST_BUDDHIST_YEAR,
    FIRST_YEAR,
    LAST_YEAR,
    day_of_month_text,
    long_date,
    month_year,
    parse_date,
    parse_month,
    two_digit_years,
)
from pipeline.thai.digits import to_arabic

_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")

_PERCENT = re.compile(r"^ร้อยละ\s*|\s*(?:[%％]|เปอร์เซ็?นต์)$")
_YEAR = re.compile(r"(?:(พ\.?ศ\.?|ค\.?ศ\.?)\s*)?(\d{4}|\d{2})")
_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
"""Letters without width, which pages and messages leave in figures copied from them."""

_SLIPS: dict[str, LiteralString] = {"weekday": "date_weekday", "month": "date_month", "day": "date_day"}
"""The type of error for each kind of slip in a date."""

MAX_DIGITS = 18
MAX_DECIMALS = 10


class Record(BaseModel):
    """A frozen record; an unknown key is an error, not ignored, and an empty value is not given."""

    on_paper: ClassVar[bool] = True
    """Whether what is filled in here is for papers; settings of the program are not."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, typed: Any) -> Any:
        """`phone:` left empty is the same as no `phone` at all."""
        if not isinstance(typed, dict) or None not in typed.values():
            return typed
        return {
            key: value for key, value in typed.items() if value is not None or key not in cls.model_fields
        }


class Filled:
    """The mark of a text in which papers print names in braces."""


class PerLevel:
    """The mark of a list that has one value for each level of its scheme."""


class OfMonth:
    """The mark of a date that stands for its month: it is the first day."""


class Seldom:
    """The mark of a field that few inputs fill in: a workbook shows it where its data do."""


class Made:
    """The mark of a field that is worked out from others and never typed."""


class Personal:
    """The mark of a field whose value is masked in a paper for the public."""


RoundPart = Literal["result", "text", "carried", "date", "year", "next", "apart"]
"""What of an input a new round begins without, or asks about (`EachRound`)."""


class EachRound:
    """The mark of a field that speaks of one round; a field without it is kept from round to round.

    `result`: emptied when the next round begins. `text`: kept, and asked about while it is word for word that
    of the last round. `carried`: kept as a matter left open, whose outcome is to be told. `date`: a date or
    number of the paper itself, emptied. `year`: moved on when a new year begins. `next`: the option after
    this one, and after the last the first. `apart`, of a period: the rounds of a year follow one another and
    do not all begin with the year.
    """

    def __init__(self, part: RoundPart) -> None:
        self.part = part


class FollowedBy:
    """The mark of a text that another field of its record follows on paper: it may end in ดังนี้."""

    def __init__(self, field: str) -> None:
        self.field = field


class Refers:
    """The mark of a field that names an entry of a list at the top of the input, such as `schemes`."""

    def __init__(self, entries: str) -> None:
        self.entries = entries


FilledText = Annotated[str, Filled()]
"""A text in which `{name}` is printed as the fact of that name; in others braces are refused."""


def _number(typed: Any) -> Any:
    """`๑,๒๓๔.๕` -> `1234.5`, as text that keeps its decimals; other values as they are.

    A comma that does not part thousands (`1,5`) stays, and so is refused and not read as 15.
    """
    if not isinstance(typed, str) or _is_plain(typed):
        return typed
    text = to_arabic(typed.translate(_INVISIBLE)).strip()
    return text.replace(",", "") if _THOUSANDS.fullmatch(text) else text


def _is_plain(typed: str) -> bool:
    """Whether it is Arabic digits alone, as most figures are typed."""
    return typed.isascii() and typed.isdecimal()


def _percent(typed: Any) -> Any:
    """`๘๐%`, `80 เปอร์เซ็นต์` and `ร้อยละ 80` -> `80`; other values as `_number`."""
    if not isinstance(typed, str) or _is_plain(typed):
        return typed
    return _number(_PERCENT.sub("", typed.translate(_INVISIBLE).strip()))


def _identifier(typed: Any) -> Any:
    """`๑๖.๑` and `16.1.` -> `16.1`: in lists a number is written with a stop, and in either digits."""
    return to_arabic(typed.translate(_INVISIBLE)).strip().rstrip(".") if isinstance(typed, str) else typed


def _date(typed: Any) -> Any:
    if not isinstance(typed, str):
        return typed
    found = parse_date(typed)
    if found is None and (meant := two_digit_years(typed)):
        told = {"typed": typed, "thai": long_date(meant[0]), "common": long_date(meant[1])}
        raise PydanticCustomError("two_digit_year", "which century: {typed}", told)
    if found is None and (slip := slip_of(typed)):
        told = {"typed": typed, "month": slip.month, "meant": slip.meant, "detail": slip.detail}
        raise PydanticCustomError(_SLIPS[slip.kind], "no date: {typed}", told)
    if found is None:
        raise PydanticCustomError("thai_date", "not a date: {typed}", {"typed": typed})
    return found


def _month(typed: Any) -> Any:
    if not isinstance(typed, str):
        return typed
    found = parse_month(typed)
    if found is None and (meant := two_digit_years(day_of_month_text(typed))):
        told = {"typed": typed, "thai": month_year(meant[0]), "common": month_year(meant[1])}
        raise PydanticCustomError("two_digit_year", "which century: {typed}", told)
    if found is None:
        raise PydanticCustomError("thai_month", "not a month: {typed}", {"typed": typed})
    return found


_YES_NO = {"ใช่": True, "ไม่ใช่": False, "true": True, "false": False, "yes": True, "no": False}


def _yes_no(typed: Any) -> Any:
    """`ใช่` and `ไม่ใช่` as in a workbook, `true` and `no` as in YAML."""
    if not isinstance(typed, str):
        return typed
    found = _YES_NO.get(typed.translate(_INVISIBLE).strip().casefold())
    if found is None:
        raise PydanticCustomError("yes_no", "neither yes nor no: {typed}", {"typed": typed})
    return found


def _year(typed: Any) -> Any:
    """`พ.ศ. ๒๕๖๓` and `ค.ศ. 2020` -> `2563`; a bare `2020` or `63` is asked about, not guessed."""
    if not isinstance(typed, str):
        return typed
    text = to_arabic(typed.translate(_INVISIBLE)).strip()
    found = _YEAR.fullmatch(text)
    if found is None:
        return text
    era, digits = (found[1] or "").replace(".", ""), found[2]
    common = FIRST_YEAR <= int(digits) <= LAST_YEAR
    if era == "คศ" and common:
        return str(int(digits) + ERA)
    if not era and (common or len(digits) == 2):
        meant = int(digits) + (ERA if common else 2500)
        raise PydanticCustomError("which_era", "which era: {typed}", {"typed": typed, "meant": meant})
    return digits


def _printable(number: Decimal) -> Decimal:
    """Figures of a paper have few digits; `1e999` is a slip that no table can hold."""
    exponent = number.as_tuple().exponent
    if number.adjusted() >= MAX_DIGITS or (isinstance(exponent, int) and exponent < -MAX_DECIMALS):
        limits = {"digits": MAX_DIGITS, "decimals": MAX_DECIMALS}
        raise PydanticCustomError("number_size", "more than {digits} digits or {decimals} decimals", limits)
    return number


Number = Annotated[Decimal, BeforeValidator(_number), AfterValidator(_printable)]
"""A decimal that keeps the decimals it was typed with (`0.00` stays `0.00`)."""

Percent = Annotated[Decimal, BeforeValidator(_percent), AfterValidator(_printable)]
"""A decimal of a field that may be a percentage: a percent sign says so, and is left out."""

Count = Annotated[int, BeforeValidator(_number), Field(ge=0)]
"""A whole number of things; there is no less of a thing than none."""

Amount = Annotated[Number, Field(ge=0)]
"""How much or how many there is of something; it may have decimals."""

Identifier = Annotated[str, BeforeValidator(_identifier)]
"""What one place of the data calls an entry of another by: `5`, `16.1`, `kbk`."""

SchemeId = Annotated[Identifier, Refers("schemes"), Seldom()]
"""The id of an own scheme, or the name of a shipped one."""

TrackId = Annotated[Identifier, Refers("tracks")]
"""The id of a track."""

ThaiDate = Annotated[
    datetime.date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "examples": ["31 มีนาคม 2563", "31 มี.ค. 63", "2563-03-31"]}),
]
"""A date typed in Thai (`๓๑ มีนาคม ๒๕๖๓`, พ.ศ.) or as `2563-03-31`; years from 2400 are พ.ศ."""

ThaiMonth = Annotated[
    datetime.date,
    BeforeValidator(_month),
    OfMonth(),
    WithJsonSchema({"type": "string", "examples": ["มีนาคม 2569", "มี.ค. 69", "2569-03"]}),
]
"""A month of a year, kept as its first day."""

YesNo = Annotated[
    bool,
    BeforeValidator(_yes_no),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["ใช่", "ไม่ใช่"]}]}),
]
"""Yes or no: `true`, `false`, or in Thai."""

BuddhistYear = Annotated[int, BeforeValidator(_year), Field(ge=FIRST_BUDDHIST_YEAR, lt=3000)]
"""A year of the Buddhist era; `2020` typed for 2563 is refused."""
