"""Takes the workbook of the last round to compare with; nothing of it is kept but its scores."""

from __future__ import annotations

import shutil
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from pipeline import api
from pipeline.desk.refusals import redirect_to_page, redirect_to_refusal
from pipeline.desk.rounds import Round, earlier_round
from pipeline.desk.uploads import Upload, new_upload_dir, receive_upload
from pipeline.desk.views import settings_of, work_of
from pipeline.desk.workspace import Workspace
from pipeline.diagnostics import SarabanError


async def compare_with_upload(request: Request) -> Response:
    """Compares a work's scores with those of an earlier round."""
    work = work_of(request)
    try:
        upload = await receive_upload(request)
        work.compared = await run_in_threadpool(_round_before, work, upload, settings_of(request).uploads)
    except SarabanError as faults:
        return redirect_to_refusal(request, work.page, faults)
    return redirect_to_page(f"{work.page}#scores")


def _round_before(work: Workspace, upload: Upload, uploads: Path | None) -> Round | None:
    this = work.reading().round
    if this is None:
        return None
    upload_dir = new_upload_dir(uploads)
    try:
        source = upload_dir / upload.name
        source.write_bytes(upload.data)
        return earlier_round(this, api.load(source), upload.name)
    finally:
        shutil.rmtree(upload_dir, ignore_errors=True)
