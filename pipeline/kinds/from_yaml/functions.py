"""The functions of expressions: what each takes, gives, and how it is used.

A function is one line of `FUNCTIONS`. Those over a list pass over entries that are unknown; the others are
unknown where anything that they are given is.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

from pipeline.kinds.from_yaml.value_types import DATE, NUMBER, TEXT, YES_NO, ValueType
from pipeline.model.period import year_of
from pipeline.thai.amount_words import baht_words, number_words
from pipeline.thai.dates import WEEKDAYS, buddhist_year, long_date, month_year
from pipeline.thai.dictionary_order import dictionary_key
from pipeline.thai.digits import to_arabic

MOST_DAYS = 200_000
"""So many days are added to a date at the most: more leads out of the years that papers bear."""
MOST_MONTHS = 6_000
"""So many months are added to a date at the most."""
_MOST_PLACES = 10
_FISCAL_MONTH = 10
_FIGURE = re.compile(r"-?\d{1,20}(\.\d{1,10})?")


@dataclass(frozen=True, slots=True)
class Function:
    """A function: the types of what it takes (`None`: any), what it gives (`None`: what its list holds).

    `takes_lists` says that its arguments are lists.
    """

    usage: str
    takes: tuple[ValueType | None, ...]
    gives: ValueType | None
    run: Callable[..., Any]
    takes_lists: bool = False

    def type_of(self, given: Sequence[ValueType]) -> ValueType:
        """What it gives for arguments of these types."""
        return self.gives or given[0].of or given[0]

    def call(self, given: Sequence[Any]) -> Any:
        """Its value; unknown where a single value is."""
        if self.takes_lists:
            return self.run([each for each in given[0] or () if each is not None])
        return None if any(each is None for each in given) else self.run(*given)


def _over(usage: str, takes: ValueType | None, gives: ValueType | None, run: Callable[..., Any]) -> Function:
    return Function(usage, (takes,), gives, run, takes_lists=True)


def _mean(figures: Sequence[Decimal]) -> Decimal | None:
    return sum(figures, Decimal(0)) / len(figures) if figures else None


def _places(figure: Decimal, places: Decimal) -> Decimal:
    exponent = Decimal(1).scaleb(-min(int(places), _MOST_PLACES))
    return Decimal(figure).quantize(exponent, ROUND_HALF_UP)


def _to_step(rounding: str) -> Callable[[Decimal, Decimal], Decimal | None]:
    def to_step(figure: Decimal, step: Decimal) -> Decimal | None:
        return (figure / step).to_integral_value(rounding) * step if step > 0 else None

    return to_step


def _days(first: datetime.date, last: datetime.date) -> Decimal:
    return Decimal((last - first).days)


def _whole_months(first: datetime.date, last: datetime.date) -> int:
    """Months that are over between two days; `first` is not after `last`."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def _months(first: datetime.date, last: datetime.date) -> Decimal:
    return Decimal(_whole_months(first, last) if first <= last else -_whole_months(last, first))


