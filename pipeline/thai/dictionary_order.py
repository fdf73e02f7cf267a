"""The order of Thai words in a dictionary (พจนานุกรม ฉบับราชบัณฑิตยสถาน), by which lists of names are sorted.

A vowel written before its consonant counts after it, and tone marks, ไม้ไต่คู้ and การันต์ only where words are
else the same. In what is left the order is that of the code points: ก to ฮ, ฤ after ร, ะ to ไ.
"""

from __future__ import annotations

import re

_LEADING = re.compile("([เแโใไ])([ก-ฮ])")
_MARKS = re.compile("[็-๎]")
"""ไม้ไต่คู้, the tone marks, การันต์ and the rare marks after it."""


def dictionary_key(text: str) -> tuple[str, str]:
    """What texts are sorted by: `sorted(names, key=dictionary_key)`."""
    swapped = _LEADING.sub(r"\2\1", " ".join(text.split()))
    return _MARKS.sub("", swapped), swapped
