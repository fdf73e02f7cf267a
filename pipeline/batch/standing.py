"""Whether a file still is as we left it; cheaply, as a run that has nothing to do looks at every file."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pipeline.batch.ledger import digest
from pipeline.batch.ledger_documents import FileRow

Standing = Literal["ours", "edited", "missing"]


def standing(path: Path, known: FileRow | None) -> Standing:
    """How the file stands. One whose size and times are those that the ledger notes is not read.

    A file that the ledger does not know counts as missing: delivery looks whose it is.
    """
    if known is None:
        return "missing"
    try:
        status = path.stat()
    except OSError:
        return "missing"
    if (status.st_size, status.st_mtime_ns, status.st_ctime_ns) == (
        known.size,
        known.modified,
        known.changed,
    ):
        return "ours"
    return "ours" if path.is_file() and digest(path.read_bytes()) == known.sha256 else "edited"


def as_left(name: str, document: str, path: Path, data: bytes) -> FileRow:
    """The row of a file that was just delivered."""
    status = path.stat()
    return FileRow(name, document, digest(data), len(data), status.st_mtime_ns, status.st_ctime_ns)
