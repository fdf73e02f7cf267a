"""The pages of the desk: home, a work with its findings, scores and papers, and where a figure comes from."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import get_args

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pipeline.audit.findings import SEVERITIES
from pipeline.desk.batch_uploads import batch_of_workbook
from pipeline.desk.batch_work import BatchWork
from pipeline.desk.bodies import form_of, text_of
from pipeline.desk.origins import Origin, origins_of
from pipeline.desk.pages import page
from pipeline.desk.previews import ZOOMS, Preview, page_png, previews_of
from pipeline.desk.refusals import redirect_to_page, redirect_to_refusal, refusal_on
from pipeline.desk.scores import scores_of
from pipeline.desk.sessions import Session
from pipeline.desk.settings import DeskSettings
from pipeline.desk.uploads import new_upload_dir, receive_upload
from pipeline.desk.workspace import Workspace
from pipeline.diagnostics import Diagnostic, InputError, Lang, SarabanError
from pipeline.kinds import Kinds
from pipeline.papers.build import Built
from pipeline.papers.publishing import masked_input, what_is_masked

FIT = 0
"""The zoom that fits a page to the window; its picture is of `WHOLE` size."""
WHOLE = 100
_LANGS: dict[str, Lang] = {lang: lang for lang in get_args(Lang)}


def session_of(request: Request) -> Session:
    """The session that the security middleware let in."""
    session: Session = request.scope["session_of_desk"]
    return session


def settings_of(request: Request) -> DeskSettings:
    """How this desk is set up."""
    settings: DeskSettings = request.app.state.settings
    return settings


def work_of(request: Request) -> Workspace:
    """The work that the address names, if it is this session's."""
    work = session_of(request).works.get(request.path_params["work"])
    if work is None:
        raise HTTPException(404)
    return work


async def home(request: Request) -> Response:
    """What is open, and how to open something."""
    session, faults = session_of(request), refusal_on(request, "/")
    examples = await run_in_threadpool(Kinds(settings_of(request).folder).sound)
    return page(
        "home", session.lang, 422 if faults else 200, session=session, examples=examples, faults=faults
    )


async def open_upload(request: Request) -> Response:
    """Opens an uploaded file: a workbook with a sheet of units is a batch."""
    try:
        upload = await receive_upload(request)
    except InputError as faults:
        return redirect_to_refusal(request, "/", faults)
    settings = settings_of(request)
    work = Workspace.from_upload(upload, settings.folder, settings.uploads)
    with _closed_if_not_opened(work):
        batch = await run_in_threadpool(batch_of_workbook, work.source, settings)
        if batch is None:
            return await _open_page(request, work)
    work.close()
    return await open_batch(request, batch)


@contextmanager
def _closed_if_not_opened(work: Workspace) -> Iterator[None]:
    try:
        yield
    except BaseException:
        work.close()
        raise


async def open_example(request: Request) -> Response:
    """Opens an example to try the desk with: a copy of its own."""
    kind = request.path_params["kind"]
    known = {each.name: each for each in Kinds(settings_of(request).folder).sound()}
    if kind not in known:
        raise HTTPException(404)
    upload_dir = new_upload_dir(settings_of(request).uploads)
    source = upload_dir / kind
    shutil.copytree(known[kind].start, source)
    return await _open_page(
        request, Workspace(source, upload_dir=upload_dir, templates=settings_of(request).folder)
    )


async def _open_page(request: Request, work: Workspace) -> Response:
    await run_in_threadpool(session_of(request).open_work, work)
    return redirect_to_page(work.page)


async def open_batch(request: Request, batch: BatchWork) -> Response:
    """Puts a batch on the desk and leads to it."""
    await run_in_threadpool(session_of(request).open_batch, batch)
    return redirect_to_page(batch.page)


async def show_work(request: Request) -> Response:
    """A work: its findings beside its pages."""
    return await _work_page(request, "work", refusal_on(request, work_of(request).page))


async def show_panel(request: Request) -> Response:
    """What changes on the page when the input is saved."""
    return await _work_page(request, "panel")


async def replace_upload(request: Request) -> Response:
    """Puts a newer upload in the place of the old one."""
    work = work_of(request)
    if work.followed:
        raise HTTPException(404)
    try:
        upload = await receive_upload(request)
    except InputError as faults:
        return redirect_to_refusal(request, work.page, faults)
    await run_in_threadpool(work.replace, *upload)
    return redirect_to_page(work.page)


