"""The session store: one-time login tokens, and the sessions that they open.

A seat has one session, with the works of the person who sits there. A token lets a browser in once; who has
lost the way back gets a new one, which leads to the same seat and works (`returning`).
"""

from __future__ import annotations

import asyncio
import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from pipeline.desk.batch_work import BatchWork, is_batch
from pipeline.desk.returning import digest_of, take_seat
from pipeline.desk.settings import DeskSettings
from pipeline.desk.workspace import Workspace
from pipeline.diagnostics import Lang, SarabanError

MOST_COOKIES = 8
"""So many browsers one seat may be open in: the one that came first must enter anew."""
MOST_ANSWERS = 64
"""So many answers to posts are kept, for those that are sent twice."""
MOST_WORKS = 12
"""So many uploaded works one session may have open: the oldest is closed for a new one."""
MOST_BATCHES = 4
"""The same of uploaded batches, which hold what they made."""


@dataclass(slots=True)
class Session:
    """One person at the desk: the works and batches that they opened, and no one else's.

    `refused` is what was refused and not yet told, by the page that will tell it; `answers` says where each
    post led (`once`).
    """

    csrf: str
    lang: Lang = "th"
    works: dict[str, Workspace] = field(default_factory=dict)
    batches: dict[str, BatchWork] = field(default_factory=dict)
    refused: dict[str, SarabanError] = field(default_factory=dict)
    answers: OrderedDict[str, asyncio.Future[str]] = field(default_factory=OrderedDict)

    def forget(self, page: str) -> None:
        """Forgets what led to a page that was closed."""
        self.refused.pop(page, None)
        for key, answer in list(self.answers.items()):
            if answer.done() and answer.result().partition("#")[0] == page:
                del self.answers[key]

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


class Entered(NamedTuple):
    """Somebody came in: their session, and the cookie by which the browser is known from now on."""

    session: Session
    cookie: str


class SessionStore:
    """Tokens that are still good, and the sessions of those who came in; each finds `opened` open.

    `run_folder` is where new tokens for those who come back are left.
    """

    def __init__(self, settings: DeskSettings, run_folder: Path | None = None) -> None:
        self._settings = settings
        self._run_folder = run_folder
        self.tokens = [secrets.token_urlsafe(24) for _ in range(settings.sessions)]
        self._unused = {digest_of(token): seat for seat, token in enumerate(self.tokens)}
        self._at: dict[int, Session] = {}
        self._browsers: OrderedDict[str, Session] = OrderedDict()

    def login_with_token(self, token: str) -> Entered | None:
        """Lets somebody in for a token that nobody used yet."""
        seat = self._unused.pop(digest_of(token), None)
        if seat is None and self._run_folder is not None:
            seat = take_seat(self._run_folder, token, self._settings.sessions)
        if seat is None:
            return None
        if seat not in self._at:
            self._at[seat] = Session(secrets.token_urlsafe(24))
            self._lay_out(self._at[seat])
        return Entered(self._at[seat], self._remember_browser(self._at[seat]))

    def _remember_browser(self, session: Session) -> str:
        """A cookie for another browser at a seat."""
        cookie = secrets.token_urlsafe(24)
        self._browsers[cookie] = session
        same = [each for each, one in self._browsers.items() if one is session]
        if len(same) > MOST_COOKIES:
            del self._browsers[same[0]]
        return cookie

    def _lay_out(self, session: Session) -> None:
        """Opens for a new session what the desk was started with."""
        opened, templates = self._settings.opened, self._settings.folder
        if opened is None:
            return
        batch = is_batch(opened)
        if batch:
            output, uploads = self._settings.output, self._settings.uploads
            session.open_batch(BatchWork(opened, output, templates, uploads=uploads))
        if not batch or opened.suffix.lower() == ".xlsx":
            session.open_work(Workspace(opened, templates=templates))

    def session(self, cookie: str | None) -> Session | None:
        """The session of a cookie."""
        return self._browsers.get(cookie) if cookie else None

    def close(self) -> None:
        """Ends all sessions; what they uploaded goes."""
        for session in self._at.values():
            for work in session.works.values():
                work.close()
            for batch in session.batches.values():
                batch.close()
        self._at.clear()
        self._browsers.clear()
