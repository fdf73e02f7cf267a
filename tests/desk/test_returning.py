"""Closing the browser locks nobody out, and what a desk that died left is swept by the next one."""

import os
import re
import signal
import subprocess
from pathlib import Path

import httpx
import pytest
from running_desk import SARABAN, free_port

from pipeline.desk.returning import card_of, new_addresses, serves
from pipeline.desk.run_folder import LOCK, PREFIX, sweep
from pipeline.desk.sessions import MOST_COOKIES, SessionStore
from pipeline.desk.settings import DeskSettings

MEMO = Path(__file__).parents[2] / "input" / "memo-example"
ADDRESS = re.compile(r"http\S+token=\S+")


class Desk:
    """A desk in a process of its own, whose temporary files lie in a folder of the test."""

    def __init__(self, temporary: Path, port: int) -> None:
        self.temporary, self.port = temporary, port
        self.origin = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            self.command(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self.environment
        )
        assert self.process.stdout is not None
        found = None
        while not found:
            line = self.process.stdout.readline()
            assert line, "the desk did not start"
            found = ADDRESS.search(line)
        self.address = found.group()

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "PYTHONUNBUFFERED": "1", "TMPDIR": str(self.temporary)}

    def command(self, *more: str) -> list[str]:
        return [str(SARABAN), "desk", *more, "--no-browser", "--port", str(self.port)]

    def again(self, *more: str) -> subprocess.CompletedProcess[str]:
        """What a second `saraban desk` says."""
        return subprocess.run(
            self.command(*more), capture_output=True, text=True, env=self.environment, check=False
        )

    def entered(self, address: str = "") -> tuple[httpx.Client, str]:
        """A browser that came in, and what it sees first."""
        client = httpx.Client(base_url=self.origin, follow_redirects=True, timeout=60)
        answer = client.get(address or self.address)
        assert answer.status_code == 200, answer.text
        return client, answer.text

    def upload(self) -> str:
        """Opens an example in a new browser; gives its page."""
        client, home = self.entered()
        csrf = re.search(r'name="csrf" value="([\w-]+)"', home).group(1)
        work = client.post("/examples/memo", data={"csrf": csrf}, headers={"origin": self.origin})
        return work.url.path

    def end(self, number: int) -> int:
        self.process.send_signal(number)
        self.process.communicate(timeout=30)
        return self.process.returncode


def kept(temporary: Path) -> set[Path]:
    """The folders of desks, by what is uploaded there."""
    return {path for path in temporary.glob(f"{PREFIX}*") if path.is_dir()}


@pytest.fixture
def desks(tmp_path):
    """Starts desks that end with the test."""
    started: list[Desk] = []

    def start(port: int = 0) -> Desk:
        started.append(Desk(tmp_path, port or free_port()))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.end(signal.SIGTERM)


@pytest.mark.slow
def test_who_starts_the_desk_again_gets_back_to_the_works(desks, tmp_path):
    desk = desks()
    work = desk.upload()  # its browser is closed now, and its address is spent
    assert httpx.get(desk.address).status_code == 403
    told = desk.again()
    assert told.returncode == 0, told.stderr
    client, home = desk.entered(ADDRESS.search(told.stdout).group())
    assert work in home
    assert client.get(work).status_code == 200
    assert httpx.get(ADDRESS.search(told.stdout).group()).status_code == 403, "it works once"


@pytest.mark.slow
def test_what_a_killed_desk_left_is_swept_and_a_living_one_is_let_be(desks, tmp_path):
    living, killed = desks(), desks()
    living.upload(), killed.upload()
    before = kept(tmp_path)
    killed.end(signal.SIGKILL)
    assert kept(tmp_path) == before, "a killed desk sweeps nothing itself"
    told_apart = desks()
    (left,) = kept(tmp_path) & before
    assert list(left.glob("uploads/*/*/memo.yaml")), "the living one keeps its uploads"
    assert len(kept(tmp_path)) == 2
    assert living.end(signal.SIGHUP) == 130
    assert told_apart.end(signal.SIGTERM) == 130
    assert kept(tmp_path) == set(), "who is told to end, or whose window is closed, leaves nothing"


def left_by(folder: Path) -> Path:
    """A folder as a dead desk leaves it."""
    folder.mkdir(mode=0o700)
    (folder / LOCK).touch()
    (folder / "uploads").mkdir()
    (folder / "uploads" / "งาน.xlsx").write_bytes(b"data")
    return folder


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    return tmp_path / "tmp"


def test_no_link_is_followed_and_nothing_of_others_is_swept(temporary, tmp_path):
    own = left_by(tmp_path / "own")
    (temporary / f"{PREFIX}link").symlink_to(own)
    dead = left_by(temporary / f"{PREFIX}dead")
    (dead / "uploads" / "link").symlink_to(own)
    (dead / "link").symlink_to(own / "uploads")
    unlocked = temporary / f"{PREFIX}plain"
    unlocked.mkdir(mode=0o700)
    (unlocked / "data").touch()
    open_to_all = left_by(temporary / f"{PREFIX}open")
    open_to_all.chmod(0o777)
    linked = left_by(temporary / f"{PREFIX}linked-lock")
    (linked / LOCK).unlink()
    (linked / LOCK).symlink_to(own / LOCK)
    sweep()
    assert not dead.exists()
    assert (own / "uploads" / "งาน.xlsx").is_file()
    assert {path.name for path in temporary.iterdir()} == {
        f"{PREFIX}{name}" for name in ("link", "plain", "open", "linked-lock")
    }


def test_a_new_address_leads_to_its_seat_and_the_one_before_it_is_void(tmp_path):
    settings = DeskSettings(sessions=2)
    sessions = SessionStore(settings, tmp_path)
    first = [sessions.login_with_token(token).session for token in sessions.tokens]
    old = new_addresses(tmp_path, card_of(settings))
    new = new_addresses(tmp_path, card_of(settings))
    tokens = [[address.partition("token=")[2] for address in each] for each in (old, new)]
    assert [sessions.login_with_token(token) for token in tokens[0]] == [None, None]
    assert [sessions.login_with_token(token).session for token in tokens[1]] == first
    assert [sessions.login_with_token(token) for token in tokens[1]] == [None, None]


def test_a_seat_is_open_in_so_many_browsers(tmp_path):
    settings = DeskSettings()
    sessions = SessionStore(settings, tmp_path)
    cookies = [sessions.login_with_token(sessions.tokens[0]).cookie]
    for _ in range(MOST_COOKIES):
        (address,) = new_addresses(tmp_path, card_of(settings))
        cookies.append(sessions.login_with_token(address.partition("token=")[2]).cookie)
    assert [bool(sessions.session(cookie)) for cookie in cookies] == [False] + MOST_COOKIES * [True]


def test_a_desk_is_what_is_asked_for_if_what_was_named_is_alike(tmp_path):
    card = card_of(DeskSettings(opened=MEMO, sessions=3))
    assert serves(card, DeskSettings())
    assert serves(card, DeskSettings(opened=MEMO, sessions=3))
    assert not serves(card, DeskSettings(opened=tmp_path))
    assert not serves(card, DeskSettings(folder=tmp_path))
    assert not serves(card, DeskSettings(sessions=2))
