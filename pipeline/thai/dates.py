"""Thai dates: months by name, years of the Buddhist era (พ.ศ. = ค.ศ. + 543).

Printed with Arabic digits; the digit policy of the paper turns them.
"""

from __future__ import annotations

import calendar
import datetime
import re

from pipeline.thai.digits import to_arabic

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
ERA = 543
FIRST_BUDDHIST_YEAR = 2400
"""A year from here on is พ.ศ.; before it, ค.ศ. No paper of ours is of ค.ศ. 2400 or พ.ศ. 2399."""

FIRST_YEAR, LAST_YEAR = FIRST_BUDDHIST_YEAR - ERA, 2100
"""The years (ค.ศ.) that a paper may speak of: a slip such as 2363 or 256 is no date."""

FIRST_OF_THE_LAST_CENTURY = 30
"""A year of two digits from here on is taken for 19xx by spreadsheets, below it for 20xx."""

_MONTH_OF = {name: n for names in (MONTHS, SHORT_MONTHS) for n, name in enumerate(names, 1)}
_MONTH_OF |= {name.replace(".", ""): n for n, name in enumerate(SHORT_MONTHS, 1)}
_MONTH_OF |= {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
_MONTH_OF |= {name.casefold(): n for n, name in enumerate(calendar.month_abbr) if name}
_NAMED = re.compile(r"(\d{1,2})\s*([ก-๎.]+?|[A-Za-z]+\.?)\s*(?:(พ\.?ศ\.?|ค\.?ศ\.?)\s*)?(\d{4}|\d{2})")
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
"""From Monday on, as `date.weekday` counts."""

_WEEKDAY = re.compile(r"(?:วัน)?(จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)\s*(?:ที่)?\s*(?=\d)")
_ERAS = {"พุทธศักราช": "พ.ศ.", "คริสต์ศักราช": "ค.ศ.", "คริสตศักราช": "ค.ศ."}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME_BEHIND = re.compile(r"(?<=\d)(?:\s+|T)(?:เวลา\s*)?\d{1,2}(?:[.:]\d{2}){1,2}(?:\.\d+)?Z?(?:\s*น\.?)?$")
"""A time of day behind a date, as spreadsheets and other systems write both into one cell."""

_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_YEAR_AND_MONTH = re.compile(r"\d{4}-\d{1,2}")
_MONTH_AND_YEAR = re.compile(r"\d{1,2}[/.-]\d{4}")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")


def buddhist_year(day: datetime.date) -> int:
    """The year of the Buddhist era."""
    return day.year + ERA


def parse_date(typed: str) -> datetime.date | None:
    """A date as people type it: `๓๑ มีนาคม ๒๕๖๓`, `31 มี.ค. 63`, `31/3/2563`, `2563-03-31`, `2020-03-31`.

    A time of day behind it (`31/3/2563 13.30`) is left out. The day stands before the month. After the Thai
    name of a month, a year of two digits from 30 on is พ.ศ. 25xx; `31 มี.ค. 20` and `1/2/63` might as well be
    ค.ศ., see `two_digit_years`. A weekday before it must be that day's own. `None` if it is not a calendar
    date.
    """
    weekday, text = without_weekday(_TIME_BEHIND.sub("", plain_date(typed)))
    found = _parse(text)
    return found if found is None or not weekday or WEEKDAYS[found.weekday()].startswith(weekday) else None


def _parse(text: str) -> datetime.date | None:
    if match := _NAMED.fullmatch(text):
        name = match[2].casefold()
        if name.isascii() and len(match[4]) == 2:
            return None
        if len(match[4]) == 2 and not match[3] and int(match[4]) < FIRST_OF_THE_LAST_CENTURY:
            return None
        return _date(match[4], month_of(name), match[1], (match[3] or "").replace(".", ""))
    if match := _ISO.fullmatch(text):
        return _date(match[1], int(match[2]), match[3])
    if (match := _SLASHED.fullmatch(text)) and len(match[4]) == 4:
        return _date(match[4], int(match[3]), match[1])
    return None


def two_digit_years(typed: str) -> tuple[datetime.date, datetime.date] | None:
    """What `1/2/63` and `31 มี.ค. 20` may mean: in พ.ศ. 25xx, and in the ค.ศ. nearest to it.

    `None` for any other text.
    """
    text = plain_date(typed)
    named, slashed = _NAMED.fullmatch(text), _SLASHED.fullmatch(text)
    if named and len(named[4]) == 2 and not named[3] and not named[2].isascii():
        if int(named[4]) >= FIRST_OF_THE_LAST_CENTURY:
            return None
        day, month, year = (
            named[1],
            _MONTH_OF.get(named[2]) or _MONTH_OF.get(named[2].replace(".", "")),
            named[4],
        )
    elif slashed and len(slashed[4]) == 2:
        day, month, year = slashed[1], int(slashed[3]), slashed[4]
    else:
        return None
    century = "19" if int(year) >= FIRST_OF_THE_LAST_CENTURY else "20"
    thai, common = (_date(whole, month, day) for whole in (f"25{year}", f"{century}{year}"))
    return (thai, common) if thai and common else None


def without_weekday(text: str) -> tuple[str, str]:
    """`วันอังคารที่ 30 ธันวาคม 2546` -> `อังคาร` and the rest."""
    match = _WEEKDAY.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


def plain_date(typed: str) -> str:
    """The text of a date with Arabic digits, and without the words before it."""
    text = to_arabic(typed.translate(_INVISIBLE)).strip().removeprefix("วันที่").strip()
    for spelt, short in _ERAS.items():
        text = text.replace(spelt, short)
    return text


def month_of(name: str) -> int | None:
    """The month of that name or abbreviation, with or without its points."""
    return _MONTH_OF.get(name) or _MONTH_OF.get(name.replace(".", ""))


def _date(year: str, month: int | None, day: str, era: str = "") -> datetime.date | None:
    """The day in that year; `era` is พศ or คศ where it was typed, and must fit the year then."""
    typed = int(year) + (2500 if len(year) == 2 and era != "คศ" else 0)
    common = typed - ERA if typed >= FIRST_BUDDHIST_YEAR else typed
    if (era == "คศ" and common != typed) or (era == "พศ" and common == typed):
        return None
    if month is None or not FIRST_YEAR <= common <= LAST_YEAR:
        return None
    try:
        return datetime.date(common, month, int(day))
    except ValueError:
        return None


def parse_month(typed: str) -> datetime.date | None:
    """The first day of a month as people type it: `มีนาคม ๒๕๖๙`, `เดือนมี.ค. 69`, `3/2569`, `2569-03`.

    A whole date is that of its month where it is the first day, as spreadsheets make one of a month. Years of
    two digits are read as in dates. `None` if it is no month.
    """
    found = parse_date(day_of_month_text(typed))
    return found if found is not None and found.day == 1 else None


def day_of_month_text(typed: str) -> str:
    """A month as typed with its first day before it, as a date is written; a whole date as it is."""
    text = plain_date(typed).removeprefix("เดือน").strip()
    if _YEAR_AND_MONTH.fullmatch(text):
        return f"{text}-01"
    if _MONTH_AND_YEAR.fullmatch(text):
        return "1/" + text.replace("-", "/").replace(".", "/")
    return f"1 {text}" if text and not text[0].isdigit() else text


def month_year(day: datetime.date) -> str:
    """`มีนาคม 2563`: the month of a day."""
    return f"{MONTHS[day.month - 1]} {buddhist_year(day)}"


def long_date(day: datetime.date) -> str:
    """`31 มีนาคม 2563`: the form of the head of a memo, without พ.ศ."""
    return f"{day.day} {MONTHS[day.month - 1]} {buddhist_year(day)}"


def short_date(day: datetime.date) -> str:
    """`31 มี.ค. 2563`: for stamps and what is written by hand."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {buddhist_year(day)}"


def date_range(start: datetime.date, end: datetime.date) -> str:
    """`1 - 31 ธันวาคม 2562`, `30 ธันวาคม 2562 - 2 มกราคม 2563`: what both share is said once.

    A range of one day is that day.
    """
    if start == end:
        return long_date(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} - {long_date(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} - {long_date(end)}"
    return f"{long_date(start)} - {long_date(end)}"
