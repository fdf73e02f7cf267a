"""Workers that vanish: what was on its way is done again, and only what kills its worker twice is lost."""

import os
import signal
from pathlib import Path

import pytest

from pipeline.batch.jobs import JobContext
from pipeline.batch.workers import ON_THEIR_WAY, InThisProcess, ProcessPool, WorkerCrashed
from pipeline.diagnostics import MachineError
from pipeline.intake import Source
from pipeline.papers.fingerprints import Fingerprints
from pipeline.papers.options import RenderOptions

BENCH = JobContext(Source("base", {}), RenderOptions(), Fingerprints("", "", ""))
JOBS = list(range(20))

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills a process by a signal")


def square(context: JobContext, job: int) -> int:
    return job * job


def fatal_at_seven(context: JobContext, job: int) -> int:
    if job == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return job * job


def fatal_once(context: JobContext, job: tuple[Path, int]) -> int:
    mark, number = job
    if number == 3 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def results(pool: ProcessPool, task, jobs) -> dict:
    try:
        return dict(pool.run(task, jobs))
    finally:
        pool.close()


@pytest.mark.slow
def test_every_job_is_done_by_some_worker() -> None:
    assert results(ProcessPool(BENCH, 2), square, JOBS) == {n: n * n for n in JOBS}


@pytest.mark.slow
def test_a_job_that_kills_its_worker_is_lost_and_no_other() -> None:
    found = results(ProcessPool(BENCH, 2), fatal_at_seven, JOBS)
    assert [job for job, result in found.items() if isinstance(result, WorkerCrashed)] == [7]
    assert {job: result for job, result in found.items() if job != 7} == {n: n * n for n in JOBS if n != 7}


@pytest.mark.slow
def test_a_worker_that_is_killed_once_costs_no_job(tmp_path: Path) -> None:
    jobs = [(tmp_path / "killed", number) for number in range(8)]
    assert results(ProcessPool(BENCH, 2), fatal_once, jobs) == {job: job[1] for job in jobs}
    assert (tmp_path / "killed").exists()


class Fatal:
    """A bench at which no worker can sit down."""

    def __reduce__(self):
        return os._exit, (1,)


@pytest.mark.slow
def test_workers_that_never_live_end_the_run_and_no_job_is_blamed() -> None:
    pool = ProcessPool(Fatal(), 2)
    try:
        with pytest.raises(MachineError) as caught:
            list(pool.run(square, JOBS))
    finally:
        pool.close()
    assert [fault.code for fault in caught.value.diagnostics] == ["no-worker-lives"]
    assert "--jobs 1" in caught.value.diagnostics[0].help.th


def test_only_a_few_jobs_are_taken_ahead_of_the_results() -> None:
    taken: list[int] = []

    def counted():
        for job in JOBS:
            taken.append(job)
            yield job

    pool = ProcessPool(BENCH, 1)
    try:
        for done, _ in enumerate(pool.run(square, counted()), 1):
            assert len(taken) <= done + ON_THEIR_WAY
    finally:
        pool.close()


def test_one_process_does_them_in_order() -> None:
    assert list(InThisProcess(BENCH).run(square, JOBS)) == [(n, n * n) for n in JOBS]
