"""Follows an input: tells each time that one of its files was saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

QUIET = 50
"""Saves that follow one another within so many milliseconds are one."""


def watched(source: Path) -> Path:
    """The folder to watch: programs save a file by putting another in its place."""
    return source if source.is_dir() else source.resolve().parent


def concerns(source: Path, path: Path) -> bool:
    """Whether a change of `path` is a change of the input; lock and hidden files are not."""
    if path.name.startswith(("~$", ".")):
        return False
    return source.is_dir() or path.resolve() == source.resolve()


def saves(source: Path) -> Iterator[None]:
    """Yields after each save of the input, without end."""
    for changes in watch(watched(source), debounce=QUIET, step=QUIET, raise_interrupt=True):
        if any(concerns(source, Path(path)) for _, path in changes):
            yield
