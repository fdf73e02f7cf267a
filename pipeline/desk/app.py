"""The desk as a Starlette application: routes, middleware, static files."""

from __future__ import annotations

import importlib.resources
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from pipeline.desk import batch_views, bundles, comparing, downloads, live, signed_tables, views
from pipeline.desk.lookout import LookOut
from pipeline.desk.pages import status_page
from pipeline.desk.security import SecurityMiddleware
from pipeline.desk.sessions import SessionStore
from pipeline.desk.settings import DeskSettings
from pipeline.diagnostics import Lang
from pipeline.resources import resource

ROUTES = [
    Route("/", views.home),
    Route("/language", views.choose_language, methods=["POST"]),
    Route("/works", views.open_upload, methods=["POST"]),
    Route("/examples/{kind}", views.open_example, methods=["POST"]),
    Route("/works/{work}", views.show_work),
    Route("/works/{work}/panel", views.show_panel),
    Route("/works/{work}/replace", views.replace_upload, methods=["POST"]),
    Route("/works/{work}/last-round", comparing.compare_with_upload, methods=["POST"]),
    Route("/works/{work}/close", views.close_work, methods=["POST"]),
    Route("/works/{work}/units", batch_views.take_table, methods=["POST"]),
    Route("/works/{work}/units.xlsx", batch_views.download_table),
    Route("/works/{work}/events", live.follow),
    Route("/works/{work}/origin", views.show_origin),
    Route("/works/{work}/audit", views.show_audit),
    Route("/works/{work}/annotated.xlsx", downloads.download_annotated),
    Route("/works/{work}/next.xlsx", downloads.download_next_round),
    Route("/works/{work}/sign.pdf", bundles.download_work_bundle),
    Route("/works/{work}/all.zip", downloads.download_all),
    Route("/works/{work}/public.zip", downloads.download_public),
    Route("/works/{work}/papers/{paper}/{number}.png", views.show_page),
    Route("/works/{work}/papers/{paper}.{kind}", downloads.download_paper),
    Route("/batches/{batch}", batch_views.show_batch),
    Route("/batches/{batch}/replace", batch_views.replace_batch, methods=["POST"]),
    Route("/batches/{batch}/close", batch_views.close_batch, methods=["POST"]),
    Route("/batches/{batch}/plan", batch_views.show_plan),
    Route("/batches/{batch}/start", batch_views.start_batch, methods=["POST"]),
    Route("/batches/{batch}/publish", batch_views.publish_batch, methods=["POST"]),
    Route("/batches/{batch}/cancel", batch_views.cancel_batch, methods=["POST"]),
    Route("/batches/{batch}/events", batch_views.follow_batch),
    Route("/batches/{batch}/files/report.html", batch_views.show_report),
    Route("/batches/{batch}/files/{path:path}", batch_views.download_file),
    Route("/batches/{batch}/signed", signed_tables.note_signed, methods=["POST"]),
    Route("/batches/{batch}/unsigned.csv", signed_tables.download_unsigned),
    Route("/batches/{batch}/sign.pdf", bundles.download_batch_bundle),
    Route("/batches/{batch}/all.zip", bundles.download_made),
    Route("/batches/{batch}/public.zip", bundles.download_public),
    Route("/batches/{batch}/changed.zip", bundles.download_changed),
]


def static_files() -> dict[str, Path]:
    """The files of the pages by their names: our style and script, htmx, the Thai faces."""
    own = resource("templates", "desk", "static")
    scripts = Path(str(importlib.resources.files("django_htmx"))) / "static" / "django_htmx"
    return {
        "desk.css": own / "desk.css",
        "desk.js": own / "desk.js",
        "htmx.js": scripts / "htmx-2.min.js",
        "htmx-sse.js": scripts / "ext" / "hx-sse-2.min.js",
        "icon.png": resource("templates", "assets", "garuda.png"),
        "sarabun.ttf": resource("fonts", "THSarabunNew-Regular.ttf"),
        "sarabun-bold.ttf": resource("fonts", "THSarabunNew-Bold.ttf"),
    }


async def _static(request: Request) -> Response:
    found = static_files().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    return FileResponse(found, headers={"Cache-Control": "max-age=3600"})


async def _in_words(request: Request, error: Exception) -> Response:
    """What cannot be had, said to a person."""
    session = request.scope.get("session_of_desk")
    lang: Lang = session.lang if session else "th"
    if isinstance(error, HTTPException):
        return status_page(error.status_code, lang, error.headers)
    raise error


def desk_app(settings: DeskSettings, sessions: SessionStore) -> Starlette:
    """The application of one desk. What was uploaded goes when it ends."""

    @asynccontextmanager
    async def running(_: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            app.state.lookout.end()
            await run_in_threadpool(sessions.close)

    app = Starlette(
        routes=[*ROUTES, Route("/static/{name}", _static)],
        middleware=[Middleware(SecurityMiddleware, settings=settings, sessions=sessions)],
        exception_handlers={HTTPException: _in_words},
        lifespan=running,
    )
    app.state.settings = settings
    app.state.lookout = LookOut()
    return app
