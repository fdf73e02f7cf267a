"""The worker side of a Dask cluster, with the contexts of the runs that it serves.

This module needs the extra `saraban[cluster]`, here and on the workers.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from distributed import get_worker

from pipeline.batch.contexts import Contexts, PackedContext
from pipeline.batch.jobs import JobContext
from pipeline.papers.fingerprints import digest_of_program

Job = TypeVar("Job")
Result = TypeVar("Result")

_at_start = digest_of_program()
_once = threading.Lock()


def at_the_bench(
    task: Callable[[JobContext, Job], Result], digest: str, job: Job, supplied: PackedContext | None = None
) -> Any:
    """Does one job in the context of that digest, at the Dask worker that was given it."""
    worker = get_worker()
    return _contexts(worker.address, worker.local_directory).answer(task, digest, job, supplied)


def take(context: PackedContext, dask_worker: Any = None) -> bool:
    """Keeps a context before its first job; Dask says which of its workers is asked."""
    return _contexts(dask_worker.address, dask_worker.local_directory).take(context)


def _contexts(address: str, folder: str) -> Contexts:
    """Those of one Dask worker, of which a process may hold several."""
    with _once:
        return _make_contexts(address, folder)


@cache
def _make_contexts(address: str, folder: str) -> Contexts:
    return Contexts(Path(folder) / "saraban", _installed_program, address)


def _installed_program() -> str:
    """What this worker makes papers with; nothing to rely on once it was changed below a running worker."""
    return _at_start if digest_of_program() == _at_start else "changed"
