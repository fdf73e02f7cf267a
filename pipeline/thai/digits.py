"""Thai and Arabic digits, and the policy that says which a paper prints.

Thai digits are encouraged, not compulsory (มติคณะรัฐมนตรี 2 พ.ค. 2543); figures that belong to
Latin words (`PMQA 4.0`, `Covid-19`, links) stay Arabic under `mixed`. All functions keep the
length of the text, so positions in it stay valid.
"""

from __future__ import annotations

import re
from typing import Literal, assert_never

DigitPolicy = Literal["thai", "arabic", "mixed"]

_THAI, _ARABIC = "๐๑๒๓๔๕๖๗๘๙", "0123456789"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)
_THAI_FIGURE, _ARABIC_FIGURE = re.compile(f"[{_THAI}]+"), re.compile(f"[{_ARABIC}]+")
"""Figures are found first: to look up every letter of a text in a table takes many times as long."""

_WITHOUT_THAI = re.compile(r"[^\s฀-๏]+")
"""A stretch of letters, digits and signs, none of them Thai but for digits: `Covid-19`, `a1@moi.go.th`."""

_LATIN = re.compile(r"[A-Za-z]")
_FIGURE_AFTER = re.compile(r"[ \u00a0]([0-9๐-๙]+(?:[.,:-][0-9๐-๙]+)*)(?![0-9๐-๙.,:-]*[/(])")
"""The figure right after a Latin word (`PMQA 4.0`), not the start of a document's number (`9/2563`)."""


def to_arabic(text: str) -> str:
    """`๒๕๖๓` -> `2563`."""
    return _THAI_FIGURE.sub(lambda figure: figure.group().translate(_TO_ARABIC), text)


def to_thai(text: str) -> str:
    """`2563` -> `๒๕๖๓`."""
    return _ARABIC_FIGURE.sub(lambda figure: figure.group().translate(_TO_THAI), text)


def apply_policy(text: str, policy: DigitPolicy) -> str:
    """The text with its digits as `policy` wants them."""
    if policy == "arabic":
        return to_arabic(text)
    if policy == "thai":
        return to_thai(text)
    if policy == "mixed":
        return _convert_mixed(text)
    assert_never(policy)


def _convert_mixed(text: str) -> str:
    """Thai digits, but Arabic inside a Latin token and in the figure right after one."""
    if not _LATIN.search(text):
        return to_thai(text)
    pieces, end = [], 0
    for token in _WITHOUT_THAI.finditer(text):
        if not _LATIN.search(token.group()):
            continue
        figure = _FIGURE_AFTER.match(text, token.end())
        start, after = max(token.start(), end), figure.end() if figure else token.end()
        pieces += [to_thai(text[end:start]), to_arabic(text[start:after])]
        end = after
    return "".join([*pieces, to_thai(text[end:])])
