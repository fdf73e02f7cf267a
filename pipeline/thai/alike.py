"""When two texts are written alike: the same letters, whatever the spaces, signs and kind of digits."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.thai.digits import to_arabic

_NOT_COUNTED = re.compile(r"[\s\-–—_,.“”\"'‘’()\[\]/:ฯ*]+")


@lru_cache(maxsize=20_000)
def key(text: str) -> str:
    """The text without spaces, signs and kinds of digit: what has one key is one name, written alike."""
    return _NOT_COUNTED.sub("", to_arabic(text)).lower()
