"""Idempotent posts: a form sent twice by a second click is handled once; both lead to the same page.

Each form on a page has a number of its own. The same form with the same file is the same post.
"""

from __future__ import annotations

import asyncio
import hashlib

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.desk.bodies import text_of
from pipeline.desk.sessions import MOST_ANSWERS, Session

FIELD = "once"


async def answer_once(
    app: ASGIApp, post: tuple[Session, FormData], scope: Scope, receive: Receive, send: Send
) -> None:
    """Answers a post, or leads to where its twin led."""
    session, form = post
    key = await _key(Request(scope), form)
    twin = session.answers.get(key)
    place = await asyncio.shield(twin) if twin else ""
    if place:
        await RedirectResponse(place, 303)(scope, receive, send)
        return
    answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    session.answers[key] = answer
    if len(session.answers) > MOST_ANSWERS:
        session.answers.popitem(last=False)
    try:
        await app(scope, receive, _noting(send, answer))
    finally:
        if not answer.done():
            answer.set_result("")
        if not text_of(form, FIELD) or not answer.result():
            session.answers.pop(key, None)


def _noting(send: Send, answer: asyncio.Future[str]) -> Send:
    """Notes where an answer leads."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start" and not answer.done():
            answer.set_result(dict(message["headers"]).get(b"location", b"").decode("latin-1"))
        await send(message)

    return sent


async def _key(request: Request, form: FormData) -> str:
    parts = hashlib.sha256(repr((request.url.path, text_of(form, FIELD))).encode("utf-8", "surrogatepass"))
    for name, value in form.multi_items():
        parts.update(
            repr((name, value if isinstance(value, str) else value.filename)).encode("utf-8", "replace")
        )
        if isinstance(value, UploadFile):
            parts.update(await value.read())
            await value.seek(0)
    return parts.hexdigest()
