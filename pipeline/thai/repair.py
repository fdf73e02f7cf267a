"""Repairs of text as it comes out of keyboards and PDF readers; what it says stays the same.

SARA AM (ำ, U+0E33) is often stored as its two halves, NIKHAHIT and SARA AA (U+0E4D U+0E32), which look the
same and neither search nor break the same. Unicode's NFKC makes that worse (it takes every ำ apart),
so text is brought to NFC only, and the halves are joined here. Marks that were struck twice or in the wrong
order print on top of one another and look right, or nearly so; each stands once, vowel before tone. Two
SARA E (เเ) are one SARA AE (แ). Marks without width that web pages and messages leave in what is copied from
them (U+200B, U+2060, U+FEFF) are taken out: two names that look the same are the same.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

_NIKHAHIT_AA = re.compile("\u0e4d([\u0e48-\u0e4b]*)\u0e32")
_TONE_AFTER_AM = re.compile("\u0e33([\u0e48-\u0e4b]+)")
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4c]{2,}")
_STRUCK_WRONG = re.compile(
    "[\u0e48-\u0e4c][\u0e31\u0e34-\u0e3a\u0e47]|([\u0e31\u0e34-\u0e3a\u0e47-\u0e4c])\\1"
)
"""A tone before a vowel, or a mark twice: without either, all marks stand once and in order."""
_WIDTHLESS = dict.fromkeys([0x200B, 0x2060, 0xFEFF])
_TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
"""ไม้เอก to ไม้จัตวา, and ทัณฑฆาต: what stands above a vowel above."""


def repair_text(text: str) -> str:
    """The text in NFC, with whole SARA AMs, marks once and in order, none without width, and `\\n` line ends.

    Non-breaking spaces stay.
    """
    if text.isascii():  # names of fields and figures, the half of all input
        return text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.translate(_WIDTHLESS).replace("\r\n", "\n").replace("\r", "\n")
    whole = _NIKHAHIT_AA.sub("\\1\u0e33", unicodedata.normalize("NFC", lines))
    marked = _TONE_AFTER_AM.sub("\\1\u0e33", whole)
    if _STRUCK_WRONG.search(marked):
        marked = _MARKS.sub(_in_order, marked)
    return unicodedata.normalize("NFC", marked.replace("เเ", "แ"))


def _in_order(marks: re.Match[str]) -> str:
    """Vowels before tones, each mark once."""
    ordered = sorted(marks.group(), key=lambda mark: mark in _TONES)
    return "".join(mark for mark, _ in groupby(ordered))
