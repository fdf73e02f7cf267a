"""Serves a desk with uvicorn until it is told to stop; nothing that people do is logged."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from pipeline.desk.app import desk_app
from pipeline.desk.sessions import SessionStore
from pipeline.desk.settings import DeskSettings

GRACE = 2
"""Streams that are still open are cut after so many seconds."""


def addresses(settings: DeskSettings, sessions: SessionStore) -> list[str]:
    """The one-time address of each seat."""
    return [f"{settings.origin}/enter?token={token}" for token in sessions.tokens]


def serve(settings: DeskSettings, announce: Callable[[list[str]], None]) -> None:
    """Announces the addresses and serves them. Raises `OSError` where the port is taken."""
    sessions = SessionStore(settings)
    config = uvicorn.Config(
        desk_app(settings, sessions),
        access_log=False,
        log_level="critical",
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.create_server((settings.host, settings.port), family=family) as listening:
        announce(addresses(settings, sessions))
        uvicorn.Server(config).run([listening])
