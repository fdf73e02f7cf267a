"""Writes one new file, whole or not at all, and never over one that stands there."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.output.delivery import unwritable
from pipeline.output.durable_names import make_folders, sync_folder
from pipeline.output.real_paths import is_link
from pipeline.output.temporary_files import written_beside
from pipeline.diagnostics import Diagnostic, OutputError, Location, Message, diagnose


def write_new(path: Path, data: bytes) -> None:
    """Makes the file `path`, and its folder if need be; it appears whole or not at all.

    What stands there is never replaced; if it is `data`, as a command left it that was stopped at its end, it
    is taken for written. Raises `OutputError`.
    """
    try:
        make_folders([path.parent])
        with written_beside(path, data) as temporary:
            os.link(temporary, path)
        sync_folder(path.parent)
    except FileExistsError as error:
        if not holds(path, data):
            raise OutputError([diagnose_occupied_name(path)]) from error
    except OSError as error:
        raise OutputError([unwritable(error, path.parent)]) from error


def holds(path: Path, data: bytes) -> bool:
    """Whether `path` is a file of exactly these bytes."""
    try:
        return path.is_file() and not is_link(path) and path.read_bytes() == data
    except OSError:
        return False


def free_name(path: Path) -> Path:
    """`path`, or `name-2.xlsx`, `name-3.xlsx`, … if something stands there."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free


def diagnose_occupied_name(path: Path) -> Diagnostic:
    """The fault of a name that is taken."""
    return diagnose("not-empty", Location(str(path)))
