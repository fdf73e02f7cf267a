"""Helper processes that read files for a process that runs threads, or that cannot fork.

A helper is started when one is needed, waits for the next file when it is done, and ends with the process
that started it. It forks for each file, so that a file that breaks its reader costs the fork. Where a system
has no forks, a helper reads one file itself, held by the clock alone.
"""

from __future__ import annotations

import os
import pickle
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import IO, Any

from pipeline.intake.sandbox_answers import OUT_OF_MEMORY, answer_of
from pipeline.intake.sandbox_fork import CAN_FORK, Outcome, run_in_fork
from pipeline.intake.sandbox_limits import Bounds

KEPT = 2
"""So many helpers wait for further files."""
_START = "from pipeline.intake.sandbox_server import help_out; help_out()"
_MORE_PATIENCE = 30
"""Seconds for a helper to start and to say how its fork ended."""

_idle: list[subprocess.Popen[bytes]] = []
_lock = threading.Lock()


def ask_helper(request: tuple[object, ...], bounds: Bounds) -> Outcome:
    """What became of a request (a function of ours, its arguments by place and by name) in a helper."""
    helper = _take_helper()
    late = threading.Event()

    def end() -> None:
        late.set()
        helper.kill()

    watch = threading.Timer(bounds.by_the_clock + _MORE_PATIENCE, end)
    watch.daemon = True
    watch.start()
    try:
        assert helper.stdin is not None
        assert helper.stdout is not None
        _send(helper.stdin, pickle.dumps((request, bounds)))
        told = _receive_message(helper.stdout)
    except BrokenPipeError:
        told = None
    finally:
        watch.cancel()
    if told is None:
        _end(helper)
        return Outcome("time" if late.is_set() else "broken")
    _give_back(helper)
    ended, answer = told[:1], told[1:]
    return Outcome(_ENDED[ended], answer if ended == b"a" else None)


_ENDED: dict[bytes, Any] = {b"a": "answered", b"t": "time", b"m": "memory", b"b": "broken"}


def _take_helper() -> subprocess.Popen[bytes]:
    """A helper that waits, else a new one."""
    with _lock:
        while _idle:
            helper = _idle.pop()
            if helper.poll() is None:
                return helper
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=CAN_FORK,
    )


def _give_back(helper: subprocess.Popen[bytes]) -> None:
    with _lock:
        if CAN_FORK and len(_idle) < KEPT:
            _idle.append(helper)
            return
    _end(helper)


def _end(helper: subprocess.Popen[bytes]) -> None:
    helper.kill()
    helper.communicate()


def help_out() -> None:
    """The life of a helper: it does what it is asked until nobody can ask any more."""
    asks, answers = sys.stdin.buffer, sys.stdout.buffer
    while (asked_for := _receive_message(asks)) is not None:
        (read, args, named), bounds = pickle.loads(asked_for)  # from the process that started this one
        work = partial(read, *args, **named)
        outcome = run_in_fork(work, bounds) if CAN_FORK else _run_in_process(work)
        _send(answers, outcome.ended[:1].encode() + (outcome.answer or b""))


def _run_in_process(work: Callable[[], object]) -> Outcome:
    answer = answer_of(work)
    return Outcome("memory") if answer == OUT_OF_MEMORY else Outcome("answered", answer)


def _send(stream: IO[bytes], data: bytes) -> None:
    stream.write(struct.pack(">Q", len(data)))
    stream.write(data)
    stream.flush()


def _receive_message(stream: IO[bytes]) -> bytes | None:
    """The next message; `None` where the other end is gone."""
    head = stream.read(8)
    if len(head) < 8:
        return None
    (size,) = struct.unpack(">Q", head)
    data = stream.read(size)
    return data if len(data) == size else None


def forget_helpers() -> None:
    """In a fork of this process: its helpers belong to the process that it was forked from."""
    _idle.clear()


if CAN_FORK:
    os.register_at_fork(after_in_child=forget_helpers)
