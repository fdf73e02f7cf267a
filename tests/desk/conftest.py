"""A desk in this process, and a person who sits at it."""

from collections.abc import Iterator

import pytest

starlette_testclient = pytest.importorskip("starlette.testclient", reason="the desk's extra is not installed")

from pipeline.desk.app import desk_app  # noqa: E402
from pipeline.desk.sessions import SessionStore  # noqa: E402
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
    def csrf(self) -> str:
        session = self.sessions.session(self.client.cookies["saraban-desk"])
        assert session is not None
        return session.csrf

    def post(self, path: str, **more: object) -> starlette_testclient.httpx.Response:
        return self.client.post(
            path, params={"csrf": self.csrf}, headers={"origin": self.settings.origin}, **more
        )

    def upload(self, name: str, data: bytes, to: str = "/works") -> starlette_testclient.httpx.Response:
        return self.post(to, files={"file": (name, data)})


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
