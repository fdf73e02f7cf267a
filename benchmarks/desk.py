"""`python -m benchmarks.desk`: what a preview costs after one value has changed, twenty people at the desk.

Each person uploads a memo and then saves it again with one other value, one after another without pause, as
saves come in an office; the preview is the answered page and the picture of its first page. Beside it stands
the library's own time for the same: read, check, build, and draw that page.
"""

from __future__ import annotations

import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import httpx

from pipeline.desk.previews import page_png
from pipeline.papers.build import RenderOptions, build, prepare

ROOT = Path(__file__).parents[1]
DATA = (ROOT / "input" / "memo-example" / "memo.yaml").read_text("utf-8")
SARABAN = Path(sys.executable).with_name("saraban")


def memo_of(person: int, save: int) -> bytes:
    """The example with a number of the person's own, other in each save."""
    return DATA.replace("number: ตอ 0101.3/258", f"number: ตอ {1000 + person}.{save}/1").encode()


@contextmanager
def desk(sessions: int) -> Iterator[list[str]]:
    """A desk in a process of its own; gives the addresses of its seats."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [SARABAN, "desk", "--no-browser", "--port", str(port), "--seats", str(sessions)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={"PYTHONUNBUFFERED": "1"})
    try:
        assert process.stdout is not None
        addresses: list[str] = []
        while len(addresses) < sessions:
            addresses += re.findall(r"http\S+token=\S+", process.stdout.readline())
        yield addresses
    finally:
        process.terminate()
        process.wait(30)


class Person:
    """Somebody at the desk with one memo open."""

    def __init__(self, number: int, address: str) -> None:
        self.number = number
        self._origin = re.match(r"http://[^/]+", address).group()  # type: ignore[union-attr]
        self._client = httpx.Client(base_url=self._origin, timeout=100, follow_redirects=True)
        home = self._client.get(address).text
        self._csrf = re.search(r'name="csrf" value="([\w-]+)"', home).group(1)  # type: ignore[union-attr]
        self._to = "/works"

    def save(self, save: int) -> float:
        """Saves another value; gives the seconds until the first page is there."""
        start = time.perf_counter()
        shown = self._client.post(
            self._to,
            data={"csrf": self._csrf},
            headers={"origin": self._origin},
            files={"file": ("memo.yaml", memo_of(self.number, save))},
        )
        work = re.search(r"/works/[\w-]+", shown.text).group()  # type: ignore[union-attr]
        self._client.get(f"{work}/papers/memo/1.png").raise_for_status()
        self._to = f"{work}/replace"
        return time.perf_counter() - start


def own_time(folder: Path, save: int) -> float:
    """The library's seconds for the same."""
    path = folder / "memo.yaml"
    path.write_bytes(memo_of(0, save))
    start = time.perf_counter()
    prepared = prepare(path)
    built = build(prepared, prepared.papers[0], RenderOptions())
    page_png(built.files["pdf"], 1, 100)
    return time.perf_counter() - start


@click.command()
@click.option("--people", default=20, show_default=True)
@click.option("--saves", default=8, show_default=True, help="Saves of each person.")
def main(people: int, saves: int) -> None:
    """Prints the medians and the 95th percentiles, and their ratio."""
    with tempfile.TemporaryDirectory() as name, desk(people) as addresses:
        sitting = [Person(number, address) for number, address in enumerate(addresses)]
        own_time(Path(name), 0)
        for person in sitting:
            person.save(0)
        previews, own = [], []
        for save in range(1, saves + 1):
            for person in sitting:
                previews.append(person.save(save))
            own += [own_time(Path(name), 1_000 * save + turn) for turn in range(4)]
    ninety_fifth = statistics.quantiles(previews, n=20)[-1]
    library = statistics.median(own)
    middle = statistics.median(previews)
    click.echo(f"{len(previews)} previews: median {middle * 1e3:.0f} ms, p95 {ninety_fifth * 1e3:.0f} ms")
    click.echo(f"the library's own time: median {library * 1e3:.0f} ms")
    click.echo(f"p95 of a preview is {ninety_fifth / library:.2f} times the library's own time")


if __name__ == "__main__":
    main()
