"""A worker serves several runs, and does no job with another run's data."""

import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from pipeline.batch.batch_file import read_batch
from pipeline.batch.contexts import (
    KEPT,
    Answer,
    Contexts,
    Lacking,
    PackedContext,
    Stranger,
    open_answer,
    pack_context,
)
from pipeline.batch.events import NotMade
from pipeline.batch.executor import carry_out
from pipeline.batch.jobs import JobContext, MakeJob, analyze_unit, data_of, make
from pipeline.batch.plan import Choice, make_plan
from pipeline.batch.workers import InThisProcess
from pipeline.diagnostics import MachineError
from pipeline.intake import Source
from pipeline.kinds import SHIPPED
from pipeline.output.folder import Output
from pipeline.output.ledger import open_ledger
from pipeline.papers.fingerprints import Fingerprints, digest_of_program
from pipeline.papers.options import RenderOptions


def context(name: str, **options: object) -> JobContext:
    return JobContext(Source("base", {"office": name}), RenderOptions(**options), Fingerprints("", "", ""))


def office(context: JobContext, job: int) -> str:
    return f"{context.base.values['office']} {job}"


def test_a_job_without_its_context_is_refused_and_done_once_it_is_supplied() -> None:
    worker, own = Contexts(), pack_context(context("ก"))
    assert worker.answer(office, own.digest, 1) == Lacking(own.digest)
    assert open_answer(worker.answer(office, own.digest, 1, own), own) == "ก 1"
    assert open_answer(worker.answer(office, own.digest, 2), own) == "ก 2"


def test_a_worker_that_serves_two_runs_by_turns_gives_each_its_own() -> None:
    worker, one, other = Contexts(), pack_context(context("ก")), pack_context(context("ข"))
    assert [worker.take(each) for each in (one, other)] == [True, True]
    told = [
        open_answer(worker.answer(office, each.digest, n), each) for n in range(2) for each in (one, other)
    ]
    assert told == ["ก 0", "ข 0", "ก 1", "ข 1"]


@pytest.mark.parametrize(
    "other",
    [context("ข"), context("ก", digits="arabic"), context("ก", conformance="none"), context("ก", faces=())],
    ids=["data", "digits", "conformance", "faces"],
)
def test_all_that_a_run_asks_for_makes_its_digest(other: JobContext) -> None:
    assert pack_context(other).digest != pack_context(context("ก")).digest


def test_of_many_contexts_the_one_served_longest_ago_goes_first(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "styles").mkdir(parents=True)
    (own / "styles" / "note.txt").write_text("ของสำนักงาน", encoding="utf-8")
    contexts = [pack_context(context(str(n), folder=own), with_files=True) for n in range(KEPT + 1)]
    shutil.rmtree(own)
    worker = Contexts(tmp_path / "worker")
    for each in contexts[:KEPT]:
        worker.take(each)
    worker.answer(office, contexts[0].digest, 1)
    worker.take(contexts[KEPT])
    lacking = [n for n, c in enumerate(contexts) if isinstance(worker.answer(office, c.digest, 1), Lacking)]
    assert lacking == [1]
    kept = sorted(path.parents[1].name for path in tmp_path.rglob("note.txt"))
    assert kept == sorted(each.digest for n, each in enumerate(contexts) if n != 1)


def test_a_context_that_is_not_what_its_digest_says_is_not_taken() -> None:
    one, other = pack_context(context("ก")), pack_context(context("ข"))
    with pytest.raises(ValueError, match="digest"):
        Contexts().take(PackedContext(one.digest, other.packed))


def test_a_worker_with_another_program_refuses() -> None:
    ours = pack_context(context("ก"), digest_of_program())
    assert Contexts(installed=digest_of_program).take(ours)
    stranger = Contexts(installed=lambda: "another", address="tcp://10.0.0.9:1")
    answer = stranger.answer(office, ours.digest, 1, ours)
    assert answer == Stranger("tcp://10.0.0.9:1")
    with pytest.raises(MachineError) as refused:
        open_answer(answer, ours)
    assert [fault.code for fault in refused.value.diagnostics] == ["other-version"]


def test_what_comes_back_from_another_run_is_not_taken() -> None:
    with pytest.raises(MachineError) as refused:
        open_answer(Answer(pack_context(context("ข")).digest, "ข 1"), pack_context(context("ก")))
    assert [fault.code for fault in refused.value.diagnostics] == ["mixed-up"]


def test_papers_made_from_other_data_than_asked_for_are_not_delivered(batch: Path) -> None:
    order, options = read_batch(batch, SHIPPED), RenderOptions(formats=("pdf",), faces=())
    asked = JobContext(order.base, options, Fingerprints("", "", ""))
    head = {**order.base.values["memo"], "subject": "เรื่องของสำนักงานอื่น"}
    other = replace(asked, base=replace(order.base, values={**order.base.values, "memo": head}))
    out = batch.parent / "out"
    out.mkdir()
    with open_ledger(out) as ledger:
        output = Output(out, ledger, force=False)
        choice = Choice((), frozenset(unit.folder for unit in order.units), ("pdf",))
        plan = make_plan(order, choice, asked.shared, output, partial(InThisProcess(asked).run, analyze_unit))
        with pytest.raises(MachineError) as refused:
            list(
                carry_out(plan, InThisProcess(other), output, lambda unit: data_of(order.base, unit, SHIPPED))
            )
        assert [fault.code for fault in refused.value.diagnostics] == ["mixed-up"]
        assert list(out.rglob("*.pdf")) == []
        made = list(
            carry_out(plan, InThisProcess(asked), output, lambda unit: data_of(order.base, unit, SHIPPED))
        )
    assert [event for event in made if isinstance(event, NotMade)] == []
    assert len(list(out.rglob("*.pdf"))) == 3


def test_a_unit_keeps_its_own_data_digest(batch: Path) -> None:
    order = read_batch(batch, SHIPPED)
    digests = [data_of(order.base, unit, SHIPPED) for unit in order.units]
    assert len(set(digests)) == 3
    context = JobContext(order.base, RenderOptions(formats=("pdf",), faces=()), Fingerprints("", "", ""))
    made = [make(context, MakeJob(unit, ("memo",), ())) for unit in order.units]
    assert [paper.data for (paper,) in made] == digests
