"""Takes the workbook of the last round to hold a work against: its scores, and what was typed in it."""

from __future__ import annotations

import shutil
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from pipeline import api
from pipeline.api import RenderOptions
from pipeline.desk.refusals import redirect_to_page, redirect_to_refusal
from pipeline.desk.rounds import Round, earlier_round
from pipeline.desk.uploads import Upload, new_upload_dir, receive_upload
from pipeline.desk.views import settings_of, work_of
from pipeline.desk.workspace import Workspace
from pipeline.diagnostics import SarabanError
from pipeline.rounds.earlier_work import refuse_no_last_round
from pipeline.rounds.last_rounds import last_round_of


async def compare_with_upload(request: Request) -> Response:
    """Holds a work against an earlier round: its scores, and what is stale."""
    work = work_of(request)
    try:
        upload = await receive_upload(request)
        await run_in_threadpool(_hold_against, work, upload, settings_of(request).uploads)
    except SarabanError as faults:
        return redirect_to_refusal(request, work.page, faults)
    return redirect_to_page(f"{work.page}#scores")


def _hold_against(work: Workspace, upload: Upload, uploads: Path | None) -> None:
    """Compares the scores where both have some, and asks what is asked of a round beside its last."""
    this = work.reading().round
    upload_dir = new_upload_dir(uploads)
    try:
        source = upload_dir / upload.name
        source.write_bytes(upload.data)
        last = api.load(source, options=RenderOptions(folder=work.templates))
        compared: Round | None = earlier_round(this, last, upload.name) if this else None
        examined = work.examined().prepared
        if examined is not None:
            refuse_no_last_round(examined, last, upload.name)
        work.hold_against(last_round_of(last), compared)
    finally:
        shutil.rmtree(upload_dir, ignore_errors=True)
