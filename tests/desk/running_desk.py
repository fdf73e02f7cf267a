"""A desk in a process of its own, as a person starts it."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SARABAN = Path(sys.executable).with_name("saraban")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def desk(*arguments: str, sessions: int = 1) -> Iterator[list[str]]:
    """A desk of its own process; gives the addresses of its seats."""
    command = [
        SARABAN,
        "desk",
        *arguments,
        "--no-browser",
        "--port",
        str(free_port()),
        "--seats",
        str(sessions),
    ]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stdout is not None
        found: list[str] = []
        while len(found) < sessions:
            line = process.stdout.readline()
            assert line, "the desk did not start"
            found += re.findall(r"http\S+token=\S+", line)
        yield found
    finally:
        process.terminate()
        process.wait(30)
