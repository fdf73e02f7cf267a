"""The pages of a batch: its plan, how far its run is, its report, and the files to print."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from pipeline.batch.units_workbook import units_workbook
from pipeline.desk.batch_uploads import TABLES, batch_of_table, put_in_place
from pipeline.desk.batch_work import BATCH_FILE, BatchWork
from pipeline.desk.downloads import as_file
from pipeline.desk.live import stream_events
from pipeline.desk.lookout import LookOut
from pipeline.desk.pages import html, page
from pipeline.desk.refusals import redirect_to_page, redirect_to_refusal, refusal_on
from pipeline.desk.uploads import receive_upload
from pipeline.desk.views import open_batch, session_of, settings_of, work_of
from pipeline.diagnostics import InputError, Lang, SarabanError
from pipeline.kinds import Kinds

SHOWN = (".pdf", ".docx", ".json")
"""The kinds of file that the report links."""
LOOK = 0.2
"""Seconds between two looks at how far a run is."""
REPORT = "report.html"
REPORT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'"
)
"""The report stands alone, also as a file: its style and face are in it. It may run no script."""


def batch_of(request: Request) -> BatchWork:
    """The batch that the address names, if it is this session's."""
    batch = session_of(request).batches.get(request.path_params["batch"])
    if batch is None:
        raise HTTPException(404)
    return batch


async def show_batch(request: Request) -> Response:
    """A batch: its run, and what the last one did."""
    batch, session = batch_of(request), session_of(request)
    reported = (batch.folder / REPORT).is_file()
    faults = refusal_on(request, batch.page)
    status = 422 if faults else 200
    signed = 0 if batch.progress.running else await run_in_threadpool(batch.count_signed)
    told = {"batch": batch, "reported": reported, "signed": signed, "faults": faults}
    return page("batch", session.lang, status, session=session, **told)


async def take_table(request: Request) -> Response:
    """Makes a batch of a work and an uploaded table of units."""
    work = work_of(request)
    try:
        table = await receive_upload(request, TABLES)
    except InputError as faults:
        return redirect_to_refusal(request, work.page, faults)
    batch = await run_in_threadpool(batch_of_table, work, table, settings_of(request))
    return await open_batch(request, batch)


async def download_table(request: Request) -> Response:
    """An empty table of units for a work, to be filled in and dropped beside it."""
    work = work_of(request)
    source = (await run_in_threadpool(work.examined)).source
    if source is None:
        raise HTTPException(404)
    try:
        data = await run_in_threadpool(units_workbook, source.values, Kinds(work.templates))
    except SarabanError as error:
        raise HTTPException(404) from error
    return as_file(data, f"{work.source.stem}-หน่วยงาน.xlsx")


async def replace_batch(request: Request) -> Response:
    """Puts a newer workbook or table in the place of the uploaded one."""
    batch = batch_of(request)
    if batch.upload_dir is None:
        raise HTTPException(404)
    try:
        upload = await receive_upload(request, TABLES if batch.source.name == BATCH_FILE else (".xlsx",))
    except InputError as faults:
        return redirect_to_refusal(request, batch.page, faults)
    await run_in_threadpool(put_in_place, batch, batch.upload_dir, upload)
    return redirect_to_page(batch.page)


async def close_batch(request: Request) -> Response:
    """Closes a batch; what was uploaded goes, with what was made of it."""
    session = session_of(request)
    batch = session.batches.pop(request.path_params["batch"], None)
    if batch is not None:
        session.forget(batch.page)
        await run_in_threadpool(batch.close)
    return redirect_to_page("/")


async def show_plan(request: Request) -> Response:
    """What a run would do now, and what is to mend."""
    batch = batch_of(request)
    plan, faults = None, batch.progress.faults
    try:
        plan = await run_in_threadpool(batch.plan)
        faults = (*faults, *(fault for refused in plan.refused for fault in refused.faults))
    except SarabanError as error:
        faults = (*faults, *error.diagnostics)
    return page("plan", session_of(request).lang, plan=plan, faults=tuple(dict.fromkeys(faults)))


async def start_batch(request: Request) -> Response:
    """Starts the run, or takes it up again."""
    batch = batch_of(request)
    batch.start()
    return redirect_to_page(batch.page)


async def publish_batch(request: Request) -> Response:
    """Starts making copies for the public, or takes it up again."""
    batch = batch_of(request)
    batch.publish()
    return redirect_to_page(batch.page)


async def cancel_batch(request: Request) -> Response:
    """Stops the run after the document at hand."""
    batch = batch_of(request)
    await run_in_threadpool(batch.stop)
    return redirect_to_page(batch.page)


async def follow_batch(request: Request) -> Response:
    """How far the run is, as events that hold the fragment to show; `ended` when it is over."""
    events = _progress(batch_of(request), session_of(request).lang, request.app.state.lookout)
    return stream_events(request, events)


async def _progress(batch: BatchWork, lang: Lang, lookout: LookOut) -> AsyncIterator[str]:
    shown = None
    while batch.progress.running and not lookout.ended:
        if batch.progress != shown:
            shown = batch.progress
            yield _event("progress", html("progress", lang, progress=shown))
        await asyncio.sleep(LOOK)
    if not batch.progress.running:
        yield _event("ended", html("progress", lang, progress=batch.progress))


def _event(name: str, data: str) -> str:
    lines = "".join(f"data: {line}\n" for line in data.splitlines())
    return f"event: {name}\n{lines}\n"


async def show_report(request: Request) -> Response:
    """The report that the last run wrote."""
    path = batch_of(request).folder / REPORT
    if not path.is_file():
        raise HTTPException(404)
    return HTMLResponse(path.read_text("utf-8"), headers={"Content-Security-Policy": REPORT_POLICY})


async def download_file(request: Request) -> Response:
    """A file of the output folder, as the report links it."""
    folder = batch_of(request).folder.resolve()
    try:
        path = (folder / request.path_params["path"]).resolve()
        found = path.is_relative_to(folder) and path.is_file() and path.suffix in SHOWN
    except (OSError, ValueError) as error:  # no name that a file could have
        raise HTTPException(404) from error
    if not found:
        raise HTTPException(404)
    return FileResponse(path)
