"""Up-to-date documents of a batch's folder, by its plan: only those are bound or taken away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.batch.batch_file import BatchOrder
from pipeline.batch.failures import Failure
from pipeline.batch.plan import Choice, Plan, PlannedDocument
from pipeline.batch.run_options import read_last_run
from pipeline.batch.runner import Run, make_run_plan, run_digest, usual_processes
from pipeline.batch.unit_doubts import UnitDoubt
from pipeline.bundle.entries import Entry, RunMark, entry_of, no_batch
from pipeline.diagnostics import InputError, Message
from pipeline.output.ledger import Ledger, read_ledger
from pipeline.papers.fingerprints import canonical, text_digest

RUN_DIGITS = 10
"""So many digits name what a run left."""


@dataclass(frozen=True, slots=True)
class Outdated:
    """A document that is not what a run would make now, or is not there, and why."""

    name: str
    why: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Current:
    """A batch's folder now: `entries` are up to date, in signing order; of the others a person is asked.

    `gone` are documents that the batch does not make any more. `complete`: the last run left all that the
    batch makes now, so that its report tells of these documents.
    """

    title: str
    run: RunMark
    entries: tuple[Entry, ...]
    outdated: tuple[Outdated, ...]
    gone: tuple[str, ...]
    complete: bool
    doubts: tuple[UnitDoubt, ...] = ()
    """Of the units of the entries: what is open, for which nothing is bound or taken away."""

    @property
    def to_sign(self) -> Current:
        """The same with the entries that are not signed yet, counted anew."""
        waiting = (entry for entry in self.entries if not entry.signed)
        return replace(
            self, entries=tuple(replace(entry, position=at) for at, entry in enumerate(waiting, 1))
        )

    @property
    def question(self) -> str:
        """What a person is asked about, as a digest: an answer counts for this question alone."""
        told = [(each.name, [why.th for why in each.why]) for each in self.outdated]
        return text_digest(canonical(told))[:RUN_DIGITS]


def current(run: Run) -> Current:
    """The folder of a run, as the run would find it now. Nothing is written.

    Raises `InputError`: the batch cannot be read, or the folder holds nothing of it.
    """
    return make_run_plan(run, lambda plan, order, ledger: _current(plan, order, ledger, run.folder))


def current_of(folder: Path, moved: Path | None = None) -> Current:
    """The same by the folder alone: its ledger knows the batch, which may have `moved`, and what was asked.

    Raises `InputError`, also where what the last run was made from cannot be found.
    """
    with read_ledger(folder) as ledger:
        if not any(row.unit for row in ledger.documents.all().values()):
            raise InputError([no_batch(folder)])
        batch, options = read_last_run(ledger.runs.last(), folder, moved)
    return current(Run(batch, folder, options, _every_pdf, usual_processes()))


def _every_pdf(order: BatchOrder) -> Choice:
    return Choice((), frozenset(unit.folder for unit in order.units), ("pdf",))


def _current(plan: Plan, order: BatchOrder, ledger: Ledger, folder: Path) -> Current:
    if not any(row.unit for row in ledger.documents.all().values()):
        raise InputError([no_batch(folder)])
    rows, files = ledger.documents.all(), ledger.documents.files()
    standing = [each for each in plan.of("unchanged", "edited") if f"{each.name}.pdf" in files]
    entries = (
        entry_of(
            at,
            each,
            rows[each.name],
            files[f"{each.name}.pdf"],
            folder,
            signed=each.signed,
        )
        for at, each in enumerate(standing, 1)
    )
    outdated = (*_not_as_planned(plan, ledger), *_find_refused_documents(plan.refused, ledger))
    title, units = ledger.documents.order()
    complete = not outdated and [unit.folder for unit in order.units] == units
    mark = _mark(ledger, title)
    gone = tuple(orphan.name for orphan in plan.orphans)
    folders = {each.unit.folder for each in standing}
    doubts = tuple(each for each in plan.doubts if each.folder in folders and not each.accepted)
    return Current(order.title, mark, tuple(entries), outdated, gone, complete, doubts)


def _not_as_planned(plan: Plan, ledger: Ledger) -> Iterator[Outdated]:
    """Documents that a run would make. A paper that no run has made of any unit is not missed."""
    made = {row.paper for row in ledger.documents.all().values()}
    for document in plan.of("new", "changed", "blocked"):
        if document.paper in made:
            yield Outdated(document.name, _why(document))


def _why(document: PlannedDocument) -> tuple[Message, ...]:
    return document.why or (Message("ข้อมูลเปลี่ยน", "the data changed"),)


def _find_refused_documents(refused: tuple[Failure, ...], ledger: Ledger) -> Iterator[Outdated]:
    """What stands of units whose data are refused now; the unit itself where nothing does."""
    names: dict[str, list[str]] = {}
    for row in ledger.documents.all().values():
        names.setdefault(row.unit, []).append(row.name)
    for each in refused:
        why = tuple(fault.message for fault in each.faults)
        for name in names.get(each.unit, [each.unit]):
            yield Outdated(name, why)


def _mark(ledger: Ledger, title: str) -> RunMark:
    """Which run the folder is of; without number and time where a later one was stopped half-way."""
    last, digest = ledger.runs.last(), run_digest(ledger, title)
    known = last is not None and last.digest == digest
    return RunMark(
        digest[:RUN_DIGITS], last.number if known and last else 0, last.ended if known and last else ""
    )
