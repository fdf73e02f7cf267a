"""Who sits at the desk: one-time tokens, and the sessions that they open."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from pipeline.desk.batch_work import BatchWork, is_batch
from pipeline.desk.settings import DeskSettings
from pipeline.desk.workspace import Workspace
from pipeline.diagnostics import Lang

COOKIE = "saraban-desk"
MOST_WORKS = 12
"""So many uploaded works one session may have open: the oldest is closed for a new one."""
MOST_BATCHES = 4
"""The same of uploaded batches, which hold what they made."""


@dataclass(slots=True)
class Session:
    """One person at the desk: the works and batches that they opened, and no one else's."""

    id: str
    csrf: str
    lang: Lang = "th"
    works: dict[str, Workspace] = field(default_factory=dict)
    batches: dict[str, BatchWork] = field(default_factory=dict)

    def open_work(self, work: Workspace) -> None:
        """Puts a work on the desk."""
        self.works[work.id] = work
        uploads = [one for one in self.works.values() if not one.followed]
        if len(uploads) > MOST_WORKS:
            self.works.pop(uploads[0].id).close()

    def open_batch(self, batch: BatchWork) -> None:
        """Puts a batch on the desk."""
        self.batches[batch.id] = batch
        uploads = [one for one in self.batches.values() if one.upload_dir is not None]
        if len(uploads) > MOST_BATCHES:
            self.batches.pop(uploads[0].id).close()


class SessionStore:
    """Tokens that are still good, and the sessions of those who came in; each finds `opened` open."""

    def __init__(self, settings: DeskSettings) -> None:
        self._settings = settings
        self.tokens = [secrets.token_urlsafe(24) for _ in range(settings.sessions)]
        self._unused = set(self.tokens)
        self._sessions: dict[str, Session] = {}

    def login_with_token(self, token: str) -> Session | None:
        """A new session for a token that nobody used yet."""
        found = next((one for one in self._unused if secrets.compare_digest(one, token)), None)
        if found is None:
            return None
        self._unused.discard(found)
        session = Session(secrets.token_urlsafe(24), secrets.token_urlsafe(24))
        self._lay_out(session)
        self._sessions[session.id] = session
        return session

    def _lay_out(self, session: Session) -> None:
        """Opens for a new session what the desk was started with."""
        opened, templates = self._settings.opened, self._settings.folder
        if opened is None:
            return
        batch = is_batch(opened)
        if batch:
            session.open_batch(BatchWork(opened, self._settings.output, templates))
        if not batch or opened.suffix.lower() == ".xlsx":
            session.open_work(Workspace(opened, templates=templates))

    def session(self, cookie: str | None) -> Session | None:
        """The session of a cookie."""
        return self._sessions.get(cookie) if cookie else None

    def close(self) -> None:
        """Ends all sessions; what they uploaded goes."""
        for session in self._sessions.values():
            for work in session.works.values():
                work.close()
            for batch in session.batches.values():
                batch.close()
        self._sessions.clear()
