"""Where a signed paper is written: beside the paper, and over nothing that it does not hold."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, OutputError, diagnose
from pipeline.output.delivery import unwritable
from pipeline.output.editions import SIGNED_ENDING
from pipeline.output.new_file import write_new
from pipeline.output.temporary_files import written_beside


def signed_name(paper: Path) -> Path:
    """`memo.signed.pdf` for `memo.pdf`; the next signature goes into the same file."""
    return paper if paper.name.endswith(SIGNED_ENDING) else paper.with_name(paper.stem + SIGNED_ENDING)


def write_signed(path: Path, data: bytes, *, force: bool) -> None:
    """Writes the file whole or not at all.

    What stands there is replaced only if `data` goes on from it, as a further signature does, or by `force`.
    Raises `OutputError`.
    """
    try:
        standing = path.read_bytes() if path.exists() else None
        if standing is None:
            write_new(path, data)
            return
        if not force and not data.startswith(standing):
            raise OutputError([_other(path)])
        with written_beside(path, data) as temporary:
            os.replace(temporary, path)
    except OSError as error:
        raise OutputError([unwritable(error, path.parent)]) from error


def _other(path: Path) -> Diagnostic:
    return diagnose("edited/signed", Location(str(path)))