async def close_work(request: Request) -> Response:
    """Closes a work; what was uploaded goes."""
    session = session_of(request)
    work = session.works.pop(request.path_params["work"], None)
    if work is not None:
        session.forget(work.page)
        await run_in_threadpool(work.close)
    return redirect_to_page("/")


async def _work_page(request: Request, template: str, failed: tuple[Diagnostic, ...] = ()) -> Response:
    """A work's page, or what changes on it; `failed` is what was refused just now."""
    work, session = work_of(request), session_of(request)
    await run_in_threadpool(work.reload_templates)
    examined, this = await run_in_threadpool(work.reading)
    papers = {paper.id: paper for paper in examined.papers}
    asked = request.query_params.get("paper", "")
    shown = asked if asked in papers else next(iter(papers), "")
    built, faults = await _build_paper(work, shown) if shown else (None, ())
    return page(
        template,
        session.lang,
        422 if failed else 200,
        session=session,
        work=work,
        faults=(*failed, *examined.faults, *faults),
        remarks=examined.remarks,
        doubts=[doubt.as_fault() for doubt in examined.doubts if not doubt.accepted],
        confirmed=[doubt.as_fault() for doubt in examined.doubts if doubt.accepted],
        papers=tuple(papers.values()),
        shown=shown,
        pages=await run_in_threadpool(_previews, built, _zoom(request)) if built else (),
        zoom=_zoom(request),
        zooms=(FIT, *ZOOMS),
        masked=what_is_masked([masked_input(examined.prepared).masked]) if examined.prepared else None,
        scores=scores_of(work, this, session.works.values()),
    )


def held_page(request: Request, work: Workspace, held: SarabanError, *, public: bool = False) -> Response:
    """Why nothing is bound, taken away or made `public`: what is to be confirmed or mended first."""
    session, faults = session_of(request), held.diagnostics
    return page("held", session.lang, 409, session=session, work=work, faults=faults, public=public)


async def _build_paper(work: Workspace, paper: str) -> tuple[Built | None, tuple[object, ...]]:
    try:
        return await run_in_threadpool(work.built, paper), ()
    except SarabanError as faults:
        return None, faults.diagnostics


def _previews(built: Built, zoom: int) -> list[Preview]:
    return previews_of(built.files["pdf"], zoom or WHOLE)


def _zoom(request: Request) -> int:
    """The zoom that is asked for; 0 fits the page to the window."""
    asked = request.query_params.get("zoom", "")
    return int(asked) if asked in map(str, ZOOMS) else FIT


async def show_audit(request: Request) -> Response:
    """What the audit finds in the papers; it takes longer than the pages, so it comes after them."""
    work, session = work_of(request), session_of(request)
    findings = await run_in_threadpool(work.find_slips)
    return page("audit", session.lang, findings=findings, severities=SEVERITIES)


async def show_page(request: Request) -> Response:
    """A page of a paper as a picture."""
    work, paper, number = work_of(request), request.path_params["paper"], request.path_params["number"]
    if not re.fullmatch("[0-9]{1,6}", number):
        raise HTTPException(404)
    try:
        built = await run_in_threadpool(work.built, paper)
        png = await run_in_threadpool(page_png, built.files["pdf"], int(number), _zoom(request) or WHOLE)
    except (KeyError, IndexError, SarabanError) as error:
        raise HTTPException(404) from error
    return Response(png, media_type="image/png")


async def show_origin(request: Request) -> Response:
    """Where a printed figure comes from."""
    work, session = work_of(request), session_of(request)
    examined = await run_in_threadpool(work.examined)
    figure = request.query_params.get("figure", "")[:40]
    found: tuple[Origin, ...] = ()
    if examined.source is not None:
        card = examined.prepared.card if examined.prepared else None
        found = origins_of(figure, examined.source, card)
    return page("origin", session.lang, figure=figure, origins=found)


async def choose_language(request: Request) -> Response:
    """Says the pages in Thai or English from now on."""
    form = form_of(request)
    chosen = _LANGS.get(text_of(form, "lang"))
    if chosen is None:
        raise HTTPException(400)
    session_of(request).lang = chosen
    return redirect_to_page(_ours(text_of(form, "back", "/")))


def _ours(back: str) -> str:
    """The page to go back to, if it is one of ours."""
    plain = back.isascii() and back.isprintable() and "\\" not in back
    return back if plain and back.startswith("/") and not back.startswith("//") else "/"
