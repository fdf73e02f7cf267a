"""The looks of papers as they stand now: templates, style sheets, pictures, ours and the office's own."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.batch.forgetting import forget_looks
from pipeline.resources import resource

Stamps = tuple[tuple[str, int, int], ...]
"""Each file with the time of its last change (ns) and its size."""

_lock = threading.Lock()
_seen: dict[Path, Stamps] = {}


def look_again(templates: Path | None) -> None:
    """Has looks read anew if any of their files was changed since this was called last."""
    now = {folder: stamps(folder.rglob("*")) for folder in looks_folders(templates)}
    with _lock:
        if any(_seen.get(folder) != stamp for folder, stamp in now.items()):
            forget_looks()
            _seen.update(now)


def looks_folders(templates: Path | None) -> tuple[Path, ...]:
    """Where looks come from: our folder, and the office's own."""
    ours = resource("templates")
    return (ours, templates) if templates else (ours,)


def stamps(files: Iterable[Path]) -> Stamps:
    """How files stand, in the order of their names; one that is gone stands not."""
    return tuple(sorted(_stamped(files)))


def _stamped(files: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    for path in files:
        try:
            told = path.stat()
        except FileNotFoundError:
            continue
        yield str(path), told.st_mtime_ns, told.st_size