def _years(first: datetime.date, last: datetime.date) -> Decimal:
    months = int(_months(first, last))
    return Decimal(months // 12 if months >= 0 else -(-months // 12))


def _service(first: datetime.date, last: datetime.date) -> str | None:
    """`12 ปี 3 เดือน 5 วัน` from one day to another, which is not counted; parts that are none are left out."""
    if last < first:
        return None
    months = _whole_months(first, last)
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    day = min(first.day, calendar.monthrange(year, month + 1)[1])
    days = (last - datetime.date(year, month + 1, day)).days
    parts = ((months // 12, "ปี"), (months % 12, "เดือน"), (days, "วัน"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 วัน"


def _add_days(day: datetime.date, days: Decimal) -> datetime.date | None:
    return day + datetime.timedelta(int(days)) if abs(days) <= MOST_DAYS else None


def _add_months(day: datetime.date, months: Decimal) -> datetime.date | None:
    """The same day so many months later, or the last of a shorter month."""
    if abs(months) > MOST_MONTHS:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + int(months), 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _add_years(day: datetime.date, years: Decimal) -> datetime.date | None:
    return _add_months(day, years * 12)


def _year(day: datetime.date) -> Decimal:
    return Decimal(buddhist_year(day))


def _fiscal_year(day: datetime.date) -> Decimal:
    return Decimal(year_of(day, "fiscal", _FISCAL_MONTH))


def _words(figure: Decimal) -> str:
    """A number in words, its decimals read one by one: สองจุดห้า."""
    whole, _, decimals = f"{abs(Decimal(figure)):f}".partition(".")
    below = "ลบ" if figure < 0 else ""
    said = "".join(number_words(int(digit)) for digit in decimals.rstrip("0"))
    return f"{below}{number_words(int(whole))}{f'จุด{said}' if said else ''}"


def _text(value: Any) -> str:
    """A value in Arabic digits: a date in full, a figure without commas, as a year or a number has none."""
    if isinstance(value, datetime.date):
        return long_date(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _after(text: str, mark: str) -> str | None:
    """What follows the last `mark`: `86/2569` after `/` is `2569`; unknown without one."""
    found, _, rest = text.rpartition(mark)
    return rest.strip() if mark and (found or text.startswith(mark)) else None


def _value(text: str) -> Decimal | None:
    """A figure that a text says, in either digits; unknown for another text."""
    figure = to_arabic(text).replace(",", "").strip()
    return Decimal(figure) if _FIGURE.fullmatch(figure) else None


def _is_sorted(found: Sequence[Any]) -> bool:
    """Whether none comes before the one above it; texts as in a Thai dictionary."""
    keys = [dictionary_key(each) if isinstance(each, str) else each for each in found]
    return all(one <= other for one, other in pairwise(keys))


FUNCTIONS: Mapping[str, Function] = {
    "sum": _over("sum(list)", NUMBER, NUMBER, lambda found: sum(found, Decimal(0))),
    "count": _over("count(list)", None, NUMBER, lambda found: Decimal(len(found))),
    "least": _over("least(list)", None, None, lambda found: min(found, default=None)),
    "most": _over("most(list)", None, None, lambda found: max(found, default=None)),
    "mean": _over("mean(list)", NUMBER, NUMBER, _mean),
    "every": _over("every(list)", YES_NO, YES_NO, all),
    "some": _over("some(list)", YES_NO, YES_NO, any),
    "unique": _over("unique(list)", None, YES_NO, lambda found: len(set(found)) == len(found)),
    "round": Function("round(number, places)", (NUMBER, NUMBER), NUMBER, _places),
    "round_up": Function("round_up(number, step)", (NUMBER, NUMBER), NUMBER, _to_step(ROUND_CEILING)),
    "round_down": Function("round_down(number, step)", (NUMBER, NUMBER), NUMBER, _to_step(ROUND_FLOOR)),
    "days": Function("days(from, to)", (DATE, DATE), NUMBER, _days),
    "months": Function("months(from, to)", (DATE, DATE), NUMBER, _months),
    "years": Function("years(from, to)", (DATE, DATE), NUMBER, _years),
    "service": Function("service(from, to)", (DATE, DATE), TEXT, _service),
    "add_days": Function("add_days(date, number)", (DATE, NUMBER), DATE, _add_days),
    "add_months": Function("add_months(date, number)", (DATE, NUMBER), DATE, _add_months),
    "add_years": Function("add_years(date, number)", (DATE, NUMBER), DATE, _add_years),
    "year": Function("year(date)", (DATE,), NUMBER, _year),
    "fiscal_year": Function("fiscal_year(date)", (DATE,), NUMBER, _fiscal_year),
    "month": Function("month(date)", (DATE,), NUMBER, lambda day: Decimal(day.month)),
    "month_year": Function("month_year(date)", (DATE,), TEXT, month_year),
    "day": Function("day(date)", (DATE,), NUMBER, lambda day: Decimal(day.day)),
    "weekday": Function("weekday(date)", (DATE,), TEXT, lambda day: f"วัน{WEEKDAYS[day.weekday()]}"),
    "baht": Function("baht(number)", (NUMBER,), TEXT, lambda figure: baht_words(Decimal(figure))),
    "words": Function("words(number)", (NUMBER,), TEXT, _words),
    "text": Function("text(value)", (None,), TEXT, _text),
    "after": Function("after(text, mark)", (TEXT, TEXT), TEXT, _after),
    "value": Function("value(text)", (TEXT,), NUMBER, _value),
    "rising": _over("rising(list)", None, YES_NO, _is_sorted),
    "falling": _over("falling(list)", None, YES_NO, lambda found: _is_sorted(found[::-1])),
    "length": Function("length(text)", (TEXT,), NUMBER, lambda text: Decimal(len(text))),
}  # fmt: skip
