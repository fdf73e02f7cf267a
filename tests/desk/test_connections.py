"""Streams hold no thread, and requests that do not come whole are ended and keep nobody out."""

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from pipeline.desk import lookout
from pipeline.desk.connections import MOST_UNASKED
from pipeline.desk.serving import server_of
from pipeline.desk.sessions import SessionStore
from pipeline.desk.settings import DeskSettings, Patience

MEMO = Path(__file__).parents[2] / "input" / "memo-example" / "memo.yaml"
SHORT = Patience(head=0.2, piece=0.2, body=0.4)
LONG = Patience(head=600, piece=600, body=600)


class Served:
    """A desk that is served by a thread of this process, and one who sits at it."""

    def __init__(self, settings: DeskSettings, sessions: SessionStore) -> None:
        self.settings = settings
        self.client = httpx.Client(base_url=settings.origin, follow_redirects=True, timeout=60)
        entered = sessions.login_with_token(sessions.tokens[0])
        self.client.cookies.set(settings.cookie, entered.cookie)
        self.session = entered.session

    def head(self, line: str, *more: str) -> bytes:
        """A request's first lines, the cookie in them."""
        cookie = f"{self.settings.cookie}={self.client.cookies[self.settings.cookie]}"
        host = self.settings.origin.removeprefix("http://")
        return "\r\n".join([line, f"Host: {host}", f"Cookie: {cookie}", *more, "", ""]).encode()

    def sent(self, data: bytes) -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.settings.port), timeout=20)
        connection.sendall(data)
        return connection


@contextmanager
def served(patience: Patience, opened: Path | None = None) -> Iterator[Served]:
    listening = socket.create_server(("127.0.0.1", 0))
    settings = DeskSettings(port=listening.getsockname()[1], opened=opened, patience=patience)
    sessions = SessionStore(settings)
    server = server_of(settings, sessions)
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    one = Served(settings, sessions)
    try:
        assert one.client.get("/").status_code == 200
        yield one
    finally:
        one.client.close()
        server.should_exit = True
        thread.join(60)


def all_of(connection: socket.socket) -> bytes:
    """What comes until the other side ends the connection."""
    with closing(connection):
        pieces = []
        with suppress(ConnectionResetError):
            while piece := connection.recv(65_536):
                pieces.append(piece)
    return b"".join(pieces)


def until(connection: socket.socket, words: bytes) -> None:
    """Receives until the words have come."""
    told = b""
    while words not in told:
        piece = connection.recv(4096)
        assert piece, told
        told += piece


def test_open_streams_hold_no_thread_and_a_page_answers(tmp_path):
    source = tmp_path / "memo.yaml"
    source.write_bytes(MEMO.read_bytes())
    with served(LONG, source) as desk:
        (work,) = desk.session.works.values()
        assert desk.client.get(work.page).status_code == 200
        streams: list[socket.socket] = []

        def open_streams(number: int) -> int:
            for _ in range(number):
                streams.append(desk.sent(desk.head(f"GET {work.page}/events HTTP/1.1")))
            for stream in streams[-number:]:
                until(stream, b": following")
            assert desk.client.get(work.page).status_code == 200
            return threading.active_count()

        first = open_streams(4)
        assert open_streams(156) <= first
        source.write_bytes(MEMO.read_bytes().replace(b"subject:", b"subjct:"))
        for stream in streams:
            until(stream, b"event: changed")
            stream.close()


@pytest.mark.parametrize(
    ("begun", "answer"),
    [
        (b"", b""),
        (b"GET / HTTP/1.1\r\nHo", b"HTTP/1.1 408 "),
    ],
)
def test_a_head_that_does_not_come_whole_is_ended(begun, answer):
    with served(SHORT) as desk:
        many = [desk.sent(begun) for _ in range(20)]
        told = [all_of(connection) for connection in many]
        assert all(one.startswith(answer) for one in told)
        assert bool(answer) == ("คำขอมาไม่ครบ".encode() in told[0])
        assert desk.client.get("/").status_code == 200


def test_a_head_after_another_that_does_not_come_whole_is_ended():
    with served(SHORT) as desk:
        connection = desk.sent(desk.head("GET /nowhere HTTP/1.1"))
        connection.recv(65_536)
        connection.sendall(b"GET / HTT")
        assert b"HTTP/1.1 408 " in all_of(connection)


@pytest.mark.parametrize(
    "length", ["Content-Length: 90000", "Transfer-Encoding: chunked"], ids=["told", "chunked"]
)
def test_a_body_that_does_not_come_whole_is_ended(length):
    with served(SHORT) as desk:
        head = desk.head(
            "POST /works HTTP/1.1",
            f"Origin: {desk.settings.origin}",
            "Content-Type: multipart/form-data; boundary=x",
            length,
        )
        begun = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.yaml"\r\n\r\nkind'
        chunk = f"{len(begun):x}\r\n".encode() + begun + b"\r\n" if "chunked" in length else begun
        for told in map(all_of, [desk.sent(head + chunk) for _ in range(10)]):
            assert told.startswith(b"HTTP/1.1 408 ")
            assert "คำขอมาไม่ครบ".encode() in told
        assert desk.session.works == {}


def test_requests_that_do_not_come_whole_keep_nobody_out():
    with served(LONG) as desk:
        many = [desk.sent(b"GET / HTTP/1.1\r\n") for _ in range(MOST_UNASKED + 50)]
        assert all_of(many[0]) == b"", "the oldest goes for the newest"
        assert desk.client.get("/").status_code == 200
        for connection in many:
            connection.close()


def test_what_is_no_request_is_answered_in_words():
    with served(LONG) as desk:
        for odd in (b"\0\1\r\n\r\n", b"GET / HTTP/9\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n"):
            told = all_of(desk.sent(odd))
            assert told.startswith(b"HTTP/1.1 400 ")
            assert "อ่านคำขอนี้ไม่ได้".encode() in told


def test_one_input_is_watched_once_and_no_longer_than_it_is_looked_at(tmp_path, monkeypatch):
    source = tmp_path / "memo.yaml"
    source.write_bytes(b"1")
    watching: list[str] = []

    async def noted(folders: list[Path]) -> AsyncIterator[None]:
        watching.append("begun")
        try:
            async for _ in notices(folders):
                yield
        finally:
            watching.append("ended")

    notices = lookout._notices
    monkeypatch.setattr(lookout, "_notices", noted)

    async def looked_on() -> None:
        one = lookout.LookOut()
        pages = [one.saves(source, None, None) for _ in range(30)]
        waiting = [asyncio.create_task(anext(page)) for page in pages]
        await asyncio.sleep(0)
        source.write_bytes(b"more")
        assert await asyncio.gather(*waiting) == [True] * 30
        assert watching == ["begun"]
        for page in pages:
            await page.aclose()
        while watching != ["begun", "ended"]:
            await asyncio.sleep(0)

    asyncio.run(asyncio.wait_for(looked_on(), 60))
