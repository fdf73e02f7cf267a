"""Takes the workbook of the last round to compare with; nothing of it is kept but its scores."""

from __future__ import annotations

import tempfile
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline.desk.rounds import Round, earlier_round
from pipeline.desk.uploads import Upload, uploaded
from pipeline.desk.views import work_of, work_page
from pipeline.desk.workspace import Workspace
from pipeline.diagnostics import SarabanError
from pipeline.papers.build import prepare


async def compare_with_upload(request: Request) -> Response:
    """Compares a work's scores with those of an earlier round."""
    work = work_of(request)
    try:
        upload = await uploaded(request)
        work.compared = await run_in_threadpool(_round_before, work, upload)
    except SarabanError as faults:
        return await work_page(request, "work", faults)
    return RedirectResponse(f"/works/{work.id}#scores", 303)


def _round_before(work: Workspace, upload: Upload) -> Round | None:
    this = work.examined().round
    if this is None:
        return None
    with tempfile.TemporaryDirectory(prefix="saraban-desk-") as upload_dir:
        source = Path(upload_dir) / upload.name
        source.write_bytes(upload.data)
        return earlier_round(this, prepare(source), upload.name)
