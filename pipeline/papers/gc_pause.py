"""Pauses Python's garbage collector while a paper is made.

A paper is hundreds of thousands of small objects, nearly all of which go as soon as nothing refers to them.
The collector would look through them several hundred times and find none to free: a tenth of the time
(docs/performance.md). Between papers it works as always.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_papers = 0


@contextmanager
def at_rest() -> Iterator[None]:
    """Rests the collector, until the last of the papers that are being made at once is done.

    A program that has switched it off finds it off.
    """
    global _papers  # noqa: PLW0603
    with _lock:
        working = gc.isenabled() or _papers > 0
        _papers += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _papers -= 1
            if working and not _papers:
                gc.enable()
