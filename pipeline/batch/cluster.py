"""Jobs on a Dask cluster (extra `saraban[cluster]`): the same as on this machine, on as many as there are.

Workers need the same version of saraban and no shared disk: what a run shares comes to them as a
`PackedContext`, by whose digest jobs and results are told from those of other runs. They give back bytes; the
driver alone writes.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import islice
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from pipeline.batch.contexts import Lacking, PackedContext, open_answer, other_version, pack_context
from pipeline.batch.jobs import JobContext
from pipeline.batch.workers import ON_THEIR_WAY, WorkerCrashed
from pipeline.diagnostics import Diagnostic, MachineError, diagnose
from pipeline.papers.fingerprints import digest_of_program

Job = TypeVar("Job")
Result = TypeVar("Result")

_ADDRESS = re.compile(r"(?:tcp|tls)://[^/\s]+:\d{1,5}")
_ADDRESS_OF = re.compile(r"^(?:tcp|tls)://")
_ENCRYPTED = "tls:"

CONNECT_SECONDS = 15
WORKER_SECONDS = 60
"""How long a scheduler may take to answer, and a cluster may be without any worker."""


class Cluster:
    """The workers behind a scheduler's address, such as `tcp://10.0.0.1:8786`.

    Raises `MachineError`: the extra is not installed, the address is none, or leads to another machine
    without TLS and without leave, no scheduler answers, no worker comes or all are gone, or a worker has
    another version of the program, its fonts or templates.
    """

    def __init__(self, context: JobContext, address: str, *, without_tls: bool = False) -> None:
        self._address = address
        self._client = _connect_to_scheduler(address, without_tls)
        self._worker: Any = import_module("pipeline.batch.cluster_worker")
        self._context = pack_context(context, digest_of_program(), with_files=True)
        try:
            self._client.wait_for_workers(1, timeout=WORKER_SECONDS)
        except TimeoutError as error:
            self._client.close()
            raise MachineError([_no_worker(address)]) from error
        self._hand_round()

    def run(
        self, task: Callable[[JobContext, Job], Result], jobs: Iterable[Job]
    ) -> Iterator[tuple[Job, Result | WorkerCrashed]]:
        """Does every job, `ON_THEIR_WAY` for each thread of the cluster at a time.

        Dask gives the jobs of a worker that is gone to others; one at which several died is `WorkerCrashed`.
        """
        distributed: Any = import_module("distributed")
        waiting = iter(jobs)
        running: dict[Any, Job] = {}
        ready: SimpleQueue[Any] = SimpleQueue()
        self._hand_out(task, waiting, running, ready)
        while running:
            future = self._next(ready)
            job = running.pop(future.key)
            error = future.exception()
            if isinstance(error, distributed.KilledWorker):
                yield job, WorkerCrashed()
            elif error is not None:
                raise error
            elif isinstance(answer := future.result(), Lacking):
                self._submit(task, job, running, ready, self._context)
            else:
                yield job, open_answer(answer, self._context)
            future.release()
            self._hand_out(task, waiting, running, ready)

    def close(self) -> None:
        """Lets the cluster go; it runs on for others."""
        self._client.close()

    def stop(self) -> None:
        """The same: what its workers are at is dropped when it comes back."""
        self.close()

    def _hand_out(
        self,
        task: Callable[[JobContext, Job], Any],
        waiting: Iterator[Job],
        running: dict[Any, Job],
        ready: SimpleQueue[Any],
    ) -> None:
        threads = max(1, sum(self._client.nthreads().values()))
        for job in islice(waiting, max(0, threads * ON_THEIR_WAY - len(running))):
            self._submit(task, job, running, ready)

    def _submit(
        self,
        task: Callable[[JobContext, Job], Any],
        job: Job,
        running: dict[Any, Job],
        ready: SimpleQueue[Any],
        supplied: PackedContext | None = None,
    ) -> None:
        future = self._client.submit(
            self._worker.at_the_bench, task, self._context.digest, job, supplied, pure=False
        )
        running[future.key] = job
        future.add_done_callback(ready.put)

    def _next(self, ready: SimpleQueue[Any]) -> Any:
        """The next job that is done. A cluster that has lost all its workers is not waited for."""
        while True:
            try:
                return ready.get(timeout=WORKER_SECONDS)
            except Empty:
                if not self._client.nthreads():
                    raise MachineError([_no_worker(self._address)]) from None

    def _hand_round(self) -> None:
        """Gives the context to the workers that are there; those that come later are supplied on asking.

        Workers whose program, fonts or templates differ would make other bytes than this machine.
        """
        found: dict[str, bool] = self._client.run(self._worker.take, self._context, on_error="ignore")
        strangers = sorted(address for address, took in found.items() if not took)
        if strangers:
            self._client.close()
            raise MachineError([other_version(address) for address in strangers])


def _connect_to_scheduler(address: str, without_tls: bool) -> Any:
    """The client of the scheduler."""
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise MachineError([_no_extra()]) from error
    if not _ADDRESS.fullmatch(address):
        raise MachineError([_no_address(address)])
    if not (without_tls or address.startswith(_ENCRYPTED) or _on_this_machine(address)):
        raise MachineError([_no_tls(address)])
    ours = distributed.Security().get_connection_args("client")["ssl_context"]
    if address.startswith(_ENCRYPTED) and ours is None:
        raise MachineError([_no_certificate(address)])
    try:
        return distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise MachineError([_no_scheduler(address)]) from error


def _on_this_machine(address: str) -> bool:
    """Whether the address is this machine's own, which no other reaches; a name is trusted to be one only
    if it is `localhost`.
    """
    host = _ADDRESS_OF.sub("", address).rpartition(":")[0].strip("[]")
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _no_tls(address: str) -> Diagnostic:
    return diagnose("no-tls", address=address)


def _no_extra() -> Diagnostic:
    return diagnose("no-cluster-extra")


def _no_address(address: str) -> Diagnostic:
    return diagnose("no-address", address=address)


def _no_certificate(address: str) -> Diagnostic:
    return diagnose("no-certificate", address=address)


def _no_scheduler(address: str) -> Diagnostic:
    return diagnose("no-scheduler", address=address)


def _no_worker(address: str) -> Diagnostic:
    return diagnose("no-worker", address=address)
