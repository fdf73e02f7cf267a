"""Tells a page, by server-sent events, that the input which it shows, or a template of it, was saved."""

from __future__ import annotations

from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from pipeline.desk.lookout import LookOut
from pipeline.desk.views import work_of
from pipeline.desk.workspace import Workspace

EVENTS = "text/event-stream"


async def follow(request: Request) -> Response:
    """The stream of one work: `changed` after each save. Between saves it is kept alive by comments."""
    return stream_events(request, _changes(work_of(request), request.app.state.lookout))


def stream_events(request: Request, events: AsyncIterator[str]) -> Response:
    """Events as they come; who asks for the head alone gets no stream."""
    if request.method == "HEAD":
        return Response(media_type=EVENTS)
    return StreamingResponse(events, media_type=EVENTS)


async def _changes(work: Workspace, lookout: LookOut) -> AsyncIterator[str]:
    yield ": following\n\n"
    if not work.followed:
        return
    async for saved in lookout.saves(work.source, work.templates, work.state):
        yield f"event: changed\ndata: {work.version}\n\n" if saved else ": quiet\n\n"
