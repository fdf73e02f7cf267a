"""Tells a page, by server-sent events, that the input which it shows, or a template of it, was saved."""

from __future__ import annotations

from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from pipeline.desk.following import Followed, looks_at
from pipeline.desk.views import work_of
from pipeline.desk.workspace import Workspace


async def follow(request: Request) -> Response:
    """The stream of one work: `changed` after each save. Between saves it is kept alive by comments, so that
    a closed page is noticed.
    """
    return StreamingResponse(_changes(work_of(request)), media_type="text/event-stream")


async def _changes(work: Workspace) -> AsyncIterator[str]:
    yield ": following\n\n"
    if not work.followed:
        return
    async for saved in looks_at(Followed(work.source, work.templates, work.state)):
        yield f"event: changed\ndata: {work.version}\n\n" if saved else ": quiet\n\n"
