"""Formats figures and dates as a spreadsheet shows them, for cells whose text is printed."""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal

from pipeline.intake.xlsx_formats import GENERAL, first_section
from pipeline.thai.dates import long_date

_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"?  |  \\(?P<escaped>.)  |  _.  |  \*.
    | \[\$(?P<money>[^\]-]*)[^\]]*\]  |  \[[^\]]*\]
    | (?P<figure>t?[0\#?][0\#?.,]*|General)  |  (?P<end>;)  |  (?P<plain>.)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ODD = re.compile(r"[0#?]\s*/|[0#?]E[+-]|@", re.IGNORECASE)
"""Fractions, powers of ten and texts."""


def figure_seen(exact: Decimal, number_format: str) -> str:
    """The figure with the decimals, the thousands and the words that its format shows: `1,500.00 บาท`.

    `exact` runs to 100 for a percent. Empty where the format shows it in a way that no text has.
    """
    if _ODD.search(first_section(number_format)):
        return ""
    sections = _sections(number_format)
    of_negatives = exact < 0 and len(sections) > 1
    tokens = sections[1] if of_negatives else sections[0]
    said, figures = "", 0
    for token in tokens:
        if token["figure"]:
            figures += 1
            said += _decimals(abs(exact), token["figure"])
        else:
            said += token["quoted"] or token["escaped"] or token["money"] or token["plain"] or ""
    if figures != 1:
        return ""
    return f"-{said}" if exact < 0 and not of_negatives else said.strip()


def _sections(number_format: str) -> list[list[re.Match[str]]]:
    """The tokens of each section: of figures that are not negative, and of those that are."""
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(number_format):
        if token["end"]:
            sections.append([])
        else:
            sections[-1].append(token)
    return sections


def _decimals(figure: Decimal, shown: str) -> str:
    """The figure as `#,##0.00` shows it."""
    if shown.casefold() == GENERAL.casefold():
        return f"{figure.normalize():f}" if figure else "0"
    whole, _, decimals = shown.partition(".")
    places = sum(sign in "0#?" for sign in decimals)
    rounded = figure.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    optional = len(decimals) - len(decimals.rstrip("#"))
    while optional and text.endswith("0"):
        text, optional = text[:-1], optional - 1
    return text.rstrip(".") if "." in text else text


def moment_seen(value: datetime.datetime | datetime.date, time: str, number_format: str) -> str:
    """The day in Thai, with its time if that is shown. Empty where the format shows no day or no year: there
    Excel may have made a date of `1/2`.
    """
    section = first_section(number_format).casefold()
    if section.strip() and not (re.search("[dว]", section) and re.search("[ybป]", section)):
        return ""
    return long_date(value) + (f" เวลา {time} น." if time else "")
