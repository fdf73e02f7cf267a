"""CPU time and memory limits for reading one file, and how a process is held to them."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

if sys.platform != "win32":
    import resource

SECONDS, MORE_SECONDS = 8, 20
MEMORY, MORE_MEMORY = 400_000_000, 20
"""A small file may take 8 s of computing time and 400 MB; each MB of the file adds 20 s and 20 MB.

The whole command then stays within 10 s and 500 MB for a small file.
"""
OWN_MEMORY = 100_000_000
"""Bytes that a command has in use before it reads: they count as the reader's own.

What a process that has worked for long holds beyond them, a desk's for instance, is no part of the reading.
"""
MOST_SECONDS, MOST_MEMORY = 300, 2_000_000_000
PATIENCE = 4
"""So many times its computing time a reader may take by the clock: the machine has other work too."""


class Bounds(NamedTuple):
    """Seconds of computing time, and bytes of memory."""

    seconds: int
    memory: int

    @property
    def by_the_clock(self) -> int:
        """Seconds after which a reader is ended, whatever it waits for."""
        return PATIENCE * self.seconds


def bounds_of(size: int) -> Bounds:
    """The bounds for a file of `size` bytes."""
    seconds = SECONDS + MORE_SECONDS * size // 1_000_000
    return Bounds(min(seconds, MOST_SECONDS), min(MEMORY + MORE_MEMORY * size, MOST_MEMORY))


def hold_to(bounds: Bounds) -> None:
    """Holds this process, new by now, to the bounds, as far as its system can."""
    if sys.platform == "win32":
        return
    held, used = _memory_now()
    memory = held - min(used, OWN_MEMORY) + bounds.memory
    for kind, soft, hard in (
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_CPU, bounds.seconds, bounds.seconds + 1),
        (resource.RLIMIT_AS, memory, memory),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (_clamp_to_hard_limit(soft, kind), _clamp_to_hard_limit(hard, kind)))


def _clamp_to_hard_limit(wanted: int, kind: int) -> int:
    """`wanted`, or the hard limit that stands already where that is less."""
    standing = resource.getrlimit(kind)[1]
    return wanted if standing == resource.RLIM_INFINITY else min(wanted, standing)


def _memory_now() -> tuple[int, int]:
    """The bytes of addresses that this process holds, and of the memory behind them; 0, 0 if unknown."""
    try:
        held, used = Path("/proc/self/statm").read_text("ascii").split()[:2]
    except (OSError, ValueError):
        return 0, 0
    page = resource.getpagesize()
    return int(held) * page, int(used) * page
