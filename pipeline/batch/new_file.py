"""One new file, where none stands."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.batch.delivery import TEMPORARY, unwritable
from pipeline.faults import Fault, OutputFaults, Place, Words


def write_new(path: Path, data: bytes) -> None:
    """Makes the file `path`, and its folder if need be; it appears whole or not at all.

    What stands there is never replaced. Raises `OutputFaults`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with written_beside(path, data) as temporary:
            os.link(temporary, path)
    except FileExistsError as error:
        raise OutputFaults([occupied(path)]) from error
    except OSError as error:
        raise OutputFaults([unwritable(error, path.parent)]) from error


@contextmanager
def written_beside(path: Path, data: bytes) -> Iterator[Path]:
    """A temporary file in the folder of `path` that holds `data`, on the disk; gone afterwards."""
    temporary = path.parent / TEMPORARY.format(number=f"new-{os.getpid()}")
    try:
        with temporary.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def free_name(path: Path) -> Path:
    """`path`, or `name-2.xlsx`, `name-3.xlsx`, … if something stands there."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free


def occupied(path: Path) -> Fault:
    """The fault of a name that is taken."""
    what = Words("มีแฟ้มหรือโฟลเดอร์นี้อยู่แล้ว", "it exists already")
    remedy = Words("ใช้ชื่ออื่น หรือย้ายของเดิมออกก่อน", "use another name, or move what is there")
    return Fault("not-empty", what, remedy, Place(str(path)))
