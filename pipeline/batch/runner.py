"""A batch from its file to its folder: read -> plan -> make -> deliver -> report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pipeline.batch.batch_file import BatchOrder, UnitOrder, read_batch
from pipeline.batch.contexts import mixed_up
from pipeline.batch.events import NotMade, Planned
from pipeline.batch.executor import carry_out
from pipeline.batch.failures import Failure, worker_lost
from pipeline.batch.jobs import JobContext, UnitAnalysis, analyze_unit, data_of
from pipeline.batch.plan import Choice, Naming, Plan, make_plan
from pipeline.batch.report import write_report
from pipeline.batch.run_options import options_to_note
from pipeline.batch.workers import InThisProcess, ProcessPool, WorkerCrashed
from pipeline.diagnostics import Diagnostic, InputError, MachineError, OutputError, SarabanError
from pipeline.kinds import Kinds
from pipeline.kinds.loading import load
from pipeline.model.masking import Masked
from pipeline.output.delivery import unwritable
from pipeline.output.editions import ToSign, to_sign_again
from pipeline.output.folder import Output
from pipeline.output.ledger import Ledger, open_ledger, read_ledger
from pipeline.papers.fingerprints import canonical, fingerprints, text_digest, values_digest
from pipeline.papers.options import RenderOptions
from pipeline.papers.overrides import apply_overrides
from pipeline.papers.publishing import SUFFIX
from pipeline.papers.unprinted import find_unprinted_fields

if TYPE_CHECKING:
    from pipeline.batch.events import Event
    from pipeline.batch.jobs import Seen
    from pipeline.batch.workers import Workers

WORTH_A_POOL = 6
"""Fewer jobs than this are done before a pool has started."""

Told = TypeVar("Told")
Choose = Callable[[BatchOrder], Choice]
"""What of the batch a command wants; it may refuse names that the batch does not have."""


@dataclass(frozen=True, slots=True)
class Run:
    """How a batch is to be run: its file, the folder, how papers are wanted, and who does the work.

    `processes` 1 works in this process; `scheduler` is the address of a Dask cluster, or empty; `without_tls`
    gives leave to reach it unencrypted on another machine. With `replace_signed` the next edition of a signed
    paper takes its name, and the signed files another. `go_on` is called after each unit
    that was looked at, and stops the run by raising.
    """

    batch: Path
    folder: Path
    options: RenderOptions
    choose: Choose
    processes: int = 1
    scheduler: str = ""
    force: bool = False
    without_tls: bool = False
    replace_signed: bool = False
    go_on: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: its plan, what was not made, how many documents were delivered, and which papers of
    the folder must be signed again.
    """

    plan: Plan
    not_made: tuple[Failure, ...]
    delivered: int
    to_sign: tuple[ToSign, ...] = ()

    @property
    def masked(self) -> tuple[Masked, ...]:
        """What copies for the public mask, of each unit; nothing of other papers."""
        told = {each.unit.folder: each.made_from.facts.get("masked") for each in self.plan.documents}
        return tuple(Masked((), each["fields"], each["numbers"]) for each in told.values() if each)


