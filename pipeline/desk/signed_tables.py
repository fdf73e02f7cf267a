"""What came back signed, on the desk: a table of what is not signed, and the same filled in."""

from __future__ import annotations

import datetime
import tempfile
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipeline.batch.grades import as_csv
from pipeline.desk.batch_uploads import TABLES
from pipeline.desk.batch_views import REPORT, batch_of
from pipeline.desk.downloads import as_file
from pipeline.desk.refusals import redirect_to_page, redirect_to_refusal
from pipeline.desk.uploads import Upload, receive_upload
from pipeline.desk.views import settings_of
from pipeline.diagnostics import SarabanError
from pipeline.rounds.signed import note_signatures
from pipeline.rounds.signed_table import read_signed_table, unsigned_rows


async def download_unsigned(request: Request) -> Response:
    """The papers of a batch that are not signed, as a table to fill in."""
    batch = batch_of(request)
    if not (batch.folder / REPORT).is_file():
        raise HTTPException(404)
    rows = await run_in_threadpool(lambda: list(unsigned_rows(batch.folder)))
    return as_file(as_csv(rows), f"{batch.stem}-signed.csv")


async def note_signed(request: Request) -> Response:
    """Notes what an uploaded table says of the papers of a batch."""
    batch = batch_of(request)
    try:
        table = await receive_upload(request, TABLES)
        await run_in_threadpool(_note, table, batch.folder, settings_of(request).uploads)
    except SarabanError as faults:
        return redirect_to_refusal(request, batch.page, faults)
    return redirect_to_page(batch.page)


def _note(table: Upload, folder: Path, uploads: Path | None) -> None:
    with tempfile.TemporaryDirectory(dir=uploads) as name:
        path = Path(name) / table.name
        path.write_bytes(table.data)
        note_signatures(read_signed_table(path, folder.resolve(), None), datetime.date.today())
