"""Request bodies: limits of size and time, and the form that was sent."""

from __future__ import annotations

import asyncio

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.types import Message, Receive

from pipeline.desk.settings import Patience

PLAIN_LIMIT = 65_536
"""Bytes of a form without a file."""
_FORM = "form_of_desk"


class BodyTooLarge(Exception):
    """A body went over the limit."""


class BodyTooSlow(Exception):
    """A body did not come in time."""


def bound_body(receive: Receive, limit: int, patience: Patience) -> Receive:
    """Receives a body within its bounds; after it, whatever comes without a limit of time."""
    taken, over = 0, False
    until = asyncio.get_running_loop().time() + patience.body

    async def receive_message() -> Message:
        nonlocal taken, over
        if over:
            return await receive()
        left = until - asyncio.get_running_loop().time()
        try:
            message = await asyncio.wait_for(receive(), min(patience.piece, max(left, 0)))
        except TimeoutError as error:
            raise BodyTooSlow from error
        taken += len(message.get("body", b""))
        if taken > limit:
            raise BodyTooLarge
        over = not message.get("more_body", False)
        return message

    return receive_message


async def read_form(request: Request) -> FormData:
    """The form of a request, kept for `form_of`. Raises `HTTPException` where it is none."""
    form = await request.form(max_files=1, max_fields=8)
    request.scope[_FORM] = form
    return form


def form_of(request: Request) -> FormData:
    """The form that came with a post; the security middleware has read it."""
    form: FormData = request.scope[_FORM]
    return form


def text_of(form: FormData, name: str, default: str = "") -> str:
    """A field of a form that is text."""
    value = form.get(name, default)
    return value if isinstance(value, str) else default
