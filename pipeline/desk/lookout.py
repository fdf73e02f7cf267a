"""One file watcher for all open pages of an input, however many look on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from watchfiles import awatch

from pipeline.desk.following import QUIET, TICK, Followed

BREATH = 15
"""Seconds after which a quiet stream says that it is still there."""
_Input = tuple[Path, Path | None]
"""An input with the office's own templates."""


class _Watched:
    """An input that is watched: how it stands, and the pages to be woken when that changes."""

    def __init__(self, followed: Followed) -> None:
        self.followed = followed
        self.pages: set[asyncio.Event] = set()
        self.task = asyncio.create_task(self._watch())

    async def _watch(self) -> None:
        async for _ in _notices(self.followed.folders):
            if await run_in_threadpool(self.followed.has_changed):
                for page in self.pages:
                    page.set()


class LookOut:
    """Watches the inputs that open pages show. At its end all streams end."""

    def __init__(self) -> None:
        self._watched: dict[_Input, _Watched] = {}
        self.ended = False

    async def saves(self, source: Path, templates: Path | None, seen: int | None) -> AsyncIterator[bool]:
        """Yields whether the input was saved, after each save and each while, until the end. `seen` is how
        it stood when the page was made.
        """
        watched, page = self._watching((source, templates)), asyncio.Event()
        watched.pages.add(page)
        seen = watched.followed.seen if seen is None else seen
        try:
            while not self.ended:
                now = watched.followed.seen
                if now != seen:
                    seen = now
                    yield True
                elif not await _wait_for_wake(page):
                    yield False
        finally:
            watched.pages.discard(page)
            if not watched.pages:
                self._leave((source, templates))

    def end(self) -> None:
        """Ends all streams, and what watches for them."""
        self.ended = True
        for watched in self._watched.values():
            watched.task.cancel()
            for page in watched.pages:
                page.set()

    def _watching(self, input: _Input) -> _Watched:
        if input not in self._watched:
            self._watched[input] = _Watched(Followed(*input))
        return self._watched[input]

    def _leave(self, input: _Input) -> None:
        watched = self._watched.pop(input, None)
        if watched is not None:
            watched.task.cancel()


async def _wait_for_wake(page: asyncio.Event) -> bool:
    """Whether a page was woken before its stream had to say something anyway."""
    try:
        await asyncio.wait_for(page.wait(), BREATH)
    except TimeoutError:
        return False
    page.clear()
    return True


async def _notices(folders: list[Path]) -> AsyncIterator[None]:
    """Comes back after each notice of the system and each tick, without end; after each tick where the
    system gives no notices.
    """
    notices = awatch(
        *folders, debounce=QUIET, step=QUIET, rust_timeout=TICK, yield_on_timeout=True, recursive=False
    )
    try:
        async for _ in notices:
            yield
    except (OSError, RuntimeError):
        while True:
            await asyncio.sleep(TICK / 1000)
            yield
