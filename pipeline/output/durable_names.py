"""Makes names in folders durable (fsync): those of files that were renamed, and of folders that were made.

A file that is flushed is on the disk; its name is, once the folder that holds the name is flushed too.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def make_folders(folders: Iterable[Path]) -> None:
    """Makes the folders that are missing, and those above them; after a power cut they are still there.

    Raises `OSError` as the system does.
    """
    holders: dict[Path, None] = {}
    for folder in folders:
        missing = _missing(folder)
        folder.mkdir(parents=True, exist_ok=True)
        holders |= dict.fromkeys(made.parent for made in missing)
    for holder in holders:
        sync_folder(holder)


def _missing(folder: Path) -> list[Path]:
    """The folder and those above it that are not there."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    return missing


def sync_folder(folder: Path) -> None:
    """Makes new names in a folder durable, where the system has a way to (not on Windows).

    A folder that one may write to and not read cannot be flushed.
    """
    if os.name != "posix":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
