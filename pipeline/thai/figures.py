"""Groups texts that differ in their figures only: they have the same line-break positions.

A quarter's paper says what the last one said with other numbers. The line-break rules ask how many digits a
number has, whether it may be a year of the Buddhist era and whether it is a lone zero (`4.0`), and nothing
else; so such texts have the same places, and those found for one hold for all.
"""

from __future__ import annotations

import re

_DIGITS = re.compile("[0-9๐-๙]+")
_ONES = str.maketrans("0123456789๐๑๒๓๔๕๖๗๘๙", "1" * 10 + "๑" * 10)
_YEAR = re.compile(r"2[4-6][0-9]{2}|๒[๔-๖][๐-๙]{2}")


def has_figures(text: str) -> bool:
    """Whether a digit stands in it, Thai or Arabic."""
    return _DIGITS.search(text) is not None


def figures_alike(text: str) -> str:
    """The text with other figures, those that all texts get that differ from it in figures only.

    Its length stays, so that positions hold: `ที่ 1539/2563 รุ่น 4.0` -> `ที่ 1111/2500 รุ่น 1.0`.
    """
    return _DIGITS.sub(_placeholder_figure, text)


def _placeholder_figure(found: re.Match[str]) -> str:
    digits = found.group()
    if _YEAR.fullmatch(digits):
        return "2500" if digits.isascii() else "๒๕๐๐"
    return digits if digits in ("0", "๐") else digits.translate(_ONES)
