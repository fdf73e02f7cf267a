"""Serves a desk with uvicorn until it is told to stop; nothing that people do is logged."""

from __future__ import annotations

import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import uvicorn
from starlette.applications import Starlette

from pipeline.desk.app import desk_app
from pipeline.desk.connections import patient
from pipeline.desk.returning import card_of, new_addresses, running_on, serves
from pipeline.desk.run_folder import UPLOADS, open_desk_folder
from pipeline.desk.sessions import SessionStore
from pipeline.desk.settings import DeskSettings

GRACE = 2
"""Streams that are still open are cut after so many seconds."""


class OtherDesk(Exception):
    """This person's desk that runs on the port is another than the one asked for."""


def addresses(settings: DeskSettings, sessions: SessionStore) -> list[str]:
    """The one-time address of each seat."""
    return [f"{settings.origin}/enter?token={token}" for token in sessions.tokens]


def ways_back(settings: DeskSettings) -> list[str]:
    """New addresses of the desk that runs on the port already; none if there is none. Raises `OtherDesk`."""
    running = running_on(settings)
    if running is None:
        return []
    if not serves(running[1], settings):
        raise OtherDesk
    return new_addresses(*running)


def serve(settings: DeskSettings, announce: Callable[[list[str]], None]) -> None:
    """Announces the addresses and serves them. Raises `OSError` where the port is taken."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with (
        socket.create_server((settings.host, settings.port), family=family) as listening,
        open_desk_folder(card_of(settings)) as run_folder,
    ):
        own = replace(settings, uploads=run_folder / UPLOADS)
        sessions = SessionStore(own, run_folder)
        announce(addresses(own, sessions))
        server_of(own, sessions).run([listening])


def server_of(settings: DeskSettings, sessions: SessionStore) -> uvicorn.Server:
    """What serves a desk."""
    logging.getLogger("python_multipart").setLevel(logging.CRITICAL)  # it tells of each odd form
    app = desk_app(settings, sessions)
    config = uvicorn.Config(
        app,
        http=patient(settings.patience),
        ws="none",
        access_log=False,
        log_level="critical",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE,
    )
    return _Server(config, app)


class _Server(uvicorn.Server):
    """Ends the open streams before it waits for what is under way, and when the terminal is closed, too."""

    def __init__(self, config: uvicorn.Config, app: Starlette) -> None:
        super().__init__(config)
        self._app = app

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._app.state.lookout.end()
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        with super().capture_signals():
            number = getattr(signal, "SIGHUP", None)
            if number is None or threading.current_thread() is not threading.main_thread():
                yield
                return
            before = signal.signal(number, self.handle_exit)
            try:
                yield
            finally:
                signal.signal(number, before)
