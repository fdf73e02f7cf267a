"""A batch when something gives way: the disk, the folder, a worker, a second run, a defect of ours."""

import multiprocessing
import os
import signal
import sqlite3
from pathlib import Path

import pytest
from batch_runs import as_asked, run, standing

from pipeline.batch import executor as carrying_out
from pipeline.batch import jobs
from pipeline.batch.events import Delivered, NotMade, Planned
from pipeline.batch.runner import plan_batch
from pipeline.diagnostics import OutputError
from pipeline.output import ledger
from pipeline.output.ledger import LEDGER_NAME

NAMES = ["ก/memo", "ข/memo", "ค/memo"]


def test_two_runs_at_once_on_one_folder_are_refused(batch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "WAIT_SECONDS", 0.01)

    def run_again(event: object) -> None:
        if isinstance(event, Planned):
            with pytest.raises(OutputError) as caught:
                run(batch)
            assert [fault.code for fault in caught.value.diagnostics] == ["busy"]

    assert run(batch, run_again).delivered == 3


def test_a_full_disk_ends_the_run_and_the_next_one_ends_it_well(
    batch: Path, monkeypatch: pytest.MonkeyPatch, full_disk
) -> None:
    with full_disk(after=1), pytest.raises(OutputError) as caught:
        run(batch)
    assert [fault.code for fault in caught.value.diagnostics] == ["unwritable"]
    assert all(data.startswith(b"%PDF") for data in standing(batch.parent / "out").values())
    assert run(batch).not_made == ()
    assert sorted(standing(batch.parent / "out")) == [f"{name}.pdf" for name in NAMES]


@pytest.mark.skipif(os.name != "posix", reason="kills a process by a signal")
@pytest.mark.slow
def test_a_killed_worker_costs_no_paper_and_leaves_the_ledger_sound(
    batch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying_out, "TOGETHER", 1)
    units = "".join(f"  - {{id: หน่วย {n}, set: {{memo.number: ที่ {n}}}}}\n" for n in range(16))
    batch.write_text(f"kind: batch\nbase: memo.yaml\nunits:\n{units}", encoding="utf-8")
    run(batch)
    alone = standing(batch.parent / "out")
    killed: list[int] = []

    def kill_a_worker(event: object) -> None:
        if isinstance(event, Delivered) and not killed:
            victim = multiprocessing.active_children()[0]
            killed.append(victim.pid)
            os.kill(victim.pid, signal.SIGKILL)

    pooled = batch.parent / "pooled"
    ended = run(batch, kill_a_worker, folder=pooled, processes=2)
    assert len(killed) == 1
    assert (ended.delivered, ended.not_made) == (16, ())
    assert standing(pooled) == alone
    with sqlite3.connect(pooled / LEDGER_NAME) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert {document.state for document in plan_batch(as_asked(batch, folder=pooled)).documents} == {
        "unchanged"
    }


def test_a_folder_that_may_not_be_written_is_told_and_left_as_it_was(
    batch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(batch)
    before = standing(batch.parent / "out")
    connect = sqlite3.connect

    def read_only(database: Path, **more) -> sqlite3.Connection:
        """As the disk of a folder that was mounted to be read: root may write past permissions."""
        return connect(f"{Path(database).as_uri()}?mode=ro", uri=True, **more)

    with monkeypatch.context() as patch:
        patch.setattr(ledger.sqlite3, "connect", read_only)
        with pytest.raises(OutputError) as caught:
            run(batch)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.location and fault.location.file) == ("unwritable", str(batch.parent / "out"))
    assert standing(batch.parent / "out") == before


def test_a_document_that_fails_by_a_defect_stops_no_other(
    batch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built_from = jobs.built_from

    def fails(document, prepared, paper, options):
        if prepared.name == "ข":
            raise ZeroDivisionError("broken")
        return built_from(document, prepared, paper, options)

    monkeypatch.setattr(jobs, "built_from", fails)
    told: list[object] = []
    ended = run(batch, told.append)
    assert [(each.unit, each.faults[0].code) for each in ended.not_made] == [("ข", "defect")]
    assert "ZeroDivisionError" in ended.not_made[0].defect
    assert sum(isinstance(event, NotMade) for event in told) == 1
    assert ended.delivered == 2
