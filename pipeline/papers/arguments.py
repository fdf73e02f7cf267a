"""Checks the types of what a program passes to `pipeline.api`: paths, ids of papers, records of ours.

A type checker tells most of it beforehand. A value of another type is told as a `RequestError` that names
the argument and says what it takes, and nothing is guessed: an empty path is not the current folder, and a
text is not the list of its letters.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn, TypeVar

from pipeline.diagnostics import Message, RequestError, diagnose

Wanted = TypeVar("Wanted")

_PATH = Message("ที่อยู่ของแฟ้มหรือโฟลเดอร์ (str หรือ Path)", "the path of a file or folder (str or Path)")


def path_of(value: object, argument: str) -> Path:
    """The path that was passed as `argument`. Raises `RequestError` for what is none, and an empty one."""
    if not isinstance(value, str | os.PathLike):
        refuse_type(value, argument, _PATH)
    path = os.fspath(value)
    if not isinstance(path, str):
        refuse_type(path, argument, _PATH)
    if not path or "\0" in path:
        shown = path.replace("\0", "\\0")
        raise RequestError([diagnose("usage/path", argument=argument, shown=shown)])
    return Path(path)


def texts_of(value: object, argument: str, wanted: Message) -> tuple[str, ...]:
    """The texts of a list that was passed. Raises `RequestError` for what is none, also for one text."""
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        refuse_type(value, argument, wanted)
    return tuple(record_of_type(each, str, argument, wanted) for each in value)


def record_of_type(value: object, kind: type[Wanted], argument: str, wanted: Message) -> Wanted:
    """The value, which is of the type `kind`. Raises `RequestError` for another, saying what is `wanted`."""
    if not isinstance(value, kind):
        refuse_type(value, argument, wanted)
    return value


def refuse_type(value: object, argument: str, wanted: Message) -> NoReturn:
    """Raises the `RequestError` of a value of a wrong type."""
    shown = type(value).__name__
    raise RequestError([diagnose("usage/argument", argument=argument, shown=shown, wanted=wanted)])
