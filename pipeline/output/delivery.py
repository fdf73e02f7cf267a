"""Atomic delivery of files: each appears whole or not at all, and never over a person's edits."""

from __future__ import annotations

import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from pipeline.output.durable_names import make_folders, sync_folder
from pipeline.output.editions import kept_files, refuse_over_signed
from pipeline.output.ledger import Ledger, digest, open_ledger
from pipeline.output.ledger_signatures import Edition
from pipeline.output.real_paths import obstacles
from pipeline.output.temporary_files import TEMPORARY, clear_numbered, clear_singles
from pipeline.diagnostics import Diagnostic, OutputError, Location, Message, diagnose

Change = Literal["new", "changed", "unchanged"]
SIDE_BY_SIDE = 4
"""So many files are flushed to the disk at once; it takes them together in the time of one or two."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """A file as it now stands: where, its size in bytes, what became of it, and which edition it is."""

    path: Path
    size: int
    change: Change
    edition: int = 1


def deliver(files: Mapping[str, bytes], folder: Path, *, force: bool = False) -> tuple[Delivered, ...]:
    """Writes `files` (`name` or `subfolder/name` -> bytes) into `folder`, which is made if missing.

    Promises: nothing is touched unless all may be written; nothing is written through a link; a file that
    somebody else wrote, or that was edited since we wrote it, is refused unless `force`; a signed paper and its
    scan are never written over; equal bytes are not written again; each file is on the disk before it takes its name, and
    its name and its folder's at the end; one run at a time writes into a folder;
    no temporary file remains. Raises `OutputError`.
    """
    try:
        make_folders([folder])
        with open_ledger(folder) as ledger:
            return deliver_by(ledger, files, folder, force=force)
    except OSError as error:
        raise OutputError([unwritable(error, folder)]) from error


def deliver_by(
    ledger: Ledger, files: Mapping[str, bytes], folder: Path, *, force: bool = False
) -> tuple[Delivered, ...]:
    """`deliver` into a folder whose ledger is held already, as by a batch for all of its run."""
    try:
        targets = {name: _target(name, folder) for name in files}
        changes, faults = _changes(files, targets, folder, ledger, force)
        if faults:
            raise OutputError(faults)
        make_folders({target.parent for target in targets.values()})
        _write(files, targets, changes, ledger)
    except OSError as error:
        raise OutputError([unwritable(error, folder)]) from error
    return tuple(Delivered(targets[name], len(data), changes[name]) for name, data in files.items())


def keep_signed(ledger: Ledger, folder: Path, successor: Edition) -> None:
    """Makes room for `successor` where it takes the name of a signed paper: that stands under a name of its
    own afterwards (`ชื่อ (ฉบับที่ 1)`), with its signature. Raises `OutputError`.

    The signed files are copied first and noted then, so that a run that is killed loses none.
    """
    kept, moved = kept_files(ledger, folder, successor)
    if kept.number >= successor.number:  # a run that was killed has done this already
        return
    try:
        copies = {now: (folder / was).read_bytes() for was, now in moved.items()}
    except OSError as error:
        raise OutputError([unwritable(error, folder)]) from error
    deliver_by(ledger, copies, folder)
    ledger.signatures.keep_apart(kept, successor, moved)
    ledger.documents.rename(successor.name, kept.name, moved)
    for was in moved:
        (folder / was).unlink(missing_ok=True)


def write_conflicts(ledger: Ledger, files: Mapping[str, bytes], folder: Path, *, force: bool) -> tuple[Diagnostic, ...]:
    """What would keep these files from being delivered: edits by hand, links and folders in their place."""
    try:
        targets = {name: _target(name, folder) for name in files}
        return tuple(_changes(files, targets, folder, ledger, force)[1])
    except OSError as error:
        raise OutputError([unwritable(error, folder)]) from error


def _target(name: str, folder: Path) -> Path:
    """The file that `name` stands for; a name that leads out of the folder is a defect of ours."""
    parts = PurePosixPath(name).parts
    if not parts or PurePosixPath(name).is_absolute() or any(part.startswith(".") for part in parts):
        raise ValueError(f"not a name inside the output folder: {name!r}")
    return folder.joinpath(*parts)


def _changes(
    files: Mapping[str, bytes], targets: Mapping[str, Path], folder: Path, ledger: Ledger, force: bool
) -> tuple[dict[str, Change], list[Diagnostic]]:
    """What will become of each file, and a fault for each that may not be written."""
    changes: dict[str, Change] = {}
    faults: list[Diagnostic] = []
    for name, data in files.items():
        target = targets[name]
        if in_the_way := [*obstacles(target, folder)]:
            faults += (each for each in in_the_way if each not in faults)
            continue
        changes[name], ours = _compare(name, data, target, ledger)
        signed = refuse_over_signed(ledger, folder, name) if changes[name] == "changed" else None
        if signed is not None:
            faults.append(signed)
        elif not ours and not force:
            faults.append(_diagnose_edited_file(target))
    return changes, faults


def _compare(name: str, data: bytes, target: Path, ledger: Ledger) -> tuple[Change, bool]:
    """What writing would change, and whether what stands there is ours to replace."""
    if not target.exists():
        return "new", True
    standing = target.read_bytes()
    if standing == data:
        return "unchanged", True
    return "changed", ledger.wrote(name, digest(standing))


def _write(
    files: Mapping[str, bytes], targets: Mapping[str, Path], changes: Mapping[str, Change], ledger: Ledger
) -> None:
    """All files under temporary names first, so that a full disk is met before anything is replaced."""
    digests = {name: digest(data) for name, data in files.items()}
    wanted = [name for name in files if changes[name] != "unchanged"]
    staged = {name: targets[name].parent / TEMPORARY.format(number=n) for n, name in enumerate(wanted)}
    for parent in {target.parent for target in targets.values()}:
        clear_numbered(parent)
        clear_singles(parent)
    try:
        with ThreadPoolExecutor(SIDE_BY_SIDE) as hands:
            list(hands.map(lambda name: _write_through(staged[name], files[name]), wanted))
            ledger.intend(digests)
            for name in wanted:
                os.replace(staged[name], targets[name])
            list(hands.map(sync_folder, {targets[name].parent for name in wanted}))
        ledger.settle(digests)
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _diagnose_edited_file(path: Path) -> Diagnostic:
    return diagnose("edited", Location(str(path)))


def unwritable(error: OSError, folder: Path) -> Diagnostic:
    """What the system refused, at the file it named or at the folder."""
    return diagnose("unwritable", Location(str(error.filename or folder)), reason=error.strerror)
