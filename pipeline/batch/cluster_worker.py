"""The side of a cluster that works: how a Dask worker sits down at the bench of a run.

This module needs the extra `saraban[cluster]`, here and on the workers.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from distributed import Worker, WorkerPlugin

from pipeline.batch.fingerprints import program
from pipeline.batch.jobs import Bench, warm

Job = TypeVar("Job")
Result = TypeVar("Result")

PLUGIN = "saraban-bench"

_one_at_a_time = threading.Lock()
"""Setting a paper keeps one interpreter busy; more threads of a worker would only wait for one another."""

_benches: list[Bench] = []
_program = program()


class BenchPlugin(WorkerPlugin):
    """Brings the bench of a run and the office's own templates to each worker, also to later ones."""

    name = PLUGIN

    def __init__(self, bench: Bench) -> None:
        folder = bench.wishes.folder
        self._files = _read(folder) if folder else {}
        self._bench = bench

    def setup(self, worker: Worker) -> None:  # noqa: ARG002
        """Sits the worker down."""
        bench = self._bench
        if bench.wishes.folder:
            self._unpacked = tempfile.TemporaryDirectory(prefix="saraban-")
            folder = Path(self._unpacked.name)
            _write(self._files, folder)
            bench = replace(bench, wishes=replace(bench.wishes, folder=folder))
        _benches[:] = [bench]
        warm(bench)


def at_the_bench(task: Callable[[Bench, Job], Result], job: Job) -> Result:
    """Does one job at this worker's bench."""
    with _one_at_a_time:
        return task(_benches[0], job)


def program_here() -> str:
    """The fingerprint of the program that this worker has loaded, to be compared with the driver's."""
    return _program


def _read(folder: Path) -> dict[str, bytes]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def _write(files: dict[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        path = folder.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
