"""Tells a page, by server-sent events, that the input which it shows was saved."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from watchfiles import awatch

from pipeline.desk.following import QUIET, concerns, watched
from pipeline.desk.views import work_of
from pipeline.desk.work import Work

HEARTBEAT = 15_000
"""A comment is sent after so many quiet milliseconds, so that a closed page is noticed."""


async def follow(request: Request) -> Response:
    """The stream of one work: `changed` with its new version after each save."""
    return StreamingResponse(_changes(work_of(request)), media_type="text/event-stream")


async def _changes(work: Work) -> AsyncIterator[str]:
    yield ": following\n\n"
    if not work.followed:
        return
    async for changes in awatch(
        watched(work.source), debounce=QUIET, step=QUIET, rust_timeout=HEARTBEAT, yield_on_timeout=True
    ):
        if any(concerns(work.source, Path(path)) for _, path in changes):
            work.changed()
            yield f"event: changed\ndata: {work.version}\n\n"
        else:
            yield ": quiet\n\n"
