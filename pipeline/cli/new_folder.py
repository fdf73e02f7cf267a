"""A new folder of files that are the officer's from then on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline.diagnostics import Location, OutputError, diagnose
from pipeline.output.delivery import deliver
from pipeline.output.ledger import JOURNAL_NAME, LEDGER_NAME, is_ledger
from pipeline.output.new_file import holds
from pipeline.output.temporary_files import is_temporary


def write_new_folder(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Writes `files` into `folder`, which is new, empty, or holds nothing but some of them as they are: what
    the same command left when it was stopped. Raises `OutputError`.
    """
    refuse_what_is_there(folder, files)
    delivered = deliver(files, folder)
    for name in (JOURNAL_NAME, LEDGER_NAME):
        (folder / name).unlink(missing_ok=True)
    return tuple(each.path for each in delivered)


def refuse_what_is_there(folder: Path, files: Mapping[str, bytes]) -> None:
    """Raises `OutputError` if something else than these files stands in `folder`, or in its place."""

    def ours(path: Path) -> bool:
        if is_ledger(path.name) or is_temporary(path.name):
            return path.is_file()
        return path.name in files and holds(path, files[path.name])

    try:
        occupied = folder.exists() and (not folder.is_dir() or not all(map(ours, folder.iterdir())))
    except OSError as error:
        fault = diagnose("unwritable/new", Location(str(folder)), reason=error.strerror)
        raise OutputError([fault]) from error
    if occupied:
        raise OutputError([diagnose("not-empty/new", Location(str(folder)))])
