"""File watching: tells each time that a file of an input, or of its appearance, was saved.

What counts is how the files stand; a notice of the system only has them looked at sooner. So nothing is
missed on a shared drive, which gives no notices, nor what is saved while a page is on its way.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

from pipeline.desk.template_changes import template_folders, templates_state

QUIET = 50
"""Notices that follow one another within so many milliseconds are one."""
TICK = 1000
"""Files are looked at after so many milliseconds without any notice, too."""


class Followed:
    """An input with the looks of its papers, as it stood when `told` was last asked."""

    def __init__(self, source: Path, templates: Path | None = None, seen: int | None = None) -> None:
        self._source = source
        self._templates = templates
        self._seen = self._now() if seen is None else seen

    def has_changed(self) -> bool:
        """Whether anything was saved since. A file that is gone is waited for: it is being replaced."""
        now = self._now()
        if now == self._seen or not self._source.exists():
            return False
        self._seen = now
        return True

    @property
    def seen(self) -> int:
        """How it stood then."""
        return self._seen

    def _now(self) -> int:
        return state_of(self._source, templates_state(self._templates))

    @property
    def folders(self) -> list[Path]:
        """The folders to watch, each without those in it: that of the data, as programs save a file by
        putting another in its place, and all of the looks.
        """
        looks = (
            each for folder in template_folders(self._templates) for each in (folder, *folder.rglob("*"))
        )
        return [_home(self._source), *(folder for folder in looks if folder.is_dir())]


def state_of(source: Path, looks: int) -> int:
    """How the files of an input stand, with how looks do, as a number that changes with any of them."""
    files = source.iterdir() if source.is_dir() else (source,)
    data = (_stamp(path) for path in files if not path.name.startswith(("~$", ".")))
    return hash((*sorted(filter(None, data)), looks))


def _stamp(path: Path) -> tuple[str, int, int] | None:
    try:
        told = path.stat()
    except FileNotFoundError:
        return None
    return str(path), told.st_mtime_ns, told.st_size


def saves(source: Path, templates: Path | None = None) -> Iterator[None]:
    """Yields after each save, without end."""
    followed = Followed(source, templates)
    notices = watch(
        *followed.folders,
        debounce=QUIET,
        step=QUIET,
        rust_timeout=TICK,
        yield_on_timeout=True,
        recursive=False,
        raise_interrupt=True,
    )
    for _ in notices:
        if followed.has_changed():
            yield


def _home(source: Path) -> Path:
    return source.resolve() if source.is_dir() else source.resolve().parent
