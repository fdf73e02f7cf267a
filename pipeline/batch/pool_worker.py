"""The worker side of a process pool; ends when its driver does.

It imports nothing that takes time before it watches its driver: a driver that is killed while its workers
still start leaves none behind.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.batch.contexts import Contexts

_here: list[Contexts] = []
"""What this process works with, once it has begun."""


def begin(digest: str, packed: bytes) -> None:
    """Begins a worker: it leaves Ctrl-C to the driver, ends when the driver does, and takes the context."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    driver = multiprocessing.parent_process()
    if driver is not None:
        threading.Thread(target=_end_with, args=(driver,), daemon=True).start()
    from pipeline.batch.contexts import Contexts, PackedContext  # noqa: PLC0415

    _here[:] = [Contexts()]
    _here[0].take(PackedContext(digest, packed))


def _end_with(driver: Any) -> None:
    driver.join()
    os._exit(1)


def present() -> None:
    """The job of a worker that is only to be alive."""


def at_the_bench(task: Callable[..., Any], digest: str, job: Any, supplied: Any = None) -> Any:
    """Does one job in the context of that digest, kept or supplied."""
    return _here[0].answer(task, digest, job, supplied)
