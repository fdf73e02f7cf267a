"""Thai and Arabic digits, and the policy that says which a paper prints.

Thai digits are encouraged, not compulsory (มติคณะรัฐมนตรี 2 พ.ค. 2543); figures that belong to
Latin words (`PMQA 4.0`, `Covid-19`, links) stay Arabic under `mixed`. All functions keep the
length of the text, so positions in it stay valid.
"""

from __future__ import annotations

import re
from typing import Literal

DigitPolicy = Literal["thai", "arabic", "mixed"]

_TO_THAI = {ord("0") + n: chr(0x0E50 + n) for n in range(10)}
_TO_ARABIC = {0x0E50 + n: chr(ord("0") + n) for n in range(10)}

_LATIN_TOKEN = re.compile(
    r"[^\s฀-๏]*[A-Za-z][^\s฀-๏]*"  # a token with a Latin letter: Covid-19, a1@moi.go.th
    r"(?:[ \u00a0][0-9๐-๙]+(?:[.,][0-9๐-๙]+)*(?![0-9๐-๙./]*[/(]))?"  # and a figure right after: PMQA 4.0
)


def to_arabic(text: str) -> str:
    """`๒๕๖๓` -> `2563`."""
    return text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """`2563` -> `๒๕๖๓`."""
    return text.translate(_TO_THAI)


def apply_policy(text: str, policy: DigitPolicy) -> str:
    """The text with its digits as `policy` wants them."""
    if policy == "arabic":
        return to_arabic(text)
    if policy == "thai":
        return to_thai(text)
    return _mixed(text)


def _mixed(text: str) -> str:
    """Thai digits, but Arabic inside a Latin token and in the figure right after one."""
    pieces, end = [], 0
    for match in _LATIN_TOKEN.finditer(text):
        pieces += [to_thai(text[end : match.start()]), to_arabic(match.group())]
        end = match.end()
    return "".join([*pieces, to_thai(text[end:])])
