"""Safe output paths: no symbolic link is followed, nothing but a regular file is replaced."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from pipeline.diagnostics import Diagnostic, Location, Message, diagnose


def obstacles(target: Path, folder: Path) -> Iterator[Diagnostic]:
    """What stands in the way of `target`, a file somewhere below `folder`: the first thing that does.

    `folder` itself may be a link, as a person chose it; what is below it may not, as it may lead anywhere.
    """
    parts = target.relative_to(folder).parts
    for end in range(1, len(parts) + 1):
        path = folder.joinpath(*parts[:end])
        try:
            mode = os.lstat(path).st_mode
        except OSError:
            return  # nothing there, or nothing to be seen: writing tells
        if is_link(path):
            yield _link(path)
        elif end < len(parts) and not S_ISDIR(mode):
            yield _no_folder(path)
        elif end == len(parts) and S_ISDIR(mode):
            yield _is_folder(path)
        elif end == len(parts) and not S_ISREG(mode):
            yield _no_file(path)
        else:
            continue
        return


def is_link(path: str | Path) -> bool:
    """Whether a path is a symbolic link, or on Windows a junction."""
    if os.path.islink(path):
        return True
    try:
        return bool(os.readlink(path)) if os.name == "nt" else False
    except OSError:
        return False


def _link(path: Path) -> Diagnostic:
    return diagnose("link", Location(str(path)))


def _is_folder(path: Path) -> Diagnostic:
    return diagnose("is-folder", Location(str(path)))


def _no_folder(path: Path) -> Diagnostic:
    return diagnose("no-folder", Location(str(path)))


def _no_file(path: Path) -> Diagnostic:
    return diagnose("no-file", Location(str(path)))
