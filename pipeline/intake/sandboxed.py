"""Reads untrusted files in a sandbox process, within limits of CPU time and memory.

A file can be made so that its reader never ends, fills the memory or breaks down. That then happens to the
process that reads it, and to nothing else. What was read comes back as plain records (`sandbox_answers`).

The process is a fork of this one, which costs some milliseconds. Where this process runs threads, as the desk
does, or cannot fork, it is one of `helpers`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar, assert_never

from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.intake.sandbox_answers import Refusal, read_answer
from pipeline.intake.sandbox_fork import CAN_FORK, Outcome, run_in_fork
from pipeline.intake.sandbox_limits import Bounds, bounds_of
from pipeline.intake.sandbox_server import ask_helper

P = ParamSpec("P")
Found = TypeVar("Found")


def read_apart(path: Path, read: Callable[P, Found], *args: P.args, **named: P.kwargs) -> Found:
    """What `read(*args, **named)` gives, done in a process of its own within the bounds of the file `path`.

    `read` is a function of a module of ours, and gives plain values and records of ours. Raises the faults
    that it raises, and `InputError` where the file takes more than its bounds, or breaks the reader.
    """
    bounds = bounds_of(_size(path))
    outcome = _outcome(lambda: read(*args, **named), (read, args, named), bounds)
    if outcome.answer is None:
        raise InputError([_fault(outcome, bounds, Location(str(path)))])
    try:
        answer = read_answer(outcome.answer)
    except ValueError as error:
        raise InputError([_fault(Outcome("broken"), bounds, Location(str(path)))]) from error
    if isinstance(answer, Refusal):
        raise answer.kind(answer.faults)
    if isinstance(answer, str):
        raise InputError([_diagnose_damaged_file(Location(str(path)), answer)])
    found: Found = answer[0]
    return found


def _outcome(work: Callable[[], object], request: tuple[object, ...], bounds: Bounds) -> Outcome:
    if CAN_FORK and threading.active_count() == 1:
        return run_in_fork(work, bounds)
    return ask_helper(request, bounds)


def _size(path: Path) -> int:
    """The size of a file; 0 where that cannot be told: the reader will say why."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _fault(outcome: Outcome, bounds: Bounds, place: Location) -> Diagnostic:
    """The fault of a file whose reader gave no answer."""
    match outcome.ended:
        case "time":
            return diagnose("too-costly/time", place, seconds=bounds.seconds)
        case "memory":
            return _too_much_memory(place, bounds)
        case "broken" | "answered":  # what it answered was empty
            return diagnose("reader-broke", place)
        case _:
            assert_never(outcome.ended)


def _too_much_memory(place: Location, bounds: Bounds) -> Diagnostic:
    """The fault of a file that unfolds to more than fits the bounds."""
    most = bounds.memory // 1_000_000
    return diagnose("too-costly", place, most=most)


def _diagnose_damaged_file(place: Location, said: str) -> Diagnostic:
    return diagnose("unreadable/damaged", place, said=said)
