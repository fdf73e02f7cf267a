"""Temporary files: written before they are renamed, and cleared after a killed command.

A command that writes one file holds its temporary one, so that the next tells a leftover from one at work.
The files of a delivery are numbered: whoever holds the folder's ledger may clear them away.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

if os.name == "posix":
    import fcntl

TEMPORARY = ".saraban-{number}.tmp"
_SINGLE = "new-{}"
_OLD = 3_600
"""Where the system has no such hold, what is older than so many seconds is a leftover."""


@contextmanager
def written_beside(path: Path, data: bytes) -> Iterator[Path]:
    """A temporary file in the folder of `path` that holds `data`, on the disk; gone afterwards."""
    clear_singles(path.parent)
    temporary = path.parent / TEMPORARY.format(number=_SINGLE.format(secrets.token_hex(8)))
    try:
        with temporary.open("xb") as stream:
            _try_lock(stream)
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
            if os.name == "posix":  # elsewhere an open file does not take another name
                yield temporary
        if os.name != "posix":
            yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def clear_numbered(folder: Path) -> None:
    """Removes what a killed delivery left; for whoever holds the ledger."""
    for leftover in folder.glob(TEMPORARY.format(number="[0-9]*")):
        leftover.unlink(missing_ok=True)


def clear_singles(folder: Path) -> None:
    """Removes what killed commands left, and nothing that one is at work with."""
    for leftover in folder.glob(TEMPORARY.format(number=_SINGLE.format("*"))):
        with suppress(OSError), leftover.open("rb") as stream:
            if _try_lock(stream) if os.name == "posix" else _old(leftover):
                leftover.unlink()


def is_temporary(name: str) -> bool:
    """Whether a file's name is that of a temporary one of ours."""
    before, after = TEMPORARY.split("{number}")
    return name.startswith(before) and name.endswith(after)


def _try_lock(stream: IO[bytes]) -> bool:
    """Holds a file until it is closed; whether nobody else holds it."""
    if os.name == "posix":
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True


def _old(path: Path) -> bool:
    return time.time() - path.stat().st_mtime > _OLD
