"""The folder of a running desk: uploads, its lock, and the sweeping of what dead desks left.

It lies among the system's temporary files, for its owner alone. The process of the desk holds a lock in it
as long as it lives, however it ends; so the next desk knows what a dead one left and sweeps it, and never
touches what belongs to a living one. Links are not followed.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

if os.name == "posix":
    import fcntl

PREFIX = "saraban-desk-"
LOCK = "held"
CARD = "desk.json"
UPLOADS = "uploads"


@contextmanager
def open_desk_folder(card: dict[str, object]) -> Iterator[Path]:
    """A folder for a desk that tells of itself in `card`, gone afterwards; what dead desks left is swept."""
    sweep()
    run_folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        with _hold_lock(run_folder):
            try:
                (run_folder / UPLOADS).mkdir(mode=0o700)
                write_whole(run_folder / CARD, json.dumps(card))
                yield run_folder
            finally:
                _empty_folder(run_folder)
    finally:
        _remove_folder(run_folder)


def sweep() -> None:
    """Removes what dead desks of this person left."""
    for run_folder in _run_folders():
        with suppress(OSError):
            _sweep_one(run_folder)


def _sweep_one(run_folder: Path) -> None:
    if os.name != "posix":
        if not _is_held(run_folder):
            _empty_folder(run_folder)
            _remove_folder(run_folder)
        return
    with _open_lock(run_folder) as lock:
        if _take(lock):
            _empty_folder(run_folder)
            _remove_folder(run_folder)


def living() -> Iterator[tuple[Path, dict[str, object]]]:
    """The folders of this person's running desks, each with its card."""
    for run_folder in _run_folders():
        with suppress(OSError, ValueError):
            if _is_held(run_folder):
                yield run_folder, json.loads((run_folder / CARD).read_text("utf-8"))


def write_whole(path: Path, text: str) -> None:
    """Writes a small file for its owner alone; whoever reads it finds all of it or none."""
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    with os.fdopen(
        os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
    ) as new:
        new.write(text)
    beside.replace(path)


@contextmanager
def _hold_lock(run_folder: Path) -> Iterator[None]:
    """Holds the lock, which bears its name only once it is held."""
    new = run_folder / f"{LOCK}.new"
    with new.open("xb") as lock:
        if os.name == "posix":
            _take(lock)
            new.rename(run_folder / LOCK)
            os.register_at_fork(after_in_child=lock.close)  # what a worker inherits would outlive the desk
            yield
    if os.name != "posix":  # an open file takes no other name there
        new.rename(run_folder / LOCK)
        with (run_folder / LOCK).open("rb"):
            yield


def _run_folders() -> list[Path]:
    return [path for path in sorted(Path(tempfile.gettempdir()).glob(f"{PREFIX}*")) if _is_ours(path)]


def _is_ours(path: Path) -> bool:
    """Whether a folder is a desk's and of this person: no link, nobody else's, with a lock in it."""
    try:
        told, lock = path.lstat(), (path / LOCK).lstat()
    except OSError:
        return False
    private = os.name != "posix" or (told.st_uid == os.getuid() and not told.st_mode & 0o077)
    return stat.S_ISDIR(told.st_mode) and private and stat.S_ISREG(lock.st_mode)


def _open_lock(run_folder: Path) -> IO[bytes]:
    return (run_folder / LOCK).open("rb")


def _is_held(run_folder: Path) -> bool:
    if os.name == "posix":
        with _open_lock(run_folder) as lock:
            return not _take(lock)
    try:
        (run_folder / LOCK).rename(run_folder / LOCK)
    except OSError:
        return True
    return False


def _take(lock: IO[bytes]) -> bool:
    """Holds a lock until it is closed; whether nobody else does."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _remove_folder(run_folder: Path) -> None:
    """Removes the lock and the folder, if nothing else is left in it."""
    with suppress(OSError):
        if {path.name for path in run_folder.iterdir()} <= {LOCK}:
            (run_folder / LOCK).unlink()
            run_folder.rmdir()


def _empty_folder(run_folder: Path) -> None:
    """Removes all but the lock: what cannot be removed now is swept another time."""
    for path in run_folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != LOCK:
            with suppress(OSError):
                path.unlink()
