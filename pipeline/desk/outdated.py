"""Outdated documents of a batch: named, so that a person decides before a download or a bundle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from pipeline.bundle.current import Current
from pipeline.desk.batch_views import batch_of
from pipeline.desk.batch_work import BatchWork
from pipeline.desk.downloads import as_file
from pipeline.desk.pages import page
from pipeline.desk.views import session_of
from pipeline.diagnostics import Message, SarabanError

ANSWER = "without"
"""The part of the address that says: without those; its value is the question that it answers."""

_HELD = Message("ต้องยืนยันสิ่งต่อไปนี้ก่อน จึงรวมชุดหรือลงนามได้", "To confirm before anything is bundled or signed")
_RUNNING = Message("กำลังทำอยู่ รอให้เสร็จก่อน", "It is being made; wait until it is done.")


async def only_current(
    request: Request,
    formats: tuple[str, ...],
    made: Callable[[BatchWork, Current], bytes],
    name: str,
    among: Callable[[BatchWork], frozenset[str] | None] = lambda _: None,
) -> Response:
    """A file of what is up to date, or a page that asks. `among` names the documents that are meant."""
    batch, session = batch_of(request), session_of(request)
    if batch.progress.running:
        return page("outdated", session.lang, 409, batch=batch, words=_RUNNING, found=None, faults=())
    try:
        found = _of(await run_in_threadpool(batch.current, formats), among(batch))
        if found.doubts:
            asked = tuple(dict.fromkeys(doubt.named for doubt in found.doubts))
            return page("outdated", session.lang, 409, batch=batch, words=_HELD, found=None, faults=asked)
        answered = request.query_params.get(ANSWER, "") == found.question
        if found.entries and (answered or not found.outdated):
            return as_file(await run_in_threadpool(made, batch, found), name.format(batch.stem))
        return page("outdated", session.lang, 409, batch=batch, words=None, found=found, faults=())
    except SarabanError as faults:
        return page(
            "outdated", session.lang, 409, batch=batch, words=None, found=None, faults=faults.diagnostics
        )


def _of(found: Current, names: frozenset[str] | None) -> Current:
    """What is meant of a folder: all of it, or these documents."""
    if names is None:
        return found
    return replace(
        found,
        entries=tuple(each for each in found.entries if each.name in names),
        outdated=tuple(each for each in found.outdated if each.name in names),
    )
