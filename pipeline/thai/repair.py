"""Repairs of text as it comes out of keyboards and PDF readers; what it says stays the same.

SARA AM (ำ, U+0E33) is often stored as its two halves, NIKHAHIT and SARA AA (U+0E4D U+0E32), which look the
same and neither search nor break the same. Unicode's NFKC makes that worse (it takes every ำ apart),
so text is brought to NFC only, and the halves are joined here.
"""

from __future__ import annotations

import re
import unicodedata

_NIKHAHIT_AA = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")


def repair_text(text: str) -> str:
    """The text in NFC, with whole SARA AMs and `\\n` line ends. Non-breaking spaces stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _NIKHAHIT_AA.sub("\\1\u0e33", unicodedata.normalize("NFC", lines))
