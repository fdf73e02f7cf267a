"""Why a DOCX cannot be read, and what its owner can do."""

from __future__ import annotations

from functools import partial
from typing import NoReturn

from pipeline.diagnostics import InputError, Location, diagnose
from pipeline.intake.opening import WORD, wrong_kind

_FOUND = {
    "password": partial(diagnose, "docx-password"),
    "old-word": partial(diagnose, "docx-old-word"),
    "macro": partial(diagnose, "docx-macro"),
    "open-document": partial(diagnose, "docx-open-document"),
    "not-docx": partial(diagnose, "docx-not-docx"),
    "damaged": partial(diagnose, "docx-damaged"),
    "too-large": partial(diagnose, "docx-too-large"),
    "too-deep": partial(diagnose, "docx-too-deep"),
}


def refuse(code: str, source: str) -> NoReturn:
    """Raises the `InputError` of `code` for the file named `source`."""
    raise InputError([_FOUND[code](Location(source))])


def refuse_other_kind(source: str, data: bytes) -> NoReturn:
    """Raises `InputError` for a file that is no DOCX, and says what it is, where that is known."""
    fault = wrong_kind(source, WORD, data)
    if fault is None:
        refuse("not-docx", source)
    raise InputError([fault])
