"""Who sits at the desk: one-time tokens, and the sessions that they open."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from pipeline.desk.batch_work import BatchWork, is_batch
from pipeline.desk.settings import DeskSettings
from pipeline.desk.work import Work
from pipeline.faults import Lang

COOKIE = "saraban-desk"


@dataclass(slots=True)
class Session:
    """One person at the desk: the works and batches that they opened, and no one else's."""

    id: str
    csrf: str
    lang: Lang = "th"
    works: dict[str, Work] = field(default_factory=dict)
    batches: dict[str, BatchWork] = field(default_factory=dict)


class Seats:
    """Tokens that are still good, and the sessions of those who came in; each finds `opened` open."""

    def __init__(self, settings: DeskSettings) -> None:
        self._settings = settings
        self.tokens = [secrets.token_urlsafe(24) for _ in range(settings.seats)]
        self._unused = set(self.tokens)
        self._sessions: dict[str, Session] = {}

    def enter(self, token: str) -> Session | None:
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
        if is_batch(opened):
            batch = BatchWork(opened, self._settings.output, templates)
            session.batches[batch.id] = batch
        else:
            work = Work(opened, templates=templates)
            session.works[work.id] = work

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
