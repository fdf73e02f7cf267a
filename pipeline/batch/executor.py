"""Executes a plan: jobs go to workers, results are delivered to the folder a few at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.batch import events
from pipeline.batch.batch_file import UnitOrder
from pipeline.batch.contexts import mixed_up
from pipeline.batch.failures import Failure, edited_by_hand, worker_lost
from pipeline.batch.jobs import MadePaper, MakeJob, make
from pipeline.batch.plan import WORK, Plan, PlannedDocument
from pipeline.batch.workers import WorkerCrashed, Workers
from pipeline.diagnostics import InputError, MachineError, OutputError
from pipeline.output.delivery import deliver_by, keep_signed, write_conflicts
from pipeline.output.editions import is_signed
from pipeline.output.file_status import as_left
from pipeline.output.folder import Output
from pipeline.output.ledger_documents import DocumentRow

TOGETHER = 8
"""So many documents are delivered at once: a killed run loses no more, and the disk is asked less often."""


def carry_out(
    plan: Plan, workers: Workers, output: Output, data_of: Callable[[UnitOrder], str]
) -> Iterator[events.Delivered | events.NotMade]:
    """Makes and delivers every document that is new or changed; yields each as it is done.

    `data_of` gives the digest of a unit's values: what comes back as made from others is not delivered, and
    `MachineError` raised.

    A document that is refused or was edited by hand stops no other. Raises `OutputError` when the folder
    takes no more files (a full disk); what was delivered until then is whole and noted.
    """
    carrier = _Carrier(plan, output)
    for job, made in workers.run(make, carrier.jobs()):
        if isinstance(made, WorkerCrashed):
            lost = (worker_lost(job.unit),)
            yield events.NotMade(Failure(job.unit.folder, "", lost, InputError))
            continue
        for paper in made:
            if isinstance(paper, Failure):
                yield events.NotMade(paper)
            elif paper.data != data_of(job.unit):
                raise MachineError([mixed_up()])
            else:
                yield from carrier.take(job, paper)
    yield from carrier.deliver()
    for document in plan.of("blocked"):
        fault = edited_by_hand(document.unit, document.why)
        yield events.NotMade(Failure(document.unit.folder, document.paper, (fault,), OutputError))


class _Carrier:
    """What was made and is not yet delivered."""

    def __init__(self, plan: Plan, output: Output) -> None:
        self._documents = {(document.unit.folder, document.paper): document for document in plan.documents}
        self._output = output
        self._waiting: list[tuple[PlannedDocument, MadePaper]] = []

    def jobs(self) -> Iterator[MakeJob]:
        """One for each unit that has something to do, in the order of the batch."""
        units: dict[str, list[PlannedDocument]] = {}
        for document in self._documents.values():
            units.setdefault(document.unit.folder, []).append(document)
        for documents in units.values():
            wanted = tuple(document.paper for document in documents if document.state in WORK)
            if wanted:
                editions = {each.paper: each.edition.number for each in documents if each.edition.number > 1}
                audited = tuple(document.paper for document in documents)
                yield MakeJob(documents[0].unit, wanted, audited, editions)

    def take(self, job: MakeJob, paper: MadePaper) -> Iterator[events.Delivered | events.NotMade]:
        """Keeps a paper until there are enough to deliver together."""
        document = self._documents[job.unit.folder, paper.id]
        output = self._output
        files = {} if self._takes_place(document) else self._files(document, paper)
        if faults := write_conflicts(output.ledger, files, output.folder, force=output.force):
            yield events.NotMade(Failure(job.unit.folder, paper.id, faults, OutputError))
            return
        self._waiting.append((document, paper))
        if len(self._waiting) >= TOGETHER:
            yield from self.deliver()

    def deliver(self) -> Iterator[events.Delivered | events.NotMade]:
        """Writes what is waiting, and notes it."""
        waiting, self._waiting = self._waiting, []
        output = self._output
        for document, _ in waiting:
            self._note_edition(document)
        wanted = [(document, paper, self._files(document, paper)) for document, paper in waiting]
        files = {name: data for *_, own in wanted for name, data in own.items()}
        deliver_by(output.ledger, files, output.folder, force=output.force)
        rows = [
            as_left(name, _row(document, paper), output.folder / name, data)
            for document, paper, own in wanted
            for name, data in own.items()
        ]
        output.ledger.documents.put([(_row(*each), each[0].made_from) for each in waiting], rows)
        for document, paper in waiting:
            size = sum(len(data) for data in paper.files.values())
            yield events.Delivered(document, paper.pages, size, paper.seconds)

    def _files(self, document: PlannedDocument, paper: MadePaper) -> dict[str, bytes]:
        """The files to write; of a signed paper those that are missing."""
        files = {f"{document.name}.{suffix}": data for suffix, data in paper.files.items()}
        if not document.signed:
            return files
        return {name: data for name, data in files.items() if not (self._output.folder / name).exists()}

    def _takes_place(self, document: PlannedDocument) -> bool:
        """Whether a new edition takes the name of a signed paper, which is moved before."""
        ledger, folder = self._output.ledger, self._output.folder
        known = ledger.signatures.edition(document.name)
        return known != document.edition and is_signed(ledger, folder, document.name)

    def _note_edition(self, document: PlannedDocument) -> None:
        """Notes an edition before its files are written."""
        ledger, folder, edition = self._output.ledger, self._output.folder, document.edition
        if edition.number == 1 or ledger.signatures.edition(edition.name) == edition:
            return
        if self._takes_place(document):
            keep_signed(ledger, folder, edition)
        ledger.signatures.note_edition(edition)


def _row(document: PlannedDocument, paper: MadePaper) -> DocumentRow:
    facts = {"unit": document.unit.id, "pages": paper.pages, "seconds": round(paper.seconds, 3)}
    facts["findings"] = paper.findings
    unit, made_from = document.unit.folder, document.made_from.key
    return DocumentRow(document.name, unit, document.paper, made_from, document.key, facts)
