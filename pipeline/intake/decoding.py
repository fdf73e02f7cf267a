"""Bytes of a data file -> text, or a fault that says which encoding they are in instead."""

from __future__ import annotations

import codecs

from pipeline.diagnostics import Diagnostic, InputError, Location, Message, diagnose
from pipeline.intake.opening import TEXT, wrong_kind


def decode(data: bytes, file: str) -> str:
    """The text of UTF-8 `data`, with or without a byte order mark.

    Raises `InputError` (`encoding`, or `wrong-kind` for what is no text at all).
    """
    if fault := wrong_kind(file, TEXT, data):
        raise InputError([fault])
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:64]:
        raise InputError([not_utf8("UTF-16", Location(file, 1))])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError([not_utf8(_guess(data), Location(file, line))]) from error


def _guess(data: bytes) -> str:
    """`TIS-620` when all the high bytes are Thai letters there, else nothing."""
    high = [byte for byte in data if byte >= 0x80]
    return "TIS-620 (Windows-874)" if all(0xA1 <= byte <= 0xFB for byte in high) else ""


def not_utf8(looks_like: str, place: Location) -> Diagnostic:
    """The fault of text in another encoding; `looks_like` is which, or `""`."""
    thai = f" (ดูเหมือนเป็น {looks_like})" if looks_like else ""
    english = f" (it looks like {looks_like})" if looks_like else ""
    return diagnose("encoding", place, guess=Message(thai, english))
