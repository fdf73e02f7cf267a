"""Where jobs run: in this process, in a pool of processes on this machine, or on a Dask cluster (`cluster`).

Each gives back `(job, result)` pairs as they come, in any order, and keeps only a few jobs on their way, so
that memory does not grow with the size of the batch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any, Protocol, TypeVar

from pipeline.batch.contexts import Lacking, PackedContext, open_answer, pack_context
from pipeline.batch.jobs import JobContext
from pipeline.batch.pool_worker import at_the_bench, begin, present
from pipeline.diagnostics import Diagnostic, MachineError, diagnose

Job = TypeVar("Job")
Result = TypeVar("Result")

ON_THEIR_WAY = 4
"""Jobs handed out for each worker: enough that none waits for the next."""


class WorkerCrashed:
    """In the place of a result: the worker died at this job, and again when the job ran alone."""


class Workers(Protocol):
    """Those who do the jobs of a run."""

    def run(
        self, task: Callable[[JobContext, Job], Result], jobs: Iterable[Job]
    ) -> Iterator[tuple[Job, Result | WorkerCrashed]]:
        """Does every job; the pairs come in any order."""
        ...

    def close(self) -> None:
        """Lets the workers go; jobs that were not begun are dropped."""
        ...

    def stop(self) -> None:
        """Lets the workers go at once, whatever they are at."""
        ...


class InThisProcess:
    """Does the jobs one after the other, here."""

    def __init__(self, context: JobContext) -> None:
        self._bench = context

    def run(
        self, task: Callable[[JobContext, Job], Result], jobs: Iterable[Job]
    ) -> Iterator[tuple[Job, Result | WorkerCrashed]]:
        """Does every job in order."""
        for job in jobs:
            yield job, task(self._bench, job)

    def close(self) -> None:
        """Nothing is held."""

    def stop(self) -> None:
        """Nothing is held."""


class ProcessPool:
    """Workers on this machine, started once with warm style sheets.

    A worker that vanishes takes its pool with it. Then a new pool is started, the jobs that were on their
    way are done one at a time, and one at which a worker dies again is `WorkerCrashed`: the others are done.
    Raises `MachineError` when no worker stays alive even without a job.
    """

    def __init__(self, context: JobContext, processes: int) -> None:
        self._context = pack_context(context)
        self._processes = processes
        self._spawning = _Spawning()
        self._pool = self._start_pool()

    def run(
        self, task: Callable[[JobContext, Job], Result], jobs: Iterable[Job]
    ) -> Iterator[tuple[Job, Result | WorkerCrashed]]:
        """Does every job, `ON_THEIR_WAY` for each process at a time."""
        waiting = iter(jobs)
        while True:
            suspects: list[Job] = []
            yield from self._until_broken(task, waiting, suspects)
            if not suspects:
                return
            for job in suspects:
                yield job, self._alone(task, job)

    def close(self) -> None:
        """Ends the processes; jobs that were not begun are dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def stop(self) -> None:
        """Ends the processes in the middle of their jobs: they write nothing that could be left half done."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._spawning.kill()

    def _until_broken(
        self, task: Callable[[JobContext, Job], Result], waiting: Iterator[Job], suspects: list[Job]
    ) -> Iterator[tuple[Job, Result | WorkerCrashed]]:
        """Does jobs until there are none left, or the pool breaks: then `suspects` are those on their way."""
        running: dict[Future[Result], Job] = {}
        limit = self._processes * ON_THEIR_WAY
        while True:
            for job in islice(waiting, limit - len(running)):
                try:
                    running[self._submit(task, job)] = job
                except BrokenProcessPool:
                    suspects.append(job)
                    break
            if not running:
                break
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                job = running.pop(future)
                if isinstance(future.exception(), BrokenProcessPool):
                    suspects.append(job)
                elif isinstance(answer := future.result(), Lacking):
                    yield job, self._alone(task, job)
                else:
                    yield job, open_answer(answer, self._context)
            if suspects:
                suspects += running.values()
                break
        if suspects:
            self._renew()

    def _alone(self, task: Callable[[JobContext, Job], Result], job: Job) -> Result | WorkerCrashed:
        try:
            result: Result = open_answer(self._submit(task, job, self._context).result(), self._context)
            return result
        except BrokenProcessPool:
            self._renew()
            self._refuse_if_none_lives()
            return WorkerCrashed()

    def _submit(
        self, task: Callable[[JobContext, Job], Result], job: Job, supplied: PackedContext | None = None
    ) -> Future[Any]:
        return self._pool.submit(at_the_bench, task, self._context.digest, job, supplied)

    def _refuse_if_none_lives(self) -> None:
        """Otherwise every job would seem to be one that kills."""
        try:
            self._pool.submit(present).result()
        except BrokenProcessPool as error:
            raise MachineError([_no_worker_lives()]) from error

    def _renew(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._start_pool()

    def _start_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._processes, self._spawning, begin, (self._context.digest, self._context.packed)
        )


class _Spawning(SpawnContext):
    """Starts processes, and knows which they are."""

    def __init__(self) -> None:
        self._started: list[SpawnProcess] = []

    def Process(self, *args: Any, **more: Any) -> SpawnProcess:  # type: ignore[override]
        """A process that is about to be started."""
        process = super().Process(*args, **more)
        self._started = [*(each for each in self._started if each.exitcode is None), process]
        return process

    def kill(self) -> None:
        """Ends all that it started."""
        for process in self._started:
            if process.pid is not None:
                process.kill()


def _no_worker_lives() -> Diagnostic:
    return diagnose("no-worker-lives")
