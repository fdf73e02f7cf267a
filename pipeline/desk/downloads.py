"""Files to take away: each paper, all papers as one archive, the workbook with its findings."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipeline.desk.views import held_page, session_of, work_of
from pipeline.desk.workspace import Workspace
from pipeline.diagnostics import AuditError, SarabanError

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": "application/zip",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)


async def download_paper(request: Request) -> Response:
    """One paper: the same bytes as `saraban render` writes."""
    work, paper, kind = work_of(request), request.path_params["paper"], request.path_params["kind"]
    try:
        built = await run_in_threadpool(work.built, paper)
        return as_file(built.files[kind], f"{paper}.{kind}")
    except (KeyError, SarabanError) as error:
        raise HTTPException(404) from error


async def download_all(request: Request) -> Response:
    """All papers of a work as one archive."""
    work = work_of(request)
    try:
        return as_file(await run_in_threadpool(_archive, work), f"{work.source.stem}.zip")
    except AuditError as held:
        return held_page(request, work, held)
    except (KeyError, SarabanError) as error:
        raise HTTPException(404) from error


async def download_public(request: Request) -> Response:
    """Copies of all papers for the public as one archive, or why there are none: a personal value would
    stand in one, or something is to be confirmed.
    """
    work = work_of(request)
    try:
        data = await run_in_threadpool(_public_archive, work)
    except SarabanError as held:
        return held_page(request, work, held, public=True)
    except KeyError as error:
        raise HTTPException(404) from error
    return as_file(data, f"{work.source.stem}.public.zip")


async def download_annotated(request: Request) -> Response:
    """The workbook with each finding at its cell."""
    work = work_of(request)
    try:
        data = await run_in_threadpool(work.annotated, session_of(request).lang)
    except (ValueError, SarabanError) as error:
        raise HTTPException(404) from error
    return as_file(data, f"{work.source.stem}.findings.xlsx")


async def download_next_round(request: Request) -> Response:
    """The workbook of the next round, begun from this one."""
    work = work_of(request)
    try:
        data, _ = await run_in_threadpool(work.next_round)
    except (KeyError, SarabanError) as error:
        raise HTTPException(404) from error
    return as_file(data, f"{work.source.stem}.next.xlsx")


def _archive(work: Workspace) -> bytes:
    work.reload_templates()
    _, built = work.all_built()
    return archive_of({f"{one.paper.id}.{kind}": data for one in built for kind, data in one.files.items()})


def _public_archive(work: Workspace) -> bytes:
    work.reload_templates()
    return archive_of(work.public_copies())


def archive_of(files: Mapping[str, bytes]) -> bytes:
    """The files as a ZIP archive without times: the same bytes for the same files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _FIRST_DATE), data, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def as_file(data: bytes, name: str) -> Response:
    """The bytes as a file to save under `name` (RFC 6266)."""
    disposition = f"attachment; filename*=UTF-8''{quote(name)}"
    kind = KINDS[name.rpartition(".")[2]]
    return Response(data, media_type=kind, headers={"Content-Disposition": disposition})
