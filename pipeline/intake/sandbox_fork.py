"""Runs one piece of work in a fork of this process within limits, and tells how it ended."""

from __future__ import annotations

import gc
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Literal, NamedTuple

from pipeline.intake.sandbox_answers import OUT_OF_MEMORY, answer_of
from pipeline.intake.sandbox_limits import Bounds, hold_to

CAN_FORK = sys.platform != "win32"
MOST_ANSWER = 4
"""An answer is at most a fourth of the memory that the work may take."""
_PIECE = 1 << 20

Ended = Literal["answered", "time", "memory", "broken"]


class Outcome(NamedTuple):
    """How the work ended, and its answer, if it gave one."""

    ended: Ended
    answer: bytes | None = None


def run_in_fork(work: Callable[[], object], bounds: Bounds) -> Outcome:
    """Does `work` in a fork of this process, which must have no other threads."""
    receiving, sending = os.pipe()
    child = os.fork()
    if not child:
        os.close(receiving)
        _work_and_end(work, bounds, sending)
    os.close(sending)
    try:
        answer = receive_answer(receiving, bounds)
    finally:
        os.close(receiving)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    if answer == OUT_OF_MEMORY:
        return Outcome("memory")
    if answer:
        return Outcome("answered", answer)
    return Outcome(_why_ended(answer, status))


def receive_answer(receiving: int, bounds: Bounds) -> bytes | None:
    """All that is sent, after which the sender is done; `b""` if it vanished first, `None` if it is late
    or sends too much.
    """
    until = time.monotonic() + bounds.by_the_clock
    pieces: list[bytes] = []
    size = 0
    while size <= bounds.memory // MOST_ANSWER:
        if not select.select([receiving], [], [], max(0, until - time.monotonic()))[0]:
            return None
        piece = os.read(receiving, _PIECE)
        if not piece:
            whole = b"".join(pieces)
            return whole[:-1] if whole.endswith(_WHOLE) else b""
        pieces.append(piece)
        size += len(piece)
    return None


_WHOLE = b"."
"""The last byte of an answer: without it the sender did not come to its end."""


def _work_and_end(work: Callable[[], object], bounds: Bounds, sending: int) -> None:
    """The life of the fork: it works, answers, and ends without what this process does at its end."""
    try:
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGXCPU):
            signal.signal(each, signal.SIG_DFL)
        gc.freeze()
        _be_silent()
        hold_to(bounds)
        answer = memoryview(answer_of(work) + _WHOLE)
        while answer:
            answer = answer[os.write(sending, answer[:_PIECE]) :]
    finally:
        os._exit(0)


def _be_silent() -> None:
    """What libraries say where errors go is nothing that a person could use."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)


def _why_ended(answer: bytes | None, status: int) -> Ended:
    """Why there is no answer, by how the fork ended."""
    if answer is None or (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU):
        return "time"
    return "broken"
