"""A desk in this process, and a person who sits at it."""

from collections.abc import Iterator

import pytest

starlette_testclient = pytest.importorskip("starlette.testclient", reason="the desk's extra is not installed")

from pipeline.desk.app import desk_app  # noqa: E402
from pipeline.desk.sessions import Session, SessionStore  # noqa: E402
from pipeline.desk.settings import DeskSettings  # noqa: E402


class Person:
    """Somebody with a browser: keeps the cookie, sends what the desk's own pages would send."""

    def __init__(
        self, client: starlette_testclient.TestClient, sessions: SessionStore, settings: DeskSettings
    ) -> None:
        self.client = client
        self.sessions = sessions
        self.settings = settings

    def enter(self, token: str | None = None) -> "Person":
        answer = self.client.get(f"/enter?token={token or self.sessions.tokens[0]}")
        assert answer.status_code == 200, answer.text
        return self

    @property
    def session(self) -> Session:
        found = self.sessions.session(self.client.cookies[self.settings.cookie])
        assert found is not None
        return found

    def post(
        self, path: str, fields: dict[str, str] | None = None, **more: object
    ) -> starlette_testclient.httpx.Response:
        form = {"csrf": self.session.csrf, **(fields or {})}
        return self.client.post(path, data=form, headers={"origin": self.settings.origin}, **more)

    def upload(
        self, name: str, data: bytes, to: str = "/works", **fields: str
    ) -> starlette_testclient.httpx.Response:
        return self.post(to, fields, files={"file": (name, data)})


@pytest.fixture
def settings() -> DeskSettings:
    return DeskSettings(sessions=2, upload_limit=1_000_000)


@pytest.fixture
def sessions(settings: DeskSettings) -> SessionStore:
    return SessionStore(settings)


@pytest.fixture
def stranger(settings: DeskSettings, sessions: SessionStore) -> Iterator[Person]:
    """Somebody who has not entered."""
    with starlette_testclient.TestClient(desk_app(settings, sessions), base_url=settings.origin) as client:
        yield Person(client, sessions, settings)


@pytest.fixture
def person(stranger: Person) -> Person:
    """Somebody who has."""
    return stranger.enter()
