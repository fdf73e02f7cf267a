"""Bundles for signature: the papers of a work, or what a batch left in its folder, as one PDF to print."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import asdict
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipeline.batch.bundle import BundleWishes, bundle
from pipeline.batch.bundle_entries import CODE_LENGTH, Entry, read_shelf
from pipeline.batch.signing import signing_of
from pipeline.batch.stages import Prepared
from pipeline.compose import Paper
from pipeline.desk.batch_views import batch_of
from pipeline.desk.downloads import as_file
from pipeline.desk.views import settings_of, work_of
from pipeline.desk.work import Work
from pipeline.faults import Faults


async def download_work_bundle(request: Request) -> Response:
    """All papers of a work in signing order, with copies and a control sheet."""
    work, wishes = work_of(request), BundleWishes(folder=settings_of(request).folder)
    try:
        data = await run_in_threadpool(_work_bundle, work, wishes)
    except (KeyError, Faults) as error:
        raise HTTPException(404) from error
    return as_file(data, f"{work.source.stem}-sign.pdf")


async def download_batch_bundle(request: Request) -> Response:
    """All documents that a batch made, bound the same way."""
    batch, wishes = batch_of(request), BundleWishes(folder=settings_of(request).folder)
    try:
        shelf = await run_in_threadpool(read_shelf, batch.folder)
        data = await run_in_threadpool(bundle, shelf.entries, shelf.title, "", wishes)
    except Faults as error:
        raise HTTPException(404) from error
    return as_file(data, f"{Path(batch.name).stem}-sign.pdf")


def _work_bundle(work: Work, wishes: BundleWishes) -> bytes:
    prepared = work.examined().prepared
    if prepared is None:
        raise KeyError("an input with faults makes no papers")
    with tempfile.TemporaryDirectory() as name:
        entries = [
            _entry(at, work, prepared, paper, Path(name)) for at, paper in enumerate(prepared.papers, 1)
        ]
        return bundle(entries, prepared.name, "", wishes)


def _entry(position: int, work: Work, prepared: Prepared, paper: Paper, shelf: Path) -> Entry:
    built = work.built(paper.id)
    path = shelf / f"{paper.id}.pdf"
    path.write_bytes(built.files["pdf"])
    signing = asdict(signing_of(prepared.office_input, paper))
    return Entry(
        position=position,
        name=paper.id,
        unit=prepared.name,
        paper=paper.id,
        title=paper.title,
        number=signing["number"],
        signers=tuple((name, post) for name, post in signing["signers"]),
        pages=built.pages,
        code=hashlib.sha256(built.files["pdf"]).hexdigest()[:CODE_LENGTH],
        path=path,
    )
