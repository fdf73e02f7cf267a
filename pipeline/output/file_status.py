"""File status: unchanged, edited or missing since we wrote it; checked cheaply by size and time first."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISREG
from typing import Literal

from pipeline.output.ledger import Ledger, digest
from pipeline.output.ledger_documents import DocumentRow, FileRow
from pipeline.output.real_paths import is_link

Standing = Literal["ours", "edited", "missing"]


def standing(folder: Path, name: str, known: FileRow | None, ledger: Ledger) -> Standing:
    """How the file `name` stands. One whose size and times are those that the ledger notes is not read.

    A run that was killed may have written a file and not noted its document; the ledger knows it all
    the same. A file that the ledger does not know counts as missing: delivery looks whose it is.
    So does what is no file of its own in the folder, but reached by a link.
    """
    path = f"{folder}/{name}"
    try:
        status = os.lstat(path)
    except OSError:
        return "missing"
    if known is None or not S_ISREG(status.st_mode) or is_link(os.path.dirname(path)):
        return "missing"
    touched = status.st_size, status.st_mtime_ns, status.st_ctime_ns
    if touched == (known.size, known.modified, known.changed):
        return "ours"
    return "ours" if ledger.wrote(name, digest(Path(path).read_bytes())) else "edited"


def as_left(name: str, document: DocumentRow, path: Path, data: bytes) -> FileRow:
    """The row of a file that was just delivered."""
    status = path.stat()
    touched = status.st_mtime_ns, status.st_ctime_ns
    return FileRow(name, document.name, document.content_key, digest(data), len(data), *touched)
