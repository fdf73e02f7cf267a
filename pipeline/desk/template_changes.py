"""Reloads templates, style sheets and pictures that changed, ours and the office's own."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

from pipeline.papers.caches import clear_template_caches
from pipeline.resources import resource

Stamp = tuple[str, int, int]
"""A file with the time of its last change (ns) and its size."""
Stamps = tuple[Stamp, ...]

_lock = threading.Lock()
_seen: dict[Path, Stamps] = {}


def reload_templates(templates: Path | None) -> int:
    """Has looks read anew if any of their files was changed since the last call; gives how they stand."""
    now = {folder: _stamps(folder) for folder in template_folders(templates)}
    with _lock:
        if any(_seen.get(folder) != stamps for folder, stamps in now.items()):
            clear_template_caches()
            _seen.update(now)
    return hash(tuple(now.values()))


def template_folders(templates: Path | None) -> tuple[Path, ...]:
    """Where looks come from: our folder, and the office's own."""
    ours = resource("templates")
    return (ours, templates) if templates else (ours,)


def templates_state(templates: Path | None) -> int:
    """How looks stand, as a number that changes with any of their files."""
    return hash(tuple(_stamps(folder) for folder in template_folders(templates)))


def _stamps(folder: Path) -> Stamps:
    return tuple(sorted(_below(folder)))


def _below(folder: str | Path) -> Iterator[Stamp]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                told = entry.stat()
                yield entry.path, told.st_mtime_ns, told.st_size
                if entry.is_dir():
                    yield from _below(entry.path)
    except FileNotFoundError:
        return
