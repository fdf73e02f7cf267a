"""Kills a command at a line of the code that writes."""

import os
import signal
import sys
from collections.abc import Callable, Collection
from types import FrameType


def counting(watched: Collection[str], reached: Callable[[int], None]) -> Callable:
    """A trace function that counts the lines run by the modules of these names, of `pipeline` alone."""
    lines = 0

    def trace(frame: FrameType, event: str, arg: object) -> Callable | None:
        nonlocal lines
        file = frame.f_code.co_filename
        if os.path.basename(file) not in watched or "pipeline" not in file:
            return None
        if event == "line":
            lines += 1
            reached(lines)
        return trace

    return trace


def lines_of(watched: Collection[str], command: Callable[[], object]) -> int:
    """How many lines of these modules a command runs."""
    lines: list[int] = []
    sys.settrace(counting(watched, lines.append))
    try:
        command()
    finally:
        sys.settrace(None)
    return len(lines)


def killed_at(line: int, watched: Collection[str], command: Callable[[], object]) -> bool:
    """Runs a command in a process of its own, which kills itself at that line; whether it did."""
    child = os.fork()
    if child == 0:
        sys.settrace(counting(watched, lambda n: os.kill(os.getpid(), signal.SIGKILL) if n == line else None))
        try:
            command()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