def usual_processes() -> int:
    """As many workers as this process may use cores."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def plan_batch(run: Run) -> Plan:
    """What the run would do. Nothing is written, not even the folder."""
    return make_run_plan(run, lambda plan, _order, _ledger: plan)


def make_run_plan(run: Run, told: Callable[[Plan, BatchOrder, Ledger], Told]) -> Told:
    """What is told of the plan of a run, its batch, and the ledger that the plan was made with."""
    order = read_batch(run.batch, run.options.known)
    with read_ledger(run.folder) as ledger, _Staff(run, order) as staff:
        output = Output(run.folder, ledger, run.force)
        plan = staff.plan(run.choose(order), output)
        return told(_add_remarks(plan, order, run), order, ledger)


def run_batch(run: Run, tell: Callable[[Event], None]) -> Ended:
    """Runs a batch and tells each step. The folder's ledger is held by this run until it ends.

    A unit or paper that is refused stops no other: `Ended.not_made` has them. Raises `InputError` if the
    batch itself cannot be read, `OutputError` if the folder cannot be written.
    """
    order = read_batch(run.batch, run.options.known)
    choice = run.choose(order)
    with _lock_ledger(run.folder) as ledger, _Staff(run, order) as staff:
        output = Output(run.folder, ledger, run.force)
        plan = _add_remarks(staff.plan(choice, output), order, run)
        ended = _execute_plan(plan, order, staff, output, tell)
        _forget_gone(plan, output)
        ledger.documents.keep_order(order.title, (unit.folder for unit in order.units))
        write_report(order, ended.not_made, output)
        ledger.runs.note(run_digest(ledger, order.title), options_to_note(run.batch, run.options))
        ledger.documents.tidy()
        return replace(ended, to_sign=tuple(to_sign_again(ledger, run.folder)))


def _add_remarks(plan: Plan, order: BatchOrder, run: Run) -> Plan:
    """The plan, with a remark for each filled field that no paper prints: once, not for each unit."""
    return replace(plan, remarks=(*plan.remarks, *unprinted_of_batch(order, run.options.folder)))


def _execute_plan(
    plan: Plan, order: BatchOrder, staff: _Staff, output: Output, tell: Callable[[Event], None]
) -> Ended:
    tell(Planned(plan))
    not_made, delivered = list(plan.refused), 0
    if plan.of("new", "changed", "blocked"):
        output.ledger.documents.keep_base(values_digest(order.base.values), order.base.values)
        workers = staff.workers(len(plan.of("new", "changed")))
        for event in carry_out(plan, workers, output, partial(data_of, order.base, known=order.known)):
            tell(event)
            if isinstance(event, NotMade):
                not_made.append(event.refused)
            else:
                delivered += 1
    _note_new_keys(plan, output)
    return Ended(plan, tuple(not_made), delivered)


def _note_new_keys(plan: Plan, output: Output) -> None:
    """Of documents that a changed input leaves as they were: what they would be made from now."""
    rows = output.ledger.documents.all()
    kept = [document for document in plan.of("unchanged", "edited") if document.name in rows]
    moved = [
        (replace(rows[each.name], input_key=each.made_from.key), each.made_from)
        for each in kept
        if rows[each.name].input_key != each.made_from.key
    ]
    if moved:
        output.ledger.documents.put(moved, ())


def _forget_gone(plan: Plan, output: Output) -> None:
    """Orphans whose files a person has removed."""
    if not plan.orphans:
        return
    files = output.ledger.documents.files()
    standing = {row.document for row in files.values() if (output.folder / row.path).exists()}
    output.ledger.documents.forget(each.name for each in plan.orphans if each.name not in standing)


def run_digest(ledger: Ledger, title: str) -> str:
    """What stands in a folder after a run, by content: the same for the same documents of the same batch."""
    rows = ledger.documents.all().values()
    return text_digest(canonical([title, *([row.name, row.content_key] for row in rows if row.unit)]))


@contextmanager
def _lock_ledger(folder: Path) -> Iterator[Ledger]:
    """The ledger of the output folder, which is made if it is missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError([unwritable(error, folder)]) from error
    with open_ledger(folder) as ledger:
        yield ledger


class _Staff:
    """The workers of a run; they come when there is work, and as many as it is worth."""

    def __init__(self, run: Run, order: BatchOrder) -> None:
        self.shared = fingerprints(run.options)
        self._run = run
        self._order = order
        self._workers: dict[bool, Workers] = {}

    def __enter__(self) -> _Staff:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """A run that is stopped, by its person, the system or a fault, waits for no worker."""
        for workers in self._workers.values():
            if kind is None:
                workers.close()
            else:
                workers.stop()

    def plan(self, choice: Choice, output: Output) -> Plan:
        """What is to be made of the batch in a folder."""
        suffix = SUFFIX if self._run.options.public else ""
        naming = Naming(suffix, self._run.replace_signed)
        return make_plan(self._order, choice, self.shared, output, self.analyze_units, naming=naming)

    def analyze_units(self, units: list[UnitOrder]) -> Iterator[tuple[UnitOrder, Seen]]:
        """What the papers of units would be made from."""
        for unit, seen in self.workers(len(units)).run(analyze_unit, units):
            self._run.go_on()
            if isinstance(seen, UnitAnalysis) and seen.data != self._data_of(unit):
                raise MachineError([mixed_up()])
            lost = (worker_lost(unit),)
            yield (
                unit,
                Failure(unit.folder, "", lost, InputError) if isinstance(seen, WorkerCrashed) else seen,
            )

    def _data_of(self, unit: UnitOrder) -> str:
        return data_of(self._order.base, unit, self._order.known)

    def workers(self, jobs: int) -> Workers:
        """Those for so many jobs: a cluster, a pool, or this process for a few."""
        many = bool(self._run.scheduler) or (jobs >= WORTH_A_POOL and self._run.processes > 1)
        if many not in self._workers:
            self._workers[many] = self._start_workers(many)
        return self._workers[many]

    def _start_workers(self, many: bool) -> Workers:
        context = JobContext(self._order.base, self._run.options, self.shared)
        if self._run.scheduler:
            from pipeline.batch.cluster import Cluster  # noqa: PLC0415

            return Cluster(context, self._run.scheduler, without_tls=self._run.without_tls)
        return ProcessPool(context, self._run.processes) if many else InThisProcess(context)


def unprinted_of_batch(order: BatchOrder, folder: Path | None = None) -> tuple[Diagnostic, ...]:
    """The remarks of one unit, which stand for all. Nothing if it has faults: those are told with it."""
    if not order.units:
        return ()
    first = order.units[0]
    try:
        known = Kinds(folder)
        source = apply_overrides(order.base, first.folder, first.overrides, known)
        return find_unprinted_fields(source, load(source, known), folder)
    except SarabanError:
        return ()
