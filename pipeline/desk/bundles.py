"""Bundles for signature and archives: the papers of a work, or what is up to date in a batch's folder."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipeline import kinds
from pipeline.batch.batch_file import REPORT_NAMES
from pipeline.bundle.binding import BundleOptions, bundle
from pipeline.bundle.current import Current
from pipeline.bundle.entries import CODE_LENGTH, Entry, RunMark
from pipeline.desk.batch_views import batch_of
from pipeline.desk.batch_work import BatchWork
from pipeline.desk.downloads import archive_of, as_file
from pipeline.desk.pages import page
from pipeline.desk.views import held_page, session_of, settings_of, work_of
from pipeline.desk.workspace import Workspace
from pipeline.diagnostics import AuditError, InputError, Location, Message, SarabanError, diagnose
from pipeline.papers.build import FORMATS, Built
from pipeline.papers.fingerprints import values_digest
from pipeline.papers.prepared import Prepared

ANSWER = "without"
"""The part of the address that says: without those; its value is the question that it answers."""

_HELD = Message("ต้องยืนยันสิ่งต่อไปนี้ก่อน จึงรวมชุดหรือลงนามได้", "To confirm before anything is bundled or signed")
_RUNNING = Message("กำลังทำอยู่ รอให้เสร็จก่อน", "It is being made; wait until it is done.")


async def download_work_bundle(request: Request) -> Response:
    """All papers of a work in signing order, with copies and a control sheet."""
    work, options = work_of(request), BundleOptions(folder=settings_of(request).folder)
    try:
        data = await run_in_threadpool(_work_bundle, work, options, settings_of(request).uploads)
    except AuditError as held:
        return held_page(request, work, held)
    except (KeyError, SarabanError) as error:
        raise HTTPException(404) from error
    return as_file(data, f"{work.source.stem}-sign.pdf")


async def download_batch_bundle(request: Request) -> Response:
    """All documents that a batch made and that are up to date, bound the same way."""
    options = BundleOptions(folder=settings_of(request).folder)

    def make_bundle(batch: BatchWork, found: Current) -> bytes:
        waiting = found.to_sign.entries
        if not waiting:
            raise InputError([diagnose("all-signed", Location(batch.name))])
        return bundle(waiting, found.title, "", options, found.run)

    return await only_current(request, ("pdf",), make_bundle, "{}-sign.pdf")


async def download_changed(request: Request) -> Response:
    """What the last run made, as one archive: the sheets to print again."""
    return await only_current(request, ("pdf",), _pdfs, "{}.zip", among=_made_last)


def _made_last(batch: BatchWork) -> frozenset[str]:
    """The documents of the last run; copies for the public are taken away by themselves."""
    return frozenset() if batch.progress.public else frozenset(batch.progress.made)


async def download_made(request: Request) -> Response:
    """All documents that the batch made and that are up to date as one archive, with the report on them."""
    return await only_current(request, FORMATS, _all, "{}-all.zip")


async def download_public(request: Request) -> Response:
    """The copies for the public that are up to date as one archive, and nothing that holds data."""
    if batch_of(request).masked is None:
        raise HTTPException(404)
    return await only_current(request, FORMATS, _copies, "{}.public.zip", standing=BatchWork.current_copies)


def _copies(_: BatchWork, found: Current) -> bytes:
    files = {
        f"{each.name}.{kind}": each.path.with_suffix(f".{kind}") for each in found.entries for kind in FORMATS
    }
    return archive_of({name: files[name].read_bytes() for name in sorted(files)})


def _pdfs(batch: BatchWork, found: Current) -> bytes:
    return _archive(batch, [f"{each.name}.pdf" for each in found.entries])


def _all(batch: BatchWork, found: Current) -> bytes:
    """Each document in each format; the report only where it tells of these and no others."""
    names = [f"{each.name}.{kind}" for each in found.entries for kind in FORMATS]
    return _archive(batch, [*sorted(names), *(REPORT_NAMES if found.complete else ())])


def _archive(batch: BatchWork, names: list[str]) -> bytes:
    files = {name: batch.folder / name for name in names}
    return archive_of({name: path.read_bytes() for name, path in files.items() if path.is_file()})


def _work_bundle(work: Workspace, options: BundleOptions, uploads: Path | None) -> bytes:
    work.reload_templates()
    prepared, built = work.all_built()
    with tempfile.TemporaryDirectory(dir=uploads) as name:
        entries = [_entry(at, prepared, one, Path(name)) for at, one in enumerate(built, 1)]
        mark = RunMark(values_digest(dict(prepared.values))[:CODE_LENGTH])
        return bundle(entries, prepared.name, "", options, mark)


def _entry(position: int, prepared: Prepared, built: Built, upload_dir: Path) -> Entry:
    paper = built.paper
    path = upload_dir / f"{paper.id}.pdf"
    path.write_bytes(built.files["pdf"])
    signing = asdict(kinds.kind_of(prepared.office_input).signing(prepared.office_input, paper.id))
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


async def only_current(
    request: Request,
    formats: tuple[str, ...],
    made: Callable[[BatchWork, Current], bytes],
    name: str,
    *,
    standing: Callable[[BatchWork, tuple[str, ...]], Current] = BatchWork.current,
    among: Callable[[BatchWork], frozenset[str] | None] = lambda _: None,
) -> Response:
    """A file of what is up to date, or a page that asks. `standing` looks at the folder that is meant, and
    `among` names the documents.
    """
    batch, session = batch_of(request), session_of(request)
    if batch.progress.running:
        return page("outdated", session.lang, 409, batch=batch, words=_RUNNING, found=None, faults=())
    try:
        found = _of(await run_in_threadpool(standing, batch, formats), among(batch))
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
